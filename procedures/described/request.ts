import type { Data, Json } from '../../engine/state.ts';
import type { Exchange } from './description.ts';
import { mapped, NoValue, valueOf, written, type Facts } from './mapping.ts';

/** A request as it goes out, but for where the system is and how the house shows who it is. */
export interface Request {
  readonly method: Exchange['method'];
  /** Below the system's address, with its query; written for an address. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
}

/** What a call hands to the mappings. `key` is the same for every try; `callback` is where the system may call back; `later` is what an answer left to wait with. */
export interface CallFacts {
  readonly inputs: Data;
  readonly dossier: { readonly code: string };
  readonly call: { readonly key: string; readonly at: string; readonly callback: string };
  readonly later?: Json;
}

export const factsOf = ({ inputs, dossier, call, later = null }: CallFacts): Facts => ({ data: { inputs, dossier, call, later }, at: call.at });

/** Text and FEEL of a path, in turn. */
export const partsOf = (path: string): readonly { readonly text: string; readonly feel: boolean }[] =>
  path.split(/(\{[^{}]*\})/).filter((part) => part !== '').map((part) => (part.startsWith('{') ? { text: part.slice(1, -1), feel: true } : { text: part, feel: false }));

/** The request that an exchange makes of a call. Throws NoValue when a mapping gives none, or one that cannot stand where it should. */
export function requestOf(exchange: Exchange, call: CallFacts, place: string): Request {
  const facts = factsOf(call);
  const { idempotency } = exchange;
  const path = partsOf(exchange.path).map(({ text, feel }) => (feel ? segment(written(valueOf(text, facts, `${place}/path`), `${place}/path`), `${place}/path`) : text)).join('');
  const query = new URLSearchParams();
  for (const [name, feel] of Object.entries(exchange.query ?? {})) {
    const value = valueOf(feel, facts, `${place}/query/${name}`);
    // A question that has no value is not asked.
    if (value !== null) query.set(name, written(value, `${place}/query/${name}`));
  }
  if (idempotency !== undefined && 'query' in idempotency) query.set(idempotency.query, call.call.key);
  const headers: Record<string, string> = { accept: 'application/json' };
  for (const [name, feel] of Object.entries(exchange.headers ?? {})) headers[name] = header(written(valueOf(feel, facts, `${place}/headers/${name}`), `${place}/headers/${name}`), `${place}/headers/${name}`);
  if (idempotency !== undefined && 'header' in idempotency) headers[idempotency.header] = call.call.key;
  const body = bodyOf(exchange, facts, call.call.key, place);
  if (body !== undefined) headers['content-type'] = 'application/json';
  return { method: exchange.method, path: path + (query.size > 0 ? `?${query}` : ''), headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

function bodyOf({ body, idempotency }: Exchange, facts: Facts, key: string, place: string): Json | undefined {
  const value = body === undefined ? undefined : mapped(body, facts, `${place}/body`);
  if (idempotency === undefined || !('body' in idempotency)) return value;
  if (value !== undefined && (value === null || typeof value !== 'object' || Array.isArray(value))) throw new NoValue(`expected ${place}/body to be an object, so that the key can stand in it, but it is not`);
  return { ...(value as Data | undefined), [idempotency.body]: key };
}

/** One part of a path, whatever it holds: it cannot climb or add a query. */
function segment(value: string, place: string): string {
  if (value === '' || value === '.' || value === '..') throw new NoValue(`expected ${place} to name something, but a part of it is ${value === '' ? 'empty' : `"${value}"`}`);
  return encodeURIComponent(value);
}

function header(value: string, place: string): string {
  if (!/^[\x20-\x7e]*$/.test(value)) throw new NoValue(`expected ${place} to hold letters without marks only, as headers do, but it holds others`);
  return value;
}
