import { rowId } from '../row-id.ts';
import type { Carry } from './effects.ts';

export const requestJob: Carry<'job.request'> = async (open, effect, event) => {
  const { row, now } = open;
  await open.tx.jobs.insert({
    id: rowId(row.id, effect.key), dossierId: row.id, kind: 'connector', node: effect.node, reference: effect.token, connector: effect.connector,
    inputs: effect.inputs, timer: null, unitId: row.unitId, status: 'open', dueAt: event.at, runAt: now, doneAt: null, attempts: 0, fence: 0,
    leasedBy: null, error: null, createdAt: now,
  });
};

export const cancelJob: Carry<'job.cancel'> = async (open, effect) => {
  await open.tx.jobs.set(
    { dossierId: open.row.id, kind: 'connector', reference: effect.token, status: { in: ['open', 'failed'] } },
    { status: 'cancelled', leasedBy: null },
  );
};
