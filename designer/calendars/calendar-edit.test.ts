import assert from 'node:assert/strict';
import type { Calendar } from '../../engine/calendar/calendar.ts';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import { confirmYear, daysOf, hoursText, readHoursText, sureOf, withDay, withYear, withoutDay } from './calendar-edit.ts';

const calendar = hcmc as Calendar;

describe('a working calendar is edited', () => {
  const written: readonly [typed: string, hours: string[][] | undefined][] = [
    ['07:30–11:30, 13:00–17:00', [['07:30', '11:30'], ['13:00', '17:00']]],
    ['7:30-11:30', [['07:30', '11:30']]],
    ['7-11; 13-17', [['07:00', '11:00'], ['13:00', '17:00']]],
    ['', []],
    ['sáng', undefined],
    ['07:30', undefined],
  ];
  for (const [typed, hours] of written) it(`reads hours: ${typed || 'closed'}`, () => assert.deepEqual(readHoursText(typed), hours));
  it('writes hours as they are read', () => assert.equal(hoursText(calendar.weekly[1]), '07:30–11:30, 13:00–17:00'));

  it('knows how sure it is of a year', () => {
    assert.deepEqual([2026, 2027, 2028].map((year) => sureOf(calendar, year)), ['unsure', 'unsure', 'unlisted']);
    const sure = confirmYear(calendar, 2026, 'Thông báo 9441/TB-BNV');
    assert.equal(sureOf(sure, 2026), 'sure');
    assert.equal(sureOf(sure, 2027), 'unsure');
  });

  it('rests what was not confirmed on the decision, and leaves the rest', () => {
    const sources = new Set(daysOf(confirmYear(calendar, 2026, 'Quyết định 1'), 2026).filter(({ date }) => date === '2026-01-02' || date === '2026-01-01').map(({ source }) => source));
    assert.deepEqual([...sources], ['Bộ luật Lao động 2019, Điều 112', 'Quyết định 1']);
  });

  it('puts a day in, moves it, and takes it out; what comes of it is a calendar', () => {
    const day = { date: '2028-01-26', kind: 'off', name: { vi: 'Tết', en: 'Tet' }, confirmed: false, source: 'thử' } as const;
    const grown = withDay(calendar, day);
    assert.equal(daysOf(grown, 2028).length, 1);
    const moved = withDay(grown, { ...day, date: '2028-01-27' }, '2028-01-26');
    assert.deepEqual(daysOf(moved, 2028).map(({ date }) => date), ['2028-01-27']);
    assert.deepEqual(daysOf(withoutDay(moved, '2028-01-27'), 2028), []);
    for (const one of [grown, moved, withYear(calendar, 2028)]) compileCalendar(one);
  });

  it('begins a year with what is the same in every year, not confirmed', () => {
    const begun = withYear(calendar, 2028);
    assert.deepEqual(daysOf(begun, 2028).map(({ date }) => date.slice(5)), ['01-01', '04-30', '05-01', '09-02', '11-24']);
    assert.equal(sureOf(begun, 2028), 'unsure');
    assert.equal(withYear(begun, 2028), begun);
  });
});
