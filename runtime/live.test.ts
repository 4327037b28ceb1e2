import assert from 'node:assert/strict';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { TaskRow } from '../storage/tables/tasks.ts';
import type { Standing } from './command.ts';
import { accepted, filing, house, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle, WARD } from './testing/people.ts';

onEveryStore('a live dossier', (open) => {
  let h: House;
  let seed = 0;
  let dossierId = '';
  let now: Standing;
  before(() => settle(open()));
  beforeEach(() => (h = house(open(), `live-${(seed += 1)}`)));
  afterEach(async () => assert.deepEqual((await h.runtime.verify(dossierId)).faults, []));

  const file = async (procedureHash: string, decided = {}): Promise<Standing> => {
    now = accepted(await h.runtime.file(filing(h.keys(), { procedureHash, decided })));
    ({ dossierId } = now);
    return now;
  };
  const complete = async (node: string, actor = 'hai', data = {}): Promise<Standing> =>
    (now = accepted(await h.runtime.completeTask({ actor, key: h.keys(), taskId: taskAt(now, node), data })));
  const by = (): { actor: string; key: string; dossierId: string } => ({ actor: 'quantri', key: h.keys(), dossierId });
  const nodes = (standing: Standing): readonly string[] => standing.openTasks.map(({ node }) => node);
  const tasks = (): Promise<TaskRow[]> => h.store.read((tx) => tx.tasks.find({ dossierId }, { order: [['token', 'asc']] }));
  const tokens = async (): Promise<readonly { id: number; at: string }[]> => (await h.store.read((tx) => tx.dossiers.first({ id: dossierId })))!.progress.tokens;
  const tokenAt = async (node: string): Promise<number> => (await tokens()).find(({ at }) => at === node)!.id;

  it('has a task for each turn, of the unit that the turn is about; steps in any order; a condition; work taken back', async () => {
    await file('council-1', { members: [WARD, 'other'] });
    assert.deepEqual((await tasks()).map(({ node, unitId }) => [node, unitId]), [['opinion', WARD], ['opinion', 'other']]);
    now = accepted(await h.runtime.move({ ...by(), cancel: [await tokenAt('opinion')], begin: [{ place: 'before', element: 'visit' }], reason: 'Chỉ cần đi xem' }));
    assert.deepEqual(nodes(now), []);
    assert.equal((await h.runtime.beginStep({ ...by(), actor: 'rita', node: 'look' })).ok, false);
    now = accepted(await h.runtime.beginStep({ ...by(), actor: 'hai', node: 'look' }));
    now = accepted(await h.runtime.beginStep({ ...by(), actor: 'hai', node: 'measure' }));
    assert.deepEqual(nodes(now).toSorted(), ['look', 'measure']);
    await complete('look');
    now = accepted(await h.runtime.endSteps({ ...by(), actor: 'hai', node: 'visit' }));
    await complete('inside');
    await complete('book');
    assert.deepEqual(nodes(now), []);
    now = accepted(await h.runtime.move({ ...by(), cancel: [], begin: [], changes: { agreed: true }, reason: 'Đã thống nhất' }));
    assert.deepEqual(nodes(now), ['unbook']);
    await complete('unbook');
    const [incident] = await h.store.read((tx) => tx.incidents.find({ dossierId, resolvedAt: null }));
    assert.equal((await h.runtime.skipIncident({ ...by(), incident: incident!.incident, reason: '' })).ok, false);
    now = accepted(await h.runtime.skipIncident({ ...by(), incident: incident!.incident, data: { sum: 3 }, reason: 'Tính tay' }));
    assert.equal(now.status, 'completed');
  });

  it('knows the way back from a move, until something else happens', async () => {
    await file('permit-1');
    assert.equal(await h.runtime.moveBack(dossierId), undefined);
    now = accepted(await h.runtime.move({ ...by(), cancel: [await tokenAt('reception')], begin: [{ place: 'before', element: 'signing' }], reason: 'Nhầm hồ sơ' }));
    const back = (await h.runtime.moveBack(dossierId))!;
    assert.deepEqual([back.actor, back.from, back.to], ['quantri', ['reception'], ['signing']]);
    now = accepted(await h.runtime.move({ ...by(), cancel: back.cancel, begin: back.begin, reason: 'Dời nhầm' }));
    assert.deepEqual(nodes(now), ['reception']);
    assert.deepEqual((await h.runtime.moveBack(dossierId))?.to, ['reception'], 'and forth again');
    await complete('reception', 'rita');
    assert.equal(await h.runtime.moveBack(dossierId), undefined);
  });

  it('goes back to what stood within and beside, by one move', async () => {
    await file('council-1', { members: [WARD, 'other'] });
    const stood = (await tokens()).map(({ at }) => at).toSorted();
    now = accepted(await h.runtime.move({ ...by(), cancel: [await tokenAt('opinion')], begin: [{ place: 'before', element: 'visit' }], reason: 'Chỉ cần đi xem' }));
    const back = (await h.runtime.moveBack(dossierId))!;
    assert.deepEqual([back.from, back.to], [['opinion'], ['visit']]);
    now = accepted(await h.runtime.move({ ...by(), cancel: back.cancel, begin: back.begin, reason: 'Vẫn cần ý kiến' }));
    assert.deepEqual((await tokens()).map(({ at }) => at).toSorted(), stood);
  });

  it('offers no way back from a move that put values right', async () => {
    await file('permit-1');
    now = accepted(await h.runtime.move({ ...by(), cancel: [], begin: [], changes: { agreed: true }, reason: 'Đã thống nhất' }));
    assert.equal(await h.runtime.moveBack(dossierId), undefined);
  });

  it('shows what a move would do before it does it, and does that', async () => {
    await file('permit-1');
    const move = { cancel: [await tokenAt('reception')], begin: [{ place: 'before' as const, element: 'signing' }], reason: 'Nhầm bước' };
    const { key: _, ...look } = { ...by(), ...move };
    const effects = accepted(await h.runtime.previewMove(look));
    assert.deepEqual(effects.map(({ type }) => type), ['task.close', 'task.open']);
    assert.deepEqual(nodes(now), ['reception']);
    const command = { ...by(), ...move };
    now = accepted(await h.runtime.move(command));
    assert.deepEqual([nodes(now), (await h.runtime.move(command)).ok && now.version], [['signing'], 2]);
    const entry = await h.store.read((tx) => tx.journal.first({ dossierId, kind: 'move' }));
    assert.equal(entry?.actor, 'quantri');
    const refused = await h.runtime.move({ ...by(), ...move });
    assert.match(refused.ok ? '' : refused.message, /token \d+ to take away/);
  });

  it('has its data put right where a step failed: judged by the form, kept with the reason, tried again', async () => {
    await file('permit-1');
    await complete('reception', 'rita');
    const [incident] = await h.store.read((tx) => tx.incidents.find({ dossierId, resolvedAt: null }));
    const retry = (changes: object, reason = 'Gõ nhầm') => h.runtime.retryIncident({ ...by(), incident: incident!.incident, changes: changes as never, reason });
    for (const [changes, why] of [[{ 'application.work.footprint': 'x' }, /expected a number/], [{ 'dossier.id': 'x' }, /the house itself knows/], [{ '__proto__.x': 1 }, /path of a field/]] as const) {
      const refused = await retry(changes);
      assert.match(refused.ok ? '' : refused.message, why);
    }
    assert.equal((await retry({ 'reception.outcome': 'accept' }, ' ')).ok, false);
    now = accepted(await retry({ 'reception.outcome': 'accept' }));
    await h.settle();
    assert.ok((await tokens()).some(({ at }) => at === 'pay'));
  });

  it('goes on under another version with its task, timer, limits and clock, and comes back', async () => {
    await file('permit-1');
    await complete('reception', 'rita', { outcome: 'accept' });
    await h.settle();
    now = accepted(await h.runtime.message({ actor: 'bank', key: h.keys(), dossierId, name: 'payment.settled', keys: { dossier: dossierId } }));
    const claimed = accepted(await h.runtime.claimTask({ actor: 'hai', key: h.keys(), taskId: taskAt(now, 'examination') }));
    const rows = async () => h.store.read(async (tx) => ({
      row: (await tx.dossiers.first({ id: dossierId }))!, task: (await tx.tasks.first({ dossierId, status: 'open' }))!, timer: (await tx.jobs.first({ dossierId, kind: 'timer', status: 'open' }))!,
    }));
    const was = await rows();

    const plan = { from: 'permit-1', to: 'permit-2', mapping: {} };
    const dry = accepted(await h.runtime.examineTransfer(plan));
    assert.deepEqual(dry.dossiers.filter(({ id }) => id === dossierId).map(({ verdict, reasons }) => [verdict, reasons.map(({ code, element }) => [code, element])]), [['clerk', [['gone', 'examination'], ['due', 'permit']]]]);
    const mapped = { ...plan, mapping: { examination: 'appraisal' } };
    const placed = accepted(await h.runtime.examineTransfer(mapped)).dossiers.find(({ id }) => id === dossierId);
    assert.deepEqual([placed?.verdict, placed?.able, placed?.reasons.map(({ code, from, to }) => [code, from, to])], ['clerk', true, [['due', '7 working days', '10 working days']]], 'the day that was promised moves');

    const { transferId } = accepted(await h.runtime.startTransfer({ actor: 'quantri', key: h.keys(), ...mapped, reason: 'Luật mới', confirmed: true }));
    await h.settle();
    const is = await rows();
    assert.deepEqual([is.row.procedureHash, is.task.id, is.task.node, is.task.claimedBy, is.task.dueAt], ['permit-2', claimed.taskId, 'appraisal', 'hai', was.task.dueAt]);
    assert.equal(is.timer.timer?.value, 'PT72H');
    assert.equal(is.timer.timer?.from, was.timer.timer?.from);
    assert.ok(is.row.dueAt! > was.row.dueAt!, 'the limit of the whole is longer');
    assert.deepEqual((await h.runtime.verify(dossierId)).faults, []);

    assert.equal(accepted(await h.runtime.undoTransfer({ actor: 'quantri', key: h.keys(), transferId, reason: 'Nhầm' })).transferId, transferId);
    await h.settle();
    const back = await rows();
    assert.deepEqual([back.row.procedureHash, back.task.node, back.timer.dueAt, back.row.dueAt], ['permit-1', 'examination', was.timer.dueAt, was.row.dueAt]);
    const items = await h.store.read((tx) => tx.transferItems.find({ transferId, dossierId }));
    assert.deepEqual(items.map(({ status }) => status), ['undone']);
  });

  it('remembers under the new version who did the step that must be done by another', async () => {
    await file('permit-1');
    now = accepted(await h.runtime.move({ ...by(), cancel: [await tokenAt('reception')], begin: [{ place: 'before', element: 'examination' }], reason: 'x' }));
    await complete('examination');
    accepted(await h.runtime.startTransfer({ actor: 'quantri', key: h.keys(), from: 'permit-1', to: 'permit-2', mapping: { examination: 'appraisal' }, reason: 'x', confirmed: false }));
    await h.settle();
    const refused = await h.runtime.claimTask({ actor: 'hai', key: h.keys(), taskId: taskAt(now, 'signing') });
    assert.match(refused.ok ? '' : refused.message, /four eyes/);
  });

  it('stays where it is when it cannot go, and the transfer says why', async () => {
    await file('permit-1');
    const at = await tokenAt('reception');
    now = accepted(await h.runtime.move({ ...by(), cancel: [at], begin: [{ place: 'before', element: 'examination' }], reason: 'x' }));
    const { transferId } = accepted(await h.runtime.startTransfer({ actor: 'quantri', key: h.keys(), from: 'permit-1', to: 'permit-2', mapping: {}, reason: 'Luật mới', confirmed: true }));
    await h.settle();
    const item = await h.store.read((tx) => tx.transferItems.first({ transferId, dossierId }));
    assert.deepEqual([item?.status, item?.reasons.map(({ code }) => code)], ['kept', ['gone']]);
  });

  it('is moved only between versions of one procedure, by a plan that names what is there', async () => {
    await file('permit-1');
    const start = (plan: object) => h.runtime.startTransfer({ actor: 'quantri', key: h.keys(), from: 'permit-1', to: 'permit-2', mapping: {}, reason: 'x', confirmed: false, ...plan });
    for (const [plan, why] of [[{ to: 'council-1' }, /another version of permit/], [{ to: 'none' }, /there is no none/], [{ mapping: { examination: 'nowhere' } }, /"nowhere"/], [{ reason: '' }, /a reason/]] as const) {
      const refused = await start(plan);
      assert.match(refused.ok ? '' : refused.message, why);
    }
  });
});
