import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { deadline } from '../../engine/calendar/deadline.ts';
import { beginsPlainly, wordsThatBegin, type Word } from '../../engine/words-between.ts';
import { handStarts } from '../../engine/begun-by-hand.ts';
import type { Data, Json } from '../../engine/state.ts';
import { expand } from '../../forms/expand.ts';
import { changed, isObject, valueAt } from '../../forms/field-path.ts';
import { templateFor } from '../../procedures/letters/variant.ts';
import { withoutLookUps } from '../../procedures/look-ups.ts';
import { usualPurpose, type Notice } from '../../procedures/procedure.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Connector } from '../../runtime/connector.ts';
import { nextDossierCode } from '../../runtime/dossier-code.ts';
import { unborn } from '../../runtime/unborn.ts';
import { asLeft } from '../../runtime/news.ts';
import { memoryFiles } from '../../storage/files/memory.ts';
import type { Store } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { compose } from '../compose.ts';
import { keepLetter } from '../connectors/letter-issue.ts';
import { isSignedDigitally } from '../letters/sign-paper.ts';
import { readConfiguration } from '../configuration.ts';
import { decidedWith } from '../forms/decided.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { judge } from '../forms/judge.ts';
import { inspectPackage, type Inspection } from '../library/inspect.ts';
import { openLibrary } from '../library/library.ts';
import { purposeOf } from '../letters/make.ts';
import { receiveNotice } from '../payments/receive-notice.ts';
import { setClock, type SetClock } from '../seed/clock.ts';
import { publishFolder } from '../seed/foundation.ts';
import type { Services } from '../services.ts';
import { applicationOf } from '../views/answer.ts';
import { openFolder } from '../views/folder.ts';
import { noticeText } from '../views/notice.ts';
import { startingData } from '../views/task-view.ts';
import { sampleCity, type City } from './city.ts';
import { lived, livedOtherwise } from './lived.ts';

