import { strict as assert } from 'node:assert';
import type { LetterRow } from '../../storage/tables/letters.ts';
import { fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const purposes = ['result', 'along-the-way', 'internal'] as const;
type Shown = readonly { readonly key: string }[];

describe('letters of a dossier', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let dossier = '';
  let bytes: { sha256: string; size: number };
  before(async () => {
    house = await runHouse();
    citizen = await house.visitor('congdan1');
    ({ dossier } = await fileHouse(house, citizen));
    bytes = await house.services.files.put([new TextEncoder().encode('%PDF-1.4 mẫu')]);
    await house.store.transaction(async (tx) => {
      for (const purpose of purposes) {
        const row: LetterRow = { id: purpose, dossierId: dossier, letter: purpose, purpose, title: { vi: purpose, en: purpose }, number: null, ...bytes, verifyCode: purpose, issuedAt: '2026-11-19T03:00:00.000Z', issuedBy: 'system', capacity: null, node: 'issue', revokedAt: null };
        await tx.letters.insert(row);
      }
    });
  });
  after(() => house.stop());

  const listed = async (visitor: Visitor, path: string) => ((await visitor.done('GET', path)) as unknown as { letters: Shown }).letters.map(({ key }) => key).filter((key) => (purposes as readonly string[]).includes(key)).toSorted();
  const fetched = async (visitor: Visitor) => (await Promise.all(purposes.map(async (id) => [id, (await visitor.fetch('GET', `/api/letters/${id}`)).status] as const))).filter(([, status]) => status === 200).map(([id]) => id);

  it('are shown to whoever applied, but for those inside the office', async () => {
    assert.deepEqual(await listed(citizen, `/api/dossiers/${dossier}`), ['along-the-way', 'result']);
    assert.deepEqual(await fetched(citizen), ['result', 'along-the-way']);
  });

  it('are all shown to the office, with what they are', async () => {
    const officer = await house.visitor('tiepnhan');
    assert.deepEqual(await listed(officer, `/api/desk/dossiers/${dossier}`), ['along-the-way', 'internal', 'result']);
    assert.deepEqual(await fetched(officer), [...purposes]);
  });

  it('are kept back from whoever applied while the fee of a result is not paid', async () => {
    await house.store.transaction((tx) => tx.payments.insert({
      id: 'fee', dossierId: dossier, purpose: 'fee', amount: 75_000, lines: [], status: 'pending', reference: 'MAU1', createdAt: '2026-11-19T03:00:00.000Z', settledAt: null, oddity: null,
    }));
    assert.deepEqual(await listed(citizen, `/api/dossiers/${dossier}`), ['along-the-way']);
    assert.deepEqual(await fetched(citizen), ['along-the-way']);
  });

  it('of the shipped procedures say what they are when they are issued', async () => {
    await house.work();
    const rows = await house.store.read((tx) => tx.letters.find({ dossierId: dossier, letter: 'receipt' }));
    assert.ok(rows.every(({ purpose }) => purpose === 'along-the-way'));
  });
});
