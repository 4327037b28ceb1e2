import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Data } from '../../engine/state.ts';
import type { ListedRole, ListedUnit, Organisation, OrganisationTaken } from '../api/organisation.ts';
import { publishFolder } from '../seed/foundation.ts';
import { fileHouse, houseAnswers, smallPdf, upload } from '../testing/filing.ts';
import { packageFolder, password, runHouse, type RunningHouse } from '../testing/running-house.ts';
import { Visitor } from '../testing/visitor.ts';

const wards = 168;
const from = '2026-11-19';
const called = (vi: string, en: string) => ({ vi: `${vi} (mẫu)`, en: `${en} (sample)` });
const codeOf = (index: number): string => String(26_001 + index);
const ward = (index: number): ListedUnit => ({ id: `ward-${codeOf(index)}`, code: `H29.${codeOf(index)}`, name: called(`Phường ${index + 1}`, `Ward ${index + 1}`), kind: 'ward', parent: 'city', from });
const counter = (index: number): ListedUnit => ({ id: `ward-${codeOf(index)}-counter`, code: `H29.${codeOf(index)}.1`, name: called(`Một cửa phường ${index + 1}`, `One-stop of ward ${index + 1}`), kind: 'one-stop', parent: `ward-${codeOf(index)}`, from });
const department = (index: number): ListedUnit => ({ id: `department-${index}`, code: `H29.D${index}`, name: called(`Sở ${index}`, `Department ${index}`), kind: 'department', parent: 'city', from });
const holds = (login: string, role: ListedRole['role'], unit: string, more: Partial<ListedRole> = {}): ListedRole => ({ login, name: `Người Mẫu ${login}`, title: 'Chuyên viên', role, unit, from, ...more });

/** A whole city: counters before their wards, as a list may have them. */
const city: Organisation = {
  units: [...Array.from({ length: wards }, (_, index) => [counter(index), ward(index)]).flat(), ...Array.from({ length: 15 }, (_, index) => department(index))],
  staff: [holds('p26050-tn', 'receptionist', 'ward-26050-counter'), holds('p26050-tl', 'handler', 'ward-26050'), holds('p26050-tl', 'clerk', 'ward-26050')],
};

