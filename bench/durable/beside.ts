import type { Knex } from 'knex';
import type { Runtime } from '../../runtime/runtime.ts';
import { startWorker } from '../../runtime/worker.ts';
import { ward } from '../../server/seed/units.ts';
import { fileHouse } from '../../server/testing/filing.ts';
import { password, runHouse, type RunningHouse } from '../../server/testing/running-house.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import { median } from '../measure.ts';
import type { Database } from './databases.ts';
import { filed, houseOver, type House } from './dossiers.ts';
import { multiply } from './multiply.ts';

const start = '2026-11-23T02:00:00.000Z';
const afterwards = '2026-12-23T02:00:00.000Z';

/** What was going on: all was done in so many seconds, and people waited for their answers so long, in milliseconds. */
export interface Beside {
  readonly seconds: number;
  readonly asked: number;
  readonly usual: number;
  readonly slowest: number;
}

interface Deed {
  readonly cause?: (own: House, unit: string) => Promise<unknown>;
  readonly left: (knex: Knex) => Promise<unknown>;
}

/** Someone who takes a step and gives it back, looks at the list and at the dossier, again and again; how long each answer took. */
const busyClerk = async (house: RunningHouse, goesOn: () => boolean): Promise<number[]> => {
  await fileHouse(house, await (await house.visitor()).signIn('congdan1', password));
  const clerk = await (await house.visitor()).signIn('tiepnhan', password);
  const { items } = (await clerk.done('GET', '/api/tasks')) as unknown as { items: { id: string; dossier: { id: string } }[] };
  const { id, dossier } = items[0]!;
  const took: number[] = [];
  const timed = async (method: string, path: string, body?: unknown): Promise<{ readonly dossier?: { readonly version: number } }> => {
    const before = performance.now();
    const answer = await clerk.done(method, path, body);
    took.push(performance.now() - before);
    return answer;
  };
  while (goesOn()) {
    const seen = await timed('GET', `/api/tasks/${id}`);
    const claimed = await timed('POST', `/api/tasks/${id}/claim`, { expectedVersion: seen.dossier!.version });
    await timed('POST', `/api/tasks/${id}/release`, { expectedVersion: claimed.dossier!.version });
    await timed('GET', '/api/tasks');
    await timed('GET', `/api/desk/dossiers/${dossier.id}`);
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  return took;
};

/**
 * A month later a server starts among so many dossiers that wait for the same; its worker does what is due, while a clerk is at work
 * over HTTP in the same process. `cause` makes it due; `left` finds what is left to do. Drops the database.
 */
export const beside = async (database: Database, procedures: readonly RunnableProcedure[], count: number, { cause, left }: Deed): Promise<Beside> => {
  await database.store.migrate();
  const house = await runHouse({}, start, database.store);
  const own = houseOver(database.store, procedures);
  const { dossierId } = await filed(own, 'first', procedures[0]!.hash, ward);
  await multiply(database, dossierId, count - 1);
  house.clock.set(afterwards);
  own.now = afterwards;
  await cause?.(own, ward);
  let did = 0;
  const before = performance.now();
  const counting: Pick<Runtime, 'work'> = {
    work: async (options) => {
      const done = await own.runtime.work(options);
      did += done.did;
      return done;
    },
  };
  const worker = startWorker(counting, own.world);
  const took = await busyClerk(house, () => did < count);
  const seconds = (performance.now() - before) / 1000;
  await worker.stop();
  const undone = await left(database.knex);
  if (undone !== undefined) throw new Error(`expected all to be done, but there is ${JSON.stringify(undone)}`);
  await house.stop();
  await database.drop();
  return { seconds, asked: took.length, usual: median(took), slowest: Math.max(...took) };
};

export const besideRow = (kind: string, count: number, { seconds, asked, usual, slowest }: Beside): string[] =>
  // Few are done before the clerk has asked for anything.
  [kind, Math.round(count / seconds).toLocaleString('en'), `${Math.round(seconds)} s`, String(asked), ...(asked === 0 ? ['', ''] : [`${usual.toFixed(0)} ms`, `${slowest.toFixed(0)} ms`])];

export const besideHead = (what: string): string[] => ['', 'per second', what, 'requests', 'usually', 'slowest'];
