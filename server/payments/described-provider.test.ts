import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import { doStep, checks, fileHouse } from '../testing/filing.ts';
import { gatewayKeys, paymentGateway, type PaymentGateway } from '../testing/payment-gateway.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';
import { readConfiguration } from '../configuration.ts';
import { ProblemError } from '../http/problem-error.ts';
import { paymentHandlers } from '../routes/payments.ts';
import { actorOfSecret } from '../session/sessions.ts';
import type { Data, Json } from '../../engine/state.ts';
import { changed } from '../../forms/field-path.ts';
import type { MoneyCases } from '../api/money.ts';
import type { PaymentDescription } from './description.ts';
import { describedProvider } from './described-provider.ts';
import { faultsOf, readPayments } from './read-payments.ts';
import { reconcile } from './reconcile.ts';
import { newReference } from './reference.ts';
import { simulatedBank } from './simulated-bank.ts';
import { signatureOf } from './signature.ts';
import { signedQuery } from './signed-query.ts';
import { vietQr } from './vietqr.ts';

const shipped = (name: string): string => new URL(`../../connectors/payments/${name}.json`, import.meta.url).pathname;
const file = (name: string) => JSON.parse(readFileSync(shipped(name), 'utf8')) as PaymentDescription;
const systemsAt = (address: string) => ({ payments: { address, private: true, secrets: gatewayKeys } });

