import { deadline } from '../../engine/calendar/deadline.ts';
import { CalendarError } from '../../engine/calendar/failure.ts';
import type { StepProperties } from '../../engine/definition.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import { isoDue } from '../../engine/iso-timer.ts';
import type { Data } from '../../engine/state.ts';
import { seenBy } from '../../engine/seen.ts';
import { stateOf } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { calendarOf } from '../calendars.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { rowId } from '../row-id.ts';
import { assigneeOf } from '../assignee-of.ts';
import { unitOf } from '../unit-of.ts';
import type { Carry } from './effects.ts';

type Drawn = Pick<TaskRow, 'node' | 'name' | 'form' | 'role' | 'unitId' | 'timeLimit'>;

/** What the drawing says of a step, with the data that its token sees: each of several turns may belong to another unit. */
export async function drawn(open: OpenDossier, id: string, token: number, at: string): Promise<Drawn> {
  const { definition } = open.procedure;
  const node = definition.nodes[id];
  const step = node?.step ?? {};
  const name = node?.name ?? id;
  const seen = seenBy(definition, stateOf(open.row), token);
  return {
    node: id, name: { vi: name, en: step.nameEn ?? name }, form: step.form ?? null, role: step.role ?? step.candidates?.[0] ?? 'handler',
    unitId: await unitOf(open, step.unit, seen, at), timeLimit: step.timeLimit ?? null,
  };
}

export const openTask: Carry<'task.open'> = async (open, effect, event) => {
  const as = await drawn(open, effect.node, effect.token, event.at);
  const seen = seenBy(open.procedure.definition, stateOf(open.row), effect.token);
  const step = open.procedure.definition.nodes[effect.node]?.step;
  const assignee = await assigneeOf(open, step?.assignee, seen, as, event.at);
  await open.tx.tasks.insert({
    ...as,
    id: rowId(open.row.id, effect.key),
    dossierId: open.row.id,
    token: effect.token,
    status: 'open',
    openedAt: event.at,
    dueAt: as.timeLimit === null ? drawnDueDate(step?.dueDate, seen, event.at) : await dueOf(open, as.unitId, event.at, as.timeLimit),
    claimedBy: assignee,
    claimedAt: assignee === null ? null : event.at,
    closedBy: null,
    closedAt: null,
  });
};

/** When a step drawn for another engine is due: an instant or a duration, written out or given by FEEL; none when it gives neither. */
function drawnDueDate(due: StepProperties['dueDate'], seen: Data, at: string): string | null {
  const result = typeof due === 'object' ? evaluate(due.text, seen, at) : { value: due ?? null };
  const value = 'value' in result ? result.value : null;
  return typeof value === 'string' ? isoDue({ type: value.startsWith('P') ? 'duration' : 'date', value }, at) ?? null : null;
}

/** A limit that cannot be read is a fault of the model, but no reason to keep anybody from working: the task has none. */
export async function dueOf(open: OpenDossier, unitId: string, at: string, limit: string): Promise<string | null> {
  try {
    return deadline(await calendarOf(open.world.store, open.tx, unitId), at, limit).dueAt;
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    open.world.log('warn', 'task.limit-unreadable', { dossier: open.row.id, reason: error.message });
    return null;
  }
}

export const closeTask: Carry<'task.close'> = async (open, effect, event) => {
  const done = effect.reason === 'completed';
  await open.tx.tasks.update(
    { dossierId: open.row.id, token: effect.token, node: effect.node, status: 'open' },
    { status: done ? 'completed' : 'cancelled', closedBy: done ? event.by : null, closedAt: event.at },
  );
};
