import { strict as assert } from 'node:assert';
import type { Calendar } from '../../engine/calendar/calendar.ts';
import type { CalendarExamined, CalendarSaved, Calendars } from '../api/calendar.ts';
import { checks, doStep, fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const home = '/api/calendars';

describe('an administrator changes the working calendar', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let admin: Visitor;
  let dossier: string;
  before(async () => {
    house = await runHouse();
    admin = await house.visitor('quantri');
    ({ dossier } = await fileHouse(house, await house.visitor('congdan1')));
    await house.work();
    await doStep(house, await house.visitor('tiepnhan'), dossier, 'reception', { checks, outcome: 'accept', feeWaived: false });
  });
  after(() => house.stop());

  const calendar = async () => {
    const [first] = ((await admin.done('GET', home)) as unknown as Calendars).calendars;
    assert.ok(first);
    return { ...first, data: first.data as unknown as Calendar };
  };
  const due = () => house.store.read(async (tx) => (await tx.dossiers.first({ id: dossier }))?.dueAt);
  const withDay = (data: Calendar, date: string): Calendar => ({ ...data, days: [...data.days, { date, kind: 'off', name: { vi: 'Nghỉ thử', en: 'Try' }, confirmed: true, source: 'Quyết định 1/QĐ' }] });
  const examined = async (data: unknown) => (await admin.done('POST', `${home}/hcmc/examine`, { data })) as unknown as CalendarExamined;

  it('reads it, with its units and the years that dossiers reach', async () => {
    const { units, reached, revision } = await calendar();
    assert.equal(revision, 1);
    assert.ok(units.some(({ id }) => id === 'ward-99001'));
    // 2026 has swapped days that nobody has confirmed.
    assert.deepEqual(reached, [{ year: 2026, dossiers: 1, unsure: true }]);
  });

  it('sees what would move before saving, and that nothing has', async () => {
    const [before, { data }] = [await due(), await calendar()];
    const { dossiers, moved, problem } = await examined(withDay(data, '2026-11-23'));
    assert.deepEqual([dossiers, problem], [1, null]);
    assert.equal(moved[0]?.from, before);
    assert.equal(await due(), before);
    assert.equal((await examined(data)).dossiers, 0);
  });

  it('is told why something is no calendar', async () => {
    const { data } = await calendar();
    assert.match((await examined({ ...data, weekly: {} })).problem ?? '', /expected a calendar/);
    const wrong = withDay(withDay(data, '2026-11-23'), '2026-11-23');
    assert.match((await examined(wrong)).problem ?? '', /twice/);
    assert.equal((await admin.json('PUT', `${home}/hcmc`, { revision: 1, data: wrong, note: 'thử' })).status, 422);
    assert.equal((await admin.json('PUT', `${home}/hcmc`, { revision: 1, data: { ...data, id: 'other' }, note: 'thử' })).status, 422);
  });

  it('saves it with the decision it follows: dates move, and the change is kept', async () => {
    const [before, { data }] = [await due(), await calendar()];
    const saved = (await admin.done('PUT', `${home}/hcmc`, { revision: 1, data: withDay(data, '2026-11-23'), note: ' Quyết định 1/QĐ ' })) as unknown as CalendarSaved;
    assert.equal(saved.revision, 2);
    assert.ok(saved.moved >= 1);
    assert.ok(((await due()) ?? '') > (before ?? ''));
    const { changes, updatedBy } = await calendar();
    assert.deepEqual(changes.map(({ kind, note, by }) => [kind, note, by?.name]), [['calendar.change', 'Quyết định 1/QĐ', 'Tô Thị Quản Trị']]);
    assert.equal(updatedBy?.name, 'Tô Thị Quản Trị');
  });

  it('overwrites nobody unseen', async () => {
    const { data } = await calendar();
    const answer = await admin.json('PUT', `${home}/hcmc`, { revision: 1, data, note: 'thử' });
    assert.equal(answer.status, 409);
    assert.equal((await calendar()).revision, 2);
  });

  it('must say what decision it follows', async () => {
    const { data } = await calendar();
    assert.equal((await admin.json('PUT', `${home}/hcmc`, { revision: 2, data, note: ' ' })).status, 422);
  });
});
