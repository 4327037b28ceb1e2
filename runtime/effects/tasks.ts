import { deadline } from '../../engine/calendar/deadline.ts';
import { CalendarError } from '../../engine/calendar/failure.ts';
import { calendarOf } from '../calendars.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { rowId } from '../row-id.ts';
import { assigneeOf } from '../assignee-of.ts';
import { unitOf } from '../unit-of.ts';
import type { Carry } from './effects.ts';

export const openTask: Carry<'task.open'> = async (open, effect, event) => {
  const node = open.procedure.definition.nodes[effect.node];
  const step = node?.step ?? {};
  const name = node?.name ?? effect.node;
  const unitId = await unitOf(open, step.unit, event.at);
  const role = step.role ?? 'handler';
  const assignee = await assigneeOf(open, step.assignee, role, unitId, event.at);
  await open.tx.tasks.insert({
    id: rowId(open.row.id, effect.key),
    dossierId: open.row.id,
    token: effect.token,
    node: effect.node,
    name: { vi: name, en: step.nameEn ?? name },
    form: step.form ?? null,
    role,
    unitId,
    status: 'open',
    openedAt: event.at,
    dueAt: step.timeLimit === undefined ? null : await dueOf(open, unitId, event.at, step.timeLimit),
    timeLimit: step.timeLimit ?? null,
    claimedBy: assignee,
    claimedAt: assignee === null ? null : event.at,
    closedBy: null,
    closedAt: null,
  });
};

/** A limit that cannot be read is a fault of the model, but no reason to keep anybody from working: the task has none. */
async function dueOf(open: OpenDossier, unitId: string, at: string, limit: string): Promise<string | null> {
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