onEveryStore('a described payment provider', (open) => {
  let house: RunningHouse;
  let gateway: PaymentGateway;
  let citizen: Visitor;
  let dossier = '';
  let made = 0;
  before(async function () {
    this.timeout(60_000);
    gateway = await paymentGateway();
    const systems = systemsAt(gateway.url);
    house = await runHouse({ systems, payments: readPayments(shipped('redirect'), systems) }, '2026-11-19T02:00:00.000Z', open());
    citizen = await house.visitor('congdan1');
    ({ dossier } = await fileHouse(house, citizen));
  });
  after(async () => {
    await gateway.stop();
    await house.stop();
  });
  beforeEach(() => {
    gateway.trouble = undefined;
  });

  const pending = async (of = dossier): Promise<PaymentRow> => {
    const row: PaymentRow = { id: `pay-${(made += 1)}`, dossierId: of, purpose: 'fee', amount: 75_000, lines: [], status: 'pending', reference: newReference(), createdAt: house.clock.now(), settledAt: null, oddity: null };
    await house.store.transaction((tx) => tx.payments.insert(row));
    return row;
  };
  const start = (payment: PaymentRow) => citizen.json('POST', `/api/payments/${payment.id}/start`);
  const started = async (): Promise<PaymentRow> => {
    const payment = await pending();
    assert.deepEqual((await start(payment)).body, { url: `https://pay.example/${payment.reference}` });
    return payment;
  };
  const stateOf = async ({ id }: PaymentRow): Promise<string> => (await house.store.read((tx) => tx.payments.first({ id })))?.status ?? '';

  it('takes a signed order and sends the payer to its page; its notice settles the fee, and hears what its papers say', async () => {
    const payment = await started();
    const paid = gateway.pay(payment.reference);
    assert.deepEqual(await gateway.notify(paid), { status: 200, body: { code: '00' } });
    assert.equal(await stateOf(payment), 'paid');
    assert.equal((await start(payment)).status, 409);
  });

  it('is told twice, ten times at once, and again after: it settles once', async () => {
    const payment = await started();
    const paid = gateway.pay(payment.reference);
    const heard = await Promise.all(Array.from({ length: 10 }, () => gateway.notify(paid)));
    heard.push(await gateway.notify(paid));
    assert.deepEqual(new Set(heard.map(({ status }) => status)), new Set([200]));
    assert.equal(await house.store.read((tx) => tx.paymentEvents.count({ paymentId: payment.id })), 1);
  });

  it('settles by a notice that comes before the payer was sent anywhere', async () => {
    const payment = await pending();
    const early = { id: 'T-early', type: 'payment' as const, result: '00', amount: 75_000, currency: 'VND', time: '2026-11-19T02:00:00Z', orderId: payment.reference };
    assert.equal((await gateway.notify(early, { to: `${house.url}/api/payments/callbacks/gateway` })).status, 200);
    assert.equal(await stateOf(payment), 'paid');
  });

  it('takes no word that is forged, changed or said of another', async () => {
    const payment = await started();
    const paid = gateway.pay(payment.reference);
    assert.equal((await gateway.notify(paid, { key: 'another key' })).status, 403);
    const callback = `${house.url}/api/payments/callbacks/gateway`;
    const bodies = ['', '[]', '{}', '{"signature":null}', JSON.stringify({ ...paid, signature: 'x' }), JSON.stringify({ ...paid, signature: '' }), '{"a":'.repeat(5000)];
    for (const body of bodies) assert.equal((await fetch(callback, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status, 403, body.slice(0, 40));
    assert.equal((await fetch(callback, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: 'x'.repeat(70_000) })).status, 413);
    assert.equal((await gateway.notify(paid, { to: `${house.url}/api/payments/callbacks/simulated` })).status, 404);
    assert.equal((await gateway.notify({ ...paid, orderId: 'NOBODY' }, { to: callback })).status, 404);
    assert.equal(await stateOf(payment), 'pending');
    assert.equal(await house.store.read((tx) => tx.paymentEvents.count({ paymentId: payment.id })), 0);
  });

  it('keeps money of another amount or currency for a person to look at', async () => {
    const payment = await started();
    const paid = gateway.pay(payment.reference);
    for (const [change, reason] of [[{ id: 'T-a', amount: 7_500 }, 'amount'], [{ id: 'T-c', currency: 'USD' }, 'currency']] as const) {
      assert.equal((await gateway.notify({ ...paid, ...change })).status, 200);
      const { cases } = (await (await house.visitor('thuquy')).done('GET', '/api/desk/money')) as unknown as MoneyCases;
      const found = cases.find(({ payment: id }) => id === payment.id);
      assert.deepEqual([found?.fee, found?.came.some(({ reason: why }) => why === reason)], [75_000, true]);
    }
    assert.equal(await stateOf(payment), 'pending');
  });

  it('is asked when its notice was lost, and tells only of the payment that it was asked about', async () => {
    const [payment, other] = [await started(), await started()];
    gateway.pay(payment.reference);
    const answer = JSON.stringify({ orderId: payment.reference, transactions: gateway.orders.get(payment.reference)?.transactions });
    assert.ok((await reconcile(house.services)).found >= 1);
    assert.equal(await stateOf(payment), 'paid');
    gateway.trouble = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(answer.replace('"T', '"U'));
    assert.equal((await reconcile(house.services)).found, 0);
    assert.equal(await stateOf(other), 'pending');
  });

  const troubles: readonly (readonly [string, PaymentGateway['trouble']])[] = [
    ['answers that it is not there', (response) => void response.writeHead(503).end()],
    ['breaks off', (response) => response.destroy()],
    ['answers megabytes', (response) => void response.writeHead(201, { 'content-type': 'application/json' }).end(`{"payUrl":"https://pay.example/${'x'.repeat(3_000_000)}"}`)],
    ['answers what is no JSON', (response) => void response.writeHead(201, { 'content-type': 'application/json' }).end('<html>')],
    ['sends elsewhere', (response) => void response.writeHead(302, { location: 'https://evil.example' }).end()],
    ['names a page that is none', (response) => void response.writeHead(201, { 'content-type': 'application/json' }).end('{"payUrl":"javascript:alert(1)"}')],
    ['names a page that bears a name', (response) => void response.writeHead(201, { 'content-type': 'application/json' }).end('{"payUrl":"https://bank.example@evil.example/"}')],
  ];
  for (const [what, trouble] of troubles) {
    it(`says that it cannot be paid now when the provider ${what}, and starts when it is well again`, async () => {
      const payment = await pending();
      gateway.trouble = trouble;
      const { status, body } = await start(payment);
      assert.deepEqual([status, (body as { detail?: string }).detail], [503, 'Cổng thanh toán chưa trả lời. Chưa có khoản tiền nào được chuyển; vui lòng thử lại sau ít phút.']);
      gateway.trouble = undefined;
      assert.equal((await start(payment)).status, 200);
    });
  }

  it('is left alone after a few questions without an answer, and goes on where it was', async () => {
    for (let nth = 0; nth < 6; nth += 1) await pending();
    gateway.trouble = (response) => void response.writeHead(503).end();
    const before = gateway.asked;
    const first = await reconcile(house.services);
    // Each question is tried twice.
    assert.deepEqual([first.asked, gateway.asked - before], [3, 6]);
    gateway.trouble = undefined;
    const second = await reconcile(house.services, first.after);
    const open = await house.store.read((tx) => tx.payments.count({ status: 'pending' }));
    assert.deepEqual([second.asked, second.after], [open - 3, undefined]);
  });

  it('gives back what came when the dossier had ended, once, though the gateway was away and answers twice', async function () {
    const filed = await fileHouse(house, citizen);
    const payment = await pending(filed.dossier);
    await start(payment);
    await doStep(house, await house.visitor('tiepnhan'), filed.dossier, 'reception', { checks, feeWaived: false, outcome: 'refuse', reason: 'Không thuộc thẩm quyền (giả định)' });
    assert.equal((await start(payment)).status, 409);
    const paid = gateway.pay(payment.reference);
    assert.equal((await gateway.notify(paid)).status, 200);
    const cashier = await house.visitor('thuquy');
    const listed = async () => ((await cashier.done('GET', `/api/desk/money?code=${filed.code}`)) as unknown as MoneyCases).cases.find(({ payment: id }) => id === payment.id)!;
    const before = await listed();
    assert.deepEqual([before.came.map(({ reason }) => reason), before.free, before.open], [['dossier-closed'], 75_000, true]);
    gateway.trouble = (response) => void response.writeHead(503).end();
    await cashier.done('POST', `/api/desk/money/${payment.id}`, { act: 'refund', way: 'provider', amount: 75_000, note: 'Nộp sau khi hồ sơ kết thúc' });
    await house.work();
    assert.deepEqual((await listed()).refunds.map(({ state }) => state), ['sent']);
    gateway.trouble = undefined;
    house.clock.set(new Date(Date.parse(house.clock.now()) + 600_000).toISOString());
    await house.work();
    await house.work();
    const after = await listed();
    assert.deepEqual([after.refunds.map(({ state }) => state), after.owed, after.state, after.open], [['made'], 0, 'refunded', false]);
    assert.equal(gateway.orders.get(payment.reference)?.transactions.filter(({ type }) => type === 'refund').length, 1);
    assert.equal((await cashier.json('POST', `/api/desk/money/${payment.id}`, { act: 'refund', way: 'provider', amount: 1, note: 'Lần nữa' })).status, 422);
  });

  it('leaves no key in the log', () => {
    for (const word of Object.values(gatewayKeys)) assert.ok(!house.logged.join('\n').includes(word), word);
  });
});

describe('a transfer by QR code', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let dossier = '';
  before(async () => {
    const systems = systemsAt('http://127.0.0.1:9');
    house = await runHouse({ systems, payments: readPayments(shipped('vietqr'), systems) });
    citizen = await house.visitor('congdan1');
    ({ dossier } = await fileHouse(house, citizen));
  });
  after(() => house.stop());
  const row = (id: string): PaymentRow => ({ id, dossierId: dossier, purpose: 'fee', amount: 75_000, lines: [], status: 'pending', reference: newReference(), createdAt: house.clock.now(), settledAt: null, oddity: null });

  it('says what VietQR says, to the last digit of the checksum', () => {
    // An example of Napas' specification, and one of another program (github.com/subiz/vietqr).
    assert.equal(vietQr({ bank: '970416', account: '257678859' }, 1000, 'Chuyen tien'), '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8');
    assert.equal(vietQr({ bank: '970415', account: '0011001932418' }, 120_000, 'ung ho lu lut'), '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C');
  });

  it('is shown on a page of ours, which says what to transfer where, and that it came', async () => {
    const { reference } = row('pay-qr');
    await house.store.transaction((tx) => tx.payments.insert({ ...row('pay-qr'), reference }));
    assert.deepEqual((await citizen.json('POST', '/api/payments/pay-qr/start')).body, { url: `/pay/${reference}` });
    const page = async () => (await citizen.fetch('GET', `/pay/${reference}`)).text();
    for (const word of [reference, '75.000', '0000000000', 'PHUONG GIA DINH', 'data:image/svg+xml;base64,', `/dossiers/${dossier}`]) assert.ok((await page()).includes(word), word);
    const body = JSON.stringify({ transaction: 'FT1', content: reference.toLowerCase(), amount: '75000', currency: 'VND', bookedAt: house.clock.now() });
    const notify = (signature: string) => fetch(`${house.url}/api/payments/callbacks/transfer`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'X-Bank-Signature': signature } });
    assert.equal((await notify(signatureOf(gatewayKeys.key, Buffer.from(body)))).status, 403);
    assert.equal((await notify(signatureOf(gatewayKeys.key, Buffer.from(body), { algorithm: 'sha512', encoding: 'base64' }))).status, 200);
    assert.match(await page(), /không còn chờ nộp/);
  });

  it('is taken by nobody where an installation for real people names nobody', async () => {
    await house.store.transaction((tx) => tx.payments.insert(row('pay-none')));
    const actor = await actorOfSecret(house.store, citizen.cookie.slice('motcua='.length), house.clock.now());
    const handlers = paymentHandlers({ ...house.services, payments: undefined });
    await assert.rejects(handlers['POST /api/payments/:id/start']({ params: { id: 'pay-none' }, actor } as never), (error) => error instanceof ProblemError && error.code === 'unavailable' && (error.facts.detail?.vi ?? '').startsWith('Cơ quan chưa nhận thanh toán trực tuyến'));
    assert.deepEqual([readConfiguration({}, '/tmp').payments, readConfiguration({ MOTCUA_SAMPLE: 'yes' }, '/tmp').payments, readConfiguration({ MOTCUA_PAYMENTS: 'simulated' }, '/tmp').payments], [undefined, 'simulated', 'simulated']);
  });

  it('has a reference that every bank carries as it is', () => {
    for (let nth = 0; nth < 50; nth += 1) assert.match(newReference(), /^[0-9A-Z]{20}$/);
  });
});

