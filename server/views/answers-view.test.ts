import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Data } from '../../engine/state.ts';
import type { Description } from '../../procedures/described/description.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Package } from '../library/package.ts';
import { answersView } from './answers-view.ts';

const population = JSON.parse(await readFile(new URL('../../connectors/register.population.json', import.meta.url), 'utf8')) as Description;
const { said: _said, ...wordless } = population;
const asked = { connector: 'register.population', result: 'ownerMatch' };

describe('what a register answered, at the desk', () => {
  const rows: readonly (readonly [what: string, data: Data, description: Omit<Description, 'said'>, said: readonly string[]])[] = [
    ['stands in words', { ownerMatch: { found: true, residence: 'Phường Sen Mẫu' } }, population, ['Số định danh và họ tên khớp; thường trú: Phường Sen Mẫu']],
    ['says too that nobody was found', { ownerMatch: { found: false, residence: null } }, population, ['Không có người nào khớp số định danh và họ tên']],
    ['is nothing before it came', {}, population, []],
    ['is nothing when a person did the step in another way', { ownerMatch: { outcome: 'called' } }, population, []],
    ['is nothing of a description without words', { ownerMatch: { found: true } }, wordless, []],
  ];
  for (const [what, data, description, said] of rows)
    it(what, () => {
      const pack = { definition: { nodes: { first: { step: asked }, again: { step: asked }, other: { step: {} } } }, connectors: new Map([['register.population', description]]) } as unknown as Package;
      assert.deepEqual(answersView(pack, { data } as unknown as DossierRow, '2026-11-18T05:00:00Z').map((one) => one.said.vi), said);
    });
});
