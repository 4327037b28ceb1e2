import { strict as assert } from 'node:assert';
import { Ajv2020 } from 'ajv/dist/2020.js';
import alwaysOpen from './always-open.json' with { type: 'json' };
import { CalendarSchema, compileCalendar } from './calendar.ts';
import hcmc from './hcmc.json' with { type: 'json' };
import { formatDate, parseDate, weekdayOf } from './instant.ts';

const office = [['07:30', '11:30'], ['13:00', '17:00']];
const day = (date: string, more: object = {}) => ({ date, kind: 'off', name: { vi: 'Nghỉ', en: 'Off' }, confirmed: true, source: 'test', ...more });
const monday = (hours: unknown) => ({ weekly: { ...hcmc.weekly, 1: hours } });

describe('a calendar', () => {
  for (const shipped of [hcmc, alwaysOpen]) {
    it(`${shipped.id} is shipped, countable, and valid by its JSON Schema`, () => {
      assert.equal(compileCalendar(shipped).calendar.id, shipped.id);
      assert.equal(new Ajv2020().validate(CalendarSchema, shipped), true);
    });
  }

  it('of the city works 249 days in 2026 and keeps eight hours a day', () => {
    const { workingDays, workingTime } = compileCalendar(hcmc);
    const [from = 0, to = 0] = ['2026-01-01', '2027-01-01'].map(parseDate);
    assert.equal(workingDays.before(to) - workingDays.before(from), 261 - 14 + 2);
    assert.equal((workingTime.before(to) - workingTime.before(from)) / 3_600_000, 8 * 249);
  });

  it('of the city names every day in both languages, in order, with its source', () => {
    assert.deepEqual(hcmc.days.map((day) => day.date), hcmc.days.map((day) => day.date).toSorted());
    for (const day of hcmc.days) assert.ok(day.name.vi !== '' && day.name.en !== '' && day.source !== '', day.date);
  });

  it('of the city marks what is not decided: Tết 2027, the second National Day of 2027, and what is to be checked', () => {
    assert.deepEqual(
      compileCalendar(hcmc).unconfirmed.map(formatDate),
      ['2026-01-02', '2026-01-10', '2026-08-22', '2026-08-31', ...[4, 5, 6, 7, 8, 9, 10, 11, 12].map((day) => `2027-02-${String(day).padStart(2, '0')}`), '2027-04-16', '2027-05-03', '2027-09-01', '2027-09-03'],
    );
  });

  it('compensates a confirmed holiday on a weekend by the next working day', () => {
    const { hoursOf } = compileCalendar(hcmc);
    for (const [holiday, compensation] of [['2026-04-26', '2026-04-27'], ['2027-05-01', '2027-05-03']]) {
      assert.ok(weekdayOf(parseDate(holiday ?? '') ?? 0) >= 5);
      assert.deepEqual(hoursOf(parseDate(compensation ?? '') ?? 0), []);
    }
  });

  it('may have hours that touch', () => {
    const { hoursOf } = compileCalendar({ ...hcmc, ...monday([['07:30', '11:30'], ['11:30', '17:00']]) });
    assert.equal(hoursOf(parseDate('2026-11-23') ?? 0).length, 2);
  });

  it('gives a swapped working day its own hours, or those of the first working day of the week', () => {
    const { hoursOf } = compileCalendar({ ...hcmc, days: [day('2026-08-22', { kind: 'working_swap' }), day('2026-08-29', { kind: 'working_swap', hours: [['08:00', '10:00']] })] });
    assert.deepEqual(hoursOf(parseDate('2026-08-22') ?? 0), hoursOf(parseDate('2026-08-24') ?? 0));
    assert.deepEqual(hoursOf(parseDate('2026-08-29') ?? 0), [{ from: 8 * 3_600_000, to: 10 * 3_600_000 }]);
  });

  it('may be in a zone with summer time, if the office is closed when the clocks change', () => {
    const { weekly } = hcmc;
    assert.equal(compileCalendar({ ...hcmc, zone: 'Europe/Paris', weekly }).zone.name, 'Europe/Paris');
    assert.throws(() => compileCalendar({ ...alwaysOpen, zone: 'Europe/Paris' }), /outside the clock changes of Europe\/Paris/);
    for (const hours of [['01:00', '02:30'], ['02:30', '04:00']]) assert.throws(() => compileCalendar({ ...hcmc, zone: 'Europe/Paris', weekly: { ...weekly, 7: [hours] } }), /the one at 2000-03-26T01:00/);
    for (const hours of [['01:00', '02:00'], ['03:00', '04:00']]) assert.ok(compileCalendar({ ...hcmc, zone: 'Europe/Paris', weekly: { ...weekly, 7: [hours] } }));
  });

  const refused: [what: string, data: unknown, message: RegExp][] = [
    ['is nothing', null, /expected a calendar, but it must be object/],
    ['lacks its hours', { ...hcmc, weekly: undefined }, /weekly/],
    ['has a word nobody knows', { ...hcmc, holidays: [] }, /holidays/],
    ['has overlapping hours', { ...hcmc, ...monday([['07:30', '11:30'], ['11:00', '17:00']]) }, /the hours of weekly\.1 in order and without overlap, but "11:00–17:00"/],
    ['has hours out of order', { ...hcmc, ...monday([['13:00', '17:00'], ['07:30', '11:30']]) }, /in order and without overlap/],
    ['closes before it opens', { ...hcmc, ...monday([['17:00', '07:30']]) }, /weekly\.1 to open before they close, but got "17:00–07:30"/],
    ['opens at 25:00', { ...hcmc, ...monday([['25:00', '26:00']]) }, /\/weekly\/1\/0\/0 must match pattern/],
    ['opens at 24:00', { ...hcmc, ...monday([['24:00', '24:00']]) }, /to open before they close/],
    ['never opens', { ...hcmc, weekly: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }, /at least one day, but every day is closed/],
    ['has a date twice', { ...hcmc, days: [day('2026-11-24'), day('2026-11-24', { kind: 'working_swap' })] }, /2026-11-24 is there twice/],
    ['has a date that does not exist', { ...hcmc, days: [day('2026-02-30')] }, /there is no "2026-02-30"/],
    ['has a day of a year it does not list', { ...hcmc, years: [2026] }, /2027 of 2027-01-01/],
    ['has hours on a day off', { ...hcmc, days: [day('2026-11-24', { hours: office })] }, /2026-11-24 is off with 2/],
    ['has a working day without hours', { ...hcmc, days: [day('2026-11-28', { kind: 'working_swap', hours: [] })] }, /2026-11-28 is working_swap with 0/],
    ['has a kind of day nobody knows', { ...hcmc, days: [day('2026-11-28', { kind: 'half' })] }, /\/days\/0\/kind/],
    ['has no such zone', { ...hcmc, zone: 'Asia/Nowhere' }, /"zone" to be an IANA time zone/],
    ['has no cut-off', { ...hcmc, sameDayCutoff: '3 pm' }, /\/sameDayCutoff/],
  ];
  for (const [what, data, message] of refused) it(`that ${what} is refused, and the message says where`, () => assert.throws(() => compileCalendar(data), message));
});