describe('a city from its lists', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let admin: Visitor;
  before(async () => {
    house = await runHouse();
    admin = await house.visitor('quantri');
  });
  after(() => house.stop());
  const take = async (lists: Organisation, check = false): Promise<OrganisationTaken> => (await admin.done('POST', '/api/organisation', { ...lists, check })) as unknown as OrganisationTaken;
  let passwords: OrganisationTaken['passwords'] = [];

  it('is looked at first, and nothing is kept', async () => {
    const { units, staff, faults, passwords: none } = await take(city, true);
    assert.deepEqual([units, staff, faults, none], [{ added: 351, renamed: 0, ended: 0, known: 0 }, { accounts: 2, roles: 3, known: 0 }, [], []]);
    assert.equal((await house.store.read((tx) => tx.units.find({ kind: 'ward' }))).length, 2);
  });

  it('is taken in whole, each unit with the working time of the one above it, and once', async () => {
    ({ passwords } = await take(city));
    assert.equal((await house.store.read((tx) => tx.units.find({ kind: 'ward', calendarId: 'hcmc' }))).length, wards + 2);
    const again = await take(city);
    assert.deepEqual([again.units, again.staff, again.passwords], [{ added: 0, renamed: 0, ended: 0, known: 351 }, { accounts: 0, roles: 0, known: 3 }, []]);
    const [change] = ((await admin.done('GET', '/api/people')) as unknown as { changes: readonly { taken: object }[] }).changes;
    assert.deepEqual(change!.taken, { units: { added: 351, renamed: 0, ended: 0, known: 0 }, staff: { accounts: 2, roles: 3, known: 0 } });
  });

  it('has one procedure for all its wards: what is filed for one of them comes to its counter, and to nobody else', async () => {
    const { site } = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as { site: Data & { address: Data } };
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'), { site: { ...site, address: { ...site.address, commune: '26050' } } });
    await house.work();
    const seen = await house.store.read((tx) => tx.dossiers.first({ id: dossier }));
    assert.deepEqual([seen!.unitId, seen!.receivingUnitId], ['ward-26050', 'ward-26050-counter']);
    const receptionist = new Visitor(house.url, 'vi');
    await receptionist.signIn('p26050-tn', passwords.find(({ login }) => login === 'p26050-tn')!.password);
    assert.deepEqual(((await receptionist.done('GET', '/api/tasks')) as unknown as { items: readonly { dossier: { id: string } }[] }).items.map((item) => item.dossier.id), [dossier]);
    assert.deepEqual(((await (await house.visitor('tiepnhan')).done('GET', '/api/tasks')) as unknown as { items: readonly unknown[] }).items, []);
  });

  it('renames and ends a unit that is there', async () => {
    const { units } = await take({ units: [{ ...department(3), name: called('Sở Ba', 'Department Three') }, { ...department(4), to: '2026-12-31' }] });
    assert.deepEqual(units, { added: 0, renamed: 1, ended: 1, known: 0 });
    const [renamed, ended] = await house.store.read(async (tx) => [await tx.units.first({ id: 'department-3' }), await tx.units.first({ id: 'department-4' })]);
    assert.deepEqual([renamed!.name.vi, ended!.validTo], ['Sở Ba (mẫu)', '2026-12-31T17:00:00.000Z']);
  });

  const one = department(50);
  const faulty: readonly (readonly [what: string, lists: Organisation, fault: string])[] = [
    ['a unit that stands there twice', { units: [one, { ...one, code: 'H29.X' }] }, 'units 1 id: the unit "department-50" stands in the list twice'],
    ['a code that another unit has', { units: [{ ...one, code: 'H29.900' }] }, 'units 0 code: the code "H29.900" is that of the unit "construction-department"'],
    ['a parent that is nowhere', { units: [{ ...one, parent: 'nowhere' }] }, 'units 0 parent: there is no unit "nowhere" above it'],
    ['units above each other', { units: [{ ...one, parent: 'b' }, { ...department(51), id: 'b', parent: one.id }] }, 'units 0 parent: a unit cannot be below itself'],
    ['a ward that no commune finds', { units: [{ ...one, kind: 'ward' }] }, 'units 0 id: expected a ward to be called "ward-" and the code of its commune, like "ward-26740", but this is "department-50"'],
    ['a calendar that is nowhere', { units: [{ ...one, calendar: 'moon' }] }, 'units 0 calendar: there is no calendar "moon"'],
    ['an end before the beginning', { units: [{ ...one, to: '2026-11-01' }] }, 'units 0 to: the last day must come after the first'],
    ['a unit of another kind than it is', { units: [{ ...department(3), kind: 'office', name: called('Sở Ba', 'Department Three') }] }, 'units 0 id: "department-3" is there with another code, kind or parent: end it, and begin a unit with another id'],
    ['a unit ended for the past', { units: [{ ...department(5), from: '2026-11-01', to: '2026-11-10' }] }, 'units 0 to: no unit is ended for the past: choose today or later'],
    ['a login of somebody else', { staff: [holds('thuly', 'clerk', 'ward-99001')] }, 'staff 0 name: the login "thuly" is that of Bùi Văn Thụ Lý'],
    ['a role in no unit', { staff: [holds('x1', 'clerk', 'nowhere')] }, 'staff 0 unit: there is no unit "nowhere"'],
    ['a role that citizens have', { staff: [holds('x1', 'applicant', 'city')] }, 'staff 0 role: applicant is no role of the staff'],
    ['a role before its unit', { staff: [holds('x1', 'clerk', 'ward-26050', { from: '2026-01-01' })] }, 'staff 0 unit: the unit "ward-26050" is not there for all of that time'],
    ['a role that is held twice', { staff: [holds('x1', 'clerk', 'city'), holds('x1', 'clerk', 'city', { from: '2026-12-01' })] }, 'staff 1 role: this person holds that role there at that time already'],
  ];
  for (const [what, lists, fault] of faulty) it(`refuses ${what}, and keeps nothing`, async () => {
    const told = (await take(lists, true)).faults.map(({ list, index, member, message }) => `${list} ${index} ${member}: ${message.en}`);
    assert.ok(told.includes(fault), told.join('\n'));
    assert.ok(!fault.includes('parent: there is no unit') || told.length === 1, told.join('\n'));
    const before = await house.store.read((tx) => tx.units.count({}));
    const answer = await admin.fetch('POST', '/api/organisation', { body: { ...lists, check: false } });
    assert.equal(answer.status, 422);
    assert.equal(await house.store.read((tx) => tx.units.count({})), before);
  });
});