/** A provider of the kind that is sent, and calls with, a signed query: names in order, values as a form writes them or as they are read. */
const byQuery = (written: 'form' | 'plain' = 'form'): PaymentDescription => {
  const description = file('signed-page');
  const { signature } = description.notice;
  assert.ok('query' in signature);
  return { ...description, notice: { ...description.notice, signature: { ...signature, query: { ...signature.query, written } } } };
};

describe('a provider whose page and notices bear a signed query', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let reference = '';
  before(async () => {
    const systems = systemsAt('https://pay.example/gate');
    house = await runHouse({ systems, payments: readPayments(shipped('signed-page'), systems) });
    citizen = await house.visitor('congdan1');
    const { dossier } = await fileHouse(house, citizen);
    reference = newReference();
    await house.store.transaction((tx) => tx.payments.insert({ id: 'pay-query', dossierId: dossier, purpose: 'fee', amount: 75_000, lines: [], status: 'pending', reference, createdAt: house.clock.now(), settledAt: null, oddity: null }));
  });
  after(() => house.stop());

  /** What its papers say: sorted, encoded as a form, HMAC-SHA512 in hex; then the parameters in any order. */
  const sent = (change: Readonly<Record<string, string>> = {}, key = gatewayKeys.key): string => {
    const parameters = { x_TxnRef: reference, x_Amount: '7500000', x_OrderInfo: 'Lệ phí hồ sơ & bản sao', x_ResponseCode: '00', x_TransactionNo: '14226112', x_PayDate: '20261119090500', ...change };
    const text = Object.entries(parameters).toSorted(([one], [other]) => (one < other ? -1 : 1)).map((pair) => pair.map((part) => encodeURIComponent(part).replaceAll('%20', '+')).join('=')).join('&');
    return new URLSearchParams({ x_SecureHashType: 'HMACSHA512', ...parameters, x_SecureHash: signatureOf(key, Buffer.from(text), { algorithm: 'sha512', encoding: 'hex' }) }).toString();
  };
  const call = (query: string) => fetch(`${house.url}/api/payments/callbacks/signed-page?${query}`);

  it('sends the payer to an address that says what is to be paid, signed as its papers say, and asks nobody', async () => {
    const { url } = (await citizen.done('POST', '/api/payments/pay-query/start')) as unknown as { url: string };
    const [address = '', query = ''] = url.split('?');
    const [text = '', signature] = query.split('&x_SecureHash=');
    const said = Object.fromEntries(new URLSearchParams(text));
    assert.deepEqual([address, said['x_TxnRef'], said['x_Amount'], said['x_CreateDate']?.slice(0, 8)], ['https://pay.example/gate/pay', reference, '7500000', house.clock.now().slice(0, 10).replaceAll('-', '')]);
    assert.deepEqual(Object.keys(said), Object.keys(said).toSorted());
    assert.equal(signature, signatureOf(gatewayKeys.key, Buffer.from(text), { algorithm: 'sha512', encoding: 'hex' }));
    assert.notEqual(signature, signatureOf(gatewayKeys.key, Buffer.from(text.replace('7500000', '7500001')), { algorithm: 'sha512', encoding: 'hex' }));
    assert.ok(!house.logged.join('\n').includes(gatewayKeys.key));
  });

  it('settles the fee once however often it calls, is answered as its papers say, and believed nothing that is not signed', async () => {
    const status = async () => (await house.store.read((tx) => tx.payments.first({ id: 'pay-query' })))?.status;
    for (const query of ['', 'x_SecureHash=', sent({}, 'another key'), sent().replace('7500000', '7500001'), `${sent()}&x_More=1`]) assert.equal((await call(query)).status, 403, query);
    assert.equal(await status(), 'pending');
    for (let time = 0; time < 2; time += 1) {
      const heard = await call(sent());
      assert.deepEqual([heard.status, await heard.json(), await status()], [200, { RspCode: '00', Message: 'Confirm Success' }, 'paid']);
    }
    assert.equal(await house.store.read((tx) => tx.paymentEvents.count({ paymentId: 'pay-query' })), 1);
    assert.equal((await call(sent({ x_TxnRef: 'NOBODY' }))).status, 404);
  });

  it('may sign what is read, and says nothing by what it does not sign', () => {
    const { signature, data } = byQuery('plain').notice;
    assert.ok('query' in signature);
    assert.equal(signedQuery('b=%C3%A0+x&a=1&x_SecureHash=00', signature)?.text, 'a=1&b=à x');
    for (const query of ['a=1&a=1&x_SecureHash=00', 'a=1']) assert.equal(signedQuery(query, signature), undefined);
    assert.deepEqual(faultsOf(byQuery()), []);
    const reads = (id: string) => faultsOf({ ...byQuery(), notice: { ...byQuery().notice, data: { ...data, id } } }).join();
    for (const name of ['body.x_SecureHash', 'body.x_SecureHashType', 'string(body)']) assert.match(reads(name), /notice\/data\/id: expected it to read only what is signed/);
  });
});

