import assert from 'node:assert/strict';
import { holdersOf, isHeldBy } from './holders.ts';

describe('who has what somebody began', () => {
  const unit = { id: 'ward', name: { vi: 'Phường', en: 'Ward' } };
  const turn = (id: string | null) => ({ name: { vi: 'Làm', en: 'Do' }, role: 'handler' as const, unit, person: id === null ? null : { id, name: id.toUpperCase() } });
  const row = (verdict: 'late' | 'within', ...who: (string | null)[]) => ({ turns: who.map(turn), clock: { verdict } as never });
  const rows = [row('within', 'an'), row('late', 'binh', 'an'), row('within', 'an'), row('within', null), row('within')];

  it('is told by person or role, those who are late first, by the first turn', () => {
    assert.deepEqual(holdersOf(rows).map(({ value, person, count, late }) => [value, person?.name ?? null, count, late]), [['binh', 'BINH', 1, 1], ['an', 'AN', 2, 0], ['ward:handler', null, 1, 0]]);
  });

  it('narrows the list to one of them', () => {
    assert.deepEqual(['an', 'binh', 'ward:handler', 'x'].map((value) => rows.filter((one) => isHeldBy(one, value)).length), [2, 1, 1, 0]);
  });
});
