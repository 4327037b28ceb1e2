import assert from 'node:assert/strict';
import type { Data } from '../engine/state.ts';
import { startTimers } from '../engine/self-started.ts';
import { chart } from '../engine/testing/chart.ts';
import { compiled } from '../engine/testing/compiled.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import { onEveryStore } from '../storage/testing/stores.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { Answer } from './answer.ts';
import type { Standing } from './command.ts';
import type { RunnableProcedure } from './procedure.ts';
import { scheduleStarts } from './schedule-starts.ts';
import { drawn } from './testing/definition.ts';
import { accepted, house, MORNING, offering, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { faultsOf } from './testing/oracle.ts';
import { settle, WARD } from './testing/people.ts';
import { later } from './work/backoff.ts';

const HOUR = 3_600_000;
const steps = { walk: { kind: 'userTask', step: { role: 'handler' } }, end: { kind: 'endEvent', event: { kind: 'none' } } } as const;

/** A version of the round that begins by this timer, and by word of an alarm. */
const round = (hash: string, type: 'date' | 'duration' | 'cycle', value: string, change: Partial<RunnableProcedure> = {}): RunnableProcedure => ({
  key: 'round', hash, name: { vi: 'Tuần tra', en: 'Round' }, office: 'H29.45.12', environment: {}, ...change,
  definition: drawn('round', {
    timed: { kind: 'startEvent', event: { kind: 'timer', timer: { type, value } } },
    alarmed: { kind: 'startEvent', event: { kind: 'message', name: 'alarm' } }, ...steps,
  }, ['timed -> walk', 'alarmed -> walk', 'walk -> end']),
});

onEveryStore('a dossier that nobody files', (open) => {
  let h: House;
  let seed = 0;
  let published: RunnableProcedure[] = [];
  const known = new Map<string, RunnableProcedure>();
  before(() => settle(open()));
  beforeEach(async () => {
    published = [];
    h = house(open(), `starts-${(seed += 1)}`, { ...offering(() => published), loadProcedure: async (hash) => known.get(hash) });
    await h.store.transaction(async (tx) => {
      await tx.startTimers.remove({});
      await tx.startTurns.remove({});
      await tx.startConditions.remove({});
    });
  });
  afterEach(async () => assert.deepEqual(await faultsOf(h), []));

  const offer = async (procedure: RunnableProcedure): Promise<void> => {
    const its = { ...procedure, hash: `${procedure.hash}-${seed}` };
    known.set(its.hash, its);
    published = [its];
    await h.store.transaction((tx) => scheduleStarts(h.store, tx, { ...its, timers: startTimers(its.definition), unitId: WARD }, h.world.now()));
  };
  const born = (): Promise<DossierRow[]> => h.store.read((tx) => tx.dossiers.find({ procedureHash: { in: [...known.keys()].filter((hash) => hash.endsWith(`-${seed}`)) } }, { order: [['submittedAt', 'asc']] }));
  const begunAt = async (): Promise<readonly string[]> => (await born()).map(({ submittedAt }) => submittedAt);
  const after = (hours: number): string => later(MORNING, hours * HOUR);

  it('begins by its timer, is the office’s own, and its steps are done as in any other', async () => {
    await offer(round('once', 'duration', 'PT1H'));
    await h.settle();
    assert.deepEqual(await born(), []);
    h.set(after(1));
    await h.settle();
    const [dossier] = await born();
    assert.deepEqual([dossier?.applicantAccount, dossier?.applicantName, dossier?.channel, dossier?.unitId, dossier?.receivingUnitId], [null, null, 'office', WARD, WARD]);
    assert.deepEqual([dossier?.data['applicant'], dossier?.data['filing']], [null, { at: after(1), channel: 'office', day: '2026-11-23', delivery: null }]);
    assert.equal(await h.store.read((tx) => tx.outbox.count({ dossierId: dossier!.id })), 0, 'there is nobody to tell');
    const openTasks = await h.store.read((tx) => tx.tasks.find({ dossierId: dossier!.id, status: 'open' }));
    const done = accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt({ openTasks } as never, 'walk'), data: {} }));
    assert.equal(done.status, 'completed');
    h.set(after(100));
    await h.settle();
    assert.equal((await born()).length, 1);
  });

  it('begins by hand of whoever holds the role of its start in the unit, once for a key, and by nobody else', async () => {
    const byHand: RunnableProcedure = {
      key: 'seen', hash: `seen-${seed}`, name: { vi: 'Thấy việc', en: 'Seen' }, environment: {},
      definition: drawn('seen', { seen: { kind: 'startEvent', event: { kind: 'none' }, step: { role: 'handler' } }, ...steps }, ['seen -> walk', 'walk -> end']),
    };
    known.set(byHand.hash, byHand);
    published = [byHand];
    const command = { key: h.keys(), procedureHash: byHand.hash, unitId: WARD, application: { what: 'cây đổ' }, subject: 'Cây đổ' };
    const refusal = async (given: object) => {
      const answer = await h.runtime.begin({ ...command, actor: 'hai', key: h.keys(), ...given });
      return answer.ok ? 'begun' : answer.refused;
    };
    assert.deepEqual([await refusal({ actor: 'rita' }), await refusal({ actor: 'an' }), await refusal({ unitId: 'other' }), await refusal({ unitId: 'none' })], ['forbidden', 'forbidden', 'forbidden', 'invalid']);
    const [first, again] = [accepted(await h.runtime.begin({ ...command, actor: 'hai' })), accepted(await h.runtime.begin({ ...command, actor: 'hai' }))];
    assert.deepEqual(again, first);
    const [dossier, ...more] = await born();
    assert.deepEqual([more, dossier?.applicantAccount, dossier?.channel, dossier?.subject, dossier?.data['application'], dossier?.data['filing']], [[], null, 'office', 'Cây đổ', { what: 'cây đổ' }, { at: MORNING, channel: 'office', day: '2026-11-23', delivery: null }]);
    assert.deepEqual((await h.store.read((tx) => tx.journal.find({ dossierId: dossier!.id }))).map(({ kind, actor }) => [kind, actor]), [['begin', 'hai']]);
  });

  it('begins a statechart, too, by its timers and by word of an alarm', async () => {
    const walk = { meta: { task: { role: 'handler' } }, on: { 'task.complete.walk': 'end' } };
    const definition = chart({ id: 'round', initial: 'walk', context: { urgent: false }, meta: { starts: { timers: ['R2/PT1H'], messages: ['alarm'] } }, states: { walk, end: { type: 'final' } } });
    await offer({ ...round('chart', 'cycle', 'R2/PT1H'), definition });
    h.set(after(5));
    await h.settle();
    assert.deepEqual(await begunAt(), [1, 2].map(after));
    accepted(await h.runtime.hear({ actor: 'sensor', key: h.keys(), name: 'alarm', data: { urgent: true }, units: [WARD] }));
    assert.deepEqual((await born()).map(({ data, status }) => [data['urgent'], status]), [[false, 'active'], [false, 'active'], [true, 'active']]);
  });

  it('begins once for each turn of a cycle, those missed while the machine stood still too, each dated when it was due', async () => {
    await offer(round('hourly', 'cycle', 'R4/PT1H'));
    h.set(after(1.5));
    await h.settle();
    h.set(after(48));
    await h.settle();
    assert.deepEqual(await begunAt(), [1, 2, 3, 4].map(after));
  });

  it('begins once however many workers look for it', async () => {
    await offer(round('raced', 'cycle', 'R2/PT1H'));
    h.set(after(5));
    const other = house(h.store, `other-${seed}`, { ...offering(() => published), loadProcedure: async (hash) => known.get(hash), now: () => after(5) });
    for (let turn = 0; turn < 3; turn += 1) await Promise.all([h, other, h, other].map(({ runtime }) => runtime.work({ only: 'starts' })));
    assert.deepEqual(await begunAt(), [1, 2].map(after));
  });

  it('begins on the newest version, whose timer goes on as it stood when it is drawn as before', async () => {
    await offer(round('first', 'cycle', 'R3/PT2H'));
    h.set(after(3));
    await h.settle();
    await offer(round('second', 'cycle', 'R3/PT2H'));
    h.set(after(20));
    await h.settle();
    const dossiers = await born();
    assert.deepEqual(dossiers.map(({ submittedAt, procedureHash }) => [submittedAt, procedureHash]), [[after(2), `first-${seed}`], [after(4), `second-${seed}`], [after(6), `second-${seed}`]]);
    await offer(round('third', 'cycle', 'R3/PT2H'));
    h.set(after(40));
    await h.settle();
    assert.equal((await born()).length, 3, 'a timer whose time is over does not come again with a new version');
    await offer(round('fourth', 'duration', 'PT1H'));
    h.set(after(41));
    await h.settle();
    assert.equal((await begunAt()).at(-1), after(41), 'one that is drawn anew counts from then on');
  });

  it('begins no more when its procedure is not offered any longer', async () => {
    await offer(round('withdrawn', 'cycle', 'R/PT1H'));
    published = [];
    h.set(after(3));
    await h.settle();
    assert.deepEqual(await born(), []);
    assert.deepEqual(await h.store.read(async (tx) => (await tx.startTimers.find({})).map(({ status }) => status)), ['ended']);
  });

  /** The version on offer, with something in it that keeps dossiers from beginning; the well one comes back with `mend`. */
  const hurt = (change: (its: RunnableProcedure) => RunnableProcedure): { mend(): void } => {
    const well = published;
    published = well.map(change);
    return { mend: () => void (published = well) };
  };
  const fault = (its: RunnableProcedure): RunnableProcedure => ({ ...its, definition: { ...its.definition, nodes: Object.fromEntries(Object.entries(its.definition.nodes).filter(([id]) => id !== 'walk')) } });
  const rejecting = (its: RunnableProcedure): RunnableProcedure => ({ ...its, definition: { ...its.definition, nodes: { ...its.definition.nodes, walk: { ...its.definition.nodes['walk']!, step: { role: 'applicant' } } } } });
  const turns = (): Promise<readonly string[]> => h.store.read(async (tx) => (await tx.startTurns.find({}, { order: [['dueAt', 'asc']] })).map(({ status, dueAt }) => `${status} ${dueAt}`));
  /** How the journal tells that they began. */
  const beginnings = async () => {
    const dossiers = await born();
    return h.store.read((tx) => Promise.all(dossiers.map(async ({ id }) => {
      const { actor } = (await tx.journal.first({ dossierId: id, seq: 1 }))!;
      const { about, events } = (await tx.journalPayloads.first({ dossierId: id, seq: 1 }))!.payload as { readonly about: Data; readonly events: readonly { readonly by: string }[] };
      return { actor, about, by: events[0]!.by };
    })));
  };
  const failed = { procedureKey: 'round', node: 'timed', part: 0 };
  const retry = (): Promise<Answer<{ readonly begun: number }>> => h.runtime.retryStart({ actor: 'admin', key: h.keys(), ...failed });

  it('is tried again until it can begin, and no turn is lost', async () => {
    await offer(round('ill', 'cycle', 'R2/PT1H'));
    h.set(after(2));
    const { mend } = hurt(fault);
    await h.runtime.work({ only: 'starts' });
    assert.ok(h.logged.some((line) => line.includes('start.failed')));
    mend();
    h.set(after(3));
    await h.settle();
    assert.deepEqual([await begunAt(), await turns()], [[1, 2].map(after), []]);
  });

  it('waits for a person when it cannot begin, is not tried for ever, and keeps no later turn from beginning', async () => {
    await offer(round('broken', 'cycle', 'R3/PT1H'));
    h.set(after(1));
    const { mend } = hurt(fault);
    for (let tries = 0; tries < 20; tries += 1) {
      await h.settle();
      h.set(later(h.world.now(), 60_000));
    }
    assert.deepEqual([await turns(), await begunAt(), h.logged.length], [[`failed ${after(1)}`], [], 8]);
    mend();
    h.set(after(5));
    await h.settle();
    assert.deepEqual([await begunAt(), await turns()], [[2, 3].map(after), [`failed ${after(1)}`]]);
    assert.equal(accepted(await retry()).begun, 1);
    assert.deepEqual([await begunAt(), await turns()], [[1, 2, 3].map(after), []]);
    const [first] = await born();
    const [entry] = await h.store.read((tx) => tx.journal.find({ dossierId: first!.id, seq: 1 }));
    assert.deepEqual([entry?.kind, entry?.actor], ['begin', 'admin']);
  });

  it('waits for a person at once when its start is refused, and retrying says why as long as it is', async () => {
    await offer(round('refusing', 'cycle', 'R3/PT1H'));
    h.set(after(3));
    const { mend } = hurt(rejecting);
    await h.settle();
    assert.deepEqual(await turns(), [1, 2, 3].map((hours) => `failed ${after(hours)}`));
    const refused = await retry();
    assert.ok(!refused.ok && refused.refused === 'invalid' && refused.message.includes('walk'), JSON.stringify(refused));
    mend();
    const command = { actor: 'admin', key: h.keys(), ...failed };
    const [one, other] = await Promise.all([h.runtime.retryStart(command), retry()]);
    assert.deepEqual([one.ok, other.ok].toSorted(), [false, true], 'two administrators at once: one has begun them, to the other nothing is left');
    await h.settle();
    assert.deepEqual([await begunAt(), await turns()], [[1, 2, 3].map(after), []]);
  });

  it('begins on the version that mends it, and says so when that begins by no such timer', async () => {
    await offer(round('old', 'cycle', 'R2/PT1H', { office: 'H29.45.12' }));
    hurt(rejecting);
    h.set(after(2));
    await h.settle();
    const { definition, ...rest } = round('other', 'date', '2030-01-01');
    await offer({ ...rest, definition: { ...definition, starts: ['alarmed'], nodes: Object.fromEntries(Object.entries(definition.nodes).filter(([id]) => id !== 'timed')) } });
    const refused = await retry();
    assert.ok(!refused.ok && refused.message.includes('begin by a timer at timed'), JSON.stringify(refused));
    await offer(round('new', 'cycle', 'R2/PT3H'));
    assert.equal(accepted(await retry()).begun, 2);
    await h.settle();
    assert.deepEqual((await born()).map(({ submittedAt, procedureHash }) => [submittedAt, procedureHash]), [[after(1), `new-${seed}`], [after(2), `new-${seed}`]]);
    assert.deepEqual((await beginnings()).map(({ actor, by, about }) => [actor, by, about['sender']]), [['admin', 'system', undefined], ['admin', 'system', undefined]], 'those that the worker begins afterwards, too');
  });

  it('holds up no other when its version cannot be read, begins nothing else in its place, and goes on when it can be', async () => {
    await offer(round('torn', 'cycle', 'R/PT1H'));
    const well = published;
    const { definition: _, ...torn } = well[0]!;
    const other = { ...round('other', 'cycle', 'R/PT1H'), key: 'zeal', hash: `other-${seed}` };
    known.set(other.hash, other);
    await h.store.transaction((tx) => scheduleStarts(h.store, tx, { ...other, timers: startTimers(other.definition), unitId: WARD }, h.world.now()));
    published = [torn as RunnableProcedure, other];
    h.set(after(1));
    await h.settle();
    assert.deepEqual((await born()).map(({ procedureKey }) => procedureKey), ['zeal']);
    const nobody = await h.runtime.hear({ actor: 'program:bell', key: h.keys(), units: [WARD], name: 'unheard' }).catch((error: unknown) => error);
    assert.ok(nobody instanceof Error && nobody.message.includes('round'), 'nobody can say that nobody waits for it');
    published = [...well, other];
    h.set(after(1.5));
    await h.settle();
    assert.deepEqual((await born()).map(({ procedureKey, submittedAt }) => [procedureKey, submittedAt]).toSorted(), [['round', after(1)], ['zeal', after(1)]]);
  });

  it('is given up for a reason that is kept', async () => {
    await offer(round('needless', 'cycle', 'R2/PT1H'));
    hurt(rejecting);
    h.set(after(2));
    await h.settle();
    const skip = (reason: string): ReturnType<typeof h.runtime.skipStart> => h.runtime.skipStart({ actor: 'admin', key: h.keys(), ...failed, reason });
    assert.equal((await skip(' ')).ok, false);
    assert.equal(accepted(await skip('Đã đi tuần bằng tay')).skipped, 2);
    const again = await skip('x');
    assert.ok(!again.ok && again.refused === 'not-found');
    const [entry] = await h.store.read((tx) => tx.houseLog.find({ kind: 'start.skip' }, { order: [['at', 'desc'], ['id', 'asc']] }));
    assert.deepEqual([entry?.actor, entry?.subject, entry?.note, entry?.detail], ['admin', 'round', 'Đã đi tuần bằng tay', { ...failed, since: after(1), turns: 2 }]);
    assert.deepEqual(await begunAt(), []);
  });

  it('waits for a person, too, when a word could not begin it, and begins on the version that mends it', async () => {
    const definition = await compiled(diagram(`<startEvent id="roused"><signalEventDefinition signalRef="siren"/></startEvent><userTask id="walk" motcua:role="applicant"/>${flows('roused -> walk')}`, '<signal id="siren" name="siren"/>'), 'p');
    const patrol = (hash: string, role: string): RunnableProcedure => ({ key: 'patrol', hash, name: { vi: 'Tuần', en: 'Patrol' }, office: 'H29.45.12', environment: {}, definition: { ...definition, nodes: { ...definition.nodes, walk: { ...definition.nodes['walk']!, step: { role } } } } });
    await offer(patrol('asks', 'applicant'));
    accepted(await h.runtime.signal({ actor: 'program:bell', key: h.keys(), units: [WARD], name: 'siren' }));
    await h.settle();
    const which = { procedureKey: 'patrol', node: 'roused', part: 0 };
    assert.deepEqual([await turns(), await begunAt()], [[`failed ${MORNING}`], []]);
    const again = (): Promise<Answer<{ readonly begun: number }>> => h.runtime.retryStart({ actor: 'admin', key: h.keys(), ...which });
    assert.equal((await again()).ok, false);
    h.set(after(3));
    await offer(patrol('fits', 'handler'));
    assert.equal(accepted(await again()).begun, 1);
    assert.deepEqual([await turns(), await begunAt()], [[], [MORNING]]);
    const [begun] = await beginnings();
    assert.deepEqual([begun?.actor, begun?.about['sender'], begun?.by], ['admin', 'program:bell', 'program:bell'], 'who had it tried again, and who had said it');
  });

  it('is shown when its timer itself cannot go on, and goes on from the turn it stood at', async () => {
    await offer(round('stuck', 'cycle', 'R2/PT1H'));
    const broken = { type: 'cycle', value: 'R2/no time', from: MORNING } as const;
    const well = (await h.store.read((tx) => tx.startTimers.first({})))!.timer;
    await h.store.transaction((tx) => tx.startTimers.update({}, { timer: broken }));
    h.set(after(1));
    for (let tries = 0; tries < 20; tries += 1) {
      await h.settle();
      h.set(later(h.world.now(), 60_000));
    }
    assert.deepEqual((await h.store.read((tx) => tx.startTimers.find({}))).map(({ status, dueAt, attempts }) => [status, dueAt, attempts]), [['failed', after(1), 8]]);
    await h.store.transaction((tx) => tx.startTimers.update({}, { timer: well }));
    assert.equal(accepted(await retry()).begun, 0);
    h.set(after(4));
    await h.settle();
    assert.deepEqual(await begunAt(), [1, 2].map(after));
  });

  it('moves with the calendar by which its timer counts', async () => {
    await offer(round('workday', 'duration', '2 working days'));
    const due = async (): Promise<string> => (await h.store.read((tx) => tx.startTimers.first({ procedureKey: 'round' })))!.dueAt;
    const before = await due();
    const [kept] = await h.store.read((tx) => tx.calendars.find({ id: 'hcmc' }));
    const changed = JSON.parse(JSON.stringify(kept!.data)) as { days: unknown[] };
    changed.days = [...changed.days, { date: '2026-11-25', kind: 'off', name: { vi: 'Nghỉ', en: 'Off' }, confirmed: true, source: 'test' }];
    await h.store.transaction((tx) => tx.calendars.update({ id: 'hcmc' }, { data: changed, revision: 2 }));
    assert.equal(await h.runtime.recomputeDeadlines([WARD]), 1);
    assert.equal(Date.parse(await due()) - Date.parse(before), 24 * HOUR);
    await h.store.transaction((tx) => tx.calendars.update({ id: 'hcmc' }, { data: kept!.data, revision: 3 }));
    assert.equal(await h.runtime.recomputeDeadlines([WARD]), 1);
  });

  it('begins by a message from outside, once for the same word', async () => {
    await offer(round('alarmed', 'date', '2030-01-01'));
    const word = { actor: 'program:bell', key: h.keys(), units: [WARD], name: 'alarm', data: { where: 'cổng' } };
    const first = accepted(await h.runtime.hear(word));
    const again = await h.runtime.hear(word);
    assert.ok(again.ok && again.repeated);
    assert.equal(again.value.dossierId, first.dossierId);
    const [dossier] = await born();
    assert.deepEqual([(await born()).length, dossier?.data['where'], dossier?.applicantAccount, first.openTasks[0]?.node], [1, 'cổng', null, 'walk']);
  });

  it('does not begin by a message for another unit, or that nothing waits for', async () => {
    await offer(round('deaf', 'date', '2030-01-01'));
    for (const word of [{ units: ['other'], name: 'alarm' }, { units: [WARD], name: 'all clear' }]) {
      const answer = await h.runtime.hear({ actor: 'program:bell', key: h.keys(), ...word });
      assert.ok(!answer.ok && answer.refused === 'not-found', JSON.stringify(answer));
    }
    assert.deepEqual(await born(), []);
  });

  it('begins by a signal from outside in every place where that begins it, once, and not where one waits for it already; others of the units hear it too', async () => {
    const signals = '<signal id="news" name="news"/><signal id="flood" name="flood"/>';
    const waits = (id: string, signal: string): string => `<intermediateCatchEvent id="${id}"><signalEventDefinition signalRef="${signal}"/></intermediateCatchEvent>`;
    const definition = await compiled(diagram(`<startEvent id="one"><signalEventDefinition signalRef="news"/></startEvent><startEvent id="two"><signalEventDefinition signalRef="news"/></startEvent>
      <eventBasedGateway id="both" instantiate="true" eventGatewayType="Parallel"/>${waits('a', 'news')}${waits('b', 'flood')}<userTask id="u"/><userTask id="v"/><userTask id="w"/>${flows('one -> u; two -> v; both -> a -> w; both -> b -> w')}`, signals), 'p');
    await offer({ key: 'many', hash: 'many', name: { vi: 'Nhiều', en: 'Many' }, office: 'H29.45.12', environment: {}, definition });
    const say = async (name: string, units: readonly string[], key = h.keys()): Promise<readonly string[]> => {
      accepted(await h.runtime.signal({ actor: 'program:bell', key, units, name, data: { where: 'chợ' } }));
      await h.settle();
      return (await born()).map(({ progress }) => progress.tokens.map(({ at }) => at).toSorted().join(' ')).toSorted();
    };
    assert.deepEqual(await say('news', ['other']), []);
    const key = h.keys();
    for (let times = 0; times < 2; times += 1) assert.deepEqual(await say('news', [WARD], key), ['b w', 'u', 'v'], 'the same word is said once');
    const [dossier] = await born();
    assert.deepEqual([dossier?.data['where'], dossier?.applicantAccount, dossier?.submittedAt], ['chợ', null, MORNING]);
    assert.deepEqual(await say('flood', ['other']), ['b w', 'u', 'v'], 'another unit’s word is not for them');
    assert.deepEqual(await say('flood', [WARD]), ['u', 'v', 'w w']);
    const entries = await h.store.read(async (tx) => (await Promise.all((await tx.dossiers.find({ procedureKey: 'many' })).map(({ id }) => tx.journal.find({ dossierId: id })))).flat());
    assert.deepEqual(entries.map(({ kind, actor }) => `${kind} ${actor}`).toSorted(), ['begin program:bell', 'begin program:bell', 'begin program:bell', 'signal program:bell']);
    assert.deepEqual(await say('nobody waits', [WARD]), ['u', 'v', 'w w']);
  });

  it('begins each time that a condition begins to hold by facts from outside, with them as its data', async () => {
    const conditional = (id: string, condition: string): string => `<startEvent id="${id}"><conditionalEventDefinition><condition>${condition}</condition></conditionalEventDefinition></startEvent>`;
    const high = async (hash: string, least: number, office = 'H29.45.12'): Promise<RunnableProcedure> => ({ key: 'flood', hash, name: { vi: 'Ngập', en: 'Flood' }, office, environment: {}, definition: await compiled(diagram(`${conditional('high', `waterLevel &gt;= ${least}`)}${conditional('torn', 'dam.state = "torn"')}${conditional('odd', 'waterLevel + 1')}<userTask id="walk"/><userTask id="flee"/><endEvent id="e"/>${flows('high -> walk; torn -> flee; odd -> e')}`), 'p') });
    const tell = (data: Data, units: readonly string[] = [WARD], key = h.keys()): ReturnType<typeof h.runtime.evaluateConditions> => h.runtime.evaluateConditions({ actor: 'program:gauge', key, units, data });
    const count = async (data: Data, units?: readonly string[]): Promise<number> => accepted(await tell(data, units)).begun.length;
    await offer(await high('low', 3));
    const key = h.keys();
    const first = accepted(await tell({ waterLevel: 4, gauge: 'Cầu Mẫu' }, [WARD], key));
    const again = await tell({ waterLevel: 4, gauge: 'Cầu Mẫu' }, [WARD], key);
    assert.ok(again.ok && again.repeated);
    assert.deepEqual(again.value, first);
    const [dossier] = await born();
    assert.deepEqual(first.begun, [{ procedure: 'flood', dossierId: dossier?.id, code: dossier?.code }]);
    assert.deepEqual([dossier?.data['waterLevel'], dossier?.data['gauge'], dossier?.applicantAccount, dossier?.unitId, dossier?.progress.tokens.map(({ at }) => at)], [4, 'Cầu Mẫu', null, WARD, ['walk']]);
    assert.deepEqual(first.undecided.map(({ procedure, node, message }) => [procedure, node, /"waterLevel \+ 1" to be true or false, but it is 5/.test(message)]), [['flood', 'odd', true]]);
    assert.deepEqual(await h.store.read(async (tx) => (await tx.journal.find({ dossierId: dossier!.id })).map(({ kind, actor }) => [kind, actor])), [['begin', 'program:gauge']]);
    assert.deepEqual([await count({ waterLevel: 5 }), await count({ rain: 90 }), await count({ waterLevel: 3 })], [0, 0, 0], 'it holds already, also when something else is told');
    assert.deepEqual([await count({ waterLevel: 2 }), await count({ waterLevel: 3 })], [0, 1], 'once it has been false it begins another');
    await offer(await high('lower', 1));
    assert.deepEqual([await count({ waterLevel: 3 }), await count({ waterLevel: 3, dam: { state: 'torn' } })], [1, 1], 'a condition that is drawn otherwise has not held before; each start event begins its own');
    assert.deepEqual((await born()).map(({ progress }) => progress.tokens.map(({ at }) => at).join()).toSorted(), ['flee', 'walk', 'walk', 'walk']);
    assert.equal(await count({ waterLevel: 0 }), 0);
    assert.deepEqual([await count({ waterLevel: 9 }, ['other']), await count({ waterLevel: 9 })], [0, 1], 'what another unit tells begins nothing, and leaves it to begin');
  });

  it('begins once by a condition, whoever tells of it at the same moment', async () => {
    const definition = await compiled(diagram(`<startEvent id="high"><conditionalEventDefinition><condition>waterLevel &gt; 3</condition></conditionalEventDefinition></startEvent><userTask id="walk"/>${flows('high -> walk')}`), 'p');
    await offer({ key: 'surge', hash: 'surge', name: { vi: 'Triều', en: 'Surge' }, office: 'H29.45.12', environment: {}, definition });
    const told = await Promise.all([1, 2, 3, 4].map((gauge) => h.runtime.evaluateConditions({ actor: `program:gauge-${gauge}`, key: h.keys(), units: [WARD], data: { waterLevel: 4 } })));
    assert.equal(told.map((answer) => accepted(answer).begun.length).reduce((sum, count) => sum + count), 1);
    assert.equal((await born()).length, 1);
  });

  it('begins in earnest when all of several messages have come, those with one key together', async () => {
    const retrieval = (message: string, path: string): string => `<correlationPropertyRetrievalExpression messageRef="${message}"><messagePath>${path}</messagePath></correlationPropertyRetrievalExpression>`;
    const definition = await compiled(diagram(`<startEvent id="both" parallelMultiple="true"><messageEventDefinition messageRef="smoke"/><messageEventDefinition messageRef="heat"/></startEvent><userTask id="walk"/>${flows('both -> walk')}`,
      `<message id="smoke" name="smoke"/><message id="heat" name="heat"/><correlationProperty id="room" name="room">${retrieval('smoke', 'room')}${retrieval('heat', 'place.room')}</correlationProperty>
       <collaboration id="c"><correlationKey id="byRoom"><correlationPropertyRef>room</correlationPropertyRef></correlationKey></collaboration>`), 'p');
    await offer({ key: 'fire', hash: 'fire', name: { vi: 'Báo cháy', en: 'Fire' }, office: 'H29.45.12', environment: {}, definition });
    const say = (name: string, data: Data): Promise<Answer<Standing>> => h.runtime.hear({ actor: 'program:bell', key: h.keys(), units: [WARD], name, data });
    const [smoke, elsewhere] = [accepted(await say('smoke', { room: 1 })), accepted(await say('heat', { place: { room: 2 } }))];
    assert.notEqual(smoke.dossierId, elsewhere.dossierId);
    assert.deepEqual([smoke.openTasks.length, elsewhere.openTasks.length], [0, 0]);
    for (const [word, first] of [[say('heat', { place: { room: 1 } }), smoke], [say('smoke', { room: 2 }), elsewhere]] as const) {
      const { dossierId, openTasks } = accepted(await word);
      assert.deepEqual([dossierId, openTasks.map(({ node }) => node)], [first.dossierId, ['walk']]);
    }
    assert.equal((await born()).length, 2);
  });

  it('is refused when it would ask an applicant for something', async () => {
    const { definition, ...rest } = round('asking', 'date', '2030-01-01');
    await offer({ ...rest, definition: { ...definition, nodes: { ...definition.nodes, walk: { ...definition.nodes['walk']!, step: { role: 'applicant' } } } } });
    const answer = await h.runtime.hear({ actor: 'program:bell', key: h.keys(), units: [WARD], name: 'alarm' });
    assert.ok(!answer.ok && answer.refused === 'invalid' && answer.message.includes('walk'), JSON.stringify(answer));
  });
});
