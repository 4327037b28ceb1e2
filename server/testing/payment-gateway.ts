import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Transaction { readonly id: string; readonly type: 'payment' | 'refund'; readonly result: string; readonly amount: number; readonly currency: string; readonly time: string }
interface Order { readonly amount: number; readonly notifyUrl: string; readonly transactions: Transaction[] }
export type Sent = Transaction & { readonly orderId: string };

/** A gateway that speaks as `connectors/payments/redirect.json` says, over HTTP, with keys: it takes signed orders, signs its notices, answers questions and gives money back. */
export interface PaymentGateway {
  readonly url: string;
  readonly orders: ReadonlyMap<string, Order>;
  /** How often it was asked for something. */
  readonly asked: number;
  /** What it does instead of answering; undefined when it is well. */
  trouble: ((response: ServerResponse) => void) | undefined;
  /** The payer pays; the notice is not sent yet. */
  pay(reference: string): Sent;
  /** Sends a notice, signed with its key or another, to where the order said or to an address. */
  notify(sent: Sent, options?: { readonly key?: string; readonly to?: string }): Promise<{ readonly status: number; readonly body: unknown }>;
  stop(): Promise<void>;
}

export const gatewayKeys = { token: 'a-token-of-the-gateway', key: 'a-key-of-the-gateway' };
const hmac = (text: string, key = gatewayKeys.key): string => createHmac('sha256', key).update(text).digest('hex');
const time = '2026-11-19T02:05:00Z';

export async function paymentGateway(): Promise<PaymentGateway> {
  const orders = new Map<string, Order>();
  const kept = new Map<string, unknown>();
  let made = 0;
  const state = { asked: 0, trouble: undefined as PaymentGateway['trouble'] };

  const answerTo = (method: string, path: string, headers: IncomingMessage['headers'], body: Record<string, unknown>): [number, unknown] => {
    if (headers.authorization !== `Bearer ${gatewayKeys.token}`) return [401, {}];
    const [, , reference = '', last] = path.split('/');
    const key = String(headers['idempotency-key'] ?? '');
    if (method === 'POST' && kept.has(key)) return [201, kept.get(key)];
    if (method === 'POST' && path === '/orders') {
      if (body['signature'] !== hmac(`amount=${String(body['amount'])}&orderId=${String(body['orderId'])}`)) return [400, { error: 'signature' }];
      orders.set(String(body['orderId']), { amount: Number(body['amount']), notifyUrl: String(body['notifyUrl']), transactions: [] });
      kept.set(key, { payUrl: `https://pay.example/${String(body['orderId'])}` });
      return [201, kept.get(key)];
    }
    const order = orders.get(reference);
    if (order === undefined) return [404, {}];
    if (method === 'GET') return [200, { orderId: reference, transactions: order.transactions }];
    if (last !== 'refunds') return [404, {}];
    const refund = transaction(order, 'refund', Number(body['amount']));
    kept.set(key, refund);
    return [201, refund];
  };
  const transaction = (order: Order, type: Transaction['type'], amount: number): Transaction => {
    const one = { id: `T${(made += 1)}`, type, result: '00', amount, currency: 'VND', time };
    order.transactions.push(one);
    return one;
  };

  const server = createServer((incoming, outgoing) => void (async () => {
    state.asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    if (state.trouble !== undefined) return state.trouble(outgoing);
    const text = Buffer.concat(chunks).toString('utf8');
    const [status, answer] = answerTo(incoming.method ?? '', incoming.url ?? '', incoming.headers, text === '' ? {} : (JSON.parse(text) as Record<string, unknown>));
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  })());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    orders,
    get asked() {
      return state.asked;
    },
    get trouble() {
      return state.trouble;
    },
    set trouble(trouble) {
      state.trouble = trouble;
    },
    pay(reference) {
      const order = orders.get(reference);
      if (order === undefined) throw new Error(`expected an order ${reference}, but there is none`);
      return { ...transaction(order, 'payment', order.amount), orderId: reference };
    },
    async notify({ amount, currency, id, orderId, result, time: at }, { key, to } = {}) {
      const signature = hmac(`amount=${amount}&currency=${currency}&id=${id}&orderId=${orderId}&result=${result}&time=${at}`, key);
      const answer = await fetch(to ?? orders.get(orderId)?.notifyUrl ?? '', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ amount, currency, id, orderId, result, time: at, signature }) });
      return { status: answer.status, body: await answer.json() };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
