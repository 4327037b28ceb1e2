import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { offsetAt, zoneOf } from './zone.ts';

const regions = ['Asia/Ho_Chi_Minh', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Monrovia', 'Pacific/Apia', 'America/St_Johns', 'UTC', 'Etc/GMT+12'];
const temporal = (zone: string, at: bigint, utc: boolean): number => {
  const shown = new Temporal.Instant(at * 1_000_000_000n).toZonedDateTimeISO(utc ? zone : 'UTC');
  return (utc ? shown : shown.toPlainDateTime().toZonedDateTime(zone)).offsetNanoseconds / 1e9;
};

describe('offsets of regions', () => {
  it('are those that Temporal gives, on the wall and in UTC', () => {
    const seconds = fc.oneof(fc.integer({ min: -4_000_000_000, max: 8_000_000_000 }), fc.integer({ min: -100_000_000_000, max: 200_000_000_000 }));
    fc.assert(fc.property(fc.constantFrom(...regions), seconds, fc.boolean(), (zone, at, utc) => {
      assert.equal(offsetAt(zone, BigInt(at), utc), temporal(zone, BigInt(at), utc), `${zone} ${at}`);
    }), { numRuns: 1000 });
  });

  it('around a change of the clocks are those that Temporal gives: what is skipped, what comes twice', () => {
    for (const change of ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z']) {
      for (let minutes = -150; minutes <= 150; minutes += 10) {
        const at = BigInt(Date.parse(change) / 1000 + 3600 + minutes * 60);
        assert.equal(offsetAt('Europe/Paris', at), temporal('Europe/Paris', at, false), `${change} ${minutes}`);
      }
    }
  });

  it('far away from all tables are still numbers', () => {
    for (const at of [10n ** 18n, -(10n ** 18n)]) assert.ok(Number.isFinite(offsetAt('Europe/Paris', at)));
  });

  it('are asked of no region that nobody knows', () => {
    assert.equal(zoneOf('Asia/Ho_Chi_Minh'), 'Asia/Ho_Chi_Minh');
    assert.equal(zoneOf('Asia/Nowhere'), null);
    assert.equal(zoneOf('@Europe/Paris'), 'Europe/Paris');
  });
});
