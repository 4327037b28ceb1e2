import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle } from './testing/people.ts';

onEveryStore('one dossier from filing to its end', (open) => {
  let h: House;
  before(async () => {
    await settle(open());
    h = house(open());
  });

  it('is filed, supplemented, accepted, paid, examined, signed and closed, and verifies at every step', async () => {
    const { runtime } = h;
    const whole = async (id: string): Promise<void> => assert.deepEqual((await runtime.verify(id)).faults, []);
    const filed = accepted(await runtime.file(filing(h.keys())));
    const dossierId = filed.dossierId;
    assert.equal(filed.code, 'H29.45.12-261123-0001');
    assert.equal(filed.state, 1);
    await whole(dossierId);

    const reception = taskAt(filed, 'reception');
    accepted(await runtime.claimTask({ actor: 'rita', key: h.keys(), taskId: reception }));
    await whole(dossierId);
    const items = [{ target: 'field', path: 'work.footprint', remark: 'Sai diện tích' }];
    const asked = accepted(await runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: reception, data: { outcome: 'supplement', items } }));
    assert.equal(asked.state, 5);
    await whole(dossierId);

    const wrong = await runtime.completeTask({ actor: 'an', key: h.keys(), taskId: taskAt(asked, 'ask'), data: { changes: { 'work.floors': [] } } });
    assert.deepEqual([wrong.ok, !wrong.ok && wrong.refused], [false, 'invalid']);
    const bad = await runtime.completeTask({ actor: 'an', key: h.keys(), taskId: taskAt(asked, 'ask'), data: { changes: { 'work.footprint': 'x' } } });
    assert.deepEqual(!bad.ok && bad.refused === 'invalid' && bad.faults, [{ path: 'changes.work.footprint', message: 'expected a number' }]);
    const answered = accepted(await runtime.completeTask({ actor: 'an', key: h.keys(), taskId: taskAt(asked, 'ask'), data: { changes: { 'work.footprint': 72 } } }));
    const [supplement] = await h.store.read((tx) => tx.supplements.find({ dossierId }));
    assert.deepEqual(supplement?.items, [{ ...items[0], before: 80, after: 72 }]);
    await whole(dossierId);

    const taken = accepted(await runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(answered, 'reception'), data: { outcome: 'accept' } }));
    assert.equal(taken.state, 2);
    const row = await h.store.read((tx) => tx.dossiers.first({ id: dossierId }));
    assert.equal(row?.acceptedAt, MORNING);
    assert.equal(row?.dueAt, '2026-12-03T10:00:00.000Z', '7 working days after Monday 23/11, 24/11 being a holiday');
    assert.deepEqual(row?.data['application'], { work: { footprint: 72, floors: [{ area: 80 }] } });
    await whole(dossierId);

    await h.settle();
    await whole(dossierId);
    assert.equal(h.printed.length, 1);
    const early = await runtime.message({ actor: 'bank', key: h.keys(), dossierId, name: 'payment.settled', keys: { dossier: 'another' } });
    assert.equal(!early.ok && early.refused, 'conflict');
    const paid = accepted(await runtime.message({ actor: 'bank', key: h.keys(), dossierId, name: 'payment.settled', keys: { dossier: dossierId }, data: { amount: 75_000 } }));
    assert.equal(paid.state, 4);
    await whole(dossierId);

    const examined = accepted(await runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(paid, 'examination'), data: { outcome: 'ok' } }));
    const own = await runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(examined, 'signing'), data: {} });
    assert.match(own.ok ? '' : `${own.refused} ${own.message}`, /^forbidden .*four eyes/);
    const signed = accepted(await runtime.completeTask({ actor: 'son', key: h.keys(), taskId: taskAt(examined, 'signing'), data: {} }));
    assert.deepEqual([signed.status, signed.state, signed.openTasks], ['completed', 9, []]);
    await whole(dossierId);
    await h.settle();
    assert.equal(new Set(h.delivered).size, h.delivered.length);
    assert.equal(h.delivered.length, 4, 'the applicant was told of states 5, 2, 4 and 9');

    const late = await runtime.withdraw({ actor: 'an', key: h.keys(), dossierId, reason: 'x' });
    assert.equal(!late.ok && late.refused, 'closed');
  });

  it('tells a repeat the first answer, and refuses its key for something else', async () => {
    const key = h.keys();
    const first = await h.runtime.file(filing(key));
    const again = await h.runtime.file(filing(key));
    assert.deepEqual(again, { ...first, repeated: true });
    const other = await h.runtime.file(filing(key, { subject: 'another' }));
    assert.equal(!other.ok && other.refused, 'key-reused');
    const another = accepted(await h.runtime.file(filing(key, { actor: 'binh', applicant: { account: 'binh', name: 'Bình' } })));
    assert.notEqual(another.dossierId, accepted(first).dossierId, 'the same key of another person is another command');
  });

  it('files once when the same request comes fifty times at once', async function () {
    this.timeout(300_000);
    const key = h.keys();
    const count = await h.store.read((tx) => tx.dossiers.count({}));
    const answers = await Promise.all(Array.from({ length: 50 }, () => h.runtime.file(filing(key))));
    assert.equal(new Set(answers.map((answer) => JSON.stringify(accepted(answer)))).size, 1);
    assert.equal(answers.filter((answer) => answer.ok && !answer.repeated).length, 1);
    assert.equal(await h.store.read((tx) => tx.dossiers.count({})), count + 1);
  });

  it('gives codes without gaps to many who file at once, and a new day begins anew', async function () {
    this.timeout(300_000);
    h.set('2026-11-30T16:59:59.000Z');
    const filed = await Promise.all(Array.from({ length: 12 }, (_, index) =>
      h.runtime.file(filing(h.keys(), index % 3 === 2 ? { application: {} } : {}))));
    const codes = filed.flatMap((answer) => (answer.ok ? [answer.value.code] : [])).toSorted();
    assert.deepEqual(codes, Array.from({ length: 8 }, (_, index) => `H29.45.12-261130-000${index + 1}`));
    h.set('2026-11-30T17:00:00.000Z');
    assert.equal(accepted(await h.runtime.file(filing(h.keys()))).code, 'H29.45.12-261201-0001', 'midnight in the ward');
    h.set(MORNING);
  });
});
