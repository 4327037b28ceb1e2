import { handStarts } from '../../../engine/begun-by-hand.ts';
import type { Data, Json } from '../../../engine/state.ts';
import type { Answer } from '../../../runtime/answer.ts';
import type { TaskRow } from '../../../storage/tables/tasks.ts';
import { cataloguesFor } from '../../forms/catalogues.ts';
import { subjectOf } from '../../forms/check-draft.ts';
import { decidedFor } from '../../forms/decided.ts';
import { judge } from '../../forms/judge.ts';
import { lookUpsFor } from '../../look-ups/look-up.ts';
import { spotOf } from '../../nearby/spot-of.ts';
import { receiveNotice } from '../../payments/receive-notice.ts';
import type { Services } from '../../services.ts';
import { filesIn } from '../../views/files-view.ts';
import { peopleOf } from '../../worklist/assignable.ts';
import { ward } from '../units.ts';
import type { Citizen } from './citizens.ts';
import type { Tale } from './tales.ts';

export interface Filed { readonly dossier: string; readonly unit: string }

/** Files an application as its citizen does; undefined where no unit of the sample takes it, or its form refuses it. */
export async function fileOne(services: Services, tale: Tale, citizen: Citizen, application: Data, key: string): Promise<Filed | undefined> {
  const { store, library, now, runtime } = services;
  const { channel } = tale.scenario.filed;
  if (channel === 'office') return beginOne(services, tale, application, key);
  const ready = await store.read(async (tx) => {
    const pack = await library.version(tx, tale.hash);
    const form = pack?.forms.get(pack.procedure.forms.application);
    if (pack === undefined || form === undefined) return undefined;
    const { value, errors } = judge(form, application, now(), await cataloguesFor(tx, undefined, now(), form), 'vi');
    if (errors.length > 0) return undefined;
    const { unit, receiving, lookUps } = await decidedFor(tx, pack, value, channel, now());
    return unit && receiving && { value, unit, receiving, subject: subjectOf(pack, value, now()), decided: pack.procedure.lookUps && { lookUps }, spot: await spotOf(tx, pack, value, now()) };
  });
  if (ready === undefined) return undefined;
  const { value, unit, receiving, subject, decided, spot } = ready;
  const filed = await runtime.file({
    actor: citizen.account, key, procedureHash: tale.hash, unitId: unit.id, receivingUnitId: receiving.id, application: value, applicant: citizen, channel,
    delivery: (value['delivery'] ?? { method: 'electronic' }) as Data, subject, fileIds: filesIn(value).map(({ value: file }) => file.file), ...(decided && { decided }), ...(spot && { spot }),
  });
  return filed.ok ? { dossier: filed.value.dossierId, unit: unit.id } : undefined;
}

/** Somebody of the ward who may begins a dossier of the office's own. */
async function beginOne({ store, library, now, runtime }: Services, tale: Tale, application: Data, key: string): Promise<Filed | undefined> {
  const ready = await store.read(async (tx) => {
    const pack = await library.version(tx, tale.hash);
    const form = pack?.forms.get(pack.procedure.forms.application);
    const [start] = pack === undefined ? [] : handStarts(pack.definition);
    if (pack === undefined || form === undefined || start === undefined) return undefined;
    const { value, errors } = judge(form, application, now(), await cataloguesFor(tx, undefined, now(), form), 'vi');
    const [person] = await peopleOf(tx, start.roles, [ward], now());
    return person && errors.length === 0 ? { actor: person.id, value, subject: subjectOf(pack, value, now()), lookUps: pack.procedure.lookUps && (await lookUpsFor(tx, pack, value, now())) } : undefined;
  });
  if (ready === undefined) return undefined;
  const { actor, value, subject, lookUps } = ready;
  const begun = await runtime.begin({ actor, key, procedureHash: tale.hash, unitId: ward, application: value, subject, ...(lookUps && { decided: { lookUps } }) });
  return begun.ok ? { dossier: begun.value.dossierId, unit: ward } : undefined;
}

/**
 * Somebody who may do the step does it, whoever has it in hand, else one of those who hold its role, with the first of the answers that its
 * form takes. Answers false when nobody could.
 */
export async function complete({ store, runtime, now }: Services, dossierId: string, node: string, answers: readonly Json[], key: string, pick: number): Promise<boolean> {
  const task = await store.read((tx) => tx.tasks.first({ dossierId, node, status: 'open' }));
  if (task === undefined) return false;
  const people = await whoMay(store, task, now());
  const handlers = await store.read((tx) => peopleOf(tx, ['handler'], [task.unitId], now()));
  const handler = handlers[Math.floor(pick * handlers.length)]?.id;
  const turns = people.map((_, turn) => people[(Math.floor(pick * people.length) + turn) % people.length]!);
  for (const [turn, actor] of turns.entries()) {
    for (const [which, answer] of answers.entries()) {
      if ((await runtime.completeTask({ actor, key: `${key}:${turn}:${which}`, taskId: task.id, data: named(answer, handler) })).ok) return true;
    }
  }
  return false;
}

async function whoMay(store: Services['store'], task: TaskRow, at: string): Promise<readonly string[]> {
  return store.read(async (tx) => {
    if (task.role === 'applicant') return [(await tx.dossiers.first({ id: task.dossierId }))?.applicantAccount ?? ''];
    if (task.claimedBy !== null) return [task.claimedBy];
    return (await peopleOf(tx, task.roles, [task.unitId], at)).map(({ id }) => id);
  });
}

/** A scenario gives the work to people of its own; here to one of the unit's. */
const named = (answer: Json, handler: string | undefined): Json =>
  answer !== null && typeof answer === 'object' && !Array.isArray(answer) && 'handler' in answer && handler !== undefined ? { ...answer, handler } : answer;

/** A word from outside: a payment at the bank, or whatever the scenario says. */
export async function tell(services: Services, dossierId: string, step: { readonly message: string; readonly data?: Readonly<Record<string, unknown>> }, actor: string, key: string): Promise<boolean> {
  const due = await services.store.read((tx) => tx.payments.first({ dossierId, status: 'pending' }));
  if (step.message === 'payment.settled' && due !== undefined && services.bank !== undefined) {
    const { body, headers } = services.bank.decide(due.reference, due.amount, true, services.now());
    const notice = services.bank.read(body, headers);
    if (notice !== undefined) await receiveNotice(services, services.bank.name, notice);
    return true;
  }
  const awaited = await services.store.read((tx) => tx.subscriptions.first({ dossierId, kind: 'message', name: step.message }));
  const told: Answer<unknown> = await services.runtime.message({ actor, key, dossierId, name: step.message, keys: awaited?.keys ?? {}, data: (step.data ?? {}) as Json });
  return told.ok;
}

/** What programs outside say to what is open of a dossier, by connector; what they say nothing to waits, as for one that is silent. Answers whether there was anything. */
export async function answerOutside({ store, runtime }: Services, dossierId: string, answers: Data | undefined, key: string): Promise<boolean> {
  if (answers === undefined) return false;
  const open = await store.read((tx) => tx.jobs.find({ dossierId, kind: 'connector', status: 'open', connector: { in: Object.keys(answers) } }));
  let told = false;
  for (const { id, connector } of open) {
    const done = await runtime.completeJob({ actor: 'system', key: `${key}:${id}`, dossierId, jobId: id, data: answers[connector!]! });
    told ||= done.ok;
  }
  return told;
}
