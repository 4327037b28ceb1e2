import type { Event } from '../../engine/event.ts';
import type { Json } from '../../engine/state.ts';
import type { JobRow } from '../../storage/tables/jobs.ts';
import type { Outcome } from '../connector.ts';
import { fireDueTimers } from '../due-timers.ts';
import { logOf } from '../log-kept.ts';
import { advance, openDossier, save } from '../open-dossier.ts';
import type { OpenDossier } from '../open-dossier.ts';
import type { Surroundings } from '../runtime.ts';
import { backoffMs, later, MAX_ATTEMPTS } from './backoff.ts';
import { callOf } from './call.ts';
import type { Tried } from './call.ts';

/**
 * Keeps what came of a call, in one transaction with what the connector writes and with the step's completion.
 * Refused, and logged, when the job was leased again or is done meanwhile: then another's result counts.
 */
export async function report(world: Surroundings, leased: JobRow, tried: Tried): Promise<void> {
  const moved = await world.store.transaction(async (tx) => {
    const open = await openDossier(world, tx, world.now(), leased.dossierId);
    await fireDueTimers(open);
    const job = await tx.jobs.first({ dossierId: leased.dossierId, id: leased.id });
    if (job === undefined || job.status !== 'open' || job.fence !== leased.fence) {
      logOf(world, tx)('warn', 'job.too-late', { dossier: leased.dossierId, job: leased.id, fence: leased.fence });
    } else {
      await keep(open, job, await within(open, job, tried));
    }
    if (open.row.version === open.saved.version) return undefined;
    await save(open);
    return open.row;
  });
  if (moved !== undefined) world.moved?.(moved);
}

async function within(open: OpenDossier, job: JobRow, { connector, outcome }: Tried): Promise<Outcome> {
  const hands = { tx: open.tx, now: open.now, newId: open.world.newId };
  if (connector?.kind === 'transactional') return connector.within(callOf(job, open.row), hands);
  if (outcome === undefined) throw new Error(`expected job ${job.id} to have been called, but it was not`);
  if (connector?.within === undefined || !('done' in outcome)) return outcome;
  return connector.within(callOf(job, open.row), outcome.done, hands);
}

async function keep(open: OpenDossier, job: JobRow, outcome: Outcome): Promise<void> {
  const { tx, now, world } = open;
  const row = { dossierId: job.dossierId, id: job.id };
  if ('wait' in outcome) {
    // What was answered is no failure: tries are counted anew.
    const waiting = { since: job.waiting?.since ?? now, with: outcome.wait };
    await tx.jobs.update(row, { leasedBy: null, error: null, attempts: 0, waiting, runAt: later(now, outcome.after) });
    return;
  }
  const last = 'retry' in outcome && (outcome.last ?? job.attempts >= MAX_ATTEMPTS);
  if ('retry' in outcome && !last) {
    await tx.jobs.update(row, { leasedBy: null, error: outcome.retry, runAt: later(now, outcome.after ?? backoffMs(job.attempts, world.random)) });
    return;
  }
  const failed = last || 'failed' in outcome;
  await tx.jobs.update(row, { status: failed ? 'failed' : 'done', doneAt: now, leasedBy: null, error: errorOf(outcome) });
  const about = { node: job.node, connector: job.connector ?? '', attempts: job.attempts };
  await advance(open, { kind: failed ? 'job.fail' : 'job.complete', actor: 'system', about }, [eventOf(job, outcome, now)]);
}

/** What ends a call. */
type Ending = Exclude<Outcome, { readonly wait: Json }>;

function errorOf(outcome: Ending): string | null {
  if ('done' in outcome) return null;
  if ('retry' in outcome) return outcome.retry;
  return 'failed' in outcome ? outcome.failed : outcome.message;
}

function eventOf({ reference: token }: JobRow, outcome: Ending, at: string): Event {
  const by = 'system';
  if ('done' in outcome) return { type: 'job.complete', at, by, token, data: outcome.done };
  if ('retry' in outcome) return { type: 'job.fail', at, by, token, code: 'connector-failed', message: outcome.retry };
  if ('failed' in outcome) return { type: 'job.fail', at, by, token, code: outcome.code, message: outcome.failed };
  const { error, message, data } = outcome;
  return { type: 'job.fail', at, by, token, error, code: error, message, ...(data === undefined ? {} : { data }) };
}
