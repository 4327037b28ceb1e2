import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Description, Exchange } from '../../procedures/described/description.ts';
import type { Response } from '../../procedures/described/judge.ts';
import { pathFits, simulatedAnswer } from '../../procedures/described/simulate.ts';

/** A request as it came. */
export interface Came { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** What stands in for a system: it answers what its descriptions simulate, and what a test says before that. */
export interface StandIn {
  readonly url: string;
  readonly came: readonly Came[];
  /** How often something was done, not only looked up or asked for again with a key that it knew. */
  readonly done: number;
  /** It answers that it is not there for the moment. */
  away: boolean;
  /** What the next request is answered instead, before anything is done; `afterDoing` answers it all the same when it has done it. */
  next(answer: (response: ServerResponse) => void, when?: 'before' | 'after'): void;
  stop(): Promise<void>;
}

/** Serves some descriptions on a free port of this machine. A request with a key that it knows is answered as the first time. */
export async function standIn(descriptions: readonly Description[], at = '2026-11-19T02:00:00.000Z'): Promise<StandIn> {
  const came: Came[] = [];
  const kept = new Map<string, Response>();
  const turns = new Map<string, number>();
  const said: { readonly answer: (response: ServerResponse) => void; readonly when: 'before' | 'after' }[] = [];
  const exchanges = descriptions.flatMap(({ call, later }): readonly (readonly [Exchange, string])[] => [[call, 'call'], ...(later !== undefined && 'poll' in later ? [[later.poll, 'later/poll'] as const] : [])]);

  const answerTo = ({ method, path, headers, body }: Came): Response => {
    const found = exchanges.find(([exchange]) => pathFits(exchange, method, path));
    if (found === undefined) return { status: 404, headers: {}, body: null };
    const [exchange, place] = found;
    const { idempotency } = exchange;
    const key = idempotency === undefined ? undefined : 'header' in idempotency ? headers[idempotency.header] : 'query' in idempotency ? new URL(path, 'http://x').searchParams.get(idempotency.query) : (JSON.parse(body) as Record<string, string>)[idempotency.body];
    const known = key == null ? undefined : kept.get(`${method} ${key}`);
    if (known !== undefined) return known;
    const turn = (turns.get(`${method} ${path}`) ?? 0) + 1;
    turns.set(`${method} ${path}`, turn);
    const response = simulatedAnswer(exchange, { method: exchange.method, path, headers, ...(body !== '' && { body }) }, turn, at, place);
    if (key != null) kept.set(`${method} ${key}`, response);
    if (method !== 'GET') state.done += 1;
    return response;
  };

  const state = { done: 0, away: false };
  const server: Server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers as Record<string, string>, body: Buffer.concat(chunks).toString('utf8') };
    came.push(request);
    if (state.away) return answering(503)(outgoing);
    const instead = said.shift();
    if (instead?.when === 'before') return instead.answer(outgoing);
    const { status, headers, body } = answerTo(request);
    if (instead !== undefined) return instead.answer(outgoing);
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body === null ? '' : JSON.stringify(body));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    came,
    get done() {
      return state.done;
    },
    get away() {
      return state.away;
    },
    set away(away) {
      state.away = away;
    },
    next: (answer, when = 'before') => void said.push({ answer, when }),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** An answer of a status, perhaps with headers. */
export const answering = (status: number, headers: Readonly<Record<string, string>> = {}) => (response: ServerResponse): void => void response.writeHead(status, headers).end();
