import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '../server/api/route.ts';
import type { RouteName, Routes } from '../server/api/routes.ts';
import { inHere } from './base.ts';
import { language } from './language.ts';
import type { Problem as Details } from '../server/api/problem.ts';
import { Problem } from './problem.ts';
import { kit } from './words.ts';

type Asked<R extends Route, N extends string> =
  (keyof ParamsOf<N> extends never ? { params?: undefined } : { params: ParamsOf<N> }) &
  (BodyOf<R> extends undefined ? { body?: undefined } : { body: BodyOf<R> }) & {
    query?: QueryOf<R>;
    signal?: AbortSignal;
    /** Idempotency key of an act that may be pressed again; without it each call is a new act. */
    key?: string;
  };

/** What a route takes: its path parameters, query and body; nothing to give where it asks for nothing. */
export type Ask<N extends RouteName> = Asked<Routes[N], N>;
export type Answer<N extends RouteName> = ResponseOf<Routes[N]>;
type Rest<N extends RouteName> = Record<never, never> extends Ask<N> ? [ask?: Ask<N>] : [ask: Ask<N>];

/** A key nobody else will choose; `randomUUID` is absent on plain-http intranets. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const signedOut = new Set<() => void>();

/** Calls back when the server says that nobody is signed in any more. */
export const onSignedOut = (listener: () => void) => {
  signedOut.add(listener);
  return () => void signedOut.delete(listener);
};

/** The address of a route, for links and downloads. */
export const addressOf = <N extends RouteName>(name: N, params: ParamsOf<N>, query: QueryOf<Routes[N]> = {} as QueryOf<Routes[N]>) => {
  const path = name.slice(name.indexOf(' ') + 1).replace(/:(\w+)/g, (_, key: string) => encodeURIComponent((params as Record<string, string>)[key] ?? ''));
  const given = Object.entries(query as Record<string, unknown>).filter(([, value]) => value !== undefined && value !== '');
  return inHere(given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`);
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One more try when no answer came: the idempotency key makes a repeat harmless. Uploads decide for themselves. */
const send = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted || init.body instanceof FormData) throw error;
    await pause(600);
    return fetch(address, init);
  }
};

const failure = async (response: Response): Promise<Problem> => {
  const isOurs = response.headers.get('content-type')?.includes('application/problem+json');
  const details = isOurs ? ((await response.json().catch(() => undefined)) as Details | undefined) : undefined;
  if (details?.code === 'sign-in-required') for (const listener of signedOut) listener();
  return new Problem(details ?? { status: response.status, code: 'unreadable', title: kit.text('unknownError') });
};

/**
 * Calls one route of the server, typed by the route's own schemas.
 * Throws a `Problem` for every answer that is not a success, in the language of the page.
 */
export const call = async <N extends RouteName>(name: N, ...[ask]: Rest<N>): Promise<Answer<N>> => {
  const { params, query, body, signal, key } = (ask ?? {}) as { params?: ParamsOf<N>; query?: QueryOf<Routes[N]>; body?: unknown; signal?: AbortSignal; key?: string };
  const method = name.slice(0, name.indexOf(' '));
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json, */*;q=0.1', 'Accept-Language': language() };
  if (method === 'POST') headers['Idempotency-Key'] = key ?? newKey();
  const isRaw = body instanceof FormData || body instanceof Blob || typeof body === 'string';
  // acts carry JSON even when there is nothing to say: the server takes no simple cross-site form
  if (method !== 'GET' && !isRaw) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers, credentials: 'same-origin', ...(signal && { signal }) };
  if (body !== undefined) init.body = isRaw ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await send(addressOf(name, params ?? ({} as ParamsOf<N>), query), init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem({ status: 0, code: 'network', title: kit.text('network') });
  }
  if (!response.ok) throw await failure(response);
  if (response.status === 204) return undefined as Answer<N>;
  const type = response.headers.get('content-type') ?? '';
  return (type.includes('json') ? await response.json() : new Uint8Array(await response.arrayBuffer())) as Answer<N>;
};
