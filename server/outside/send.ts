import { lookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Json } from '../../engine/state.ts';
import type { Response } from '../../procedures/described/judge.ts';
import type { Request } from '../../procedures/described/request.ts';
import { readJson } from '../http/json-body.ts';
import { isPublic } from './public-address.ts';
import type { System } from './systems.ts';

/** A request that no answer was read to: `lasting` when it would be so again. The message names neither what was sent nor what came. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
  readonly lasting: string | undefined;
  constructor(message: string, lasting?: string) {
    super(message);
    this.lasting = lasting;
  }
}

/** The address of a system lies in a network that it may not. */
class Refused extends Error {}

/**
 * Sends a request to a system, nowhere else: no redirect is followed, names that lead into networks which are not public are refused when
 * they are looked up, for the very connection. Throws NotAnswered. `largest` in bytes.
 */
export async function send(system: System, request: Request, { signal, largest }: { readonly signal: AbortSignal; readonly largest: number }): Promise<Response> {
  return fetched(system, request, signal, (incoming) => read(incoming, largest));
}

/** A request whose body need not be text. */
type Sent = Omit<Request, 'body'> & { readonly body?: string | Uint8Array };

/** The same, with the answer as it comes in `take`; the line is cut when that ends. */
export async function fetched<Value>({ address, private: own }: Pick<System, 'address' | 'private'>, { method, path, headers, body }: Sent, signal: AbortSignal, take: (incoming: IncomingMessage) => Promise<Value>): Promise<Value> {
  const url = URL.parse(address + path);
  if (url === null || !`${url.origin}${url.pathname}`.startsWith(`${address}/`)) throw new NotAnswered('expected the request to stay below the address of its system, but it does not', 'address-refused');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!own && isIP(host) !== 0 && !isPublic(host)) throw new NotAnswered('expected the system to have a public address, but it has none: "private" in the file of systems allows it', 'address-refused');
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<Value>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(error instanceof NotAnswered ? error : error instanceof Refused ? new NotAnswered(error.message, 'address-refused') : new NotAnswered(`expected the system to be reached, but it is not (${error.code ?? error.name})`));
    const out = ask(url, { method, signal, agent: false, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) }, ...(own ? {} : { lookup: publicOnly }) }, (incoming) => {
      take(incoming).then(resolve, (error: unknown) => {
        out.destroy();
        fail(error as NodeJS.ErrnoException);
      });
    });
    out.on('error', fail);
    out.end(body);
  });
}

const publicOnly: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, []);
    const all = found as LookupAddress[];
    const first = all[0];
    if (first === undefined || all.some(({ address }) => !isPublic(address))) return callback(new Refused('expected the name of the system to lead to public addresses, but it does not: "private" in the file of systems allows it'), []);
    if (options.all === true) callback(null, all);
    else callback(null, first.address, first.family);
  });
};

async function read(incoming: IncomingMessage, largest: number): Promise<Response> {
  const tooLarge = (): NotAnswered => new NotAnswered(`expected an answer of at most ${largest} bytes, but it is larger`, 'answer-too-large');
  if (Number(incoming.headers['content-length'] ?? 0) > largest) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw tooLarge();
    chunks.push(chunk);
  }
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
  return { status: incoming.statusCode ?? 0, headers, body: bodyOf(Buffer.concat(chunks), headers['content-type'] ?? '') };
}

/** JSON as it is let into the house; anything else is no body. Throws NotAnswered for what calls itself JSON and is none. */
export function bodyOf(bytes: Uint8Array, type: string): Json {
  if (bytes.length === 0 || !/^application\/([a-z0-9.+-]+\+)?json\b/i.test(type)) return null;
  const unreadable = new NotAnswered('expected the answer to be JSON as its header says, but it cannot be read as such', 'answer-unreadable');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable;
  }
  const json = readJson(text);
  if ('value' in json) return json.value;
  throw unreadable;
}