const applicant = { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định', idNo: '079085000001', phone: '0900000001' };

/** A scenario as the house itself lives it: filed, done step by step, paid at the bank, waited for; with what the applicant was told, in order. */
export interface Played {
  readonly name: Scenario['name'];
  readonly notices: readonly Notice[];
  /** What a step was to show whoever does it and could not, as `step: field`. */
  readonly unknown: readonly string[];
  /** The unit that had each step, by step. */
  readonly units: Readonly<Record<string, string>>;
  /** What came otherwise than the scenario expects, and what is wrong with the record of it. */
  readonly otherwise: readonly string[];
}

interface Scene {
  readonly folder: string;
  readonly hash: string;
  readonly scenario: Scenario;
  readonly city: City;
}

/**
 * Plays every scenario of a package folder, or those `only` of that are named, one after the other, in one house over an empty store, which is a city's;
 * on several stores the same each time, the package read and checked once. Answers what was played, store by store.
 */
export async function playScenarios(folder: string, stores: readonly Store[], { city = sampleCity, only }: { readonly city?: City; readonly only?: readonly string[] } = {}): Promise<readonly Played[][]> {
  const names = only?.map((name) => `${name}.json`) ?? (await readdir(`${folder}/scenarios`)).filter((file) => file.endsWith('.json')).toSorted();
  const scenarios = await Promise.all(names.map(async (name) => ({ name, scenario: JSON.parse(await readFile(`${folder}/scenarios/${name}`, 'utf8')) as Scenario })));
  const configuration = { ...readConfiguration({ MOTCUA_APPS: `${tmpdir()}/no-apps` }, tmpdir()), sample: true, payments: 'simulated' as const };
  const clock = setClock('');
  const files = memoryFiles();
  const library = openLibrary(files, clock.now, configuration.systems);
  let inspected: Promise<Inspection> | undefined;
  const all: Played[][] = [];
  for (const store of stores) {
    clock.set('2026-11-01T00:00:00.000Z');
    const world = { configuration, store, files, library, log: () => undefined, now: clock.now, newId: idsInTurn() };
    const house = compose(world);
    await city.lay(house);
    await store.transaction((tx) => tx.accounts.insertIfAbsent(applicantRow(house.now())));
    const hash = await publishFolder(house, folder, (content) => (inspected ??= inspectPackage(content)));
    const played: Played[] = [];
    for (const { name, scenario } of scenarios) {
      try {
        played.push({ name: scenario.name, ...(await play(compose({ ...world, instead: { 'letter.issue': unprinted(house, scenario), ...answersOf(scenario) } }), clock, { folder, hash, scenario, city })) });
      } catch (error) {
        throw new Error(`${basename(folder)} ${name} (${store.kind}): ${(error as Error).message}`, { cause: error });
      }
    }
    all.push(played);
  }
  return all;
}

async function play(services: Services, clock: SetClock, scene: Scene): Promise<Omit<Played, 'name'>> {
  const unknown: string[] = [];
  const { store } = services;
  const { hash, scenario } = scene;
  clock.set(new Date(scenario.filed.at).toISOString());
  const dossierId = await file(services, scene);
  await settle(services);
  const marks = [await enteredBy(store, dossierId)];
  const calendar = await store.read(async (tx) => calendarOf(store, tx, (await tx.dossiers.first({ id: dossierId }))!.unitId));
  for (const [index, step] of scenario.steps.entries()) {
    const when = 'wait' in step ? step.wait : step.at;
    if (when !== undefined) await waitUntil(services, clock, when.startsWith('+') ? deadline(calendar, clock.now(), when.slice(1)).dueAt : new Date(when).toISOString());
    const key = `${dossierId} step ${index}`;
    if ('message' in step) await tell(services, dossierId, key, step);
    if ('complete' in step) {
      const task = await store.read((tx) => tx.tasks.first({ dossierId, node: step.complete, status: 'open' }));
      if (task === undefined) throw new Error(`expected an open step "${step.complete}", but there is none`);
      const actor = task.role === 'applicant' ? applicant.account : (step.by ?? task.claimedBy ?? task.role);
      unknown.push(...(await notKnown(services, task)).map((field) => `${task.node}: ${field}`));
      await employ(services, actor, task);
      must(await services.runtime.completeTask({ actor, key, taskId: task.id, data: step.answer as Json }));
    }
    if ('begin' in step) await begin(services, dossierId, key, step);
    if ('fail' in step) await fail(services, dossierId, key, step);
    await settle(services);
    marks.push(await enteredBy(store, dossierId));
  }
  const came = await lived(services, dossierId);
  const { faults } = await services.runtime.verify(dossierId);
  const told = await store.read((tx) => tx.outbox.find({ dossierId, recipient: applicant.account }, { order: asLeft }));
  const pack = await store.read((tx) => services.library.version(tx, hash));
  const tasks = await store.read((tx) => tx.tasks.find({ dossierId }));
  return { notices: told.map((row) => noticeText(row, pack?.procedure ?? {})), unknown, units: Object.fromEntries(tasks.map(({ node, unitId }) => [node, unitId])), otherwise: [...livedOtherwise(scenario, came, marks), ...faults.map(({ check, message }) => `${check}: ${message}`)] };
}

const enteredBy = async (store: Store, dossierId: string): Promise<number> =>
  (await store.read((tx) => tx.journal.find({ dossierId }))).reduce((sum, { visits }) => sum + visits.filter(({ did }) => did === 'enter').length, 0);

const applicantRow = (createdAt: string) =>
  ({ id: applicant.account, kind: 'citizen', login: 'congdan1', passwordHash: null, subject: null, name: applicant.name, title: null, idNo: applicant.idNo, phone: applicant.phone, email: null, language: 'vi', active: true, createdAt }) as const;

/** Fields of the step's form that only show what is known, and do not know it. */
async function notKnown(services: Services, task: TaskRow): Promise<readonly string[]> {
  return services.store.read(async (tx) => {
    const dossier = await tx.dossiers.first({ id: task.dossierId });
    if (dossier === undefined || task.form === null) return [];
    const folder = await openFolder(tx, services, dossier, services.now());
    const form = folder.pack.forms.get(task.form);
    if (form === undefined) return [];
    const data = startingData(task, folder);
    return [...expand(form).fields.values()].filter(({ id, ui, widget }) => widget === 'output' && ui.prefill !== undefined && valueAt(data, id) === undefined).map(({ id }) => id);
  });
}

/** Letters as the house issues them, but for the paper itself, which takes longest. */
function unprinted(house: Services, { silent = [] }: Pick<Scenario, 'silent'>): Connector {
  return {
    kind: 'transactional',
    async within(call, hands) {
      if (silent.includes('signature.sign') && isSignedDigitally(call.inputs)) return { wait: null, after: 10 * 365 * 86_400_000 };
      const letter = String(call.inputs['letter']);
      const pack = await house.library.version(hands.tx, call.dossier.procedureHash);
      const purpose = pack === undefined ? usualPurpose : purposeOf(pack, letter);
      // Nobody reads its title: it says by which template the paper is set.
      const template = pack === undefined ? letter : templateFor(pack.procedure, letter, applicationOf(call.dossier.data), hands.now);
      const made = { key: letter, name: letter, number: letter, issuedAt: hands.now, code: house.newId(), sha256: '', size: 0, title: { vi: template, en: template }, capacity: null, purpose };
      return keepLetter(call, made, hands);
    },
  };
}

/** What a scenario lets a connector answer, over what the house's own does. */
function answersOf({ connectors = {} }: Scenario): Readonly<Record<string, Connector>> {
  return Object.fromEntries(Object.entries(connectors).map(([name, done]) => [name, { kind: 'transactional', within: async () => ({ done: done as Data }) } satisfies Connector]));
}

async function file(services: Services, { folder, hash, scenario, city }: Scene): Promise<string> {
  const { filed } = scenario;
  const given = city.own(JSON.parse(await readFile(`${folder}/scenarios/applications/${filed.application}.json`, 'utf8')) as Data);
  const answer = Object.entries(filed.change ?? {}).reduce((data, [path, value]) => changed(data, path, value === null ? undefined : (value as Json)), given);
  const pack = await services.store.read((tx) => services.library.version(tx, hash));
  const form = pack?.forms.get(pack.procedure.forms.application);
  if (pack === undefined || form === undefined) throw new Error(`expected ${folder} to be published with its application form`);
  const { communes } = await services.store.read((tx) => cataloguesFor(tx, undefined, services.now()));
  const { value: application } = judge(form, answer, services.now(), { ...(communes && { communes }) }, 'vi');
  const lookUps = withoutLookUps(pack, filed.lookUps);
  const [byHand] = handStarts(pack.definition);
  if (byHand !== undefined) {
    const role = byHand.roles[0]!;
    await employ(services, role, { role, unitId: city.ward });
    return must(await services.runtime.begin({ actor: role, key: `begun ${scenario.name.en}`, procedureHash: hash, unitId: city.ward, application, decided: { lookUps } })).dossierId;
  }
  if (filed.facts !== undefined) {
    const units = (await services.store.read((tx) => tx.units.find({}))).map(({ id }) => id);
    const { begun } = must(await services.runtime.evaluateConditions({ actor: 'program:facts', key: `facts ${scenario.name.en}`, units, data: filed.facts as Data }));
    const own = begun.find(({ procedure }) => procedure === pack.procedure.key);
    if (own === undefined) throw new Error(`expected ${JSON.stringify(filed.facts)} to begin a dossier of ${pack.procedure.key}, but no condition began to hold`);
    return own.dossierId;
  }
  const word = filed.said ?? (beginsPlainly(pack.definition) ? undefined : wordsThatBegin(pack.definition)[0]);
  if (word !== undefined) return begunBy(services, hash, { word, application, scenario, city });
  if (filed.channel === 'office') throw new Error('expected a procedure that the office begins, but people apply for it');
  const delivery = (answer['delivery'] ?? { method: 'electronic' }) as Data;
  const { unit, receiving } = await services.store.read((tx) => decidedWith(tx, pack, { application, lookUps }, filed.channel, services.now()));
  // What an agency has to decide that is not here is brought to the counter of its place, which sends it away.
  const standing = must(await services.runtime.file({
    actor: applicant.account, key: `filed ${scenario.name.en}`, procedureHash: hash, unitId: unit?.id ?? city.ward, receivingUnitId: receiving?.id ?? city.counter, application, applicant, channel: filed.channel, delivery,
    ...(pack.procedure.lookUps && { decided: { lookUps } }),
  }));
  return standing.dossierId;
}

/** Another dossier says the word: it needs to be no more than a row, since nothing of it is asked but whose it is and where. */
async function begunBy({ store, newId, now, runtime }: Services, hash: string, { word, application, scenario: { filed }, city: { ward, counter } }: { readonly word: Word & { readonly data?: unknown }; readonly application: Data } & Pick<Scene, 'scenario' | 'city'>): Promise<string> {
  const [id, at] = [newId(), now()];
  const said = (word.data ?? {}) as Data;
  await store.transaction(async (tx) => {
    const code = await nextDossierCode(store, tx, (await tx.units.first({ id: ward }))!, at);
    await tx.dossiers.insert({
      ...unborn(at), id, code, status: 'completed', unitId: ward, receivingUnitId: counter, procedureKey: 'first', procedureHash: hash, applicantAccount: applicant.account, applicantName: applicant.name, applicantPhone: applicant.phone,
      subject: '', search: '', channel: filed.channel === 'office' ? 'online' : filed.channel, data: { applicant },
    });
    await tx.posts.insert({ id: newId(), dossierId: id, sender: null, units: null, kind: word.kind, name: word.name, keys: {}, data: { ...said, application }, thrownAt: at, expiresAt: at, status: 'open', runAt: at, unread: null });
  });
  await settle({ runtime });
  const [begun] = await store.read(async (tx) => (await tx.dossiers.find({ procedureHash: hash })).filter(({ data: { origin } }) => isObject(origin) && origin['dossier'] === id));
  if (begun === undefined) throw new Error(`expected ${word.kind} "${word.name}" to begin a dossier, but it did not`);
  return begun.id;
}

/** Whoever a scenario names holds the role that the step asks for. */
async function employ({ store, newId, now }: Services, account: string, { role, unitId }: Pick<TaskRow, 'role' | 'unitId'>): Promise<void> {
  if (role === 'applicant') return;
  await store.transaction(async (tx) => {
    await tx.accounts.insertIfAbsent({ id: account, kind: 'staff', login: account, passwordHash: null, subject: null, name: account, title: null, idNo: null, phone: null, email: null, language: 'vi', active: true, createdAt: now() });
    await tx.roleAssignments.insert({ id: newId(), accountId: account, role, unitId, validFrom: '2025-07-01T00:00:00.000Z', validTo: null, delegatedBy: null, document: null, createdAt: now(), createdBy: 'system' });
  });
}

/** Whoever began the dossier begins one of the steps that have no order, or the office's handler. */
async function begin(services: Services, dossierId: string, key: string, step: { readonly begin: string; readonly data?: unknown }): Promise<void> {
  const dossier = await services.store.read((tx) => tx.dossiers.first({ id: dossierId }));
  const actor = dossier?.begunBy ?? 'handler';
  if (actor === 'handler') await employ(services, actor, { role: 'handler', unitId: dossier?.unitId ?? '' });
  must(await services.runtime.beginStep({ actor, key, dossierId, node: step.begin, ...(step.data !== undefined && { data: step.data as Data }) }));
}

/** Whoever has the step reports the error of BPMN that the scenario says, or the work of a program outside comes to it. */
async function fail(services: Services, dossierId: string, key: string, step: { readonly fail: string; readonly error: string }): Promise<void> {
  const { store, runtime } = services;
  const task = await store.read((tx) => tx.tasks.first({ dossierId, node: step.fail, status: 'open' }));
  if (task !== undefined) {
    const actor = task.role === 'applicant' ? applicant.account : (task.claimedBy ?? task.role);
    await employ(services, actor, task);
    return void must(await runtime.raiseFromTask({ actor, key, taskId: task.id, kind: 'error', code: step.error, reason: step.error }));
  }
  const dossier = await store.read((tx) => tx.dossiers.first({ id: dossierId }));
  const job = await store.read((tx) => tx.jobs.first({ dossierId, node: step.fail, kind: 'connector', status: 'open' }));
  if (job === undefined) throw new Error(`expected work that waits at "${step.fail}", but there is none`);
  if (job.waiting !== null) return void (await runtime.answerWaiting(job, { error: step.error, message: step.error }));
  const [taken] = must(await runtime.takeJobs({ actor: 'program', key: `${key} taken`, units: dossier === undefined ? [] : [dossier.unitId], connectors: [job.connector ?? ''], seconds: 60, most: 1 }));
  if (taken === undefined) throw new Error(`expected to be given the work at "${step.fail}", but it is not`);
  must(await runtime.completeJob({ actor: 'program', key, dossierId, jobId: taken.jobId, fence: taken.fence, error: { code: step.error, message: step.error } }));
}

async function tell(services: Services, dossierId: string, key: string, step: { readonly message: string; readonly data?: Readonly<Record<string, unknown>> }): Promise<void> {
  const { store } = services;
  const due = await store.read((tx) => tx.payments.first({ dossierId, status: 'pending' }));
  if (step.message !== 'payment.settled' || due === undefined || services.bank === undefined) return void must(await services.runtime.message({ actor: applicant.account, key, dossierId, name: step.message, keys: await keysAwaited(store, dossierId, step.message), data: (step.data ?? {}) as Json }));
  const { body, headers } = services.bank.decide(due.reference, due.amount, true, services.now());
  const notice = services.bank.read(body, headers);
  if (notice !== undefined) await receiveNotice(services, services.bank.name, notice);
}

/** A word for this very dossier brings the keys by which it waits. */
const keysAwaited = async (store: Store, dossierId: string, name: string): Promise<Data> => (await store.read((tx) => tx.subscriptions.first({ dossierId, kind: 'message', name })))?.keys ?? {};

/** Work that falls due together is done by its ids: in the order in which it arose. */
function idsInTurn(): () => string {
  let made = 0;
  return () => `played-${String((made += 1)).padStart(12, '0')}`;
}

/** Time goes on from one thing that falls due to the next, so that each finds the world as it was then. */
async function waitUntil(services: Services, clock: SetClock, until: string): Promise<void> {
  for (let next = await settle(services); next !== null && next < until; next = await settle(services)) clock.set(next);
  clock.set(until);
  await settle(services);
}

/** One piece of work after another: what is done side by side ends in any order, and tells it in that order. Answers when the next is due. */
async function settle({ runtime }: Pick<Services, 'runtime'>): Promise<string | null> {
  for (let round = 0; round < 1_000; round += 1) {
    const { did, nextAt } = await runtime.work({ batch: 1 });
    if (did === 0) return nextAt;
  }
  throw new Error('expected the house to come to rest, but it has done 1,000 rounds of work at one instant');
}

function must<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Error(`expected the step to be accepted, but it was refused (${answer.refused}): ${answer.message}`);
}
