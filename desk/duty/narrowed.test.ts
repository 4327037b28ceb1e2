import { strict as assert } from 'node:assert';
import type { OnDuty } from '../../server/api/duty.ts';
import { choicesOf, numbered } from './narrowed.ts';

const row = (dossier: string, kind: string | null, road: string | null): OnDuty => ({ dossier, kind: kind && { vi: kind, en: kind }, road: road && { vi: road, en: road } }) as OnDuty;
const rows = [row('a', 'Rác', 'Đường Mẫu Hai'), row('b', 'Cây xanh', null), row('c', 'Rác', 'Đường Ấp Mẫu'), row('d', null, 'Đường Mẫu Hai')];

describe('the duty list, narrowed', () => {
  it('offers the kinds and roads that stand in it, once each', () => assert.deepEqual(choicesOf(rows, 'vi'), { kinds: ['Cây xanh', 'Rác'], roads: ['Đường Ấp Mẫu', 'Đường Mẫu Hai'] }));
  const table: readonly (readonly [kind: string, road: string, shown: string])[] = [['', '', 'a1 b2 c3 d4'], ['Rác', '', 'a1 c2'], ['', 'Đường Mẫu Hai', 'a1 d2'], ['Rác', 'Đường Ấp Mẫu', 'c1'], ['Cây xanh', 'Đường Mẫu Hai', '']];
  for (const [kind, road, shown] of table) it(`shows “${shown}” for “${kind}” at “${road}”, numbered anew`, () => assert.equal(numbered(rows, { kind, road }, 'vi').map((one) => `${one.row.dossier}${one.number}`).join(' '), shown));
});
