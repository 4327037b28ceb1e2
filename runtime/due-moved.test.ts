import assert from 'node:assert/strict';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { onEveryStore } from '../storage/testing/stores.ts';
import type { Standing } from './command.ts';
import { accepted, filing, house, MORNING, taskAt } from './testing/house.ts';
import type { House } from './testing/house.ts';
import { settle, WARD } from './testing/people.ts';
import { later } from './work/backoff.ts';

const minutes = (count: number): string => later(MORNING, count * 60_000);
const off = (...dates: readonly string[]) => [...hcmc.days, ...dates.map((date) => ({ date, kind: 'off', name: { vi: 'Nghỉ (giả định)', en: 'Off (fictional)' }, confirmed: true, source: 'test' }))];
/** A day off within the time by law, and one after it. */
const [within, beyond] = ['2026-11-25', '2027-01-06'];

onEveryStore('the applicant, when another calendar moves the return date', (open) => {
  let h: House;
  let taken: Standing;
  let seed = 0;
  let revision = 1;
  before(() => settle(open()));
  beforeEach(async () => {
    h = house(open(), `due-moved-${(seed += 1)}`);
    await change();
    await h.settle();
    const filed = accepted(await h.runtime.file(filing(h.keys())));
    taken = accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId: taskAt(filed, 'reception'), data: { outcome: 'accept' } }));
  });

  /** Saves the calendar with these days off besides, and counts again. */
  async function change(...dates: readonly string[]): Promise<void> {
    await h.store.transaction((tx) => tx.calendars.update({ id: 'hcmc' }, { data: { ...hcmc, days: off(...dates) }, revision: (revision += 1) }));
    await h.runtime.recomputeDeadlines([WARD]);
  }
  const dossier = async () => (await h.store.read((tx) => tx.dossiers.first({ id: taken.dossierId })))!;
  /** The dates that the applicant was told by an instant, of this alone. */
  const told = async (at: string): Promise<readonly unknown[]> => {
    h.set(at);
    await h.settle();
    const rows = await h.store.read((tx) => tx.outbox.find({ dossierId: taken.dossierId, kind: 'due-moved', status: 'delivered' }, { order: [['createdAt', 'asc']] }));
    return rows.map(({ payload }) => payload['due']);
  };

  it('is told once, an hour later, with the new date', async () => {
    const { dueAt: before } = await dossier();
    await change(within);
    const { dueAt } = await dossier();
    assert.ok(before !== null && dueAt !== null && before < dueAt);
    assert.deepEqual(await told(minutes(59)), []);
    assert.deepEqual(await told(minutes(61)), [dueAt]);
    assert.deepEqual(await told(minutes(600)), [dueAt]);
  });

  it('is told of the last date only, when it moves again before that', async () => {
    await change(within);
    h.set(minutes(20));
    await change(within, '2026-11-26');
    const { dueAt } = await dossier();
    assert.deepEqual(await told(minutes(61)), [], 'the hour begins anew');
    assert.deepEqual(await told(minutes(81)), [dueAt]);
  });

  it('is told nothing when it is put right again in time, and of the old date when it is too late for that', async () => {
    const { dueAt: before } = await dossier();
    await change(within);
    h.set(minutes(30));
    await change();
    assert.deepEqual(await told(minutes(200)), []);
    await change(within);
    const { dueAt } = await dossier();
    assert.deepEqual(await told(minutes(270)), [dueAt]);
    await change();
    assert.deepEqual(await told(minutes(340)), [dueAt, before]);
  });

  it('is told nothing when the day stays: a day off after it, or two that cancel out', async () => {
    await change(beyond);
    assert.deepEqual(await told(minutes(70)), []);
    const { dueAt } = await dossier();
    const days = [...off(within), { date: '2026-11-28', kind: 'working_swap', name: { vi: 'Làm bù (giả định)', en: 'Worked instead (fictional)' }, confirmed: true, source: 'test' }];
    await h.store.transaction((tx) => tx.calendars.update({ id: 'hcmc' }, { data: { ...hcmc, days }, revision: (revision += 1) }));
    await h.runtime.recomputeDeadlines([WARD]);
    assert.equal((await dossier()).dueAt, dueAt);
    assert.deepEqual(await told(minutes(140)), []);
  });

  it('is not told what is so no more: the dossier was withdrawn within the hour', async () => {
    await change(within);
    accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: taken.dossierId, expectedVersion: (await dossier()).version, reason: 'x' }));
    assert.deepEqual(await told(minutes(61)), []);
  });
});
