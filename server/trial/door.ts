import type { RequestListener } from 'node:http';
import type { Context, Middleware } from 'koa';
import type { Actor } from '../access/actor.ts';
import { mayCall } from '../access/actor.ts';
import type { createApp as create } from '../app.ts';
import { notFound } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import type { Trial } from './trial.ts';

const address = /^\/try\/([A-Za-z0-9_-]{1,64})\/([a-z0-9_-]{1,64})(\/.*)?$/;

/**
 * `/try/<trial>/<person>/…` is the portal and the desk of a trial, as that person sees them. Only the designer who opened
 * the trial comes in; who they play stands in the address, so that a citizen and a clerk can be seen side by side.
 */
export function trialDoor({ trials }: Pick<Services, 'trials'>, actorOf: (context: Context) => Promise<Actor | undefined>, createApp: typeof create): Middleware {
  const apps = new WeakMap<Trial, Map<string, RequestListener>>();
  return async (context, next) => {
    const [, id = '', person = '', rest = '/'] = address.exec(context.path) ?? [];
    if (id === '') return next();
    const actor = await actorOf(context);
    const trial = actor !== undefined && mayCall('designer', actor) ? trials.of(actor.account.id, id) : undefined;
    const secret = trial?.secrets.get(person);
    if (trial === undefined || secret === undefined) throw notFound();
    const own = apps.get(trial) ?? new Map<string, RequestListener>();
    apps.set(trial, own);
    const app = own.get(person) ?? createApp(trial.services, { secretOf: () => secret, around: inside(trial, `/try/${id}/${person}`) }).callback();
    own.set(person, app);
    context.respond = false;
    context.req.url = `${rest}${context.search}`;
    app(context.req, context.res);
  };
}

/** What is different within a trial: pages stand in a frame of ours, addresses begin with its own, and machines work at once. */
const inside = (trial: Trial, base: string): Middleware => async (context, next) => {
  await next();
  if (context.method !== 'GET' && context.method !== 'HEAD') await trial.settle();
  const policy = context.response.get('Content-Security-Policy');
  context.set('Content-Security-Policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
  context.set('X-Frame-Options', 'SAMEORIGIN');
  const { location: to } = context.response.headers;
  if (typeof to === 'string' && to.startsWith('/')) context.set('Location', `${base}${to}`);
};
