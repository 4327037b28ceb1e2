import type { JobRow } from '../../storage/tables/jobs.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Call, Connector, Outcome } from '../connector.ts';
import type { Surroundings } from '../runtime.ts';

/** How far a try came outside the transaction; `connector` still has its part to do inside it. */
export interface Tried {
  readonly outcome?: Outcome;
  readonly connector?: Connector;
}

const TIMEOUT_MS = 30_000;

export function callOf(job: JobRow, dossier: DossierRow): Call {
  return { key: job.callKey ?? job.id, dossier, node: job.node, inputs: job.inputs, at: job.dueAt, attempt: job.attempts, waiting: job.waiting, job: job.id };
}

/** The part of a call that holds no transaction: nothing for a transactional connector, the whole call for an external one. */
export async function stateless(world: Surroundings, job: JobRow): Promise<Tried> {
  const name = job.connector ?? '';
  const connector = Object.hasOwn(world.connectors, name) ? world.connectors[name] : undefined;
  if (connector === undefined) throw new Error(`expected job ${job.id} to ask for a connector that is here, but it asks for "${name}"`);
  if (connector.kind === 'transactional') return { connector };
  const dossier = await world.store.read((tx) => tx.dossiers.first({ id: job.dossierId }));
  if (dossier === undefined) throw new Error(`expected dossier ${job.dossierId} of job ${job.id}, but it is gone`);
  return { connector, outcome: await limited(connector.timeout ?? TIMEOUT_MS, name, (signal) => connector.call(callOf(job, dossier), signal)) };
}

/** A call that does not come back is given up, and told to stop. What it throws is a passing trouble. */
async function limited(milliseconds: number, name: string, call: (signal: AbortSignal) => Promise<Outcome>): Promise<Outcome> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ retry: `expected connector "${name}" to answer within ${milliseconds} ms, but it did not` }), milliseconds);
  });
  try {
    return await Promise.race([call(stop.signal), late]);
  } catch (error) {
    return { retry: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
