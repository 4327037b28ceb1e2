import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { LevelDelegation, LevelDelegations } from '../api/delegation.ts';
import { fileHouse, houseAnswers } from '../testing/filing.ts';
import { packageFolder, runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const procedure = 'construction-permit-house';
const now = '2026-11-19T02:00:00.000Z';
const day = (offset: number): string => new Date(Date.parse(now) + offset * 86_400_000).toISOString();
const hour = (offset: number): string => day(offset / 24);
const usual = { procedure, fromKind: 'construction-department', toKind: 'commune', document: '12/QĐ-SXD ngày 18/11/2026 (giả định)', from: day(0), to: day(30) };

describe('one level of units delegates to another', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let admin: Visitor;
  /** A house that the rule of competence gives to the city's department. */
  let large: Readonly<Record<string, unknown>>;
  before(async () => {
    house = await runHouse();
    admin = await house.visitor('quantri');
    const { work } = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as { work: object };
    large = { work: { ...work, grade: 'II' } };
  });
  after(() => house.stop());

  const ask = async () => (await admin.done('GET', '/api/level-delegations')) as unknown as LevelDelegations;
  const give = (body: object) => admin.json('POST', '/api/level-delegations', { ...usual, ...body });
  const end = (id: string, at: string) => admin.json('POST', `/api/level-delegations/${id}/end`, { at, note: 'thử' });
  const unitOfNew = async (): Promise<string | undefined> => {
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'), large);
    return house.store.read(async (tx) => (await tx.dossiers.first({ id: dossier }))?.unitId);
  };

  it('offers the levels that the rule of competence names, and those that there are', async () => {
    const { procedures, kinds, delegations } = await ask();
    assert.deepEqual(procedures.find(({ key }) => key === procedure)?.kinds.toSorted(), ['commune', 'construction-department', 'zone-board']);
    assert.ok(kinds.some(({ kind }) => kind === 'ward') && delegations.length === 0);
  });

  const refused: readonly [what: string, body: object, path: string][] = [
    ['a procedure that is not published', { procedure: 'moon-permit' }, '/procedure'],
    ['what the rule of competence gives to nobody', { fromKind: 'fire-service' }, '/fromKind'],
    ['a level that delegates to itself', { toKind: 'construction-department' }, '/toKind'],
    ['a level without a unit', { toKind: 'moon-base' }, '/toKind'],
    ['what would hold in the past', { from: day(-3) }, '/from'],
    ['what ends before it begins', { to: day(-1) }, '/to'],
  ];
  for (const [what, body, path] of refused) it(`refuses ${what}`, async () => {
    const answer = await give(body);
    assert.equal(answer.status, 422);
    assert.deepEqual((answer.body as unknown as { errors: { path: string }[] }).errors.map((one) => one.path), [path]);
  });

  it('needs a document', async () => assert.equal((await give({ document: ' ' })).status, 422));

  it('decides from its day to its end for what is filed then, says by which document, and is written down', async () => {
    assert.equal(await unitOfNew(), 'construction-department');
    const given = (await give({ from: hour(0.2) })).body as unknown as LevelDelegation;
    assert.equal(await unitOfNew(), 'construction-department');
    assert.equal((await give({ toKind: 'ward', from: day(20), to: null })).status, 422);
    house.clock.set(hour(0.3));
    assert.equal(await unitOfNew(), 'ward-99001');

    const citizen = await house.visitor('congdan1');
    const draft = (await citizen.done('POST', '/api/drafts', { procedure })) as unknown as { id: string; revision: number };
    await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: await houseAnswers(citizen, draft.id, large) });
    const { reasons } = (await citizen.done('POST', `/api/drafts/${draft.id}/check`)) as unknown as { reasons: { about: string; text: { vi: string }; legalBasis: { vi: string } | null }[] };
    assert.deepEqual(reasons.filter(({ about }) => about === 'unit').map(({ text, legalBasis }) => [text.vi, legalBasis?.vi]).at(-1), ['Phường Sen Mẫu, theo ủy quyền', usual.document]);

    assert.equal((await end(given.id, day(-3))).status, 422);
    assert.equal((await end(given.id, hour(0.4))).status, 200);
    house.clock.set(hour(0.45));
    assert.equal(await unitOfNew(), 'construction-department');
    const { delegations: [over] } = await ask();
    assert.deepEqual([over?.document, over?.to, over?.givenBy?.name], [usual.document, hour(0.4), 'Tô Thị Quản Trị']);
    const { changes } = (await admin.done('GET', '/api/people')) as unknown as { changes: { kind: string; note: string }[] };
    assert.deepEqual(changes.slice(0, 2).map(({ kind }) => kind), ['level.end', 'level.delegate']);
    assert.match(changes[1]!.note, /Giấy phép xây nhà → commune, 12\/QĐ-SXD/);
  });
});
