import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import alwaysOpen from './always-open.json' with { type: 'json' };
import { compileCalendar } from './calendar.ts';
import { deadline } from './deadline.ts';
import { elapsed } from './elapsed.ts';
import hcmc from './hcmc.json' with { type: 'json' };
import { anyCalendar, anyInstant, anyMinute } from './testing/arbitrary.ts';
import { SlowCounter, utc, wall } from './testing/slow-counter.ts';

const calendar = compileCalendar(hcmc);
const dayAndNight = compileCalendar(alwaysOpen);

/** Vietnam's wall time in, Vietnam's wall time out. */
const dueAt = (accepted: string, limit: string, by = calendar): string => wall(deadline(by, utc(accepted), limit).dueAt);

describe('a deadline', () => {
  describe('as the table of the one-stop rules has it', () => {
    const vectors: [accepted: string, limit: string, due: string][] = [
      ['2026-11-20T10:00', '7 working days', '2026-12-02'],
      ['2026-11-23T15:30', 'same day', '2026-11-25'],
      ['2026-11-23T14:59', 'same day', '2026-11-23'],
      ['2026-02-11T09:00', '7 working days', '2026-02-27'],
      ['2026-04-22T09:00', '5 working days', '2026-05-04'],
      ['2026-08-20T09:00', '5 working days', '2026-08-26'],
      ['2026-12-28T09:00', '5 working days', '2027-01-05'],
      ['2026-11-16T09:00', '17 working days', '2026-12-10'],
    ];
    for (const [accepted, limit, due] of vectors) {
      it(`accepted ${accepted}, ${limit}: due ${due}`, () => {
        assert.equal(deadline(calendar, utc(accepted), limit).dueDate, due);
        assert.equal(dueAt(accepted, limit), `${due}T17:00`);
      });
    }
  });

  const rules: Record<string, [accepted: string, limit: string, due: string][]> = {
    'C7: days count from the day after acceptance, whatever the hour': [
      ['2026-11-16T00:00', '1 working day', '2026-11-17T17:00'],
      ['2026-11-16T16:59', '1 working day', '2026-11-17T17:00'],
      ['2026-11-16T23:59', '1 working day', '2026-11-17T17:00'],
      ['2026-11-21T09:00', '1 working day', '2026-11-23T17:00'],
    ],
    'C8: weekends and holidays do not count, a swapped Saturday does': [
      ['2026-11-23T09:00', '1 working day', '2026-11-25T17:00'],
      ['2026-01-09T09:00', '1 working day', '2026-01-10T17:00'],
      ['2026-08-28T09:00', '1 working day', '2026-09-03T17:00'],
      ['2027-04-29T09:00', '1 working day', '2027-05-04T17:00'],
    ],
    'C9: same day until 15:00 sharp, then the next working day': [
      ['2026-11-20T15:00', 'same day', '2026-11-20T17:00'],
      ['2026-11-20T15:01', 'same day', '2026-11-23T17:00'],
      ['2026-11-20T06:00', 'same day', '2026-11-20T17:00'],
      ['2026-11-21T10:00', 'same day', '2026-11-23T17:00'],
      ['2026-11-21T16:00', 'same day', '2026-11-23T17:00'],
    ],
    'a day that is named: the end of its office hours, rolls off a day off, and is over when it has gone by': [
      ['2026-11-20T10:00', 'until 2026-11-27', '2026-11-27T17:00'],
      ['2026-11-20T10:00', 'until 2026-11-22', '2026-11-23T17:00'],
      ['2026-11-20T10:00', 'until 2026-11-19', '2026-11-19T17:00'],
    ],
    'C11: calendar days run through weekends and roll off a day off': [
      ['2026-11-20T10:00', '15 days', '2026-12-07T17:00'],
      ['2026-11-16T10:00', '15 days', '2026-12-01T17:00'],
      ['2026-11-23T10:00', '1 day', '2026-11-25T17:00'],
      ['2026-02-05T10:00', '10 days', '2026-02-23T17:00'],
    ],
    'C12: hours are office hours, eight to a day': [
      ['2026-11-20T10:00', '3 working hours', '2026-11-20T14:30'],
      ['2026-11-20T16:00', '3 working hours', '2026-11-23T09:30'],
      ['2026-11-20T07:30', '4 working hours', '2026-11-20T11:30'],
      ['2026-11-20T12:00', '4 working hours', '2026-11-20T17:00'],
      ['2026-11-20T10:00', '0.5 working days', '2026-11-20T15:30'],
      ['2026-11-20T10:00', '1.5 working days', '2026-11-23T15:30'],
      ['2026-11-21T10:00', '90 working minutes', '2026-11-23T09:00'],
      ['2026-11-23T16:30', '8 working hours', '2026-11-25T16:30'],
    ],
    'C13: minutes and hours run on the wall clock, also at night': [
      ['2026-11-20T23:10', '120 minutes', '2026-11-21T01:10'],
      ['2026-11-23T16:30', '24 hours', '2026-11-24T16:30'],
      ['2026-11-23T16:30', 'P1D', '2026-11-24T16:30'],
      ['2026-11-23T16:30', 'PT2H', '2026-11-23T18:30'],
    ],
  };
  for (const [rule, rows] of Object.entries(rules)) {
    describe(rule, () => {
      for (const [accepted, limit, due] of rows) it(`${accepted} + ${limit} = ${due}`, () => assert.equal(dueAt(accepted, limit), due));
    });
  }

  it('C13: working minutes of a unit that is always on duty are minutes', () => {
    assert.equal(dueAt('2026-11-21T23:10', '120 working minutes', dayAndNight), '2026-11-22T01:10');
    assert.deepEqual(deadline(dayAndNight, utc('2026-11-20T23:10'), '120 working minutes').unconfirmed, []);
  });

  it('at the end of a day that never closes is at midnight, and still on that date', () => {
    assert.deepEqual(deadline(dayAndNight, utc('2026-11-20T10:00'), '2 working days'), { dueAt: utc('2026-11-23T00:00'), dueDate: '2026-11-22', unconfirmed: [] });
  });

  describe('names what is not confirmed', () => {
    const rows: [accepted: string, limit: string, unconfirmed: string[]][] = [
      ['2027-01-25T09:00', '5 working days', []],
      ['2027-02-02T09:00', '2 working days', ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11']],
      ['2027-02-03T09:00', '15 days', []],
      ['2027-02-03T09:00', '7 days', ['2027-02-10', '2027-02-11']],
      ['2027-02-03T09:00', '3 working hours', []],
      ['2027-02-03T09:00', '72 hours', []],
      ['2027-08-31T09:00', 'same day', []],
      ['2027-09-01T09:00', 'same day', ['2027-09-01']],
      ['2027-12-30T09:00', '3 working days', ['2028']],
      ['2025-12-30T09:00', '1 working day', ['2025']],
    ];
    for (const [accepted, limit, unconfirmed] of rows) {
      it(`${accepted} + ${limit}: ${unconfirmed.join(', ') || 'nothing'}`, () => assert.deepEqual(deadline(calendar, utc(accepted), limit).unconfirmed, unconfirmed));
    }
  });

  it('changes when a swap is decided, by computing again', () => {
    const decided = compileCalendar({ ...hcmc, days: hcmc.days.map((day) => (day.date === '2027-02-11' ? { ...day, kind: 'off', confirmed: true } : day)) });
    assert.equal(deadline(calendar, utc('2027-02-03T09:00'), '1 working day').dueDate, '2027-02-11');
    assert.equal(deadline(decided, utc('2027-02-03T09:00'), '1 working day').dueDate, '2027-02-12');
  });

  it('refuses a start without an offset, because it is another instant on every machine', () => {
    assert.throws(() => deadline(calendar, '2026-11-20T10:00', '1 day'), /expected an instant .*but got "2026-11-20T10:00"/);
  });

  describe('agrees with a slow count day by day and minute by minute', () => {
    const amount = fc.integer({ min: 1, max: 40 });

    it('for working days, calendar days and the same day, on random calendars', () => {
      fc.assert(
        fc.property(anyCalendar, anyMinute, amount, (data, start, amount) => {
          const fast = compileCalendar(data);
          const slow = new SlowCounter(data);
          const expected = [slow.workingDays(start, amount), slow.calendarDays(start, amount), slow.sameDay(start)];
          const computed = [`${amount} working days`, `${amount} days`, 'same day'].map((limit) => deadline(fast, start, limit));
          assert.deepEqual(computed.map((due) => due.dueDate), expected);
          assert.deepEqual(computed.map((due) => due.dueAt), expected.map((date) => slow.closing(date)));
        }),
        { numRuns: 300 },
      );
    });

    it('for working minutes and hours, on random calendars', () => {
      fc.assert(
        fc.property(anyCalendar, anyMinute, fc.integer({ min: 1, max: 1_500 }), (data, start, minutes) => {
          assert.equal(deadline(compileCalendar(data), start, `${minutes} working minutes`).dueAt, new SlowCounter(data).workingMinutes(start, minutes));
        }),
        { numRuns: 60 },
      );
    });

    it('for ten thousand dates in the city calendar', () => {
      const slow = new SlowCounter(compileCalendar(hcmc).calendar);
      for (let index = 0; index < 10_000; index += 1) {
        const start = new Date(Date.UTC(2026, 0, 1) + index * 4_999_999).toISOString();
        assert.equal(deadline(calendar, start, `${(index % 20) + 1} working days`).dueDate, slow.workingDays(start, (index % 20) + 1), start);
      }
    });
  });

  describe('keeps its laws on any calendar', () => {
    const limit = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('working days', 'working hours', 'working minutes', 'days', 'hours', 'minutes')).map(([amount, unit]) => [amount, unit] as const);

    it('is never before the start, and later acceptance is never due earlier', () => {
      fc.assert(
        fc.property(anyCalendar, anyInstant, anyInstant, limit, (data, one, other, [amount, unit]) => {
          const compiled = compileCalendar(data);
          const [first = '', second = ''] = [one, other].toSorted();
          const [early, late] = [deadline(compiled, first, `${amount} ${unit}`).dueAt, deadline(compiled, second, `${amount} ${unit}`).dueAt];
          assert.ok(early > first && early <= late);
        }),
      );
    });

    it('is later for a longer limit', () => {
      fc.assert(
        fc.property(anyCalendar, anyInstant, limit, (data, start, [amount, unit]) => {
          const compiled = compileCalendar(data);
          const [short, long] = [amount, amount + 1].map((amount) => deadline(compiled, start, `${amount} ${unit}`).dueAt);
          assert.ok((short ?? '') < (long ?? '') || unit === 'days');
        }),
      );
    });

    it('leaves exactly the limit in working time between start and due', () => {
      fc.assert(
        fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 5_000 }), (data, start, minutes) => {
          const compiled = compileCalendar(data);
          assert.equal(elapsed(compiled, start, deadline(compiled, start, `${minutes} working minutes`).dueAt), minutes);
        }),
      );
    });
  });
});
