import type { Context } from 'koa';
import { sayVi } from '../../procedures/refusals/say.ts';
import { StoreUnavailable } from '../../storage/stores/unavailable.ts';
import { problemStatus, type Problem } from '../api/problem.ts';
import { UnreadableVersion } from '../library/package.ts';
import { languageOf } from './language.ts';
import { ProblemError } from './problem-error.ts';
import { problemTexts } from './problem-texts.ts';

const unreadable = { vi: 'Hệ thống không đọc được phiên bản này của thủ tục, nên tạm dừng ở đây; dữ liệu vẫn còn nguyên. Người quản trị đã thấy sự cố này.', en: 'This version of the procedure cannot be read, so it stands still here; nothing is lost. The administrator sees it.' };

/** Writes problem details for whatever ended the request; answers what it was, for the log. */
export function answerProblem(context: Context, thrown: unknown, requestId: string): ProblemError {
  const error = asProblem(context, thrown);
  const language = languageOf(context.get('Accept-Language'));
  const text = problemTexts[error.code];
  const { detail, errors, by, at, current, retryAfter } = error.facts;
  const problem: Problem = {
    type: `urn:motcua:problem:${error.code}`,
    title: text.title[language],
    status: problemStatus[error.code],
    detail: (detail ?? text.detail)[language],
    code: error.code,
    requestId,
    ...(errors === undefined ? {} : { errors: errors.map(({ path, message, messageVi }) => ({ path, message: language === 'vi' ? messageVi ?? sayVi(message) ?? message : message })) }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    ...(current === undefined ? {} : { current }),
  };
  context.status = problem.status;
  const wait = retryAfter ?? (problem.status === 503 ? 2 : undefined);
  if (wait !== undefined) context.set('Retry-After', String(Math.max(1, Math.ceil(wait))));
  context.set('Cache-Control', 'no-store');
  context.set('Content-Language', language);
  context.body = JSON.stringify(problem);
  context.type = 'application/problem+json';
  return error;
}

function asProblem({ req }: Context, thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof StoreUnavailable) return new ProblemError('unavailable');
  if (thrown instanceof UnreadableVersion) return new ProblemError('unavailable', { detail: unreadable });
  // Whoever sent it left before the end: a page that was closed, a phone that lost its network.
  if (req.errored === thrown && (!req.complete || (thrown as { code?: unknown } | null)?.code === 'ECONNRESET')) return new ProblemError('malformed');
  const status = (thrown as { status?: unknown } | null)?.status;
  if (status === 400) return new ProblemError('malformed');
  if (status === 413) return new ProblemError('too-large');
  return new ProblemError('internal');
}
