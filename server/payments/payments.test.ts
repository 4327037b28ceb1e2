import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { fileHouse } from '../testing/filing.ts';
import { balanceOf, postingsOf, stateFrom } from './ledger.ts';
import type { PaymentNotice } from './notice.ts';
import { reconcile } from './reconcile.ts';
import { simulatedBank } from './simulated-bank.ts';
import { isSigned, signatureOf } from './signature.ts';

const secret = 'a key of the bank';
let made = 0;
const id = (): string => `id-${(made += 1)}`;

describe('a payment', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let dossier = '';
  before(async () => {
    house = await runHouse({ bankSecret: secret });
    ({ dossier } = await fileHouse(house, await house.visitor('congdan1')));
  });
  after(() => house.stop());

  const pending = async (): Promise<PaymentRow> => {
    const row: PaymentRow = { id: id(), dossierId: dossier, purpose: 'fee', amount: 75_000, lines: [], status: 'pending', reference: `ref-${id()}-abcdefgh`, createdAt: house.clock.now(), settledAt: null, oddity: null };
    await house.store.transaction((tx) => tx.payments.insert(row));
    return row;
  };
  const notice = (payment: PaymentRow, change: Partial<PaymentNotice> = {}): PaymentNotice => ({ id: id(), reference: payment.reference, kind: 'paid', amount: payment.amount, currency: 'VND', at: house.clock.now(), ...change });
  const send = async (sent: PaymentNotice, key = secret): Promise<{ status: number; body: { kept?: string } }> => {
    const body = JSON.stringify(sent);
    const answer = await fetch(`${house.url}/api/payments/callbacks/simulated`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'X-Signature': signatureOf(key, Buffer.from(body)) } });
    return { status: answer.status, body: (await answer.json()) as { kept?: string } };
  };
  const statusOf = async ({ id: payment }: PaymentRow): Promise<string> => (await house.store.read((tx) => tx.payments.first({ id: payment })))?.status ?? '';

  it('is settled once, however often the notice comes', async () => {
    const payment = await pending();
    const paid = notice(payment);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(paid)));
    assert.deepEqual(answers.map(({ body }) => body.kept).toSorted(), ['new', ...Array.from({ length: 9 }, () => 'repeated')]);
    assert.equal(await statusOf(payment), 'paid');
  });

  it('takes no word that is not signed by the bank', async () => {
    const payment = await pending();
    assert.equal((await send(notice(payment), 'another key')).status, 403);
    assert.equal(await statusOf(payment), 'pending');
    assert.equal(isSigned(secret, Buffer.from('a'), ''), false);
  });

  const misfits: readonly (readonly [string, Partial<PaymentNotice>])[] = [['another amount', { amount: 1 }], ['another currency', { currency: 'USD' }]];
  for (const [what, change] of misfits) {
    it(`keeps a notice with ${what}, but is not settled by it`, async () => {
      const payment = await pending();
      assert.equal((await send(notice(payment, change))).body.kept, 'new');
      assert.equal(await statusOf(payment), 'pending');
      assert.deepEqual((await house.store.read((tx) => tx.paymentEvents.find({ paymentId: payment.id }))).map(({ accepted }) => accepted), [false]);
    });
  }

  it('is refunded whichever of the two notices comes first', async () => {
    for (const order of [['paid', 'refunded'], ['refunded', 'paid']] as const) {
      const payment = await pending();
      for (const kind of order) await send(notice(payment, { kind }));
      assert.equal(await statusOf(payment), 'refunded', order.join());
    }
  });

  it('may be tried again after a failed try', async () => {
    const payment = await pending();
    await send(notice(payment, { kind: 'failed' }));
    await send(notice(payment));
    assert.equal(await statusOf(payment), 'paid');
  });

  it('answers 404 for a reference nobody gave out', async () => {
    assert.equal((await send(notice({ ...(await pending()), reference: 'unknown-reference' }))).status, 404);
  });

  it('is found by asking when the notice was lost', async () => {
    const payment = await pending();
    house.services.bank?.decide(payment.reference, payment.amount, true, house.clock.now());
    assert.equal((await reconcile(house.services)).found, 1);
    assert.equal(await statusOf(payment), 'paid');
  });

  it('leaves a ledger that sums to zero', async () => {
    const events = await house.store.read((tx) => tx.paymentEvents.find({}));
    assert.ok(events.length > 5);
    assert.equal(postingsOf(events, []).reduce((sum, { amount }) => sum + amount, 0), 0);
  });
});

describe('the ledger', () => {
  const kinds = fc.constantFrom('paid' as const, 'failed' as const, 'refunded' as const);
  const event = fc.record({ kind: kinds, amount: fc.nat(1_000_000), accepted: fc.boolean(), reason: fc.constantFrom(null, 'amount', 'currency', 'dossier-closed') });

  it('sums to zero and tells the same whatever the order of events', () => {
    const entry = fc.record({ paymentId: fc.constant('p'), kind: fc.constantFrom('lowered' as const, 'kept' as const, 'aside' as const, 'asked' as const), amount: fc.nat(1_000_000) });
    fc.assert(fc.property(fc.array(event), fc.array(entry), fc.nat(1_000_000), (drawn, entries, amount) => {
      const events = drawn.map((one, index) => ({ ...one, id: String(index), paymentId: 'p', raw: {}, receivedAt: '' }));
      const postings = postingsOf(events, entries);
      assert.equal(postings.reduce((sum, posting) => sum + posting.amount, 0), 0);
      const other = postingsOf(events.toReversed(), entries.toReversed());
      for (const account of ['payer', 'fees', 'owed'] as const) assert.equal(balanceOf(account, postings), balanceOf(account, other));
      assert.equal(stateFrom({ amount, status: 'pending' }, events, entries), stateFrom({ amount, status: 'pending' }, events.toReversed(), entries.toReversed()));
    }));
  });
});

describe('the simulated bank', () => {
  it('signs what it says, and one changed byte is noticed', () => {
    const bank = simulatedBank(secret, id, () => '2026-11-19T02:00:00.000Z');
    const { body, headers } = bank.decide('reference', 1000, true, '2026-11-19T02:00:00.000Z');
    assert.equal(bank.read(body, headers)?.amount, 1000);
    const changed = Buffer.from(Buffer.from(body).toString().replace('1000', '9000'));
    assert.equal(bank.read(changed, headers), undefined);
  });
});
