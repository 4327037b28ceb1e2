import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from '../payments/signature.ts';

export const portalKeys = { token: 'a-token-of-the-portal', intake: 'a-key-of-the-portal' };

/** A portal outside, over HTTP, with keys: it hands out its files to whoever shows the token, files dossiers with a signature, and hears of their states. */
export interface SmallPortal {
  readonly url: string;
  /** What it hands out, by path. */
  readonly files: Map<string, Uint8Array>;
  /** What it heard of dossiers, in order. */
  readonly heard: { readonly method: string; readonly path: string; readonly body: Readonly<Record<string, unknown>> }[];
  /** It answers that it is not there for the moment. */
  away: boolean;
  /** Files a message at a house, signed with its key or another. */
  send(house: string, message: unknown, key?: string): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  stop(): Promise<void>;
}

export async function smallPortal(): Promise<SmallPortal> {
  const files = new Map<string, Uint8Array>();
  const heard: SmallPortal['heard'] = [];
  const server = createServer((incoming, outgoing) => void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url: path = '' } = incoming;
    if (portal.away) return outgoing.writeHead(503).end();
    if (incoming.headers.authorization !== `Bearer ${portalKeys.token}`) return outgoing.writeHead(401).end();
    if (method !== 'GET') {
      heard.push({ method, path: decodeURIComponent(path), body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown> });
      return outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"error_code":0}');
    }
    const bytes = files.get(path);
    return bytes === undefined ? outgoing.writeHead(404).end() : outgoing.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
  })());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const portal: SmallPortal = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, files, heard, away: false,
    async send(house, message, key = portalKeys.intake) {
      const body = typeof message === 'string' ? message : JSON.stringify(message);
      const answer = await fetch(`${house}/api/intake/national-portal/dossiers`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'X-Signature': signatureOf(key, Buffer.from(body)) } });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return portal;
}
