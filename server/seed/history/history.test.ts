import { strict as assert } from 'node:assert';
import { tmpdir } from 'node:os';
import { compileCalendar } from '../../../engine/calendar/calendar.ts';
import { memoryFiles } from '../../../storage/files/memory.ts';
import type { Store } from '../../../storage/store.ts';
import { memoryStore } from '../../../storage/stores/memory.ts';
import { compose, randomId } from '../../compose.ts';
import { readConfiguration } from '../../configuration.ts';
import { packages } from '../../commands/house.ts';
import { layFoundation, publishFolder } from '../foundation.ts';
import { drawWard } from '../ward-map/ward-map.ts';
import hcmc from '../../../engine/calendar/hcmc.json' with { type: 'json' };
import { liveYear, type Past } from './history.ts';
import { movedDays, soonerOrLater } from './when.ts';

const today = '2026-11-18T01:00:00.000Z';
const used = ['planning-information', 'urban-order-report'];

async function year(seed: number): Promise<{ readonly store: Store; readonly past: Past }> {
  const store = memoryStore();
  const world = { configuration: { ...readConfiguration({ MOTCUA_APPS: `${tmpdir()}/no-apps` }, tmpdir()), sample: true }, store, files: memoryFiles(), log: () => undefined, now: () => today };
  const services = compose(world);
  await layFoundation(services, 'motcua-mau');
  await drawWard({ store, now: world.now, newId: randomId });
  const hashes = new Map<string, string>();
  for (const name of used) hashes.set(name, await publishFolder(services, `${packages}/${name}`));
  return { store, past: await liveYear(world, { packages, hashes, password: 'motcua-mau', count: 24, seed }) };
}

describe('a year of the sample ward', function () {
  this.timeout(120_000);
  let lived: Awaited<ReturnType<typeof year>>;
  before(async () => { lived = await year(7); });

  it('is lived by the packages’ scenarios to what they come to, in whatever time people take', async () => {
    const { store, past } = lived;
    assert.ok(past.dossiers >= 22, String(past.dossiers));
    assert.ok(past.left.length <= 2, past.left.join('\n'));
    const { dossiers, incidents, ratings } = await store.read(async (tx) => ({ dossiers: await tx.dossiers.find({}), incidents: await tx.incidents.count({}), ratings: await tx.ratings.count({}) }));
    assert.equal(incidents, 0);
    assert.ok(ratings > 1);
    assert.deepEqual([...new Set(dossiers.map(({ procedureKey }) => procedureKey))].toSorted(), used);
    assert.ok(dossiers.some(({ status }) => status === 'active') && dossiers.some(({ status }) => status === 'completed'));
    assert.ok(dossiers.every(({ submittedAt, endedAt }) => submittedAt < today && (endedAt === null || (endedAt > submittedAt && endedAt <= today))));
    assert.ok(dossiers.some(({ submittedAt }) => submittedAt < '2026-06-01'));
  });

  it('leaves nothing lying for months: where people were sooner or later than a scenario has them, what lies there is done all the same', async () => {
    const open = await lived.store.read((tx) => tx.dossiers.find({ status: 'active' }));
    assert.deepEqual(open.filter(({ submittedAt }) => submittedAt < '2026-10-01').map(({ code, procedureKey, state }) => `${code} ${procedureKey} ${state}`), []);
  });

  it('has more of what people often come with', async () => {
    const dossiers = await lived.store.read((tx) => tx.dossiers.find({}));
    const [maps, reports] = used.map((key) => dossiers.filter(({ procedureKey }) => procedureKey === key).length);
    assert.ok(reports! > 2 * maps! && maps! > 0, `${reports} ${maps}`);
  });

  it('is of people and houses that are made up, each dossier of its own', async () => {
    const dossiers = await lived.store.read((tx) => tx.dossiers.find({}));
    assert.ok(dossiers.every(({ applicantName }) => applicantName?.endsWith('Giả Định')));
    assert.ok(new Set(dossiers.map(({ applicantName }) => applicantName)).size > 5);
    assert.ok(new Set(dossiers.map(({ subject }) => subject)).size > 8);
    for (const { data } of dossiers) assert.doesNotMatch(JSON.stringify(data), /079085000001/);
  });

  it('has records that verify', async () => {
    const { store } = lived;
    const services = compose({ configuration: readConfiguration({}, tmpdir()), store, files: memoryFiles(), log: () => undefined, now: () => today });
    for (const { id, code } of await store.read((tx) => tx.dossiers.find({}))) assert.deepEqual((await services.runtime.verify(id)).faults, [], code);
  });

  it('is the same year for the same seed, and another for another', async () => {
    const told = (store: Store) => store.read(async (tx) => (await tx.dossiers.find({}, { order: [['code', 'asc']] })).map(({ code, state, status, endedAt, applicantName, subject }) => [code, state, status, endedAt, applicantName, subject]));
    const [same, other] = [await year(7), await year(8)];
    assert.deepEqual(await told(same.store), await told(lived.store));
    assert.notDeepEqual(await told(other.store), await told(lived.store));
  });
});

describe('when people of the past do things', () => {
  const calendar = compileCalendar(hcmc);
  const from = '2026-11-16T01:00:00.000Z';
  const cases: [string | undefined, number, string][] = [
    ['+2 working hours', 0.1, '2026-11-16T01:23:00.000Z'],
    ['+2 working days', 0, '2026-11-16T03:21:00.000Z'],
    ['+40 minutes', 0.5, '2026-11-16T01:23:00.000Z'],
    ['+40 minutes', 0.99, '2026-11-16T02:16:00.000Z'],
    [undefined, 0.5, '2026-11-16T01:12:00.000Z'],
  ];
  for (const [within, chance, expected] of cases) it(`within ${within ?? 'no time'}, by the chance ${chance}`, () => assert.equal(soonerOrLater(calendar, from, within, chance), expected));

  it('moves days with the dossier, but not those of another age, nor beyond today', () => {
    const answer = { visitedOn: '2026-11-27', born: '1985-03-04', at: '2026-11-20T02:00:00Z', list: ['2026-11-19', 'x'] };
    assert.deepEqual(movedDays(answer, '2026-11-19T02:00:00Z', '2026-03-19T02:00:00Z'), { visitedOn: '2026-03-27', born: '1985-03-04', at: '2026-03-20T02:00:00Z', list: ['2026-03-19', 'x'] });
    assert.equal(movedDays('2026-11-27', '2026-11-19T02:00:00Z', '2026-03-19T02:00:00Z', '2026-03-20'), '2026-03-20');
  });
});
