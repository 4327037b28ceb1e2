import assert from 'node:assert/strict';
import type { DesignerPackage, DesignerProcedures, Findings } from '../../server/api/designer.ts';
import { fileHouse } from '../../server/testing/filing.ts';
import { runHouse, type RunningHouse } from '../../server/testing/running-house.ts';
import type { Visitor } from '../../server/testing/visitor.ts';
import { healthOf, type Badge } from './health-of.ts';

const key = 'construction-permit-house';
const place = `/api/designer/procedures/${key}`;

describe('the health of a procedure on the home page', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  let asShipped: Readonly<Record<string, number>>;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
    asShipped = await health();
  });
  after(() => house.stop());

  /** Its badges, and how many each counts. */
  const health = async (): Promise<Readonly<Record<string, number>>> => {
    const { procedures } = (await designer.done('GET', '/api/designer/procedures')) as unknown as DesignerProcedures;
    const { findings } = (await designer.done('POST', `${place}/check`, {})) as unknown as Findings;
    return Object.fromEntries(healthOf(procedures.find((one) => one.key === key)!, findings).map(({ word, count }) => [word, count]));
  };
  const text = async (path: string): Promise<string> => ((await designer.done('GET', `${place}/file?path=${path}`)) as unknown as { text: string }).text;
  /** The draft with a file otherwise, as long as it is looked at. */
  const having = async (path: string, change: (text: string) => string): Promise<Readonly<Record<string, number>>> => {
    const before = await text(path);
    const after = change(before);
    assert.notEqual(after, before);
    const put = async (now: string): Promise<void> => {
      const { draft: { revision } } = (await designer.done('GET', place)) as unknown as DesignerPackage;
      await designer.done('PUT', `${place}/draft`, { revision, files: [{ path, text: now }] });
    };
    await put(after);
    const found = await health();
    await put(before);
    return found;
  };

  const wrong: readonly (readonly [name: string, path: string, change: (text: string) => string, badges: (shipped: Readonly<Record<string, number>>) => Readonly<Record<string, number | undefined>>])[] = [
    ['a proof that fails', 'process.bpmn', (xml) => xml.replace(/(id="examine"[^>]*timeLimit=")[^"]*/, '$190 working days'), () => ({ errors: 2, healthSound: undefined })],
    ['a step without an English name', 'process.bpmn', (xml) => xml.replace(/(id="examine"[^>]*) motcua:nameEn="[^"]*"/, '$1'), ({ healthWords = 0 }) => ({ healthWords: healthWords + 1 })],
    ['a role that nobody holds', 'process.bpmn', (xml) => xml.replace('motcua:role="clerk"', 'motcua:role="centre_head"'), () => ({ healthUnstaffed: 1, errors: 1, healthSound: undefined })],
    ['sources that disagree no more, by not telling of them', 'procedure.json', (json) => JSON.stringify({ ...(JSON.parse(json) as object), conflicts: [] }), () => ({ healthConflicts: undefined })],
  ];

  it('as it is shipped passes its checks, and tells of what sources disagree about', () => {
    assert.equal(asShipped['healthSound'], 0);
    assert.ok(asShipped['healthConflicts']! > 0);
    assert.deepEqual(['errors', 'healthWords', 'healthIncidents', 'healthUnbegun'].filter((word) => word in asShipped), []);
  });

  for (const [name, path, change, badges] of wrong) {
    it(`tells of ${name}, and of nothing else`, async () => {
      const expected = Object.entries({ ...asShipped, ...badges(asShipped) }).filter(([, count]) => count !== undefined);
      assert.deepEqual(await having(path, change), Object.fromEntries(expected));
    });
  }

  it('tells of a dossier that stopped with a fault, until somebody has mended it', async () => {
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
    const row = { dossierId: dossier, incident: 900, token: 1, node: 'reception', code: 'model', message: 'expected something else', unitId: 'ward-99001', raisedAt: house.clock.now(), resolvedAt: null, resolvedBy: null };
    await house.store.transaction((tx) => tx.incidents.insert(row));
    assert.deepEqual(await health(), { ...asShipped, healthIncidents: 1 });
    await house.store.transaction((tx) => tx.incidents.update({ dossierId: dossier, incident: 900 }, { resolvedAt: house.clock.now(), resolvedBy: 'account-quantri' }));
    assert.deepEqual(await health(), asShipped);
  });

  it('says all at once, the gravest word in front', () => {
    const badges: readonly Badge[] = healthOf({ conflicts: 1, incidents: 2, unbegun: 3 }, [
      { rule: 'time-sum', severity: 'error', element: 'a', message: 'x' }, { rule: 'role-unstaffed', severity: 'warning', element: 'b', message: 'x' }, { rule: 'role-unstaffed', severity: 'error', element: 'd', message: 'x' }, { rule: 'translated', severity: 'warning', element: 'c', message: 'x' },
    ]);
    assert.deepEqual(badges.map(({ word, tone, count }) => `${word} ${tone} ${count}`), ['errors late 2', 'healthUnstaffed late 1', 'healthUnitsLack soon 1', 'healthWords soon 1', 'healthConflicts soon 1', 'healthIncidents late 2', 'healthUnbegun late 3']);
  });
});
