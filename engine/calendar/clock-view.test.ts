import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { compileCalendar } from './calendar.ts';
import { type Clock, clockAt, endClock, limitClock, pauseClock, resumeClock, startClock } from './clock.ts';
import { type ClockView, clockView, formerDues, minutesUsed, turnsOf } from './clock-view.ts';
import { deadline } from './deadline.ts';
import hcmc from './hcmc.json' with { type: 'json' };
import { anyCalendar, anyMinute } from './testing/arbitrary.ts';
import { nextDate, SlowCounter, utc, wall } from './testing/slow-counter.ts';

const calendar = compileCalendar(hcmc);
const accepted = (limit: string, at = '2026-11-20T10:00'): Clock => startClock(utc(at), limit);
const pause = (clock: Clock, at: string, cause = 'supplement'): Clock => pauseClock(clock, utc(at), cause);
const resume = (clock: Clock, at: string, cause?: string): Clock => resumeClock(clock, utc(at), cause);
const end = (clock: Clock, at: string): Clock => endClock(clock, utc(at));
const view = (clock: Clock, now: string): ClockView => clockView(calendar, clock, utc(now));
const dueAt = (clock: Clock, now: string): string => wall(view(clock, now).dueAt);

describe('a clock looked at', () => {
  describe('pauses (C5): the due date moves by what the pause lasted', () => {
    const week = accepted('7 working days');
    const supplement = resume(pause(week, '2026-11-26T09:00'), '2026-11-30T09:00');
    const rows: [what: string, clock: Clock, due: string][] = [
      ['asked Thu 26/11 09:00, completed Mon 30/11 09:00: two working days more', supplement, '2026-12-04T17:00'],
      ['asked and completed on one day: nothing more', resume(pause(week, '2026-11-26T08:00'), '2026-11-26T16:00'), '2026-12-02T17:00'],
      ['over a weekend: the Monday', resume(pause(week, '2026-11-27T16:00'), '2026-11-30T08:00'), '2026-12-03T17:00'],
      ['over the holiday of 24/11: Tuesday is no day', resume(pause(week, '2026-11-23T09:00'), '2026-11-25T09:00'), '2026-12-03T17:00'],
      ['two causes at once count once', resume(resume(pause(pause(week, '2026-11-26T09:00'), '2026-11-27T09:00', 'payment'), '2026-11-30T09:00', 'supplement'), '2026-11-30T09:00', 'payment'), '2026-12-04T17:00'],
      ['two causes one after the other add up', resume(pause(resume(pause(week, '2026-11-25T09:00'), '2026-11-26T09:00'), '2026-11-27T09:00', 'payment'), '2026-11-30T09:00'), '2026-12-04T17:00'],
      ['asked on the due day itself', resume(pause(week, '2026-12-02T09:00'), '2026-12-04T09:00'), '2026-12-04T17:00'],
      ['asked on the due day, answered that evening: the next working day', resume(pause(accepted('5 working days', '2026-11-20T10:00'), '2026-11-30T09:00'), '2026-11-30T18:00'), '2026-12-01T17:00'],
      ['asked on the due day, answered at closing time sharp: the next working day', resume(pause(week, '2026-12-02T09:00'), '2026-12-02T17:00'), '2026-12-03T17:00'],
      ['asked at closing time sharp on the due day: nothing is given back', resume(pause(week, '2026-12-02T17:00'), '2026-12-04T09:00'), '2026-12-02T17:00'],
      ['asked when it was over: nothing is given back', resume(pause(week, '2026-12-02T17:30'), '2026-12-04T09:00'), '2026-12-02T17:00'],
      ['of three working hours, paused over lunch and an hour', resume(pause(accepted('3 working hours'), '2026-11-20T11:00'), '2026-11-20T13:30'), '2026-11-20T15:30'],
      ['of 120 minutes, paused for 30 minutes at night', resume(pause(accepted('120 minutes', '2026-11-20T23:00'), '2026-11-20T23:30'), '2026-11-21T00:00'), '2026-11-21T01:30'],
      ['of 15 days, paused for 3', resume(pause(accepted('15 days', '2026-11-16T10:00'), '2026-11-18T10:00'), '2026-11-21T10:00'), '2026-12-04T17:00'],
      ['of the same day, paused to the next working day', resume(pause(accepted('same day'), '2026-11-20T11:00'), '2026-11-23T09:00'), '2026-11-23T17:00'],
    ];
    for (const [what, clock, due] of rows) it(what, () => assert.equal(dueAt(clock, '2026-12-31T00:00'), due));

    it('while it lasts, the date is the one it would be if it resumed now', () => {
      const waiting = pause(week, '2026-11-26T09:00');
      assert.deepEqual(['2026-11-26T09:00', '2026-11-27T09:00', '2026-11-28T09:00', '2026-11-30T09:00'].map((now) => dueAt(waiting, now)), ['2026-12-02T17:00', '2026-12-03T17:00', '2026-12-03T17:00', '2026-12-04T17:00']);
    });
  });

  describe('another limit in its place', () => {
    const week = accepted('7 working days');
    const limit = (clock: Clock, at: string, other: string): Clock => limitClock(clock, utc(at), other);
    const rows: [what: string, clock: Clock, due: string][] = [
      ['until a later day', limit(week, '2026-11-26T09:00', 'until 2026-12-10'), '2026-12-10T17:00'],
      ['until an earlier day', limit(week, '2026-11-26T09:00', 'until 2026-11-27'), '2026-11-27T17:00'],
      ['counted from when it was set', limit(week, '2026-11-26T09:00', '2 working days'), '2026-11-30T17:00'],
      ['a pause before it moves nothing', limit(resume(pause(week, '2026-11-23T09:00'), '2026-11-26T08:00'), '2026-11-26T09:00', 'until 2026-12-10'), '2026-12-10T17:00'],
      ['of a pause that lasts, what comes after it', resume(limit(pause(week, '2026-11-25T09:00'), '2026-11-26T09:00', '2 working days'), '2026-11-27T09:00'), '2026-12-01T17:00'],
      ['the last of two', limit(limit(week, '2026-11-26T09:00', 'until 2026-12-10'), '2026-11-27T09:00', 'until 2026-12-08'), '2026-12-08T17:00'],
    ];
    for (const [what, clock, due] of rows) it(what, () => assert.equal(dueAt(clock, '2026-12-31T00:00'), due));

    it('when it was due before stays known, each with its pauses, and so does how it stood then', () => {
      const twice = limit(limit(resume(pause(week, '2026-11-23T09:00'), '2026-11-25T09:00'), '2026-11-26T09:00', 'until 2026-12-10'), '2026-11-27T09:00', 'until 2026-12-08');
      assert.deepEqual(formerDues(calendar, twice).map(({ dueAt: due, until }) => [wall(due), wall(until)]), [['2026-12-03T17:00', '2026-11-26T09:00'], ['2026-12-10T17:00', '2026-11-27T09:00']]);
      assert.deepEqual(['2026-11-26T08:59', '2026-11-26T09:00', '2026-11-28T09:00'].map((now) => dueAt(twice, now)), ['2026-12-03T17:00', '2026-12-10T17:00', '2026-12-08T17:00']);
      assert.deepEqual(clockAt(twice, utc('2026-11-26T10:00')).former?.length, 1);
    });

    it('is refused when the clock has ended, or for what is no limit', () => {
      assert.throws(() => limit(end(week, '2026-11-26T09:00'), '2026-11-27T09:00', '2 days'), /expected a running clock/);
      assert.throws(() => limit(week, '2026-11-26T09:00', 'soon'));
    });
  });

  describe('verdicts (C1, C14, C16)', () => {
    const week = accepted('7 working days');
    const waiting = pause(week, '2026-11-26T09:00');
    const rows: [what: string, clock: Clock, now: string, expected: Partial<ClockView>][] = [
      ['accepted tomorrow', week, '2026-11-19T10:00', { state: 'not_started', verdict: 'within', remaining: { unit: 'working_day', value: 7 } }],
      ['on the first day', week, '2026-11-20T10:00', { state: 'running', verdict: 'within', remaining: { unit: 'working_day', value: 7 } }],
      ['four working days before', week, '2026-11-26T10:00', { verdict: 'within', remaining: { unit: 'working_day', value: 4 } }],
      ['three working days before', week, '2026-11-27T10:00', { verdict: 'due_soon', remaining: { unit: 'working_day', value: 3 } }],
      ['on the due day', week, '2026-12-02T17:00', { verdict: 'due_soon', remaining: { unit: 'working_day', value: 0 }, overdueBy: null }],
      ['that evening', week, '2026-12-02T18:00', { verdict: 'overdue', overdueBy: { unit: 'working_day', value: 1 } }],
      ['two working days after', week, '2026-12-04T08:00', { verdict: 'overdue', overdueBy: { unit: 'working_day', value: 2 }, remaining: { unit: 'working_day', value: 0 } }],
      ['waiting for a supplement', waiting, '2026-12-20T10:00', { state: 'paused', verdict: 'paused', pausedFor: ['supplement'], remaining: { unit: 'working_day', value: 4 } }],
      ['paused when already overdue', pause(week, '2026-12-03T10:00'), '2026-12-04T10:00', { state: 'paused', verdict: 'overdue', pausedFor: ['supplement'] }],
      ['paused for two causes', pause(waiting, '2026-11-27T09:00', 'payment'), '2026-11-27T10:00', { pausedFor: ['supplement', 'payment'] }],
      ['ended the day before', end(week, '2026-12-01T16:00'), '2026-12-20T10:00', { state: 'ended', verdict: 'early', remaining: { unit: 'working_day', value: 1 }, overdueBy: null }],
      ['ended on the due day', end(week, '2026-12-02T16:59'), '2026-12-20T10:00', { state: 'ended', verdict: 'on_time' }],
      ['ended the day after', end(week, '2026-12-03T08:00'), '2026-12-20T10:00', { state: 'ended', verdict: 'late', overdueBy: { unit: 'working_day', value: 1 } }],
      ['ended during a pause', end(waiting, '2026-11-30T09:00'), '2026-12-20T10:00', { state: 'ended', verdict: 'early', pausedFor: [], dueDate: '2026-12-04' }],
      ['seen before it ended', end(week, '2026-12-03T08:00'), '2026-11-26T10:00', { state: 'running', verdict: 'within' }],
      ['of 120 minutes, after 59', accepted('120 minutes'), '2026-11-20T10:59', { verdict: 'within', remaining: { unit: 'minute', value: 61 } }],
      ['of 120 minutes, after 60', accepted('120 minutes'), '2026-11-20T11:00', { verdict: 'due_soon', remaining: { unit: 'minute', value: 60 } }],
      ['of 120 minutes, after 125', accepted('120 minutes'), '2026-11-20T12:05', { verdict: 'overdue', overdueBy: { unit: 'minute', value: 5 } }],
      ['of 3 working hours, after lunch', accepted('3 working hours'), '2026-11-20T13:00', { verdict: 'due_soon', remaining: { unit: 'working_minute', value: 90 } }],
      ['of 15 days', accepted('15 days', '2026-11-16T10:00'), '2026-11-20T10:00', { verdict: 'within', remaining: { unit: 'day', value: 11 } }],
    ];
    for (const [what, clock, now, expected] of rows) {
      it(what, () => {
        const seen = view(clock, now);
        for (const [key, value] of Object.entries(expected)) assert.deepEqual(seen[key as keyof ClockView], value, key);
        assert.deepEqual(JSON.parse(JSON.stringify(seen)), seen);
      });
    }

    it('the warning can be set by procedure', () => {
      const at = (dueSoon: string, now: string): string => clockView(calendar, week, utc(now), { dueSoon }).verdict;
      assert.equal(at('1 working day', '2026-11-30T10:00'), 'within');
      assert.equal(at('1 working day', '2026-12-01T10:00'), 'due_soon');
      assert.equal(at('2 working hours', '2026-12-02T14:59'), 'within');
      assert.equal(at('2 working hours', '2026-12-02T15:00'), 'due_soon');
    });

    it('a date that rests on an undecided day says so', () => {
      assert.deepEqual(view(accepted('2 working days', '2027-04-14T09:00'), '2027-04-14T09:00').unconfirmed, ['2027-04-16']);
    });
  });

  it('counts the minutes it ran, without its pauses, until its end', () => {
    const paused = resume(pause(accepted('7 working days'), '2026-11-20T11:00'), '2026-11-20T14:00');
    assert.equal(minutesUsed(calendar, paused, utc('2026-11-20T15:00')), 120);
    assert.equal(minutesUsed(calendar, end(paused, '2026-11-20T14:30'), utc('2026-12-20T15:00')), 90);
    assert.equal(minutesUsed(calendar, paused, utc('2026-11-19T15:00')), 0);
    assert.equal(minutesUsed(calendar, accepted('120 minutes', '2026-11-20T23:00'), utc('2026-11-21T00:30')), 90);
  });

  describe('keeps the laws of pausing on any calendar', () => {
    const CAUSES = ['supplement', 'payment', 'posting'];
    /** Pauses of three causes that overlap as they like: [cause, minutes after the start, minutes it lasts]. */
    const pauses = fc.array(fc.tuple(fc.nat(CAUSES.length - 1), fc.nat(12_000), fc.integer({ min: 0, max: 6_000 })), { maxLength: 5 });
    const later = (from: string, minutes: number): string => new Date(Date.parse(from) + minutes * 60_000).toISOString();
    const withPauses = (start: string, limit: string, stretches: [number, number, number][]): Clock => ({
      ...startClock(start, limit),
      pauses: stretches.map(([cause, after, lasts]) => ({ cause: CAUSES[cause] ?? '', from: later(start, after), to: later(start, after + lasts) })).toSorted((a, b) => a.from.localeCompare(b.from)),
    });
    const inPause = (clock: Clock): ((at: number) => boolean) => {
      const stretches = clock.pauses.map(({ from, to }) => [Date.parse(from), Date.parse(to ?? '')] as const);
      return (at) => stretches.some(([from, to]) => from <= at && at < to);
    };

    it('when a clock turns due soon and late is known beforehand, to the millisecond', () => {
      const limits = fc.constantFrom('same day', '2 working days', '0.5 working days', '7 working days', '90 working minutes', '5 days', '30 hours', '120 minutes');
      const warning = fc.option(fc.constantFrom('1 working day', '3 working days', '2 working hours', '3 days', '30 minutes'), { nil: undefined });
      const fate = fc.constantFrom('runs', 'pauses', 'ends');
      fc.assert(
        fc.property(anyCalendar, anyMinute, limits, warning, pauses, fate, fc.nat(20_000), fc.array(fc.nat(40_000 * 60_000), { maxLength: 5 }), (data, start, limit, dueSoon, stretches, fate, after, looks) => {
          const compiled = compileCalendar(data);
          const before = withPauses(start, limit, fate === 'runs' ? stretches : []);
          const at = fate === 'runs' ? later(start, 20_000) : later(start, after);
          const clock = fate === 'ends' ? endClock(before, at) : fate === 'pauses' ? pauseClock(before, at, 'posting') : before;
          const known = fate === 'runs' && stretches.length === 0 ? start : at;
          const options = dueSoon === undefined ? {} : { dueSoon };
          const { soonAt, lateAt } = turnsOf(compiled, clock, known, options);
          const edges = [soonAt, lateAt].flatMap((turn) => (turn === null ? [] : [-1, 0, 1].map((shift) => Date.parse(turn) + shift)));
          for (const instant of [...edges, ...looks.map((look) => Date.parse(known) + look)]) {
            if (instant < Date.parse(known)) continue;
            const now = new Date(instant).toISOString();
            const { verdict } = clockView(compiled, clock, now, options);
            const late = lateAt !== null && now > lateAt;
            assert.equal(verdict === 'overdue' || verdict === 'late', late, `${now} ${verdict}`);
            assert.equal(verdict === 'due_soon', !late && soonAt !== null && now >= soonAt, `${now} ${verdict}`);
          }
        }),
        { numRuns: 300 },
      );
    });

    it('working minutes: due when as many unpaused office minutes have passed, counted one by one', () => {
      fc.assert(
        fc.property(anyCalendar, anyMinute, fc.integer({ min: 1, max: 900 }), pauses, (data, start, minutes, stretches) => {
          const clock = withPauses(start, `${minutes} working minutes`, stretches);
          const paused = inPause(clock);
          const slow = new SlowCounter(data).workingMinutes(start, minutes, (at) => !paused(Date.parse(utc(at))));
          const seen = clockView(compileCalendar(data), endClock(clock, later(start, 60 * 1_440)), later(start, 60 * 1_440));
          assert.equal(seen.dueAt, slow);
        }),
        { numRuns: 80 },
      );
    });

    it('working days: due as many working days later as the pauses took, and never before they end, counted one by one', () => {
      fc.assert(
        fc.property(anyCalendar, anyMinute, fc.integer({ min: 1, max: 12 }), pauses, (data, start, days, stretches) => {
          const clock = withPauses(start, `${days} working days`, stretches);
          const [paused, first] = [inPause(clock), Date.parse(start)];
          const slow = new SlowCounter(data);
          const nextWorking = (date: string): string => slow.nextWorkingDate(nextDate(date));
          let counted = slow.workingDays(start, days);
          let due = counted;
          for (let minute = 0; minute < 20_000; minute += 1) {
            if (!paused(first + minute * 60_000)) continue;
            const from = later(start, minute);
            while (paused(first + minute * 60_000)) minute += 1;
            const to = later(start, minute);
            if (from >= slow.closing(due)) break;
            for (let day = wall(from).slice(0, 10); day < wall(to).slice(0, 10); day = nextDate(day)) if (slow.works(nextDate(day))) counted = nextWorking(counted);
            for (due = counted; slow.closing(due) <= to; ) due = nextWorking(due);
          }
          assert.equal(clockView(compileCalendar(data), clock, later(start, 60 * 1_440)).dueDate, due);
        }),
        { numRuns: 150 },
      );
    });

    it('without a pause it is the plain deadline, and a pause never makes it earlier', () => {
      fc.assert(
        fc.property(anyCalendar, anyMinute, fc.constantFrom('5 working days', '20 working hours', '9 days', '500 minutes', 'same day'), pauses, (data, start, limit, stretches) => {
          const compiled = compileCalendar(data);
          const now = later(start, 60 * 1_440);
          const plain = deadline(compiled, start, limit);
          const { dueAt, dueDate, unconfirmed } = clockView(compiled, startClock(start, limit), now);
          assert.deepEqual({ dueAt, dueDate, unconfirmed }, plain);
          assert.ok(clockView(compiled, withPauses(start, limit, stretches), now).dueAt >= plain.dueAt);
        }),
      );
    });

    it('waiting makes nobody late: a clock paused in time stays paused, and what is left stays', () => {
      fc.assert(
        fc.property(anyCalendar, anyMinute, fc.constantFrom('5 working days', '20 working hours', '500 minutes', 'same day'), fc.nat(3_000), fc.nat(20_000), (data, start, limit, after, lasts) => {
          const compiled = compileCalendar(data);
          const from = later(start, after);
          const clock = pauseClock(startClock(start, limit), from, 'supplement');
          const [first, then] = [clockView(compiled, clock, from), clockView(compiled, clock, later(from, lasts))];
          if (first.verdict !== 'paused') return;
          assert.equal(then.verdict, 'paused');
          if (first.remaining.value > 0) assert.deepEqual(then.remaining, first.remaining);
          assert.notEqual(clockView(compiled, resumeClock(clock, later(from, lasts)), later(from, lasts)).verdict, 'overdue');
        }),
      );
    });

    it('the order in which overlapping causes are noted does not matter', () => {
      fc.assert(
        fc.property(anyCalendar, anyMinute, pauses, (data, start, stretches) => {
          const compiled = compileCalendar(data);
          const clock = withPauses(start, '5 working days', stretches);
          const reversed = { ...clock, pauses: clock.pauses.toReversed() };
          const now = later(start, 60 * 1_440);
          assert.equal(clockView(compiled, clock, now).dueAt, clockView(compiled, reversed, now).dueAt);
        }),
      );
    });
  });
});
