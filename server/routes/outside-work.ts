import type { Transaction } from '../../storage/store.ts';
import type { JobRow } from '../../storage/tables/jobs.ts';
import type { Actor } from '../access/actor.ts';
import { readableAmong } from '../access/scope.ts';
import type { OutsideJob } from '../api/outside-work.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import type { Services } from '../services.ts';
import { namesOf } from '../views/names.ts';
import { outsideJobView } from '../views/outside-job-view.ts';

/** How many are shown at once. */
const shown = 200;

/** Work that waits for programs outside, for those who see to it that it does not wait for ever. */
export const outsideWorkHandlers = ({ store, runtime, library, connectors }: Services) => {
  const isOutside = ({ connector }: JobRow): boolean => !connectors.has(connector ?? '');
  const found = async (id: string) => {
    const job = await store.read((tx) => tx.jobs.first({ id, kind: 'connector', status: 'open' }));
    if (job === undefined || !isOutside(job)) throw notFound();
    return { jobId: id, dossierId: job.dossierId };
  };
  const viewed = async (tx: Transaction, actor: Actor, jobs: readonly JobRow[], at: string): Promise<OutsideJob[]> => {
    const names = await namesOf(tx, jobs.map(({ unitId }) => unitId));
    const readable = await readableAmong(tx, actor, jobs.map(({ dossierId }) => dossierId));
    const views: OutsideJob[] = [];
    for (const job of jobs) {
      const dossier = await tx.dossiers.first({ id: job.dossierId });
      const pack = dossier && (await library.listed(tx, dossier.procedureHash));
      if (dossier !== undefined && pack !== undefined) views.push(outsideJobView(job, { dossier, pack, unit: names.unit(job.unitId), mayRead: readable.has(dossier.id), at }));
    }
    return views;
  };

  return {
    'GET /api/outside-work': ({ actor, at }) => store.read(async (tx) => {
      const rows = await tx.jobs.find({ kind: 'connector', status: 'open' }, { order: [['runAt', 'asc'], ['id', 'asc']], limit: shown + 1 });
      const outside = rows.slice(0, shown).filter(isOutside).toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
      return { jobs: await viewed(tx, actor, outside, at), more: rows.length > shown };
    }),

    'POST /api/outside-work/:id/release': async ({ params, body, actor, key }) => {
      settled(await runtime.releaseJob({ actor: actor.account.id, key, ...(await found(params.id)), ...body }), 'dossier-closed');
    },

    'POST /api/outside-work/:id/complete': async ({ params, body, actor, key }) => {
      settled(await runtime.completeJob({ actor: actor.account.id, key, ...(await found(params.id)), ...body }), 'dossier-closed');
    },

    'POST /api/outside-work/:id/fail': async ({ params, body: { reason, error }, actor, key }) => {
      settled(await runtime.completeJob({ actor: actor.account.id, key, ...(await found(params.id)), reason, error: { code: error, message: reason } }), 'dossier-closed');
    },
  } satisfies Partial<Handlers>;
};
