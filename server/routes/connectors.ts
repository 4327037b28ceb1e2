import { readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { judgeCallback, descriptionOf } from '../connectors/described.ts';
import { askingFor, whenAnswered } from '../letters/sign-paper.ts';
import { bodyOf, NotAnswered } from '../outside/send.ts';
import { isSigned } from '../payments/signature.ts';
import type { Services } from '../services.ts';
import { described } from '../../runtime/connector.ts';
import { callOf } from '../../runtime/work/call.ts';

const answerLimit = 1_000_000;
/** Issues letters, and has a service sign them first where its step says so. */
const signs = 'letter.issue';

/** Systems outside call back with what they were asked for before. */
export const connectorHandlers = (services: Services) => ({
  'POST /api/connectors/answers/:job': async ({ params, context }) => {
    const { store, configuration, runtime } = services;
    const found = await store.read(async (tx) => {
      const job = await tx.jobs.first({ id: params.job, kind: 'connector', connector: { in: [described, signs] } });
      const dossier = job === undefined ? undefined : await tx.dossiers.first({ id: job.dossierId });
      return job === undefined || dossier === undefined ? undefined : { job, call: callOf(job, dossier) };
    });
    const ofPaper = found?.job.connector === signs;
    const description = found === undefined ? undefined : ofPaper ? services.signing : await descriptionOf(services, found.call);
    const later = description?.later;
    // Nobody learns which work there is without a key of its system.
    if (found === undefined || description === undefined || later === undefined || !('callback' in later)) throw new ProblemError('forbidden');
    const { systems } = configuration;
    const secret = systems === 'simulated' ? undefined : systems[description.system]?.secrets[later.callback.secret];
    const bytes = await readBytes(context, answerLimit);
    if (secret === undefined || !isSigned(secret, bytes, context.get(later.callback.header))) throw new ProblemError('forbidden');
    if (found.job.status !== 'open') return { kept: 'repeated' as const };
    // It came before the answer that says that it will come: the system tries again.
    if (found.job.waiting === null) throw new ProblemError('unavailable');
    const outcome = judgeCallback(description, later.callback, read(bytes), ofPaper ? askingFor(found.call) : found.call, configuration.publicUrl);
    return { kept: (await runtime.answerWaiting(found.job, ofPaper ? whenAnswered(found.call, outcome) : outcome)) ? 'new' as const : 'repeated' as const };
  },
}) satisfies Partial<Handlers>;

function read(bytes: Buffer) {
  try {
    return bodyOf(bytes, 'application/json');
  } catch (error) {
    if (error instanceof NotAnswered) throw new ProblemError('malformed');
    throw error;
  }
}
