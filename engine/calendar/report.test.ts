import { strict as assert } from 'node:assert';
import { compileCalendar } from './calendar.ts';
import { type Clock, endClock, pauseClock, resumeClock, startClock } from './clock.ts';
import hcmc from './hcmc.json' with { type: 'json' };
import { endOfHandling, reportVerdict } from './report.ts';
import { utc } from './testing/slow-counter.ts';

const calendar = compileCalendar(hcmc);
/** Accepted Friday 20 November, due Wednesday 2 December. */
const dossier = startClock(utc('2026-11-20T10:00'), '7 working days');
const asked = (at: string, clock: Clock = dossier): Clock => pauseClock(clock, utc(at), 'supplement');
const completed = (at: string, clock: Clock): Clock => resumeClock(clock, utc(at), 'supplement');

describe('the report of a period', () => {
  const rows: [what: string, clock: Clock, periodEnd: string, verdict: 'on_time' | 'overdue'][] = [
    ['C1: ended at the due time', endClock(dossier, utc('2026-12-02T17:00')), '2026-12-31T23:59', 'on_time'],
    ['C1: ended a minute later', endClock(dossier, utc('2026-12-02T17:01')), '2026-12-31T23:59', 'overdue'],
    ['C5: ended two working days later, after two of supplement', endClock(completed('2026-11-30T09:00', asked('2026-11-26T09:00')), utc('2026-12-04T17:00')), '2026-12-31T23:59', 'on_time'],
    ['C6: not finished, due after the period', dossier, '2026-11-30T23:59', 'on_time'],
    ['C6: not finished, due before the period ended', dossier, '2026-12-15T23:59', 'overdue'],
    ['C6: finished only after the period', endClock(dossier, utc('2026-12-20T10:00')), '2026-11-30T23:59', 'on_time'],
    ['C4: waiting for a supplement since before it was due', asked('2026-12-01T09:00'), '2026-12-31T23:59', 'on_time'],
    ['C4: waiting for a supplement asked when it was overdue', asked('2026-12-03T09:00'), '2026-12-31T23:59', 'overdue'],
    ['C4: waiting for a second supplement', asked('2026-12-01T09:00', completed('2026-11-27T09:00', asked('2026-11-26T09:00'))), '2026-12-31T23:59', 'overdue'],
    ['C4: a second supplement asked only after the period', asked('2026-12-01T09:00', completed('2026-11-27T09:00', asked('2026-11-26T09:00'))), '2026-11-30T23:59', 'on_time'],
    ['C10: waiting for payment since before it was due', pauseClock(dossier, utc('2026-12-01T09:00'), 'payment'), '2026-12-31T23:59', 'on_time'],
  ];
  for (const [what, clock, periodEnd, verdict] of rows) it(`${what}: ${verdict}`, () => assert.equal(reportVerdict(calendar, clock, utc(periodEnd)), verdict));

  it('C2: takes "processed" before "returned" before "stopped" as the end', () => {
    assert.equal(endOfHandling({ processed: 'a', returned: 'b', stopped: 'c' }), 'a');
    assert.equal(endOfHandling({ returned: 'b', stopped: 'c' }), 'b');
    assert.equal(endOfHandling({ stopped: 'c' }), 'c');
    assert.equal(endOfHandling({}), undefined);
  });
});
