import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { runs } from '../../engine/testing/runs.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import { fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';
import { accountOf, type MoneyAccount } from './account.ts';
import { postingsOf } from './ledger.ts';
import { receiveNotice } from './receive-notice.ts';
import { reconcile } from './reconcile.ts';
import { newReference } from './reference.ts';

const amounts = fc.constantFrom(25_000, 50_000, 75_000);
const notice = fc.record({ kind: fc.constantFrom('paid' as const, 'refunded' as const, 'failed' as const), amount: amounts, currency: fc.constantFrom('VND', 'VND', 'VND', 'USD'), nth: fc.nat(4) });
const act = fc.oneof(
  fc.record({ act: fc.constant('refund'), way: fc.constant('hand'), amount: amounts, document: fc.constant('PC-1'), day: fc.constant('2026-11-19'), note: fc.constant('x') }),
  fc.record({ act: fc.constant('refund'), way: fc.constant('provider'), amount: amounts, note: fc.constant('x') }),
  fc.record({ act: fc.constantFrom('keep', 'aside'), note: fc.constant('x') }),
  fc.record({ act: fc.constant('lower'), amount: amounts, document: fc.constant('QD-1'), note: fc.constant('x') }),
);
const step = fc.oneof(
  { weight: 4, arbitrary: notice.map((of) => ({ do: 'notice' as const, of })) },
  { weight: 4, arbitrary: fc.record({ body: act, key: fc.nat(20), by: fc.boolean() }).map((of) => ({ do: 'act' as const, of })) },
  { weight: 2, arbitrary: fc.record({ decision: fc.constantFrom('approve', 'approve', 'decline', 'retry', 'abandon'), nth: fc.nat(2), by: fc.boolean() }).map((of) => ({ do: 'decide' as const, of })) },
  { weight: 2, arbitrary: fc.constantFrom('now' as const, 'later' as const, 'never' as const, 'lost' as const).map((of) => ({ do: 'work' as const, of })) },
  { weight: 1, arbitrary: fc.constant({ do: 'reconcile' as const }) },
);

onEveryStore('random payments, notices and refunds', (open) => {
  let house: RunningHouse;
  let [cashier, signer] = [] as unknown as [Visitor, Visitor];
  let dossier = '';
  let made = 0;
  /** Refunds that were made: without any the property would say little. */
  const reached = { provider: 0, hand: 0 };
  before(async function () {
    this.timeout(60_000);
    house = await runHouse({}, '2026-11-19T02:00:00.000Z', open());
    [cashier, signer] = [await house.visitor('thuquy'), await house.visitor('lanhdao')];
    ({ dossier } = await fileHouse(house, await house.visitor('congdan1')));
  });
  after(() => house.stop());

  const holds = (account: MoneyAccount): void => {
    const { events, entries, refunds, owed, fees } = account;
    assert.equal(postingsOf(events, entries).reduce((sum, { amount }) => sum + amount, 0), 0);
    const unasked = events.filter(({ reason }) => reason === 'unasked').reduce((sum, { amount }) => sum + amount, 0);
    assert.ok(owed >= -unasked, `more was given back than was owed: ${owed}, unasked ${unasked}`);
    assert.ok(fees >= 0, `fees ${fees}`);
    const by = refunds.flatMap(({ made: event }) => event?.id ?? []);
    assert.equal(new Set(by).size, by.length);
    for (const { made: event, asked } of refunds) assert.ok(event === undefined || event.amount === asked.amount);
    assert.equal(refunds.filter(({ state }) => state === 'made').length, events.filter(({ kind, reason }) => kind === 'refunded' && reason === null).length);
  };

  it('in any order and repeated sum to zero, and nothing is given back twice', async function () {
    this.timeout(300_000);
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), fc.boolean(), async (steps, two) => {
      house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
      await signer.done('POST', '/api/units/ward-99001/settings', { procedure: null, name: 'refundByTwo', value: two, document: null, from: house.clock.now() });
      const payment: PaymentRow = { id: `random-${(made += 1)}`, dossierId: dossier, purpose: 'fee', amount: 75_000, lines: [], status: 'pending', reference: newReference(), createdAt: house.clock.now(), settledAt: null, oddity: null };
      await house.store.transaction((tx) => tx.payments.insert(payment));
      const bank = house.services.bank!;
      const account = () => house.store.read(async (tx) => accountOf(tx, (await tx.payments.first({ id: payment.id }))!));
      const path = `/api/desk/money/${payment.id}`;
      // Money came twice, so that there is something to give back; whether it is, the steps say.
      for (const id of ['first', 'second']) await receiveNotice(house.services, 'simulated', { id: `${payment.id}-${id}`, kind: 'paid', amount: 75_000, currency: 'VND', reference: payment.reference, at: house.clock.now() });
      for (const one of steps) {
        if (one.do === 'notice') {
          const { nth, ...said } = one.of;
          await receiveNotice(house.services, 'simulated', { ...said, id: `${payment.id}-${said.kind}-${nth}`, reference: payment.reference, at: house.clock.now() });
        } else if (one.do === 'act') {
          const { status } = await (one.of.by ? cashier : signer).json('POST', path, one.of.body, { 'Idempotency-Key': `${payment.id}-${one.of.key}` });
          assert.ok([200, 409, 422].includes(status), String(status));
        } else if (one.do === 'decide') {
          const { asked } = (await account()).refunds[one.of.nth] ?? {};
          if (asked === undefined) continue;
          const { status } = await (one.of.by ? cashier : signer).json('POST', `/api/desk/refunds/${asked.refund}`, { decision: one.of.decision, note: 'x' });
          assert.ok([200, 403, 404, 409, 422].includes(status), String(status));
        } else if (one.do === 'work') {
          bank.answers = one.of;
          await house.work();
          house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
        } else await reconcile(house.services);
        holds(await account());
      }
      // Whatever is on its way arrives once the bank is well, once.
      bank.answers = 'now';
      for (let round = 0; round < 5; round += 1) {
        house.clock.set(new Date(Date.parse(house.clock.now()) + 20_000).toISOString());
        await house.work();
      }
      await reconcile(house.services);
      const after = await account();
      holds(after);
      for (const { state, asked } of after.refunds) if (state === 'made') reached[asked.detail.way ?? 'hand'] += 1;
      const row = await house.store.read((tx) => tx.payments.first({ id: payment.id }));
      assert.deepEqual([row?.status, row?.oddity], [after.status, after.oddity]);
      const given = (await bank.ask({ reference: payment.reference, amount: 0, code: '', back: '' })).filter(({ kind }) => kind === 'refunded');
      assert.ok(given.length <= after.refunds.length, 'the bank gave back what nobody asked for');
      // Where nobody else gave back the same amount meanwhile, all that the bank did is known here.
      if (!steps.some((one) => one.do === 'notice' && one.of.kind === 'refunded')) assert.ok(given.every(({ id }) => after.events.some((event) => event.id === `simulated:${id}`)));
    }), runs(house.store.kind === 'memory' ? 40 : 20));
    assert.ok(Object.values(reached).every((count) => count > 0), JSON.stringify(reached));
    const { faults } = await house.services.runtime.verify(dossier);
    assert.deepEqual(faults, []);
  });
});
