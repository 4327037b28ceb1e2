import Koa, { type Context, type Middleware } from 'koa';
import { envelope } from './http/envelope.ts';
import { factsOfError } from './http/log.ts';
import { ProblemError } from './http/problem-error.ts';
import { registerRoutes } from './http/register.ts';
import { securityHeaders } from './http/security-headers.ts';
import { staticFiles } from './http/static-files.ts';
import { bankStyle } from './payments/bank-page.ts';
import { handlersOf } from './routes/registry.ts';
import type { Services } from './services.ts';
import { sessionCookie } from './session/cookie.ts';
import { programOf } from './session/programs.ts';
import { actorOfSecret } from './session/sessions.ts';
import { trialDoor } from './trial/door.ts';

export interface AppOptions {
  /** Checks answers against their schemas too: for tests. */
  readonly checkAnswers?: boolean;
  /** Whose request it is, where no cookie says so: the secret of their session. */
  readonly secretOf?: (context: Context) => string | undefined;
  /** Goes around everything else. */
  readonly around?: Middleware;
}

/** The whole server as one Koa application over given services: nothing here reaches for clock, store or network. */
export function createApp(services: Services, options: AppOptions = {}): Koa {
  const { configuration, store, now, newId, log } = services;
  const https = configuration.publicUrl.startsWith('https:');
  const cookie = sessionCookie(https);
  const app = new Koa({ proxy: configuration.proxy });
  // A reader who leaves in the middle of an answer is no fault of ours.
  app.on('error', (error: unknown) => {
    const code = (error as { code?: unknown }).code;
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE') log('error', 'answer failed', factsOfError(error));
  });
  if (options.around) app.use(options.around);
  app.use(envelope(log, newId, () => performance.now()));
  app.use(securityHeaders(https));
  const actorOf = async (context: Context) => {
    const secret = (options.secretOf ?? cookie.read)(context);
    return secret === undefined ? undefined : actorOfSecret(store, secret, now());
  };
  app.use(trialDoor(services, actorOf, createApp));
  app.use(staticFiles(configuration.apps));
  app.use(async (context, next) => {
    if (context.path !== '/bank.css') return next();
    context.type = 'text/css; charset=utf-8';
    context.set('Cache-Control', 'public, max-age=3600');
    context.body = bankStyle;
  });
  const router = registerRoutes(handlersOf(services), {
    now, newId, publicOrigin: configuration.publicUrl, checkAnswers: options.checkAnswers ?? false,
    actorOf,
    programOf: async (context) => {
      const program = await programOf(store, context.get('Authorization'), now());
      if (program === undefined) throw new ProblemError('sign-in-required');
      return program;
    },
  });
  app.use(router.routes());
  app.use(router.allowedMethods());
  return app;
}
