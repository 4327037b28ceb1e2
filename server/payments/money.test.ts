import { strict as assert } from 'node:assert';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { DossierView } from '../api/dossier.ts';
import type { Incidents } from '../api/incident.ts';
import type { MoneyCase, MoneyCases } from '../api/money.ts';
import { checks, doStep, fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';
import type { PaymentNotice } from './notice.ts';
import { receiveNotice } from './receive-notice.ts';
import { reconcile } from './reconcile.ts';
import { newReference } from './reference.ts';

onEveryStore('money that came beyond or instead of a fee', (open) => {
  let house: RunningHouse;
  let [citizen, cashier, signer] = [] as unknown as [Visitor, Visitor, Visitor];
  let filed = { dossier: '', code: '' };
  let made = 0;
  before(async function () {
    this.timeout(60_000);
    house = await runHouse({}, '2026-11-19T02:00:00.000Z', open());
    [citizen, cashier, signer] = [await house.visitor('congdan1'), await house.visitor('thuquy'), await house.visitor('lanhdao')];
    filed = await fileHouse(house, citizen);
  });
  after(() => house.stop());
  beforeEach(() => {
    house.services.bank!.answers = 'now';
  });

  const pending = async (dossierId = filed.dossier): Promise<PaymentRow> => {
    const row: PaymentRow = { id: `money-${(made += 1)}`, dossierId, purpose: 'fee', amount: 75_000, lines: [], status: 'pending', reference: newReference(), createdAt: house.clock.now(), settledAt: null, oddity: null };
    await house.store.transaction((tx) => tx.payments.insert(row));
    return row;
  };
  const came = (payment: PaymentRow, change: Partial<PaymentNotice> = {}) => receiveNotice(house.services, 'simulated', { id: `came-${(made += 1)}`, reference: payment.reference, kind: 'paid', amount: 75_000, currency: 'VND', at: house.clock.now(), ...change });
  const paidTwice = async (): Promise<PaymentRow> => {
    const payment = await pending();
    await came(payment);
    await came(payment);
    return payment;
  };
  const act = (payment: PaymentRow, body: unknown, who = cashier) => who.json('POST', `/api/desk/money/${payment.id}`, body);
  const refundByHand = { act: 'refund', way: 'hand', amount: 75_000, document: 'PC-01/2026', day: '2026-11-19', note: 'Nộp hai lần' };
  const byProvider = { act: 'refund', way: 'provider', amount: 75_000, note: 'Nộp hai lần' };
  const caseOf = async ({ id }: PaymentRow): Promise<MoneyCase> => {
    const { cases } = (await cashier.done('GET', `/api/desk/money?code=${filed.code}`)) as unknown as MoneyCases;
    return cases.find(({ payment }) => payment === id)!;
  };
  const decide = (refund: string, decision: string, who = signer, note = 'thử') => who.json('POST', `/api/desk/refunds/${refund}`, { decision, note });
  const seen = async ({ id }: PaymentRow) => ((await citizen.done('GET', `/api/dossiers/${filed.dossier}`)) as unknown as DossierView).payments.find((one) => one.id === id)!;
  const journal = async (): Promise<string[]> => (await house.store.read((tx) => tx.journal.find({ dossierId: filed.dossier }, { order: [['seq', 'asc']] }))).map(({ kind }) => kind);

  it('is listed with its reason to whoever keeps the money of the unit, and to nobody else', async () => {
    const payment = await paidTwice();
    const { cases } = (await cashier.done('GET', '/api/desk/money')) as unknown as MoneyCases;
    const found = cases.find(({ payment: id }) => id === payment.id)!;
    assert.deepEqual([found.code, found.fees, found.owed, found.free, found.came.map(({ reason }) => reason), found.mayRead], [filed.code, 75_000, 75_000, 75_000, [null, 'twice'], false]);
    for (const login of ['tiepnhan', 'thuly', 'tiepnhan2', 'congan3', 'quantri']) {
      const other = (await (await house.visitor(login)).done('GET', '/api/desk/money')) as unknown as MoneyCases;
      assert.deepEqual([other.cases, other.open], [[], 0], login);
    }
  });

  it('is given back by hand, once, with its document and day; the citizen hears and sees it, and the journal keeps it', async () => {
    const payment = await paidTwice();
    assert.equal((await seen(payment)).owed, 75_000);
    assert.equal((await act(payment, { ...refundByHand, day: '2026-11-20' })).status, 422);
    assert.equal((await act(payment, { ...refundByHand, amount: 75_001 })).status, 422);
    assert.equal((await act(payment, refundByHand)).status, 200);
    assert.equal((await act(payment, refundByHand)).status, 422);
    const { state, owed, returned, refunds } = await seen(payment);
    assert.deepEqual([state, owed, returned, refunds.map(({ way, state: how, madeOn, document }) => [way, how, madeOn, document])], ['paid', 0, 75_000, [['hand', 'made', '2026-11-19', 'PC-01/2026']]]);
    const messages = (await citizen.done('GET', `/api/dossiers/${filed.dossier}/messages`)) as unknown as { messages: { text: { vi: string; en: string } }[] };
    assert.ok(messages.messages.some(({ text }) => text.vi.includes('75.000 đ') && text.vi.includes('PC-01/2026')));
    assert.deepEqual((await journal()).slice(-3), ['money.odd', 'refund.asked', 'refund.made']);
    assert.deepEqual((await house.services.runtime.verify(filed.dossier)).faults, []);
  });

  it('answers the same act sent again as it did first', async () => {
    const payment = await paidTwice();
    const headers = { 'Idempotency-Key': `same-${made}` };
    const answers = [await cashier.json('POST', `/api/desk/money/${payment.id}`, refundByHand, headers), await cashier.json('POST', `/api/desk/money/${payment.id}`, refundByHand, headers)];
    assert.deepEqual(answers.map(({ status }) => status), [200, 200]);
    assert.deepEqual([(await caseOf(payment)).owed, (await caseOf(payment)).refunds.length], [0, 1]);
  });

  it('is given back at the provider, which answers at once, twice, or later', async () => {
    const payment = await paidTwice();
    await act(payment, byProvider);
    assert.deepEqual((await caseOf(payment)).refunds.map(({ state }) => state), ['sent']);
    await house.work();
    assert.deepEqual((await caseOf(payment)).refunds.map(({ state }) => state), ['made']);
    const told = await house.store.read((tx) => tx.paymentEvents.first({ paymentId: payment.id, kind: 'refunded' }));
    assert.equal(await came(payment, told!.raw as unknown as PaymentNotice), 'repeated');
    house.services.bank!.answers = 'later';
    const late = await paidTwice();
    await act(late, byProvider);
    await house.work();
    assert.deepEqual((await caseOf(late)).refunds.map(({ state }) => state), ['sent']);
    await reconcile(house.services);
    const after = await caseOf(late);
    assert.deepEqual([after.refunds.map(({ state }) => state), after.owed, after.open], [['made'], 0, false]);
  });

  it('waits for a person when the provider does not do it: tried again, or given back by hand after it was abandoned', async function () {
    this.timeout(20_000);
    house.services.bank!.answers = 'never';
    const [payment, other] = [await paidTwice(), await paidTwice()];
    for (const one of [payment, other]) await act(one, byProvider);
    for (let nth = 0; nth < 14; nth += 1) {
      await house.work();
      house.clock.set(new Date(Date.parse(house.clock.now()) + 60_000).toISOString());
    }
    const { id, state } = (await caseOf(payment)).refunds[0]!;
    assert.equal(state, 'failed');
    const { failures } = (await (await house.visitor('quantri')).done('GET', '/api/incidents')) as unknown as Incidents;
    assert.deepEqual(failures.filter(({ kind }) => kind === 'refund').map(({ what }) => what.vi), [filed.code, filed.code]);
    assert.equal((await act(payment, refundByHand)).status, 422);
    assert.equal((await decide(id, 'abandon', cashier, ' ')).status, 422);
    assert.equal((await decide(id, 'abandon', cashier)).status, 200);
    assert.equal((await act(payment, refundByHand)).status, 200);
    assert.deepEqual([(await caseOf(payment)).owed, (await caseOf(payment)).open], [0, false]);
    house.services.bank!.answers = 'now';
    const second = (await caseOf(other)).refunds[0]!.id;
    assert.equal((await decide(second, 'retry', cashier)).status, 200);
    await house.work();
    assert.deepEqual((await caseOf(other)).refunds.map(({ state: how }) => how), ['made']);
    assert.equal((await decide(second, 'abandon', cashier)).status, 409);
  });

  it('is approved by another person where the unit wants two', async () => {
    await signer.done('POST', '/api/units/ward-99001/settings', { procedure: null, name: 'refundByTwo', value: true, document: null, from: house.clock.now() });
    const payment = await paidTwice();
    await act(payment, refundByHand);
    const [waiting] = (await caseOf(payment)).refunds;
    assert.deepEqual([waiting?.state, waiting?.mine, (await caseOf(payment)).owed], ['waits', false, 75_000]);
    assert.deepEqual((await seen(payment)).refunds, []);
    assert.equal((await decide(waiting!.id, 'approve', cashier)).status, 403);
    assert.equal((await decide(waiting!.id, 'approve')).status, 200);
    assert.equal((await decide(waiting!.id, 'approve')).status, 409);
    assert.equal((await caseOf(payment)).owed, 0);
    const declined = await paidTwice();
    await act(declined, byProvider);
    assert.equal((await decide((await caseOf(declined)).refunds[0]!.id, 'decline', cashier)).status, 200);
    assert.deepEqual([(await caseOf(declined)).free, (await caseOf(declined)).open], [75_000, true]);
    house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
    await signer.done('POST', '/api/units/ward-99001/settings', { procedure: null, name: 'refundByTwo', value: false, document: null, from: house.clock.now() });
  });

  it('counts as the fee when it is enough, and only what is left is given back', async () => {
    const payment = await pending();
    await came(payment, { amount: 50_000 });
    assert.equal((await act(payment, { act: 'keep', note: 'Thiếu' })).status, 422);
    await came(payment, { amount: 40_000 });
    assert.equal((await act(payment, { act: 'keep', note: 'Chuyển hai lần' })).status, 200);
    const { state, fees, free, open: isOpen } = await caseOf(payment);
    assert.deepEqual([state, fees, free, isOpen], ['paid', 75_000, 15_000, true]);
    assert.equal((await citizen.json('POST', `/api/payments/${payment.id}/start`)).status, 409);
    assert.equal((await act(payment, { ...refundByHand, amount: 15_000 })).status, 200);
    assert.equal((await caseOf(payment)).open, false);
  });

  it('is owed when a fee is lowered after it was paid, by a document', async () => {
    const payment = await pending();
    await came(payment);
    assert.equal((await caseOf(payment)).open, false);
    assert.equal((await act(payment, { act: 'lower', amount: 75_001, document: '12/QĐ', note: 'Miễn' })).status, 422);
    assert.equal((await act(payment, { act: 'lower', amount: 25_000, document: '12/QĐ', note: 'Giảm theo nghị quyết' })).status, 200);
    assert.equal((await act(payment, { ...refundByHand, amount: 25_000 })).status, 200);
    const { state, fees, owed } = await caseOf(payment);
    assert.deepEqual([state, fees, owed], ['paid', 50_000, 0]);
  });

  it('of another currency waits until a person has settled it elsewhere', async () => {
    const payment = await pending();
    await came(payment, { currency: 'USD', amount: 3 });
    assert.deepEqual([(await caseOf(payment)).strange, (await caseOf(payment)).owed, (await caseOf(payment)).came[0]?.currency], [true, 0, 'USD']);
    assert.equal((await act(payment, { act: 'aside', note: 'Ngân hàng đã trả lại' })).status, 200);
    assert.equal((await act(payment, { act: 'aside', note: 'Lần nữa' })).status, 422);
    assert.equal((await caseOf(payment)).open, false);
  });

  it('that the provider gave back unasked stands open until the fee is lowered by a document', async () => {
    const payment = await pending();
    await came(payment);
    await came(payment, { kind: 'refunded' });
    const { state, owed, open: isOpen, came: all } = await caseOf(payment);
    assert.deepEqual([state, owed, isOpen, all.map(({ reason }) => reason)], ['refunded', -75_000, true, [null, 'unasked']]);
    assert.equal((await act(payment, refundByHand)).status, 422);
    await act(payment, { act: 'lower', amount: 75_000, document: '13/QĐ', note: 'Thu nhầm' });
    assert.deepEqual([(await caseOf(payment)).owed, (await caseOf(payment)).open], [0, false]);
  });

  it('that came when the dossier had ended is in its journal too, and the dossier stays as it ended', async () => {
    const other = await fileHouse(house, citizen);
    const payment = await pending(other.dossier);
    await doStep(house, await house.visitor('tiepnhan'), other.dossier, 'reception', { checks, feeWaived: false, outcome: 'refuse', reason: 'Không thuộc thẩm quyền (giả định)' });
    const before = await house.store.read((tx) => tx.dossiers.first({ id: other.dossier }));
    await came(payment);
    await act(payment, refundByHand);
    const after = await house.store.read((tx) => tx.dossiers.first({ id: other.dossier }));
    assert.deepEqual([after?.state, after?.status, after?.endedAt, after?.progress], [before?.state, before?.status, before?.endedAt, before?.progress]);
    assert.deepEqual((await house.services.runtime.verify(other.dossier)).faults, []);
    assert.equal(after?.version, before!.version + 3);
  });
});
