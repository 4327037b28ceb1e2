import assert from 'node:assert/strict';
import { readFolder } from './folder.ts';
import { heldIn } from './held.ts';
import { limitOn, standingOn, type Standing, type Validity } from './in-force.ts';
import { loadPackage } from './load.ts';
import type { Procedure } from './procedure.ts';
import { timeLimitsOf } from './time-limits.ts';
import { validity } from './rules/validity.ts';

const loading = await loadPackage(await readFolder(new URL('construction-permit-house', import.meta.url).pathname));
assert.ok('package' in loading);
const { package: house } = loading;
const found = (change: Partial<Procedure>, today?: string) => [...validity.check({ ...house, procedure: { ...house.procedure, ...change } }, today)].filter(({ element }) => element !== 'legalBasis');
const sourced = { source: 'x', mark: 'design' } as const;
const limits = (...days: readonly Validity[]): Partial<Procedure> => ({ timeLimit: days.map((one, index) => ({ limit: `${index + 1} days`, ...one, ...sourced })) });
const codes = (...days: readonly Validity[]): Partial<Procedure> => ({ codes: days.map((one, index) => ({ code: `1.00000${index}`, ...one, ...sourced })) });

describe('what of a procedure holds from one day to another', () => {
  const standings: readonly (readonly [Validity, Standing])[] = [
    [{}, 'undated'], [{ from: '2026-07-01' }, 'holds'], [{ from: '2026-07-02' }, 'coming'], [{ to: '2026-06-30' }, 'over'], [{ to: '2026-07-01' }, 'ends'], [{ from: '2026-01-01', to: '2026-12-31' }, 'ends'],
  ];
  for (const [days, standing] of standings) it(`${JSON.stringify(days)}: ${standing}`, () => assert.equal(standingOn(days, '2026-07-01'), standing));

  it('is the limit of the day of filing, and the last one known where none holds', () => {
    const two = limits({ to: '2026-06-30' }, { from: '2026-07-01', to: '2026-12-31' }) as Procedure;
    assert.deepEqual(['2026-06-30', '2026-07-01', '2027-01-01'].map((day) => limitOn(two, day).limit), ['1 days', '2 days', '2 days']);
  });

  it('is no limit of the proof once it has ended, in the procedure or in its table', () => {
    const limitsOf = (today?: string, change: Partial<Procedure> = {}) => timeLimitsOf({ ...house, procedure: { ...house.procedure, ...change } }, new Map(), today).map(({ limit }) => limit);
    assert.deepEqual([undefined, '2026-06-30', '2026-07-01'].map((today) => limitsOf(today).includes('15 days')), [true, true, false]);
    const plain = { ...limits({ to: '2026-06-30' }, { from: '2026-07-01' }), decisions: { ...house.procedure.decisions, timeLimit: 'none#none' } };
    assert.deepEqual([limitsOf('2026-06-30', plain), limitsOf('2026-07-01', plain)], [['1 days', '2 days'], ['2 days']]);
  });

  it('has days of its own, or those of the law that it stands on', () => {
    const held = heldIn(house.procedure, house.decisions);
    const of = (kind: string, name: RegExp) => held.filter((one) => one.kind === kind && name.test(one.name.vi)).map(({ from, to, by }) => [from, to, by?.id]);
    assert.deepEqual(of('form', /^Mẫu số 01,/), [['2025-07-01', undefined, 'circular-03-2025']]);
    assert.deepEqual(of('table', /^feeLines$/), [[undefined, undefined, 'hcmc-resolution-124-2016']]);
    assert.deepEqual(of('row', /^timeLimit/), [['2026-07-01', undefined, undefined], [undefined, '2026-06-30', undefined]]);
  });
});

describe('days of validity that cannot be', () => {
  const cases: readonly (readonly [what: string, change: Partial<Procedure>, told: readonly RegExp[], today?: string])[] = [
    ['two limits at a time of which today is the last', limits({ to: '2026-07-05' }, { from: '2026-07-01' }), [/^error timeLimit .*cùng áp dụng/], '2026-07-05'],
    ['two limits at a time that was over yesterday', limits({ to: '2026-07-05' }, { from: '2026-07-01' }), [/^warning timeLimit .*cùng áp dụng/], '2026-07-06'],
    ['days without a limit, of which today is the last', limits({ to: '2026-06-20' }, { from: '2026-07-01' }), [/^error timeLimit từ sau/], '2026-06-30'],
    ['days without a limit that are over', limits({ to: '2026-06-20' }, { from: '2026-07-01' }), [/^warning timeLimit từ sau/], '2026-07-01'],
    ['no limit today', limits({ to: '2026-06-30' }), [/^error timeLimit hồ sơ nộp hôm nay không có thời hạn nào, vì thời hạn sau cùng đã hết ngày 30\/06\/2026/], '2026-07-01'],
    ['one after another', limits({ to: '2026-06-30' }, { from: '2026-07-01' }), []],
    ['in any order of writing', limits({ from: '2026-07-01' }, { to: '2026-06-30' }), []],
    ['two limits at a time', limits({ to: '2026-07-05' }, { from: '2026-07-01' }), [/^error timeLimit .*cùng áp dụng từ 01\/07\/2026 đến 05\/07\/2026/]],
    ['two limits for ever', limits({}, {}), [/^error timeLimit .*“1 days” và “2 days” cùng áp dụng:/]],
    ['days without a limit', limits({ to: '2026-06-29' }, { from: '2026-07-01' }), [/^error timeLimit từ sau 29\/06\/2026 đến trước 01\/07\/2026 không có thời hạn nào/]],
    ['a last limit that ends', limits({ to: '2026-06-30' }, { from: '2026-07-01', to: '2027-02-28' }), [/^warning timeLimit .*chỉ có đến 28\/02\/2027/]],
    ['an end before the beginning', limits({ from: '2026-07-02', to: '2026-07-01' }), [/^error timeLimit .*ngày cuối phải sau ngày đầu/, /^warning timeLimit/]],
    ['a day that is none', limits({ from: '2026-02-30' }), [/^error timeLimit ngày 30\/02\/2026 .*không có trong lịch/]],
    ['two codes at a time', codes({}, { from: '2026-07-01' }), [/^error codes/]],
    ['days of which no code is known', codes({ to: '2026-06-29' }, { from: '2026-07-01' }), [/^note codes/]],
    ['a form of a law that ends', { legalBasis: house.procedure.legalBasis.map((one) => (one.id === 'circular-03-2025' ? { ...one, to: '2027-01-01' } : one)), letters: { receipt: house.procedure.letters['receipt']! } }, [/^warning letters\.receipt “Mẫu số 01,.*” dựa vào .*03\/2025\/TT-VPCP.*, hết hiệu lực sau ngày 01\/01\/2027/]],
  ];
  for (const [what, change, told, today] of cases) it(what, () => {
    const said = found(change, today).map(({ severity, element, messageVi }) => `${severity} ${element} ${messageVi}`);
    assert.equal(said.length, told.length, said.join('\n'));
    for (const [index, one] of told.entries()) assert.match(said[index]!, one);
  });
});
