import { strict as assert } from 'node:assert';
import { endClock, pauseClock, startClock, type Clock } from '../../engine/calendar/clock.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import { dossierTurns } from '../../runtime/dossier-turns.ts';
import { stepTurns } from '../../runtime/step-turns.ts';
import { fileHouse } from '../testing/filing.ts';
import { listingOf } from '../../storage/tables/tasks.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import { password, runHouse, type RunningHouse } from '../testing/running-house.ts';

const day = (date: number, hour = 9): string => `2026-11-${String(date).padStart(2, '0')}T${String(hour - 7).padStart(2, '0')}:00:00.000Z`;
const week = startClock(day(9), '7 working days');

/** Clocks of dossiers, and since when a step is open under which limit. */
const cases: readonly (readonly [what: string, clock: Clock | null, openedAt: string, timeLimit: string | null])[] = [
  ['no clock and no limit', null, day(18), null],
  ['a step of hours', null, day(18), '4 working hours'],
  ['a step of days', null, day(17), '3 working days'],
  ['a dossier whose time is nearly up', week, day(10), null],
  ['a dossier that has time', startClock(day(18), '30 working days'), day(18), '3 working days'],
  ['a dossier that is paused', pauseClock(week, day(11), 'supplement'), day(10), '2 working days'],
  ['a dossier that was paused too late', pauseClock(startClock(day(2), '3 working days'), day(11), 'supplement'), day(10), null],
  ['a dossier that ended in time', endClock(week, day(12)), day(12), null],
  ['a dossier that ended late', endClock(startClock(day(2), '3 working days'), day(12)), day(12), '30 working days'],
  ['a dossier that is accepted tomorrow', startClock(day(20), '1 working day'), day(18), null],
];

interface Item { readonly badges: readonly string[]; readonly dossier: { readonly code: string } }

onEveryStore('the filters of a worklist', (open) => {
  let house: RunningHouse;
  before(async function () {
    this.timeout(120_000);
    house = await runHouse({}, day(16), open());
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
    await house.work();
    const { services: { store } } = house;
    await store.transaction(async (tx) => {
      const row = (await tx.dossiers.first({ id: dossier }))!;
      const step = (await tx.tasks.first({ dossierId: dossier, status: 'open' }))!;
      const calendar = await calendarOf(store, tx, row.unitId);
      const dueSoon = '3 working days';
      for (const [index, [what, clock, openedAt, timeLimit]] of cases.entries()) {
        const since = clock === null ? [] : [clock.endedAt, clock.pauses.at(-1)?.from, clock.startedAt].filter((at) => at != null);
        const turns = clock === null ? {} : dossierTurns(calendar, clock, since[0]!, dueSoon);
        const dossier = { ...row, id: `case-${index}`, code: what, clock, pausedAt: clock?.endedAt === null ? (clock.pauses[0]?.from ?? null) : null, ...turns };
        await tx.dossiers.insert(dossier);
        const due = timeLimit === null ? { dueAt: null, soonAt: null } : stepTurns(calendar, openedAt, timeLimit);
        await tx.tasks.insert({ ...step, id: `case-step-${index}`, dossierId: dossier.id, openedAt, timeLimit, ...due, ...listingOf(dossier, due) });
      }
    });
  });
  after(() => house?.stop());

  for (const now of [day(18, 10), day(18, 17), day(19, 8), day(19, 12), day(23, 9), day(26, 9)]) {
    it(`and its counts say the same as the badges, at ${now}`, async () => {
      house.clock.set(now);
      const clerk = await (await house.visitor()).signIn('tiepnhan', password);
      const ask = async (query: string) => (await clerk.done('GET', `/api/tasks?${query}`)) as unknown as { items: Item[]; counts: Record<string, number> };
      const { items, counts } = await ask('');
      const codes = (list: readonly Item[]): string[] => list.map(({ dossier }) => dossier.code).toSorted();
      for (const badge of ['late', 'soon', 'paused']) {
        const marked = items.filter(({ badges }) => badges.includes(badge));
        assert.deepEqual(codes((await ask(`due=${badge}`)).items), codes(marked), badge);
        assert.equal(counts[badge], marked.length, badge);
      }
      assert.equal((await ask('due=today')).items.length, counts['today']);
    });
  }
});