/** Two districts with a branch of the land office each, and one whose branches change at the end of November. */
const branch = (id: string, parent: string, more: Partial<ListedUnit> = {}): ListedUnit => ({ id, code: `H29.${id.toUpperCase()}`, name: called(`Chi nhánh ${id}`, `Branch ${id}`), kind: 'land-office', parent, from, ...more });
const area = (id: string): ListedUnit => ({ ...branch(id, 'city'), kind: 'area' });
const lastDay = '2026-12-31';
const branches: Organisation = {
  units: [
    area('east'), area('west'), { ...ward(1), parent: 'east' }, { ...ward(2), parent: 'west' }, ward(3),
    branch('a-closed', 'east', { to: '2026-11-30' }), branch('b-east', 'east', { to: lastDay }), branch('c-west', 'west', { to: lastDay }),
    { ...counter(1), id: 'b-east-1', code: 'H29.B1', parent: 'b-east', to: '2026-11-30' }, { ...counter(1), id: 'b-east-2', code: 'H29.B2', parent: 'b-east' },
    { id: 'land-office', code: 'H29.905', name: { vi: 'Chi nhánh Văn phòng đăng ký đất đai Mẫu', en: 'Sample Branch of the Land Registration Office' }, kind: 'land-office', parent: 'city', from: '2025-07-01', to: lastDay },
  ],
};

describe('of several units of a kind, in force or not', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    const { faults } = (await (await house.visitor('quantri')).done('POST', '/api/organisation', { ...branches, check: false })) as unknown as OrganisationTaken;
    assert.deepEqual(faults, []);
    await publishFolder(house.services, new URL('../../procedures/land-transfer', import.meta.url).pathname);
  });
  after(() => house.stop());

  /** What becomes of a transfer of land in a ward that is filed on a day: whose it is and who receives, or what the applicant reads. */
  async function filed(index: number, day: string): Promise<unknown> {
    house.clock.set(`${day}T02:00:00.000Z`);
    const visitor = await new Visitor(house.url, 'en').signIn('congdan1', password);
    const sale = JSON.parse(await readFile(new URL('../../procedures/land-transfer/scenarios/applications/sale.json', import.meta.url), 'utf8')) as Data & { parcel: { address: Data }; papers: Data };
    const draft = (await visitor.done('POST', '/api/drafts', { procedure: 'land-transfer' })) as unknown as { id: string; revision: number };
    const papers: Record<string, unknown> = {};
    for (const field of Object.keys(sale.papers)) papers[field] = (await upload(visitor, `draft=${draft.id}&field=papers.${field}`, [`${field}.pdf`, smallPdf(field)])).body.files;
    const data = { ...sale, papers, parcel: { ...sale.parcel, address: { ...sale.parcel.address, commune: codeOf(index) } } };
    const { revision } = (await visitor.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data })) as unknown as { revision: number };
    const { status, body } = await visitor.json('POST', `/api/drafts/${draft.id}/file`, { revision, declared: true });
    const { dossier, errors } = body as unknown as { dossier?: string; errors?: readonly { message: string }[] };
    if (dossier === undefined) return [status, errors?.map(({ message }) => message)];
    const row = await house.store.read((tx) => tx.dossiers.first({ id: dossier }));
    return [row!.unitId, row!.receivingUnitId];
  }
  const refused = [422, ['This belongs to the Branch of the land registration office, which takes no applications here.']];

  it('nobody is chosen by chance: where two stand equally near, the applicant reads whose it is', async () => assert.deepEqual(await filed(1, '2026-11-20'), refused));
  it('one that has ended gets nothing, nor does a counter that has', async () => assert.deepEqual(await filed(1, '2026-12-05'), ['b-east', 'b-east-2']));
  it('that of another district is for its own wards', async () => assert.deepEqual(await filed(2, '2026-12-05'), ['c-west', 'c-west']));
  it('that of the city is for wards that have none nearer', async () => assert.deepEqual(await filed(3, '2026-12-05'), ['land-office', 'land-office']));
  it('none in force is refused in words', async () => assert.deepEqual(await filed(1, '2027-01-05'), refused));
});

describe('a permit that is extended or replaced', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => { house = await runHouse(); });
  after(() => house.stop());
  for (const permitKind of ['extend', 'reissue']) it(`is filed in the ward of the house: ${permitKind}`, async () => {
    const visitor = await house.visitor('congdan1');
    const draft = (await visitor.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string; revision: number };
    const { papers, ...answers } = (await houseAnswers(visitor, draft.id, { permitKind, previousPermitNo: '12/GPXD', ...(permitKind === 'reissue' && { reissue: { cause: 'damaged' } }) })) as { papers: Record<string, unknown> };
    const { body } = await upload(visitor, `draft=${draft.id}&field=papers.issuedPermit`, ['giay-phep.pdf', smallPdf()]);
    const { revision } = (await visitor.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: { ...answers, papers: { ...papers, issuedPermit: body.files } } })) as unknown as { revision: number };
    const { dossier } = (await visitor.done('POST', `/api/drafts/${draft.id}/file`, { revision, declared: true })) as unknown as { dossier: string };
    const row = await house.store.read((tx) => tx.dossiers.first({ id: dossier }));
    assert.deepEqual([row!.unitId, row!.receivingUnitId], ['ward-99001', 'ward-99001-counter']);
  });
});
