import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import type { Services } from '../services.ts';
import { actorOfProgram, type Program } from '../session/programs.ts';

/** Who acts in the journal when a program does. */
const actorOf = ({ name }: Program): string => `program:${name}`;

const withoutError = { path: '/data', message: 'expected data only beside the error that brings them: work that is to be tried again has no answer yet', messageVi: 'chỉ gửi dữ liệu kèm mã lỗi: việc sẽ làm lại thì chưa có kết quả' };

/** Work for programs outside: they fetch what waits for them, and say what came of it. */
export const jobHandlers = ({ store, runtime }: Services) => {
  /** Which dossier the work is of; work of another unit is none. */
  const found = async (program: Program, jobId: string) => {
    const job = await store.read((tx) => tx.jobs.first({ id: jobId, kind: 'connector', unitId: { in: program.units } }));
    if (job === undefined) throw notFound();
    return { actor: actorOfProgram(program), dossierId: job.dossierId, jobId };
  };
  return {
    'POST /api/messages': async ({ body, actor, key }) => {
      const { dossierId: dossier, code } = settled(await runtime.hear({ actor: actorOf(actor), key, units: actor.units, ...body }), 'dossier-closed');
      return { dossier, code };
    },

    'POST /api/signals': async ({ body, actor, key }) => ({ signal: settled(await runtime.signal({ actor: actorOf(actor), key, units: actor.units, ...body })).signalId }),

    'POST /api/conditions': async ({ body, actor, key }) => {
      const { begun, undecided } = settled(await runtime.evaluateConditions({ actor: actorOf(actor), key, units: actor.units, ...body }));
      return { dossiers: begun.map(({ dossierId: dossier, ...each }) => ({ dossier, ...each })), undecided: [...undecided] };
    },

    'POST /api/jobs/take': async ({ body: { topics, ...body }, actor, key }) => {
      const taken = settled(await runtime.takeJobs({ actor: actorOfProgram(actor), key, units: actor.units, connectors: topics, ...body }));
      return { jobs: taken.map(({ jobId: id, dossierId: dossier, connector: topic, ...job }) => ({ id, dossier, topic, ...job })) };
    },

    'POST /api/jobs/:id/complete': async ({ params, body, actor, key }) => {
      settled(await runtime.completeJob({ key, ...(await found(actor, params.id)), ...body }), 'dossier-closed');
    },

    'POST /api/jobs/:id/fail': async ({ params, body: { error, message, fence, data, retryAfter }, actor, key }) => {
      if (error === undefined && data !== undefined) throw new ProblemError('invalid', { errors: [withoutError] });
      const job = { key, fence, ...(await found(actor, params.id)) };
      settled(await (error === undefined ? runtime.failJob({ ...job, message, ...(retryAfter !== undefined && { retryAfter }) }) : runtime.completeJob({ ...job, error: { code: error, message, ...(data !== undefined && { data }) } })), 'dossier-closed');
    },

    'POST /api/jobs/:id/extend': async ({ params, body, actor, key }) => settled(await runtime.extendJob({ key, ...(await found(actor, params.id)), ...body })),
  } satisfies Partial<Handlers>;
};
