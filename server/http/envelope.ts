import type { Middleware } from 'koa';
import { UnreadableVersion } from '../library/package.ts';
import { factsOfError, type Log } from './log.ts';
import { answerProblem } from './problem-answer.ts';
import { notFound, ProblemError } from './problem-error.ts';

/** Around every request: an id, problem details for whatever fails, one line in the log. */
export const envelope = (log: Log, newId: () => string, clock: () => number): Middleware => async (context, next) => {
  const requestId = newId();
  const began = clock();
  context.state['requestId'] = requestId;
  context.set('X-Request-Id', requestId);
  let code = '';
  try {
    await next();
    // Somebody else has answered: a house that is tried out.
    if (context.respond === false) return;
    if (context.status === 404 && context.body === undefined) throw notFound();
    if (context.status === 405 || context.status === 501) throw new ProblemError('method-not-allowed');
  } catch (thrown) {
    const problem = answerProblem(context, thrown, requestId);
    ({ code } = problem);
    if (code === 'internal' || thrown instanceof UnreadableVersion) log('error', 'request failed', { requestId, ...factsOfError(thrown) });
  }
  log('info', 'request', { requestId, method: context.method, route: String(context.state['route'] ?? '-'), status: context.status, ms: Math.round(clock() - began), ...(code === '' ? {} : { code }) });
};
