import type { Readable } from 'node:stream';
import type { Context } from 'koa';
import type { Static, TSchema } from 'typebox';
import type { BodyOf, Empty, ParamsOf, QueryOf, Raw } from '../api/route.ts';
import type { RouteName, Routes } from '../api/routes.ts';
import type { ActorOf } from '../access/actor.ts';
import type { Language } from './language.ts';

/** A checked request: everything in it has its stated shape. */
export interface Request<Name extends RouteName> {
  readonly params: ParamsOf<Name>;
  readonly query: QueryOf<Routes[Name]>;
  readonly body: BodyOf<Routes[Name]>;
  readonly actor: ActorOf<Routes[Name]['access']>;
  readonly language: Language;
  readonly requestId: string;
  /** Instant of the request, UTC. */
  readonly at: string;
  /** The caller's Idempotency-Key, or one made for this request alone. */
  readonly key: string;
  /** For routes with raw bodies, cookies and streams. */
  readonly context: Context;
}

/** An answer that is not JSON. */
export interface RawReply {
  readonly content: Uint8Array | string | Readable;
  readonly type: string;
  readonly length?: number;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Redirect { readonly redirect: string }

export type Reply<R extends Routes[RouteName]> =
  R['response'] extends Raw ? RawReply
  : R['response'] extends Empty ? (R['response']['empty'] extends 302 ? Redirect : void)
  : R['response'] extends TSchema ? Static<R['response']> : never;

export type Handlers = { readonly [Name in RouteName]: (request: Request<Name>) => Promise<Reply<Routes[Name]>> };
