import { CalendarError } from '../../engine/calendar/failure.ts';
import type { StepProperties } from '../../engine/definition.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import { isoDue } from '../../engine/iso-timer.ts';
import type { Data } from '../../engine/state.ts';
import { seenBy } from '../../engine/seen.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import { listingOf } from '../../storage/tables/tasks.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { calendarOf } from '../calendars.ts';
import { logOf } from '../log-kept.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { rolesOf } from '../roles-of.ts';
import { rowId } from '../row-id.ts';
import { stepTurns } from '../step-turns.ts';
import { assigneeOf } from '../assignee-of.ts';
import { unitOf } from '../unit-of.ts';
import type { Carry } from './effects.ts';

type Drawn = Pick<TaskRow, 'node' | 'name' | 'form' | 'role' | 'roles' | 'unitId' | 'timeLimit'>;

/** What the drawing says of a step, with the data that its token sees: each of several turns may belong to another unit. */
export async function drawn(open: OpenDossier, id: string, token: number, at: string): Promise<Drawn> {
  const { definition } = open.procedure;
  const node = definition.nodes[id];
  const step = node?.step ?? {};
  const name = node?.name ?? id;
  const seen = seenBy(definition, stateOf(open.row), token);
  const roles = chosenRoles(step, seen, at);
  return {
    node: id, name: { vi: name, en: step.nameEn ?? name }, form: step.form ?? null, role: roles[0]!, roles,
    unitId: await unitOf(open, step.unit, seen, at), timeLimit: step.timeLimit ?? null,
  };
}

/** The one of its roles that the data choose; all of them when none is chosen, so that the step never waits for nobody. */
function chosenRoles(step: StepProperties, seen: Data, at: string): readonly string[] {
  const roles = rolesOf(step);
  if (step.assignedRole === undefined) return roles;
  const result = evaluate(step.assignedRole.replace(/^\s*=/, ''), seen, at);
  const chosen = roles.find((role) => 'value' in result && result.value === role);
  return chosen === undefined ? roles : [chosen];
}

export const openTask: Carry<'task.open'> = async (open, effect, event) => {
  const as = await drawn(open, effect.node, effect.token, event.at);
  const seen = seenBy(open.procedure.definition, stateOf(open.row), effect.token);
  const step = open.procedure.definition.nodes[effect.node]?.step;
  const assignee = await assigneeOf(open, step?.assignee, seen, as, event.at);
  const due = as.timeLimit === null ? { dueAt: drawnDueDate(step?.dueDate, seen, event.at), soonAt: null } : await dueOf(open, as.unitId, event.at, as.timeLimit);
  const task: TaskRow = {
    ...as,
    ...due,
    ...listingOf(open.row, due),
    id: rowId(open.row.id, effect.key),
    dossierId: open.row.id,
    token: effect.token,
    status: 'open',
    openedAt: event.at,
    claimedBy: assignee,
    claimedAt: assignee === null ? null : event.at,
    closedBy: null,
    closedAt: null,
  };
  await open.tx.tasks.insert(task);
  open.tasks = [...open.tasks, task];
};

/** When a step drawn for another engine is due: an instant or a duration, written out or given by FEEL; none when it gives neither. */
function drawnDueDate(due: StepProperties['dueDate'], seen: Data, at: string): string | null {
  const result = typeof due === 'object' ? evaluate(due.text, seen, at) : { value: due ?? null };
  const value = 'value' in result ? result.value : null;
  return typeof value === 'string' ? isoDue({ type: value.startsWith('P') ? 'duration' : 'date', value }, at) ?? null : null;
}

/** A limit that cannot be read is a fault of the model, but no reason to keep anybody from working: the task has none. */
export async function dueOf(open: OpenDossier, unitId: string, at: string, limit: string): Promise<Pick<TaskRow, 'dueAt' | 'soonAt'>> {
  try {
    return stepTurns(await calendarOf(open.world.store, open.tx, unitId), at, limit);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    logOf(open.world, open.tx)('warn', 'task.limit-unreadable', { dossier: open.row.id, reason: error.message });
    return { dueAt: null, soonAt: null };
  }
}

export const closeTask: Carry<'task.close'> = async (open, effect, event) => {
  const done = effect.reason === 'completed';
  const closed = open.tasks.find(({ token, node }) => token === effect.token && node === effect.node);
  if (closed === undefined) return;
  await open.tx.tasks.setOne({ dossierId: open.row.id, id: closed.id, status: 'open' }, { status: done ? 'completed' : 'cancelled', closedBy: done ? event.by : null, closedAt: event.at });
  open.tasks = open.tasks.filter((task) => task !== closed);
};
