import type { Context } from 'koa';
import { ProblemError } from './problem-error.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses acts that another site makes a browser do. Browsers send `Origin` with every act; it must be our own address,
 * or carry the host the request came to. Programs say `Origin` too.
 */
export function demandSameOrigin(context: Context, publicOrigin: string): void {
  if (safe.has(context.method)) return;
  const origin = context.get('Origin');
  if (origin === '' && context.get('Sec-Fetch-Site') === 'same-origin') return;
  if (origin === publicOrigin || hostOf(origin) === context.get('Host').toLowerCase()) return;
  throw new ProblemError('origin-refused');
}

function hostOf(origin: string): string | undefined {
  const host = /^https?:\/\/([^/\s]+)$/.exec(origin)?.[1]?.toLowerCase();
  return host === '' ? undefined : host;
}
