import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { FIRST_INSTANT, LAST_INSTANT } from './instant.ts';
import { clockChanges, readZone, toLocal, toUtc } from './zone.ts';

const wallOf = (local: number): Temporal.PlainDateTime => Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();

describe('a zone', () => {
  for (const name of ['Asia/Ho_Chi_Minh', 'UTC', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Pyongyang', '+05:45']) {
    it(`${name} gives the same times as Temporal, both ways`, () => {
      const zone = readZone(name);
      const near = zone.periods.slice(1).map(({ since }) => since);
      const instant = fc.oneof(
        fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT - 1 }),
        ...(near.length === 0 ? [] : [fc.tuple(fc.constantFrom(...near), fc.integer({ min: -9_000_000, max: 9_000_000 })).map(([since, off]) => since + off)]),
      );
      fc.assert(
        fc.property(instant, (at) => {
          const temporal = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
          assert.equal(wallOf(toLocal(zone, at)).toString(), temporal.toPlainDateTime().toString());
          assert.equal(toUtc(zone, at), wallOf(at).toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('of Vietnam has one offset in the whole century', () => assert.deepEqual(readZone('Asia/Ho_Chi_Minh').periods.map(({ offset }) => offset), [7 * 3_600_000]));

  it('with summer time tells which hours it skips and repeats', () => {
    const changes = clockChanges(readZone('Europe/Paris')).filter(({ at }) => at.startsWith('2026'));
    assert.deepEqual(
      changes.map(({ from, to }) => [wallOf(from).toString(), wallOf(to).toString()]),
      [['2026-03-29T02:00:00', '2026-03-29T03:00:00'], ['2026-10-25T02:00:00', '2026-10-25T03:00:00']],
    );
  });

  it('that is not in the database is refused by name', () => assert.throws(() => readZone('Asia/Sai_Gon_1'), /expected "zone" to be an IANA time zone .*but got "Asia\/Sai_Gon_1"/));
});
