import assert from 'node:assert/strict';
import { officeDate } from '../engine/calendar/office-day.ts';
import type { Data } from '../engine/state.ts';
import { compiled } from '../engine/testing/compiled.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { TransferItemRow } from '../storage/tables/transfers.ts';
import type { Answer } from './answer.ts';
import type { Standing } from './command.ts';
import type { RunnableProcedure } from './procedure.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { faultsOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';

const version = async (hash: string, body: string): Promise<RunnableProcedure> => ({ key: 'plan', hash, name: { vi: 'Chuyển', en: 'Plan' }, environment: {}, definition: await compiled(diagram(body), 'p') });
const steps = (line: string): string => {
  const ids = line.split(' ');
  return `<startEvent id="s"/>${ids.map((id) => `<userTask id="${id}"/>`).join('')}<endEvent id="e"/>${flows(`s -> ${ids.join(' -> ')} -> e`)}`;
};
const branches = (ids: readonly string[]): string => `<startEvent id="s"/><parallelGateway id="split"/>${ids.map((id) => `<userTask id="${id}"/>`).join('')}<parallelGateway id="join"/><userTask id="z"/><endEvent id="e"/>${flows(`s -> split; ${ids.map((id) => `split -> ${id} -> join`).join('; ')}; join -> z -> e`)}`;
const versions = await Promise.all([
  version('abz', steps('a b z')), version('cz', steps('c z')), version('caz', steps('c a z')), version('abyz', steps('a b y z')), version('two', branches(['a', 'b'])), version('three', branches(['a', 'b', 'c'])),
  version('dropping', `<startEvent id="s"/><userTask id="a" motcua:result="filing"/>${steps('b z').replace('<startEvent id="s"/>', '').replace('s -> b', 's -> a -> b')}`),
  version('dated', `<startEvent id="s"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="g" default="free"/><userTask id="z"/><endEvent id="e"/>${flows('s -> a -> b -> g; z -> e')}<sequenceFlow id="dear" sourceRef="g" targetRef="z"><conditionExpression>filing.day &gt;= "2026-07-01" and not(local.free)</conditionExpression></sequenceFlow><sequenceFlow id="free" sourceRef="g" targetRef="e"/>`)
    .then((one): RunnableProcedure => ({ ...one, parameters: [{ name: 'free', kind: 'yesNo', usual: false, label: one.name, source: 'x', mark: 'design' }] })),
  version('asking', steps('a b z')).then((one): RunnableProcedure => ({ ...one, check: (form) => (form === 'application' ? [{ path: 'phone', message: 'is asked now' }] : []) })),
]);

