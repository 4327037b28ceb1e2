import { strict as assert } from 'node:assert';
import alwaysOpen from '../../engine/calendar/always-open.json' with { type: 'json' };
import type { DesignerPackage } from '../api/designer.ts';
import type { History, Replayed } from '../api/history.ts';
import { checks, doStep, fileHouse } from '../testing/filing.ts';
import { calendarIn, openPackage } from './draft.ts';
import { historyOf } from './history.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const place = '/api/designer/procedures/construction-permit-house';

describe('what real dossiers did, and would have done', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  let code = '';
  before(async () => {
    house = await runHouse();
    const filed = await fileHouse(house, await house.visitor('congdan1'));
    ({ code } = filed);
    await fileHouse(house, await house.visitor('congdan2'));
    house.clock.set('2026-11-19T04:00:00.000Z');
    await doStep(house, await house.visitor('tiepnhan'), filed.dossier, 'reception', { outcome: 'accept', checks, feeWaived: false });
    house.clock.set('2026-11-20T02:00:00.000Z');
    designer = await house.visitor('thietke');
  });
  after(() => house.stop());

  const replay = async (files: readonly { readonly path: string; readonly text: string }[] = [], sides: { readonly version?: string; readonly against?: string } = {}): Promise<Replayed> => (await designer.done('POST', `${place}/replay`, { files, last: 10, ...sides })) as unknown as Replayed;
  const text = async (path: string): Promise<string> => ((await designer.done('GET', `${place}/file?path=${path}`)) as unknown as { text: string }).text;

  it('counts steps, their working time and lateness, and the ways that were taken', async () => {
    const history = (await designer.done('GET', `${place}/history?days=30`)) as unknown as History;
    assert.deepEqual([history.dossiers, history.seen, history.units.map(({ id }) => id)], [2, 2, ['ward-99001']]);
    const reception = history.steps.find(({ node }) => node === 'reception');
    // One was done after two working hours; the other is open beyond its four.
    assert.deepEqual({ ...reception, time: reception?.time.median }, { node: 'reception', count: 2, open: 1, late: 1, time: 120 });
    assert.equal(Math.max(...history.ways.map(({ count }) => count)), 2);
    assert.equal(((await designer.done('GET', `${place}/history?unit=elsewhere`)) as unknown as History).dossiers, 0);
  });

  it('are those of the period and the unit that are asked for', async () => {
    const asked = async (query: string) => {
      const { dossiers, steps, from } = (await designer.done('GET', `${place}/history?${query}`)) as unknown as History;
      return { dossiers, reception: steps.find(({ node }) => node === 'reception')?.count ?? 0, from: from.slice(0, 10) };
    };
    assert.deepEqual(await asked('days=30&unit=ward-99001'), { dossiers: 2, reception: 2, from: '2026-10-21' });
    assert.deepEqual(await asked('days=90&unit=ward-99001'), { dossiers: 2, reception: 2, from: '2026-08-22' });
    assert.deepEqual(await asked('days=90&unit=ward-99002'), { dossiers: 0, reception: 0, from: '2026-08-22' });
    const later = (days: number) => house.store.read(async (tx) => historyOf(house.store, tx, { key: 'construction-permit-house', days, at: '2027-01-15T02:00:00.000Z', calendar: calendarIn(await openPackage(tx, 'construction-permit-house')) }));
    assert.deepEqual([(await later(30)).dossiers, (await later(90)).dossiers], [0, 2], 'what was filed before the period is left out');
  });

  it('come with the calendar to simulate by: the procedure’s own, or another of the house', async () => {
    const calendar = async (query = '') => {
      const { calendar: { id, data } } = (await designer.done('GET', `${place}/history${query}`)) as unknown as History;
      return [id, (data as { weekly?: Readonly<Record<string, unknown>> } | null)?.weekly?.['7']];
    };
    await house.store.transaction((tx) => tx.calendars.insert({ id: 'always', name: alwaysOpen.name.vi, data: alwaysOpen, revision: 1, updatedAt: '2026-11-18T01:00:00.000Z', updatedBy: 'system' }));
    assert.deepEqual(await calendar(), ['hcmc', []]);
    assert.deepEqual(await calendar('?calendar=always'), ['always', [['00:00', '24:00']]]);
    assert.deepEqual(await calendar('?calendar=nowhere'), ['nowhere', undefined]);
  });

  it('the same procedure would have done the same', async () => {
    assert.deepEqual(await replay(), { usable: true, same: 2, changed: [], skipped: [], names: {} });
  });

  it('a dearer fee is told for each dossier it would have touched', async () => {
    const path = 'decisions/fee.dmn';
    const { same, changed } = await replay([{ path, text: (await text(path)).replaceAll('75000', '90000') }]);
    assert.equal(same, 1, 'the one that has not come to its fee yet');
    assert.deepEqual(changed.find((one) => one.code === code)?.differences, [{ what: 'fee', before: 75_000, after: 90_000 }]);
  });

  it('the live version is told from what is edited, and one that never was from neither', async () => {
    const { versions } = (await designer.done('GET', place)) as unknown as DesignerPackage;
    const live = versions.find(({ current }) => current)!.hash;
    const path = 'decisions/fee.dmn';
    const files = [{ path, text: (await text(path)).replaceAll('75000', '90000') }];
    const told = async (sides: { readonly version?: string; readonly against?: string }) => {
      const { same, changed } = await replay(files, sides);
      return { same, changed: changed.map((one) => one.differences) };
    };
    assert.deepEqual(await told({ version: live, against: 'edited' }), { same: 1, changed: [[{ what: 'fee', before: 90_000, after: 75_000 }]] });
    assert.deepEqual(await told({ against: live }), { same: 1, changed: [[{ what: 'fee', before: 75_000, after: 90_000 }]] });
    assert.deepEqual(await told({ version: live }), { same: 2, changed: [] });
    for (const sides of [{ version: 'f'.repeat(64) }, { against: 'f'.repeat(64) }]) assert.equal((await designer.json('POST', `${place}/replay`, { last: 3, ...sides })).status, 404);
  });

  it('a step that is gone stops those who did it, and says where', async () => {
    const path = 'process.bpmn';
    const { changed } = await replay([{ path, text: (await text(path)).replaceAll('"reception"', '"intake"') }]);
    assert.match(changed.find((one) => one.code === code)?.stops?.messageVi ?? '', /reception/);
  });

  it('nothing of the people in it is shown', async () => {
    const answer = JSON.stringify(await replay());
    assert.ok(!answer.includes('Giả Định'));
  });
});
