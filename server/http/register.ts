import { Router } from '@koa/router';
import type { Context } from 'koa';
import type { TSchema } from 'typebox';
import { isEmpty, isRaw, type Access, type Route } from '../api/route.ts';
import { routes, type RouteName } from '../api/routes.ts';
import { demandAccess, type Actor } from '../access/actor.ts';
import { languageOf } from './language.ts';
import type { Handlers, RawReply, Redirect, Request } from './handler.ts';
import { readJsonBody } from './body.ts';
import { isStorable } from './json-body.ts';
import { demandSameOrigin } from './origin.ts';
import type { Program } from '../session/programs.ts';
import { notFound, ProblemError } from './problem-error.ts';
import { packedText } from './compressed.ts';
import { faultsOf } from './validate.ts';

/** What registration needs of the house. */
export interface Door {
  readonly now: () => string;
  readonly newId: () => string;
  readonly publicOrigin: string;
  readonly actorOf: (context: Context) => Promise<Actor | undefined>;
  /** The program that a bearer token stands for; throws sign-in-required for any other. */
  readonly programOf: (context: Context) => Promise<Program>;
  /** Checks answers against their schemas too: for tests. */
  readonly checkAnswers: boolean;
}

const jsonLimit = 1_000_000;
const packageLimit = 12_000_000;
/** Notices of payment providers come from other machines and carry their own signature. */
const signed: ReadonlySet<RouteName> = new Set(['POST /api/payments/callbacks/:provider', 'POST /api/connectors/answers/:job', 'POST /api/intake/:provider/dossiers']);

const parameters: Readonly<Record<string, RegExp>> = {
  id: /^[A-Za-z0-9_-]{1,64}$/,
  picture: /^[A-Za-z0-9_-]{1,64}$/,
  person: /^[A-Za-z0-9_-]{1,64}$/,
  job: /^[A-Za-z0-9_-]{1,200}$/,
  failure: /^[a-z]+_[A-Za-z0-9_-]{1,1000}$/,
  key: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  // A called procedure's forms are named after it: `key--form`.
  form: /^[a-z0-9]+(--?[a-z0-9]+)*$/,
  letter: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  name: /^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/,
  code: /^[A-Za-z0-9_-]{8,64}$/,
  provider: /^[a-z][a-z0-9-]{0,30}$/,
  reference: /^[A-Za-z0-9_-]{8,64}$/,
  version: /^[0-9a-f]{64}$/,
};

/** Puts every route of the map behind the same door: origin, access, parameters, query, body, then the handler. */
export function registerRoutes(handlers: Handlers, door: Door): Router {
  const router = new Router();
  const accountFor = async (access: Access, context: Context): Promise<Actor | undefined> => {
    const actor = await door.actorOf(context);
    demandAccess(access, actor);
    return actor;
  };
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method = '', path = ''] = name.split(' ');
    const route: Route = routes[name];
    const handle = handlers[name] as (request: Request<RouteName>) => Promise<unknown>;
    router.register(path, [method], async (context) => {
      context.state['route'] = name;
      // A bearer token is sent by no browser on its own.
      if (!signed.has(name) && route.access !== 'program') demandSameOrigin(context, door.publicOrigin);
      const actor = route.access === 'program' ? await door.programOf(context) : await accountFor(route.access, context);
      const language = languageOf(context.get('Accept-Language'));
      const request = {
        params: checkedParams(context.params as Record<string, string>),
        query: checked(route.query, queryOf(context), language, 'query'),
        body: await bodyOf(route, name, context, language),
        actor, language, context,
        requestId: context.state['requestId'] as string,
        at: door.now(),
        key: keyOf(context, door),
      };
      await answer(context, route, await handle(request as unknown as Request<RouteName>), { check: door.checkAnswers, isPublic: method === 'GET' && actor === undefined });
    });
  }
  return router;
}

function checkedParams(params: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(params)) {
    if (!(parameters[name]?.test(value) ?? false) || value.length > 100) throw notFound();
  }
  return params;
}

function queryOf(context: Context): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(context.querystring)) {
    if (!isStorable(value) || !isStorable(name) || Object.hasOwn(result, name) || name === '__proto__') {
      throw new ProblemError('invalid', { errors: [{ path: name.toWellFormed().slice(0, 100), message: '?' }] });
    }
    result[name] = value.normalize('NFC');
  }
  return result;
}

function checked(schema: TSchema | undefined, value: unknown, language: 'vi' | 'en', kind: 'body' | 'query'): unknown {
  if (schema === undefined) return {};
  const errors = faultsOf(schema, value, language, kind);
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
  return value;
}

async function bodyOf(route: Route, name: RouteName, context: Context, language: 'vi' | 'en'): Promise<unknown> {
  if (route.body === undefined) return undefined;
  if (isRaw(route.body)) {
    if (!context.is(route.body.raw)) throw new ProblemError('unsupported-media-type');
    return undefined;
  }
  const json = await readJsonBody(context, name.includes('/api/designer/') ? packageLimit : jsonLimit);
  return checked(route.body, json, language, 'body');
}

function keyOf(context: Context, door: Door): string {
  const key = context.get('Idempotency-Key');
  if (key === '') return `request:${door.newId()}`;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ProblemError('invalid', { errors: [{ path: 'Idempotency-Key', message: '1–200 [!-~]' }] });
  }
  return key;
}

async function answer(context: Context, route: Route, reply: unknown, { check, isPublic }: { readonly check: boolean; readonly isPublic: boolean }): Promise<void> {
  if (isEmpty(route.response)) {
    if (route.response.empty === 302) context.redirect((reply as Redirect).redirect);
    else context.status = 204;
    return;
  }
  context.status = route.status ?? 200;
  if (isRaw(route.response)) {
    const { content, type, length, headers } = reply as RawReply;
    context.type = type;
    if (length !== undefined) context.length = length;
    for (const [name, value] of Object.entries(headers ?? {})) context.set(name, value);
    context.body = content instanceof Uint8Array ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : content;
    return;
  }
  if (check) {
    const faults = faultsOf(route.response, JSON.parse(JSON.stringify(reply)), 'en');
    if (faults.length > 0) throw new Error(`expected the answer that the interface states, but ${JSON.stringify(faults.slice(0, 5))}`);
  }
  if (context.response.get('Cache-Control') === '') context.set('Cache-Control', 'no-store');
  context.type = 'application/json';
  const json = JSON.stringify(reply);
  // What holds nothing of anybody may be made smaller: the size of what is secret must not tell of it (BREACH).
  const packed = isPublic && json.length >= leastPacked && context.acceptsEncodings('gzip', 'identity') === 'gzip' ? await packedText(json) : undefined;
  if (isPublic) context.vary('Accept-Encoding');
  if (packed !== undefined) context.set('Content-Encoding', 'gzip');
  context.body = packed ?? json;
}

/** Letters of an answer that are worth it. */
const leastPacked = 2_000;
