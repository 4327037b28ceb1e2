import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import webPush from 'web-push';
import type { PushConfiguration } from '../push/push-configuration.ts';

/** What a device was shown, as only it can read it, and how it came. */
export interface Shown { readonly title: string; readonly body: string; readonly url: string; readonly tag: string; readonly language: string }
export interface Arrived { readonly shown: Shown; readonly headers: Readonly<Record<string, string>> }

/** A browser that has subscribed: what it hands the house, and what has come to it. */
export interface Subscribed {
  readonly subscription: { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } };
  readonly arrived: Arrived[];
  /** What the service answers next instead of taking it, in turn. */
  next(...answers: ((response: ServerResponse) => void)[]): void;
  /** How often something was asked for it, taken or not. */
  readonly asked: number;
}

/** Stands in for the push service of a browser: opens what comes with the browser's keys (RFC 8188, 8291) and checks who sent it (RFC 8292). */
export interface PushServiceStandIn {
  /** A house that knows this service and no other. */
  readonly push: PushConfiguration;
  browser(): Subscribed;
  stop(): Promise<void>;
}

export const answeringPush = (status: number, headers: Readonly<Record<string, string>> = {}) => (response: ServerResponse): void => void response.writeHead(status, headers).end('no word of it');

export async function pushService(): Promise<PushServiceStandIn> {
  const browsers = new Map<string, { readonly keys: ECDH; readonly secret: Buffer; readonly arrived: Arrived[]; readonly answers: ((response: ServerResponse) => void)[]; asked: number }>();
  const vapid = webPush.generateVAPIDKeys();
  const server = createServer((incoming, outgoing) => void take(incoming, outgoing).catch((error: unknown) => outgoing.writeHead(400).end(String(error))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  const take = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const browser = browsers.get(incoming.url ?? '');
    if (browser === undefined) return answeringPush(404)(outgoing);
    browser.asked += 1;
    const instead = browser.answers.shift();
    if (instead !== undefined) return instead(outgoing);
    const headers = incoming.headers as Record<string, string>;
    if (!isOf(vapid.publicKey, headers['authorization'] ?? '', `http://${host}`)) return answeringPush(403)(outgoing);
    const body = Buffer.concat(chunks);
    if (incoming.method !== 'POST' || headers['content-encoding'] !== 'aes128gcm' || !/^\d+$/.test(headers['ttl'] ?? '') || body.length > 4096) return answeringPush(400)(outgoing);
    browser.arrived.push({ shown: JSON.parse(opened(body, browser.keys, browser.secret)) as Shown, headers });
    outgoing.writeHead(201).end();
  };

  return {
    push: { ...vapid, contact: 'mailto:push@example.invalid', services: [{ browsers: 'Stand-in', host, private: true }] },
    browser() {
      const path = `/push/${randomBytes(20).toString('base64url')}`;
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const secret = randomBytes(16);
      const kept = { keys, secret, arrived: [] as Arrived[], answers: [] as ((response: ServerResponse) => void)[], asked: 0 };
      browsers.set(path, kept);
      return {
        subscription: { endpoint: `http://${host}${path}`, keys: { p256dh: keys.getPublicKey('base64url'), auth: secret.toString('base64url') } },
        arrived: kept.arrived,
        next: (...answers) => void kept.answers.push(...answers),
        get asked() {
          return kept.asked;
        },
      };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** RFC 8291, 3.4, then RFC 8188, 2: one record. */
function opened(body: Buffer, keys: ECDH, secret: Buffer): string {
  const salt = body.subarray(0, 16);
  const size = body.readUInt32BE(16);
  const sender = body.subarray(21, 21 + body[20]!);
  const sealed = body.subarray(21 + sender.length);
  if (sealed.length > size) throw new Error('expected one record');
  const derive = (key: Uint8Array, salted: Uint8Array, info: Uint8Array | string, length: number): Buffer => Buffer.from(hkdfSync('sha256', key, salted, info, length));
  const shared = derive(keys.computeSecret(sender), secret, Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]), 32);
  const decipher = createDecipheriv('aes-128-gcm', derive(shared, salt, 'Content-Encoding: aes128gcm\0', 16), derive(shared, salt, 'Content-Encoding: nonce\0', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0) throw new Error('expected the last record to end with 2');
  return padded.subarray(0, end).toString('utf8');
}

/** Whether the one who sends is the house that was subscribed to, for this service, until within a day (RFC 8292, 2). */
function isOf(publicKey: string, authorization: string, audience: string): boolean {
  const [, token = '', key] = /^vapid t=([^,\s]+), ?k=(\S+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  if (key !== publicKey) return false;
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))) return false;
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { aud: string; exp: number; sub: string };
  return aud === audience && exp * 1000 < Date.now() + 86_400_000 && /^(mailto|https):/.test(sub);
}
