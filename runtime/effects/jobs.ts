import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../../engine/event.ts';
import type { Data } from '../../engine/state.ts';
import { described } from '../connector.ts';
import type { OpenDossier } from '../open-dossier.ts';
import { rowId } from '../row-id.ts';
import type { Carry } from './effects.ts';

export const requestJob: Carry<'job.request'> = async (open, effect, event) => {
  const { row, now } = open;
  await open.tx.jobs.insert({
    id: rowId(row.id, effect.key), dossierId: row.id, kind: 'connector', node: effect.node, reference: effect.token, connector: whoDoes(open, effect.connector),
    inputs: effect.inputs, timer: null, unitId: row.unitId, status: 'open', dueAt: event.at, runAt: now, doneAt: null, attempts: 0, fence: 0,
    leasedBy: null, waiting: null, callKey: await keyOfFailed(open, effect, event), error: null, createdAt: now,
  });
};

/** The house's own connector of that name goes before one that the package describes; what neither is waits for a program outside. */
function whoDoes({ world, procedure }: OpenDossier, connector: string): string {
  return !Object.hasOwn(world.connectors, connector) && procedure.described?.has(connector) === true ? described : connector;
}

/** A person has the same done again: nobody knows whether the outside has done it already, so it hears the same key. With other inputs it is another call. */
async function keyOfFailed({ tx, row }: OpenDossier, { node, inputs }: { readonly node: string; readonly inputs: Data }, event: Event): Promise<string | null> {
  if (event.type !== 'incident.retry') return null;
  const failed = await tx.jobs.find({ dossierId: row.id, kind: 'connector', node, status: 'failed' }, { order: [['reference', 'desc']] });
  const same = failed.find((job) => isDeepStrictEqual(job.inputs, inputs));
  if (same === undefined) return null;
  await tx.jobs.update({ dossierId: row.id, id: same.id }, { status: 'cancelled' });
  return same.callKey ?? same.id;
}

export const cancelJob: Carry<'job.cancel'> = async (open, effect) => {
  await open.tx.jobs.set(
    { dossierId: open.row.id, kind: 'connector', reference: effect.token, status: { in: ['open', 'failed'] } },
    { status: 'cancelled', leasedBy: null },
  );
};