describe('the description of a payment provider', () => {
  /** A shipped description with one value changed, or left out. */
  const changedAt = (name: string, path: string, value?: Json): PaymentDescription => changed(file(name) as unknown as Data, path, value) as unknown as PaymentDescription;

  it('holds for those that are shipped, samples and all', () => {
    for (const name of ['redirect', 'vietqr', 'signed-page']) assert.deepEqual(faultsOf(file(name)), []);
  });

  const signed = '"id=" + body.id + body.orderId + body.result + body.currency + body.time';
  const wrongs: readonly (readonly [string, string, string, Json | undefined, RegExp])[] = [
    ['an amount that is not signed', 'redirect', 'notice.signature.of', signed, /notice\/data\/amount: expected it to read only what is signed, but "body\.amount" is not/],
    ['a header that is not signed', 'vietqr', 'notice.data.id', 'get value(headers, "x-id")', /notice\/data\/id: expected it to read only what is signed/],
    ['FEEL that is none', 'redirect', 'notice.data.kind', 'if then', /notice\/data\/kind: expected FEEL/],
    ['FEEL that reads what is not there', 'redirect', 'notice.data.kind', 'inputs.kind', /notice\/data\/kind: expected it to read body and headers/],
    ['an answer that names no page', 'redirect', 'start.call.answers.0.data', { page: 'body.payUrl' }, /start\/samples\/0: .*answer-invalid/],
    ['a sample that comes to something else', 'vietqr', 'notice.samples.0.expect.amount', 1, /notice\/samples\/0: expected the sample "Money came"/],
    ['a page that does not say the amount', 'signed-page', 'start.page.query.x_Amount', '"1"', /start\/page\/query: expected a parameter to say inputs\.amount, but none does/],
    ['a page that says its own signature', 'signed-page', 'start.page.signature.parameter', 'x_Version', /start\/page\/query\/x_Version: expected the parameter of the signature to say nothing else/],
    ['a page that reads what is not there', 'signed-page', 'start.page.query.x_Locale', 'body.lang', /start\/page\/query\/x_Locale: expected it to read inputs/],
    ['a page that a sample tells otherwise', 'signed-page', 'start.samples.0.inputs.amount', 1, /start\/samples\/0: expected the sample "A fee" to come to/],
    ['an order without a key', 'redirect', 'start.call.idempotency', undefined, /start\/call\/idempotency/],
  ];
  for (const [what, name, path, value, said] of wrongs) it(`is refused with ${what}`, () => assert.match(faultsOf(changedAt(name, path, value)).join('\n'), said));

  it('is refused where its system, a secret or the file is missing, and where systems are only played', () => {
    const path = shipped('redirect');
    assert.throws(() => readPayments(path, {}), /the system "payments" is not in the file of systems/);
    assert.throws(() => readPayments(path, { payments: { address: 'https://x.example', private: false, secrets: { token: 'x' } } }), /has no secret "key"/);
    assert.throws(() => readPayments(path, 'simulated'), /it needs a system that is there/);
    assert.throws(() => readPayments('/nowhere.json', {}), /there is no such file/);
    assert.throws(() => readPayments(new URL('../../package.json', import.meta.url).pathname, {}), /to describe a payment provider, but/);
  });

  it('waits no longer than it says for a provider that is silent, tries once more, and says that it cannot be paid now', async function () {
    const gateway = await paymentGateway();
    gateway.trouble = () => undefined;
    const provider = describedProvider({ systems: systemsAt(gateway.url), publicUrl: 'https://motcua.example', now: () => '2026-11-19T02:00:00.000Z', log: () => undefined }, changedAt('redirect', 'start.call.timeoutSeconds', 1));
    await assert.rejects(provider.start({ reference: 'R', amount: 1, code: 'C', back: 'https://motcua.example' }), (error) => error instanceof ProblemError && error.code === 'unavailable');
    assert.equal(gateway.asked, 2);
    await gateway.stop();
  });

  it('can describe the simulated bank too: what that signs is read to the same', () => {
    const bank = simulatedBank(gatewayKeys.key, () => 'N1', () => '2026-11-19T02:00:00.000Z');
    const description = { ...file('vietqr'), notice: { ...file('vietqr').notice, signature: { algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=', secret: 'key', header: 'x-signature' }, data: Object.fromEntries(['id', 'reference', 'kind', 'amount', 'currency', 'at'].map((name) => [name, `body.${name}`])) } } as unknown as PaymentDescription;
    const provider = describedProvider({ systems: systemsAt('http://127.0.0.1:9'), publicUrl: 'https://motcua.example', now: () => '2026-11-19T02:00:00.000Z', log: () => undefined }, description);
    fc.assert(fc.property(fc.nat(10_000_000), fc.boolean(), fc.nat(), (amount, paid, change) => {
      const { body, headers } = bank.decide('reference', amount, paid, '2026-11-19T02:00:00.000Z');
      assert.deepEqual(provider.read(body, headers), bank.read(body, headers));
      const changed = Buffer.from(body);
      changed[change % changed.length]! ^= 1;
      assert.equal(provider.read(changed, headers), undefined);
    }), { numRuns: 50 });
  });
});
