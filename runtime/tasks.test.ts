import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { Answer } from './answer.ts';
import type { Standing } from './command.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle, WARD } from './testing/people.ts';

const reason = (answer: Answer<unknown>): string => (answer.ok ? 'accepted' : answer.refused);

onEveryStore('a step', (open) => {
  let h: House;
  let filed: Standing;
  before(async () => {
    await settle(open());
    h = house(open());
  });
  beforeEach(async () => {
    h.set(MORNING);
    filed = accepted(await h.runtime.file(filing(h.keys())));
  });
  const reception = (): string => taskAt(filed, 'reception');
  const claim = (actor: string): ReturnType<House['runtime']['claimTask']> => h.runtime.claimTask({ actor, key: h.keys(), taskId: reception() });
  const complete = (actor: string, change: object = {}): ReturnType<House['runtime']['completeTask']> =>
    h.runtime.completeTask({ actor, key: h.keys(), taskId: reception(), data: { outcome: 'accept' }, ...change });

  it('is due by its limit in the working time of its unit', async () => {
    const task = await h.store.read((tx) => tx.tasks.first({ id: reception() }));
    assert.equal(task?.dueAt, '2026-11-23T07:30:00.000Z', '4 working hours after 9:00 with the noon break');
  });

  it('taken by one cannot be taken or done by another, who reads who and when', async () => {
    accepted(await claim('rita'));
    for (const answer of [await claim('ron'), await complete('ron')]) {
      assert.equal(reason(answer), 'conflict');
      assert.deepEqual(!answer.ok && answer.refused === 'conflict' && [answer.who, answer.when], ['rita', MORNING]);
    }
    assert.equal(accepted(await claim('rita')).claimedAt, MORNING, 'taking it again changes nothing');
    accepted(await complete('rita'));
  });

  const named: readonly (readonly [what: string, officer: string, holder: string | null])[] = [
    ['who holds the role has it in hand at once', 'ron', 'ron'], ['who does not hold the role leaves it to anybody of the role', 'hai', null], ['who does not exist leaves it too', 'nobody', null],
  ];
  for (const [what, officer, holder] of named) {
    it(`given beforehand to one ${what}`, async () => {
      const { application } = filing('any');
      filed = accepted(await h.runtime.file({ ...filing(h.keys()), application: { ...application, officer } }));
      const task = await h.store.read((tx) => tx.tasks.first({ id: reception() }));
      assert.deepEqual([task?.claimedBy, task?.claimedAt], [holder, holder === null ? null : MORNING]);
      assert.equal(reason(await complete('rita')), holder === null ? 'accepted' : 'conflict');
      assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
    });
  }

  it('given back is free again; only a head takes it from another', async () => {
    accepted(await claim('rita'));
    const release = (actor: string, force = false): ReturnType<House['runtime']['releaseTask']> => h.runtime.releaseTask({ actor, key: h.keys(), taskId: reception(), force });
    assert.equal(reason(await release('ron')), 'forbidden');
    assert.equal(accepted(await release('ron', true)).claimedBy, null);
    accepted(await claim('ron'));
    accepted(await release('ron'));
    accepted(await h.runtime.assignTask({ actor: 'ron', key: h.keys(), taskId: reception(), to: 'rita' }));
    assert.equal(reason(await h.runtime.assignTask({ actor: 'ron', key: h.keys(), taskId: reception(), to: 'hai' })), 'forbidden');
    accepted(await complete('rita'));
    assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
  });

  it('is taken by exactly one of many who try at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => claim(index % 2 === 0 ? 'rita' : 'ron')));
    const winners = new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.claimedBy] : [])));
    assert.equal(winners.size, 1);
    const [winner] = winners;
    for (const answer of answers.filter(({ ok }) => !ok)) assert.equal(!answer.ok && answer.refused === 'conflict' && answer.who, winner);
  });

  it('is done by exactly one of many who try at once; the others read who was first', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => complete(index % 2 === 0 ? 'rita' : 'ron')));
    const won = answers.filter(({ ok }) => ok);
    assert.equal(won.length, 1);
    const task = await h.store.read((tx) => tx.tasks.first({ id: reception() }));
    for (const answer of answers) {
      if (!answer.ok) assert.deepEqual(answer.refused === 'conflict' && [answer.who, answer.when], [task?.closedBy, MORNING]);
    }
    assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
  });

  it('is refused to whoever does not hold the role there and then', async () => {
    const role = { id: 'ron-receptionist' };
    const change = (values: object): Promise<number> => h.store.transaction((tx) => tx.roleAssignments.update(role, values));
    for (const actor of ['an', 'hai', 'nobody']) assert.equal(reason(await complete(actor)), 'forbidden', actor);
    await change({ validTo: MORNING });
    assert.equal(reason(await complete('ron')), 'forbidden', 'the assignment has ended');
    await change({ validTo: null, validFrom: '2027-01-01T00:00:00.000Z' });
    assert.equal(reason(await complete('ron')), 'forbidden', 'the assignment has not begun');
    await change({ validFrom: '2026-01-01T00:00:00.000Z', unitId: 'other' });
    assert.equal(reason(await complete('ron')), 'forbidden', 'in another unit');
    await change({ unitId: WARD });
    await h.store.transaction((tx) => tx.accounts.update({ id: 'ron' }, { active: false }));
    assert.equal(reason(await complete('ron')), 'forbidden', 'the account is closed');
    await h.store.transaction((tx) => tx.accounts.update({ id: 'ron' }, { active: true }));
    accepted(await complete('ron'));
  });

  it('of the applicant is refused to another citizen and to staff', async () => {
    const items = [{ target: 'file', path: 'files.plan', remark: 'Mờ' }];
    const asked = accepted(await complete('rita', { data: { outcome: 'supplement', items } }));
    for (const actor of ['binh', 'rita']) {
      assert.equal(reason(await h.runtime.completeTask({ actor, key: h.keys(), taskId: taskAt(asked, 'ask'), data: { changes: {} } })), 'forbidden');
    }
    for (const path of ['__proto__.x', 'files.plan.__proto__']) {
      assert.equal(reason(await h.runtime.completeTask({ actor: 'an', key: h.keys(), taskId: taskAt(asked, 'ask'), data: { changes: { [path]: 1 } } })), 'invalid');
    }
    assert.equal(({} as { x?: unknown }).x, undefined);
  });

  it('is refused with the version that is there now when the dossier changed meanwhile', async () => {
    accepted(await claim('rita'));
    const stale = await complete('rita', { expectedVersion: filed.version });
    assert.deepEqual(!stale.ok && stale.refused === 'conflict' && stale.version, filed.version + 1);
    accepted(await complete('rita', { expectedVersion: filed.version + 1 }));
  });

  it('that does not exist is not found; a supplement without anything to correct is invalid', async () => {
    assert.equal(reason(await h.runtime.claimTask({ actor: 'rita', key: h.keys(), taskId: 'no.such' })), 'not-found');
    assert.equal(reason(await complete('rita', { data: { outcome: 'supplement', items: [] } })), 'invalid');
    assert.equal(reason(await complete('rita', { data: { outcome: 'supplement', items: [{ target: 'page', path: 7 }] } })), 'invalid');
  });

  it('without the data its gateway asks for raises an incident, which a person mends', async () => {
    const stuck = accepted(await complete('rita', { data: {} }));
    assert.deepEqual(stuck.openTasks, []);
    const [incident] = await h.store.read((tx) => tx.incidents.find({ dossierId: filed.dossierId, resolvedAt: null }));
    assert.equal(incident?.code, 'missing-data');
    assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
    const retry = { actor: 'admin', key: h.keys(), dossierId: filed.dossierId, incident: incident?.incident ?? 0, data: { reception: { outcome: 'accept' } } };
    const mended = await Promise.all([h.runtime.retryIncident(retry), h.runtime.retryIncident(retry), h.runtime.retryIncident({ ...retry, key: h.keys() })]);
    const [one, same, other] = mended.map(reason);
    assert.equal(one, same, 'the same request twice is one');
    assert.deepEqual([one, other].toSorted(), ['accepted', 'not-found'], 'of two requests one comes too late');
    assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
  });

  it('cannot be done after the applicant withdrew; the clock and the state say so', async () => {
    assert.equal(reason(await h.runtime.withdraw({ actor: 'binh', key: h.keys(), dossierId: filed.dossierId, reason: 'x' })), 'forbidden');
    const gone = accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: filed.dossierId, reason: 'Đổi ý' }));
    assert.deepEqual([gone.state, gone.status], [7, 'terminated']);
    assert.equal(reason(await complete('rita')), 'conflict');
    assert.deepEqual((await h.runtime.verify(filed.dossierId)).faults, []);
  });

  it('ends, where the process says what follows a withdrawal, with that: the applicant is written to', async () => {
    const left = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'leaver-1' })));
    const gone = accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: left.dossierId, reason: 'Đổi ý' }));
    assert.deepEqual([gone.state, gone.status, gone.openTasks], [7, 'active', []], 'the letter is still to be made');
    assert.equal(reason(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: left.dossierId, reason: 'x' })), 'closed', 'it is taken back once, and the letter goes on');
    await h.settle();
    const row = await h.store.read((tx) => tx.dossiers.first({ id: left.dossierId }));
    assert.deepEqual([h.printed.filter((key) => key.startsWith(left.dossierId)).length, row?.status, row?.state, row?.data['withdrawal']], [1, 'completed', 7, { reason: 'Đổi ý' }]);
    const told = await h.store.read((tx) => tx.outbox.find({ dossierId: left.dossierId, kind: 'withdrawn' }));
    assert.equal(told.length, 1, 'told once');
    assert.deepEqual((await h.runtime.verify(left.dossierId)).faults, []);
  });
});
