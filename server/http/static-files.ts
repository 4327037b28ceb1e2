import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context, Middleware } from 'koa';
import { compressed } from './compressed.ts';
import { setPolicy } from './security-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The built apps: files of `folder` as they are, and for any other address the page of the app it belongs to,
 * which routes by itself. Names under assets/ carry a hash and never change.
 */
export const staticFiles = (folder: string): Middleware => async (context, next) => {
  await next();
  if (context.body !== undefined || context.status !== 404 || context.state['route'] !== undefined) return;
  if (!['GET', 'HEAD'].includes(context.method) || context.path.startsWith('/api/')) return;
  const path = safePath(context.path);
  if (path === undefined) return;
  const app = /^\/desk(\/|$)/.test(path) ? 'desk' : /^\/designer(\/|$)/.test(path) ? 'designer' : 'portal';
  await send(context, folder, extname(path) === '' ? `/${app}/index.html` : path);
};

function safePath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\u0000') || decoded.includes('\\') || decoded.split('/').some((part) => part.startsWith('.'))) return undefined;
  return normalize(decoded).split(sep).join('/');
}

async function send(context: Context, folder: string, path: string): Promise<void> {
  const file = join(folder, path);
  const facts = await stat(file).catch(() => undefined);
  if (facts === undefined || !facts.isFile()) return;
  const html = path.endsWith('.html');
  setPolicy(context, path.startsWith('/designer/') ? 'designer' : 'app');
  context.set('Cache-Control', html ? 'no-cache' : path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
  context.set('Vary', 'Accept-Encoding');
  context.type = types[extname(path)] ?? 'application/octet-stream';
  const encoding = (['br', 'gzip'] as const).find((one) => context.acceptsEncodings(one) === one);
  if (encoding !== undefined) {
    const packed = await compressed(file, encoding, facts);
    if (packed !== undefined) {
      context.set('Content-Encoding', encoding);
      context.status = 200;
      context.body = packed;
      return;
    }
  }
  context.status = 200;
  context.length = facts.size;
  context.body = createReadStream(file);
}
