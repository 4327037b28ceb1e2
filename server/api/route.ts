import type { Static, TSchema } from 'typebox';
import type { ProblemCode } from './problem.ts';

/**
 * Who may call at all; which rows they then reach is decided in the query (a foreign id answers as an unknown one).
 * account: signed in · citizen, staff: of that kind · designer: role process_designer or admin · admin: role admin
 * · program: one outside with a bearer token, which opens nothing else.
 */
export type Access = 'anyone' | 'account' | 'citizen' | 'staff' | 'designer' | 'admin' | 'program';

/** A body that is not JSON: its media type. */
export interface Raw<T extends string = string> { readonly raw: T }
/** No body: 204 for acts, 302 for redirects. */
export interface Empty { readonly empty: 204 | 302 }

export interface Route {
  readonly summary: string;
  readonly access: Access;
  readonly query?: TSchema;
  /** JSON schema of the body, or the media type the route reads itself. */
  readonly body?: TSchema | Raw;
  readonly response: TSchema | Raw | Empty;
  /** Status of success when it is not 200. */
  readonly status?: 201;
  /** Takes an `Idempotency-Key` header: a repeat gets the first answer. */
  readonly idempotent?: true;
  /** Problems of its own, beyond those that any route may answer. */
  readonly problems: readonly ProblemCode[];
}

export const isRaw = (body: TSchema | Raw | Empty): body is Raw => 'raw' in body;
export const isEmpty = (body: TSchema | Raw | Empty): body is Empty => 'empty' in body;

type Names<Path extends string> =
  Path extends `${string}:${infer Name}/${infer Rest}` ? Name | Names<`/${Rest}`>
  : Path extends `${string}:${infer Name}` ? Name : never;

/** Path parameters of a route name such as `GET /api/dossiers/:id`. */
export type ParamsOf<Name extends string> = { readonly [N in Names<Name>]: string };
export type QueryOf<R extends Route> = R extends { readonly query: infer Q extends TSchema } ? Static<Q> : Record<never, never>;
export type BodyOf<R extends Route> =
  R extends { readonly body: infer B } ? B extends Raw ? FormData | Blob | string : B extends TSchema ? Static<B> : never : undefined;
export type ResponseOf<R extends Route> =
  R['response'] extends Raw ? Uint8Array : R['response'] extends Empty ? undefined : R['response'] extends TSchema ? Static<R['response']> : never;
