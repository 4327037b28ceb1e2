import { raisable } from '../../engine/raisable.ts';
import type { Data } from '../../engine/state.ts';
import { prefill } from '../../forms/prefill.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { headsUnitOf, holdsStep, type Actor } from '../access/actor.ts';
import type { DossierState } from '../api/clock.ts';
import { likeOf } from '../../procedures/role.ts';
import type { PersonName } from '../api/shape.ts';
import type { TaskView, WorkItem } from '../api/task.ts';
import type { Package } from '../library/package.ts';
import { answerBy } from './answer-by.ts';
import { answerOf } from './answer.ts';
import { badgesOf } from './badges.ts';
import { dossierClock, stepClock } from './clock-view.ts';
import type { Folder } from './folder.ts';
import { isSupplement } from './is-supplement.ts';
import { citizenName, stepName } from './step-name.ts';

type Desk = Pick<Folder, 'dossier' | 'pack' | 'calendar' | 'tasks' | 'names' | 'at'>;

const procedureName = ({ procedure }: Package) => ({ key: procedure.key, name: procedure.shortName });

/** Why the actor may not do the step; null when they may. */
export function barredFrom(actor: Actor, task: TaskRow, { pack, tasks, dossier }: Pick<Desk, 'pack' | 'tasks' | 'dossier'>): TaskView['barred'] {
  if (task.status !== 'open') return 'closed';
  if (task.role === 'applicant') return dossier.applicantAccount === actor.account.id ? null : 'role';
  if (!holdsStep(actor, task)) return 'role';
  if (task.claimedBy !== null && task.claimedBy !== actor.account.id) return 'claimed-by-other';
  const others = new Set(pack.definition.nodes[task.node]?.step.fourEyes);
  return tasks.some((done) => others.has(done.node) && done.closedBy === actor.account.id) ? 'four-eyes' : null;
}

function facts(task: TaskRow, { dossier, pack, calendar, names, at }: Desk) {
  return {
    // the applicant knows their own step by the name that they are told
    id: task.id, node: task.node, name: (task.role === 'applicant' ? citizenName(pack.definition, task.node) : undefined) ?? task.name, role: task.role, like: likeOf(task.role, pack.procedure.roles), roles: [...task.roles], unit: names.unit(task.unitId),
    standing: standingOf(task), assignee: names.person(task.claimedBy), openedAt: task.openedAt, claimedAt: task.claimedAt,
    clock: stepClock(calendar, task, at),
    dossier: {
      id: dossier.id, code: dossier.code, version: dossier.version, procedure: procedureName(pack), subject: dossier.subject === '' ? null : dossier.subject,
      applicant: dossier.applicantName, state: dossier.state as DossierState, submittedAt: dossier.submittedAt, clock: dossierClock(calendar, dossier, at, pack.procedure.dueSoon),
    },
  };
}

export const standingOf = (task: TaskRow): 'open' | 'claimed' | 'completed' | 'cancelled' => (task.status !== 'open' ? task.status : task.claimedBy === null ? 'open' : 'claimed');

function canOf(actor: Actor, task: TaskRow, barred: TaskView['barred']) {
  return {
    claim: barred === null && task.role !== 'applicant' && task.claimedBy === null,
    release: task.status === 'open' && task.claimedBy !== null && (task.claimedBy === actor.account.id || headsUnitOf(actor, task)),
    complete: barred === null,
  };
}

/** A row of the worklist. */
export function workItem(actor: Actor, task: TaskRow, desk: Desk, unread: number): WorkItem {
  const said = facts(task, desk);
  return { ...said, badges: badgesOf(task, desk.tasks, unread, said.clock, said.dossier.clock), can: canOf(actor, task, barredFrom(actor, task, desk)) };
}

/** A step with all that is needed to do it. */
export function taskView(actor: Actor, task: TaskRow, folder: Folder, people: readonly PersonName[]): TaskView {
  const { pack, dossier, supplements, paid, letters } = folder;
  const barred = barredFrom(actor, task, folder);
  const node = pack.definition.nodes[task.node];
  const pending = paid.find(({ state }) => state === 'pending');
  return {
    ...facts(task, folder),
    form: task.form === null ? null : { procedure: pack.procedure.key, version: dossier.procedureHash, key: task.form },
    data: startingData(task, folder),
    letters: (node?.step.letters ?? []).map((key) => ({ key, name: pack.procedure.letters[key]?.name ?? { vi: key, en: key }, issued: letters.findLast(({ letter, purpose }) => letter === key && purpose === 'along-the-way')?.id ?? null })),
    supplement: isSupplement(task, pack) ? (supplements.findLast(({ answeredAt }) => answeredAt === null) ?? null) : null,
    payment: task.role === 'applicant' && pending !== undefined ? pending : null,
    returned: returnedOf(task, folder),
    answerBy: task.status === 'open' && task.role !== 'applicant' ? answerBy(pack.definition, task.node, folder.calendar, folder.at) : null,
    assignable: [...people],
    barred,
    raises: barred === null ? raisesOf(task, pack) : [],
    can: canOf(actor, task, barred),
  };
}

/** By the names of the events that catch it; one without a name goes by its code, where it asks for one. */
function raisesOf({ node, role }: TaskRow, { definition }: Package): TaskView['raises'] {
  return raisable(definition, node).map(({ kind, code, any, event }) => {
    const drawn = event === undefined ? undefined : definition.nodes[event];
    const named = drawn?.name === undefined ? undefined : stepName(drawn);
    const told = role === 'applicant' && event !== undefined ? citizenName(definition, event) : undefined;
    return { kind, code, name: told ?? named ?? (any ? null : { vi: code, en: code }), ends: drawn?.kind !== 'boundaryEvent' || drawn.interrupting };
  });
}

/** The earlier answer when a step is done again, so that a return lands on what was written; what is known is filled in. A supplement begins with the application itself. */
export function startingData(task: TaskRow, { pack, dossier, tasks, at }: Folder): Data {
  if (isSupplement(task, pack)) return {};
  const again = tasks.some((other) => other.node === task.node && other.status === 'completed');
  const { outcome: _, ...kept } = (again && answerOf(pack, dossier.data, task.node)) || {};
  const form = task.form === null ? undefined : pack.forms.get(task.form);
  return form === undefined ? kept : prefill(form, kept, dossier.data, at);
}

function returnedOf(task: TaskRow, { pack, dossier, tasks, names }: Folder): TaskView['returned'] {
  if (!tasks.some((other) => other.node === task.node && other.status === 'completed')) return null;
  const last = tasks.filter((other) => other.status === 'completed' && other.role !== 'applicant' && (other.closedAt ?? '') <= task.openedAt).toSorted((one, other) => (other.closedAt ?? '').localeCompare(one.closedAt ?? ''))[0];
  if (last === undefined || last.node === task.node || last.closedAt === null) return null;
  const answer = answerOf(pack, dossier.data, last.node);
  const remark = ['remark', 'reason', 'note'].map((name) => answer?.[name]).find((value) => typeof value === 'string' && value !== '');
  return { by: names.person(last.closedBy)?.name ?? '—', at: last.closedAt, remark: typeof remark === 'string' ? remark : null };
}