onEveryStore('a dossier that is taken to another version', (open) => {
  let h: House;
  let seed = 0;
  const filed: string[] = [];
  before(() => settle(open()));
  beforeEach(() => {
    filed.length = 0;
    h = house(open(), `transfers-${(seed += 1)}`, { loadProcedure: async (hash) => versions.find((one) => one.hash === hash) });
  });
  afterEach(async () => {
    assert.deepEqual(await faultsOf(h), []);
    for (const { id } of await h.store.read((tx) => tx.dossiers.find({ status: 'active' }))) accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: id, reason: 'x' }));
  });

  const openAt = async (dossierId: string, node: string): Promise<string> => taskAt({ openTasks: await h.store.read((tx) => tx.tasks.find({ dossierId, status: 'open' })) } as unknown as Standing, node);
  const complete = async (dossierId: string, ...nodes: readonly string[]): Promise<void> => {
    for (const node of nodes) accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: await openAt(dossierId, node), data: {} }));
  };
  const file = async (procedureHash: string, ...done: readonly string[]): Promise<string> => {
    const { dossierId } = accepted(await h.runtime.file(filing(h.keys(), { procedureHash })));
    filed.push(dossierId);
    await complete(dossierId, ...done);
    return dossierId;
  };
  const take = async (from: string, to: string, mapping: Readonly<Record<string, string>> = {}, confirmed = false): Promise<string> => {
    const { transferId } = accepted(await h.runtime.startTransfer({ actor: 'quantri', key: h.keys(), from, to, mapping, reason: 'Luật mới', confirmed }));
    await h.settle();
    return transferId;
  };
  const undo = (transferId: string): Promise<Answer<unknown>> => h.runtime.undoTransfer({ actor: 'quantri', key: h.keys(), transferId, reason: 'Nhầm' });
  const items = async (transferId: string): Promise<readonly TransferItemRow[]> => (await h.store.read((tx) => tx.transferItems.find({ transferId }))).toSorted((one, other) => filed.indexOf(one.dossierId) - filed.indexOf(other.dossierId));
  const outcome = async (transferId: string): Promise<readonly string[]> => (await items(transferId)).map(({ status, reasons }) => [status, ...reasons.map(({ code, element }) => `${code} ${element}`)].join(' '));
  const at = async (dossierId: string): Promise<string> => (await h.store.read((tx) => tx.dossiers.first({ id: dossierId })))!.progress.tokens.map((token) => token.at).join(' ');

  const dataOf = async (id: string): Promise<Data> => (await h.store.read((tx) => tx.dossiers.first({ id })))!.data;

  it('needs the citizen where the application is not right by the new form', async () => {
    const id = await file('abz');
    const dry = accepted(await h.runtime.examineTransfer({ from: 'abz', to: 'asking', mapping: {} }));
    assert.deepEqual([dry.safe, dry.clerk, dry.citizen, dry.cannot], [0, 0, 1, 0]);
    assert.deepEqual(dry.dossiers.map(({ verdict, able, reasons }) => [verdict, able, reasons]), [['citizen', true, [{ code: 'application', element: 'phone', field: 'phone', message: 'is asked now' }]]]);
    await take('abz', 'asking');
    assert.equal((await h.store.read((tx) => tx.dossiers.first({ id })))!.procedureHash, 'abz', 'it stays until somebody confirms');
  });

  it('goes exactly as the dry run said, each by itself, and a repeat moves nobody twice', async () => {
    await file('two');
    await file('two', 'a');
    await file('two', 'a', 'b');
    for (const confirmed of [false, true]) {
      const plan = { from: 'two', to: 'three', mapping: {} };
      const dry = accepted(await h.runtime.examineTransfer(plan));
      const before = await h.store.read((tx) => tx.dossiers.find({ procedureHash: 'two', status: 'active' }));
      const found = new Map(dry.dossiers.map(({ id, verdict, reasons }) => [id, [verdict, ...reasons.map(({ code, element }) => `${code} ${element}`)].join(' ')]));
      const command = { actor: 'quantri', key: h.keys(), ...plan, reason: 'Luật mới', confirmed };
      const [one, other] = [accepted(await h.runtime.startTransfer(command)), accepted(await h.runtime.startTransfer(command))];
      assert.equal(other.transferId, one.transferId);
      await h.settle();
      for (const { dossierId, status } of await items(one.transferId)) assert.equal(status, confirmed || !found.has(dossierId) ? 'moved' : 'kept', dossierId);
      assert.equal((await items(one.transferId)).length, before.length);
      assert.deepEqual([...found.values()], ['clerk incident join'], 'who waits at the join would wait for a branch that never was');
      if (!confirmed) assert.deepEqual([dry.safe, dry.clerk, dry.citizen, dry.cannot], [2, 1, 0, 0]);
    }
    const [incident] = await h.store.read((tx) => tx.incidents.find({ dossierId: filed[1]!, resolvedAt: null }));
    assert.equal(incident?.code, 'deadlock');
  });

  it('reads there of its filing and its unit what no earlier version kept', async () => {
    const dossierId = await file('dropping', 'a');
    assert.equal((await dataOf(dossierId))['local'], undefined);
    assert.deepEqual(await outcome(await take('dropping', 'dated')), ['moved']);
    const { filing: kept, local } = await dataOf(dossierId);
    assert.deepEqual([(kept as Data)['day'], local], [officeDate(MORNING), { free: false }]);
    await complete(dossierId, 'b');
    assert.equal(await at(dossierId), 'z', 'the gateway that asks for both has chosen');
  });

  it('is not kept from it by another that cannot go', async () => {
    await file('abz');
    await file('abz', 'a');
    await file('abz', 'a', 'b');
    assert.deepEqual(await outcome(await take('abz', 'cz', { a: 'c' }, true)), ['moved', 'kept gone b', 'moved']);
    assert.deepEqual(await Promise.all(filed.map(at)), ['c', 'b', 'z']);
  });

  it('stays when it has moved on to a step that is new under the id of a former one', async () => {
    const dossierId = await file('abz');
    const transfer = await take('abz', 'abyz', { b: 'y' });
    await complete(dossierId, 'a');
    assert.equal(await at(dossierId), 'b');
    accepted(await undo(transfer));
    await h.settle();
    assert.deepEqual([await outcome(transfer), await at(dossierId)], [['stuck gone b'], 'b'], 'a new step under the id of a former one is another step');
  });

  it('stays when several steps became the one at which it stands, or that was done', async () => {
    await file('abz');
    await file('abz', 'a', 'b');
    const transfer = await take('abz', 'cz', { a: 'c', b: 'c' });
    accepted(await undo(transfer));
    await h.settle();
    assert.deepEqual(await outcome(transfer), ['stuck merged c', 'stuck merged c']);
  });

  it('comes back once, whoever of two is first, and not by a transfer that another has followed', async () => {
    const dossierId = await file('abz');
    const transfer = await take('abz', 'abyz');
    const answers = await Promise.all([undo(transfer), undo(transfer)]);
    assert.deepEqual(answers.map((answer) => (answer.ok ? 'ok' : answer.refused)).toSorted(), ['conflict', 'ok']);
    await h.settle();
    assert.deepEqual([await outcome(transfer), await at(dossierId)], [['undone'], 'a']);
    const [again, away] = [await take('abz', 'abyz'), await take('abyz', 'caz', { b: 'c', y: 'c' })];
    accepted(await undo(again));
    await h.settle();
    assert.deepEqual([await outcome(again), await outcome(away)], [['stuck elsewhere '], ['moved']]);
  });

  it('that has ended before its turn is left alone, on the way there and back', async () => {
    const dossierId = await file('abz', 'a', 'b');
    const { transferId } = accepted(await h.runtime.startTransfer({ actor: 'quantri', key: h.keys(), from: 'abz', to: 'abyz', mapping: {}, reason: 'x', confirmed: true }));
    await complete(dossierId, 'z');
    await h.settle();
    assert.deepEqual(await outcome(transferId), ['kept closed p']);
    const other = await file('abz', 'a', 'b');
    const transfer = await take('abz', 'abyz');
    await complete(other, 'z');
    accepted(await undo(transfer));
    await h.settle();
    assert.deepEqual(await outcome(transfer), ['stuck closed p']);
  });
});
