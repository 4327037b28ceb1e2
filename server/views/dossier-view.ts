import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Actor } from '../access/actor.ts';
import type { DossierState } from '../api/clock.ts';
import type { DossierView, MyDossier, Todo } from '../api/dossier.ts';
import type { Applicant, GivenDelivery } from '../api/draft.ts';
import { isObject } from '../../forms/field-path.ts';
import { isFetched } from '../../runtime/fetched.ts';
import { askedNow, ratingAsked, wordOf } from '../rating/rating-form.ts';
import { answerGiven } from '../nearby/told.ts';
import { answerOf, applicationOf } from './answer.ts';
import { dossierClock } from './clock-view.ts';
import { dossierFiles } from './files-view.ts';
import type { Folder, Shelf } from './folder.ts';
import type { Package } from '../library/package.ts';
import { isSupplement } from './is-supplement.ts';
import { lettersForApplicant, letterView } from './letter-view.ts';
import { linkedView } from './linked-view.ts';
import { citizenName } from './step-name.ts';
import { mayWithdraw } from './may-withdraw.ts';
import { remindersOf } from './reminders.ts';
import { linkedStep, timelineOf, turnOf } from './timeline.ts';

/** A dossier in the citizen's list. */
export function myDossier(folder: Folder, unread: number): MyDossier {
  const { dossier, pack, calendar, at, names } = folder;
  return {
    id: dossier.id, code: dossier.code, procedure: { key: pack.procedure.key, name: pack.procedure.shortName }, subject: dossier.subject === '' ? null : dossier.subject,
    unit: names.unit(dossier.unitId), state: dossier.state as DossierState, stateSince: stateSince(folder), submittedAt: dossier.submittedAt,
    clock: dossierClock(calendar, dossier, at, pack.procedure.dueSoon), todo: todosOf(folder), unreadMessages: unread,
  };
}

/** The last step that moved it; the filing when none did. */
export const stateSince = ({ dossier, tasks }: Folder): string =>
  dossier.endedAt ?? tasks.flatMap(({ closedAt }) => closedAt ?? []).toSorted().at(-1) ?? dossier.submittedAt;

function todosOf({ tasks, pack, payments }: Folder): Todo[] {
  return tasks.filter(({ role, status }) => role === 'applicant' && status === 'open').map((task) => ({
    task: task.id, kind: kindOf(task, pack, payments.some(({ status }) => status === 'pending')),
    name: citizenName(pack.definition, task.node) ?? task.name, dueAt: task.dueAt,
  }));
}

const kindOf = (task: TaskRow, pack: Package, payment: boolean): Todo['kind'] =>
  isSupplement(task, pack) ? 'supplement' : pack.definition.nodes[task.node]?.step.clock === 'pause:payment' || payment ? 'payment' : 'other';

/** Who filed it; nobody, when it began by itself. */
export const applicantOf = (dossier: DossierRow): Applicant | null => {
  if (dossier.applicantAccount === null || dossier.applicantName === null) return null;
  const applicant = isObject(dossier.data['applicant']) ? dossier.data['applicant'] : {};
  const text = (name: string): string | null => (typeof applicant[name] === 'string' && applicant[name] !== '' ? applicant[name] : null);
  return { account: text('account') ?? dossier.applicantAccount, name: dossier.applicantName, idNo: text('idNo') ?? '—', phone: text('phone'), email: text('email') };
};

/** How the result is given: as was asked for, but for what was to come as a file and was signed with a pen. */
export function deliveryOf({ data }: Pick<DossierRow, 'data'>): GivenDelivery | null {
  const filing = data['filing'];
  const delivery = isObject(filing) ? filing['delivery'] : undefined;
  if (!isObject(delivery)) return null;
  const { method } = delivery;
  if (method !== 'electronic' && method !== 'post' && method !== 'counter') return null;
  const text = (name: 'receiver' | 'phone' | 'address') => (typeof delivery[name] === 'string' ? { [name]: delivery[name] } : {});
  if (method === 'electronic' && isFetched(data)) return { method: 'counter', asked: method };
  return { method, ...text('receiver'), ...text('phone'), ...text('address') };
}

/** The dossier as the citizen who filed it sees it. */
export async function dossierView(tx: Transaction, services: Shelf, folder: Folder, actor: Actor, unread: number): Promise<DossierView> {
  const { dossier, pack, calendar, tasks, names, at } = folder;
  const files = await tx.files.find({ dossierId: dossier.id, ownerAccount: dossier.applicantAccount ?? '' }, { order: [['createdAt', 'asc']] });
  const letters = await lettersForApplicant(tx, dossier.id, folder.payments);
  const rating = await tx.ratings.first({ dossierId: dossier.id });
  const asked = rating === undefined ? askedNow(dossier, at) : undefined;
  const active = dossier.status === 'active';
  const timers = await tx.jobs.find({ dossierId: dossier.id, kind: 'timer', status: 'open' });
  const linked = await linkedView(tx, services, actor, dossier, at);
  return {
    ...myDossier(folder, unread),
    version: dossier.version,
    procedureVersion: { hash: dossier.procedureHash, number: pack.version.number },
    channel: dossier.channel, delivery: deliveryOf(dossier), applicant: applicantOf(dossier),
    turn: turnOf(pack, dossier, tasks, names), timeline: [...timelineOf(pack, dossier, tasks, calendar, names, at), ...linked.begun.map(linkedStep)],
    form: pack.procedure.forms.application, data: applicationOf(dossier.data),
    files: dossierFiles(dossier.data, files, names),
    supplements: [...folder.supplements], letters: letters.map((letter) => letterView(folder, letter)), payments: [...folder.paid],
    answer: answerGiven(pack, dossier, at), reason: reasonOf(folder),
    linked, reminders: remindersOf(pack.definition, dossier, timers, at),
    can: { withdraw: mayWithdraw(dossier), rate: asked !== undefined, write: active },
    ratingAsked: asked === undefined ? null : ratingAsked(asked), rating: rating === undefined ? null : { score: rating.stars, word: wordOf(rating.stars, rating.at), comment: rating.comment, at: rating.at },
    record: { entries: dossier.version, head: dossier.head },
  };
}

/** What the officer gave as the reason, once the dossier was not accepted, withdrawn or stopped. */
function reasonOf({ dossier, tasks, pack }: Folder): DossierView['reason'] {
  if (![3, 7, 8].includes(dossier.state)) return null;
  const last = tasks.filter(({ status }) => status === 'completed').toSorted((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''));
  for (const task of last) {
    const reason = answerOf(pack, dossier.data, task.node)?.['reason'];
    if (typeof reason === 'string' && reason !== '') return { vi: reason, en: reason };
  }
  return null;
}
