import { strict as assert } from 'node:assert';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import { newestDossiers } from './newest.ts';

const dossier = (id: string, unitId: string, receivingUnitId: string, submittedAt: string): DossierRow => ({
  id, code: id, procedureKey: 'p', procedureHash: 'h', unitId, receivingUnitId, applicantAccount: 'a', applicantName: 'n', applicantPhone: '', search: `${id} ${unitId}`, subject: '',
  begunBy: null, channel: 'online', state: 1, status: 'active', progress: {} as never, data: {}, clock: null, version: 1, head: '', submittedAt, acceptedAt: null, dueAt: null, soonAt: null, lateAt: null,
  pausedAt: null, endedAt: null, updatedAt: 't',
});

onEveryStore('the newest dossiers of an office', (open) => {
  // several at the same time, some of them its own, some received for others, some both, some neither
  const units = [['ours', 'ours'], ['ours', 'theirs'], ['theirs', 'ours'], ['theirs', 'theirs']] as const;
  const all = Array.from({ length: 40 }, (_, n) => dossier(`d${String((n * 17) % 40).padStart(2, '0')}`, units[n % 4]![0], units[n % 4]![1], `2026-11-${10 + (n % 5)}`));
  const seen = all.filter(({ unitId, receivingUnitId }) => unitId === 'ours' || receivingUnitId === 'ours').toSorted((one, other) => other.submittedAt.localeCompare(one.submittedAt) || other.id.localeCompare(one.id));
  const scope = { any: [{ unitId: 'ours' }, { receivingUnitId: 'ours' }] };
  before(() => open().transaction(async (tx) => {
    for (const row of all) await tx.dossiers.insert(row);
  }));

  const pages = async (size: number, narrowed: object = {}): Promise<string[]> => {
    const ids: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const from: string = cursor;
      const { rows, next } = await open().read((tx) => newestDossiers(tx, scope, narrowed, { cursor: from, size }));
      assert.ok(rows.length <= size);
      ids.push(...rows.map(({ id }) => id));
      cursor = next ?? undefined;
    }
    return ids;
  };

  for (const size of [1, 3, 7, 30, 100]) it(`come each once, in order, in pages of ${size}`, async () => assert.deepEqual(await pages(size), seen.map(({ id }) => id)));
  it('are narrowed before they are cut', async () => assert.deepEqual(await pages(4, { search: { contains: 'theirs' } }), seen.filter(({ unitId }) => unitId === 'theirs').map(({ id }) => id)));
  it('are nobody’s whose scope is empty', async () => assert.deepEqual((await open().read((tx) => newestDossiers(tx, { any: [] }, {}, { cursor: undefined, size: 5 }))).rows, []));
});
