import { strict as assert } from 'node:assert';
import application from '../../procedures/construction-permit-house/scenarios/applications/house.json' with { type: 'json' };
import { publishFolder } from '../seed/foundation.ts';
import { keepRegister } from '../seed/register.ts';
import { ward } from '../seed/units.ts';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { ways, type Opened } from '../../storage/testing/stores.ts';

interface Area { id: string; code: string; name: { vi: string }; validTo: string | null }
interface Household { id: string; code: string; address: string; head: string | null; members: number | null; area: { code: string } | null }
interface Page { area: Area; outline: object; households: { total: number; shown: Household[] } | null; dossiers: { id: string }[]; work: { id: string }[]; map: { points: { kind: string }[]; areas: unknown[]; roads: unknown[] }; changes: { act: string; by: { name: string } | null; fields: string[] }[]; keeps: boolean }

const wanted = process.env['MOTCUA_STORE'];
for (const way of ways.filter(({ kind }) => (wanted === undefined ? kind !== 'postgres' : kind === wanted))) describe(`the register of residential areas, ${way.kind}`, function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let opened: Opened | null = null;
  before(async function () {
    opened = await way.open();
    if (opened === null) return this.skip();
    house = await runHouse({}, undefined, opened.store);
    await drawWard(house.services);
    await keepRegister(house.services);
    await publishFolder(house.services, new URL('../../procedures/assigned-work', import.meta.url).pathname);
  });
  after(async () => {
    await house?.stop();
    await opened?.drop();
  });

  // changes are told in the order of their instants
  const later = () => house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
  const ask = async (login: string, path: string) => (await house.visitor(login)).json('GET', path);
  const list = async (login: string, query = '') => (await ask(login, `/api/areas${query}`)).body as unknown as { areas: Area[]; households: Household[]; keeps: { id: string }[]; map: object | null };
  const codes = async (login: string, query = '') => (await list(login, query)).areas.map(({ code }) => code);
  const idOf = async (code: string) => (await list('thuly', '?ended=yes')).areas.find((area) => area.code === code)!.id;
  const page = async (login: string, code: string) => (await ask(login, `/api/areas/${await idOf(code)}`)).body as unknown as Page;
  const square = { type: 'Polygon', coordinates: [[[107.31, 9.91], [107.311, 9.91], [107.311, 9.911], [107.31, 9.911], [107.31, 9.91]]] };
  const said = { code: 'KP9', kind: 'neighbourhood', name: { vi: 'Khu phố Chín', en: 'Neighbourhood Nine' }, outline: square, validFrom: '2026-01-01' };
  let keys = 0;
  const key = () => ({ 'Idempotency-Key': `area-${(keys += 1)}-0123456789` });

  it('is read by staff of the unit and of the units under it, and by nobody else', async () => {
    assert.deepEqual(await codes('thuly'), ['KP1', 'KP1-T1', 'KP2', 'KP3']);
    assert.deepEqual([await codes('tiepnhan'), await codes('tiepnhan2'), await codes('trucban'), await codes('pccc')], [['KP1', 'KP1-T1', 'KP2', 'KP3'], [], [], []]);
    assert.equal((await ask('trucban', `/api/areas/${await idOf('KP1')}`)).status, 404);
    assert.equal((await ask('congdan1', '/api/areas')).status, 403);
  });

  it('finds areas and households by words without marks; households only for the unit that keeps them', async () => {
    assert.deepEqual(await codes('thuly', '?q=khu%20pho%202'), ['KP2']);
    const found = (await list('thuly', '?q=chu%20ho%20gia%20dinh%2012')).households;
    assert.deepEqual([found.length > 0, found[0]?.area?.code.startsWith('KP')], [true, true]);
    assert.deepEqual([(await list('tiepnhan', '?q=chu%20ho')).households, (await page('tiepnhan', 'KP1')).households], [[], null]);
    assert.equal((await ask('tiepnhan', `/api/households/${found[0]!.id}`)).status, 404);
    assert.ok(!JSON.stringify(await page('tiepnhan', 'KP1')).includes('Chủ Hộ'));
  });

  it('draws an area on the roads with the households that lie in it', async () => {
    const { households, map, outline } = await page('thuly', 'KP1-T1');
    assert.ok(households!.total > 5 && map.roads.length > 0 && map.areas.length === 1 && (outline as { type: string }).type === 'Polygon');
    assert.equal(map.points.filter(({ kind }) => kind === 'household').length, households!.total);
    assert.ok((await page('thuly', 'KP1')).households!.total > households!.total);
  });

  it('is added to, changed and ended by those who keep it, and says who did what', async () => {
    const keeper = await house.visitor('truongphong');
    assert.equal((await (await house.visitor('tiepnhan')).json('POST', '/api/areas', { unit: ward, ...said }, key())).status, 404);
    const added = await keeper.json('POST', '/api/areas', { unit: ward, ...said }, key());
    assert.equal(added.status, 201, JSON.stringify(added.body));
    assert.equal((await keeper.json('POST', '/api/areas', { unit: ward, ...said }, key())).status, 422, 'its code is taken');
    const { id } = added.body as unknown as { id: string };
    later();
    await keeper.done('PUT', `/api/areas/${id}`, { ...said, name: { vi: 'Khu phố 9', en: 'Neighbourhood 9' } });
    assert.equal((await keeper.json('PUT', `/api/areas/${id}`, { ...said, code: 'KP1' })).status, 422, 'the code of another');
    later();
    await keeper.done('POST', `/api/areas/${id}/end`, { day: '2026-11-18' });
    assert.deepEqual([(await codes('thuly')).includes('KP9'), (await codes('thuly', '?ended=yes')).includes('KP9')], [false, true]);
    const { changes, area, keeps } = await page('thuly', 'KP9');
    assert.deepEqual(changes.map(({ act, by, fields }) => [act, by?.name, fields]), [['end', 'Huỳnh Thị Trưởng Phòng', ['validTo']], ['change', 'Huỳnh Thị Trưởng Phòng', ['name']], ['add', 'Huỳnh Thị Trưởng Phòng', []]]);
    assert.deepEqual([area.validTo, keeps, (await page('tiepnhan', 'KP1')).keeps], ['2026-11-18', true, false]);
    assert.equal((await (await house.visitor('vanthu')).json('POST', `/api/areas/${id}/end`, { day: null })).status, 403, 'reads it, but does not keep it');
  });

  it('gives a code once, also to many who ask for it at the same time', async () => {
    const keeper = await house.visitor('thuly');
    const answers = await Promise.all(Array.from({ length: 8 }, () => keeper.json('POST', '/api/areas', { unit: ward, ...said, code: 'KP7' }, key())));
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, ...Array.from({ length: 7 }, () => 422)]);
    assert.equal((await list('thuly', '?q=kp7')).areas.length, 1);
  });

  const wrong: readonly (readonly [what: string, change: object])[] = [
    ['an outline that is not closed', { outline: { type: 'Polygon', coordinates: [[[107.31, 9.91], [107.311, 9.91], [107.311, 9.911], [107.31, 9.912]]] } }],
    ['an outline elsewhere', { outline: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } }],
    ['no outline', { outline: { type: 'Polygon', coordinates: [] } }],
    ['a day that is none', { validFrom: '2026-02-30' }], ['a code of signs', { code: '<b>' }],
  ];
  for (const [what, change] of wrong) it(`takes no area with ${what}`, async () => {
    assert.equal((await (await house.visitor('truongphong')).json('POST', '/api/areas', { unit: ward, ...said, code: 'KP8', ...change }, key())).status, 422);
  });

  it('takes households in from GeoJSON: new codes are added, known ones changed, and what is wrong is said', async () => {
    const keeper = await house.visitor('thuly');
    const point = (code: string, address: string, more: object = {}) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [107.3105, 9.9105] }, properties: { code, address, ...more } });
    const send = async (features: object[], unit: string = ward) => {
      const answer = await keeper.fetch('POST', `/api/areas/import?unit=${unit}&what=households&validFrom=2026-01-01`, { body: JSON.stringify({ type: 'FeatureCollection', features }), headers: { 'Content-Type': 'application/geo+json' } });
      return { status: answer.status, body: await answer.json() as Record<string, unknown> };
    };
    const rows = [point('N1', '1 Đường Thử', { head: 'Người Giả Định', members: 3, fid: 7 }), point('N2', '2 Đường Thử')];
    assert.deepEqual((await send(rows)).body, { added: 2, changed: 0, same: 0, leftOut: ['fid'] });
    assert.deepEqual((await send([rows[0]!, point('N2', '2A Đường Thử')])).body, { added: 0, changed: 1, same: 1, leftOut: ['fid'] });
    assert.equal((await send([point('N3', '3 Đường Thử'), point('N3', '3 Đường Thử')])).status, 422);
    assert.equal((await send([{ ...point('N4', '4 Đường Thử'), geometry: { type: 'LineString', coordinates: [[107.3, 9.9], [107.31, 9.9]] } }])).status, 422);
    assert.equal((await send(rows, 'ward-99002')).status, 404);
    assert.equal((await list('thuly', '?q=n3')).households.length, 0, 'nothing of a file that is wrong is kept');
  });

  it('erases the people of a household: from the row, the search and the log', async () => {
    const keeper = await house.visitor('thuly');
    const [{ id }] = (await list('thuly', '?q=nguoi%20gia%20dinh')).households as [Household];
    later();
    await keeper.done('PUT', `/api/households/${id}`, { code: 'N1', address: '1 Đường Thử', head: 'Người Khác Giả Định', members: 4, latitude: 9.9105, longitude: 107.3105, validFrom: '2026-01-01' });
    later();
    await keeper.done('DELETE', `/api/households/${id}/people`);
    const { household, changes } = (await ask('thuly', `/api/households/${id}`)).body as unknown as { household: Household; changes: Page['changes'] };
    assert.deepEqual([household.head, household.members, changes.map(({ act, fields }) => [act, fields])], [null, null, [['erase', ['head', 'members', 'persons']], ['change', ['head', 'members']], ['add', []]]]);
    assert.deepEqual((await list('thuly', '?q=gia%20dinh')).households.filter((one) => one.id === id), []);
    const left = await house.store.read(async (tx) => JSON.stringify([await tx.households.find({ id }), await tx.areaChanges.find({ subject: id })]));
    assert.ok(!/Giả Định/.test(left), left);
  });

  it('keeps the persons of a household for those who keep the register, and for nobody else', async () => {
    const keeper = await house.visitor('thuly');
    const { id, code } = (await list('thuly', '?q=h0004')).households[0] as Household;
    const people = async (login: string) => ((await ask(login, `/api/households/${id}`)).body as unknown as { persons: { id: string; name: string; birth: string | null; relation: string | null }[] | null }).persons;
    const add = (body: object, login = 'thuly') => house.visitor(login).then((one) => one.json('POST', `/api/households/${id}/persons`, body, key()));
    const child = { name: ' Nguyễn Thị Giả Định ', birth: '2019-02-03', relation: 'Con' };
    assert.equal((await add(child)).status, 201);
    assert.equal((await add({ name: 'Nguyễn Văn Giả Định', birth: '1985', relation: 'Chủ hộ' })).status, 201);
    assert.deepEqual((await people('thuly'))?.map(({ name, birth, relation }) => [name, birth, relation]), [['Nguyễn Văn Giả Định', '1985', 'Chủ hộ'], ['Nguyễn Thị Giả Định', '2019-02-03', 'Con']]);
    for (const birth of ['2019-02-30', '2027-01-01', '1700', '3.2.2019']) assert.equal((await add({ ...child, birth })).status, 422, birth);
    assert.deepEqual([await people('vanthu'), (await add(child, 'vanthu')).status], [null, 403], 'of the same ward, but no keeper');
    assert.deepEqual([(await ask('tiepnhan', `/api/households/${id}`)).status, (await add(child, 'tiepnhan')).status], [404, 404]);
    const [father, daughter] = (await people('thuly'))!;
    assert.equal((await (await house.visitor('vanthu')).json('DELETE', `/api/households/${id}/persons/${father!.id}`)).status, 404);
    await keeper.done('PUT', `/api/households/${id}/persons/${father!.id}`, { name: father!.name, birth: '1985-06-07', relation: 'Chủ hộ' });
    await keeper.done('DELETE', `/api/households/${id}/persons/${daughter!.id}`);
    assert.deepEqual((await people('thuly'))?.map(({ birth }) => birth), ['1985-06-07']);
    const take = async (persons: object[], unit: string = ward) => keeper.json('POST', '/api/households/persons', { unit, persons });
    const rows = [{ household: code, name: 'Nguyễn Văn Giả Định', birth: '1985-06-07', relation: 'Chồng' }, { household: code, ...child, name: 'Trần Giả Định' }, { household: 'H0005', name: 'Lê Giả Định', birth: null, relation: null }];
    assert.deepEqual((await take(rows)).body, { added: 2, changed: 1, same: 0 });
    assert.deepEqual((await take(rows)).body, { added: 0, changed: 0, same: 3 });
    const refused = await take([rows[0]!, { ...rows[1]!, household: 'H9999' }, { ...rows[1]!, name: 'Không Giả Định', birth: '2026-13-01' }]);
    assert.deepEqual([refused.status, (refused.body as unknown as { errors: { path: string }[] }).errors.map(({ path }) => path)], [422, ['persons[1].household', 'persons[2].birth']]);
    assert.equal((await take(rows, 'ward-99002')).status, 404);
    assert.equal((await people('thuly'))?.length, 2, 'nothing of a list that is wrong is kept');
    const area = (await list('thuly', '?q=h0004')).households[0]!.area!.code;
    assert.ok(((await page('thuly', area)).households as unknown as { persons: number }).persons >= 2, 'counted by area');
    await keeper.done('DELETE', `/api/households/${id}/people`);
    assert.deepEqual(await people('thuly'), []);
    const left = await house.store.read(async (tx) => JSON.stringify([await tx.householdPersons.find({ householdId: id }), await tx.areaChanges.find({ subject: id }), await tx.idempotency.find({})]));
    assert.ok(!/Nguyễn|Trần Giả/.test(left), 'nothing is left of them');
  });

  it('knows the work that is about an area, and takes no link to what the giver may not read', async () => {
    const leader = await house.visitor('truongphong');
    const area = await idOf('KP2');
    const household = (await list('thuly', '?q=h0003')).households[0]!;
    const data = { title: 'Rà soát Khu phố 2 (giả định)', text: 'Đi từng nhà (giả định), ghi lại.', to: `${ward}:handler:account-thuly`, dueBy: 'days', amount: 2 };
    const give = (about: object) => leader.json('POST', '/api/desk/dossiers', { procedure: 'assigned-work', unit: ward, data: { ...data, ...about } }, key());
    for (const [field, value] of [['area', 'none'], ['household', 'X9'], ['dossier', 'H29.990-1']] as const) {
      const { status, body } = await give({ [field]: value });
      assert.deepEqual([status, (body as unknown as { errors: { path: string }[] }).errors.map(({ path }) => path)], [422, [`data.${field}`]]);
    }
    const first = (await give({ area, household: 'H0003' })).body as unknown as { dossier: string; code: string };
    assert.deepEqual((await page('thuly', 'KP2')).work.map(({ id }) => id), [first.dossier]);
    assert.deepEqual(((await ask('thuly', `/api/households/${household.id}`)).body as unknown as Page).work.map(({ id }) => id), [first.dossier]);
    const second = (await give({ dossier: first.code })).body as unknown as { dossier: string };
    const place = async (dossier: string) => (await ask('thuly', `/api/desk/dossiers/${dossier}/place`)).body as unknown as { about: { kind: string; id: string }[]; work: { id: string }[] };
    assert.deepEqual((await place(first.dossier)).about.map(({ kind, id }) => [kind, id]), [['area', area], ['household', household.id]]);
    assert.deepEqual([(await place(first.dossier)).work.map(({ id }) => id), (await place(second.dossier)).about.map(({ id }) => id)], [[second.dossier], [first.dossier]]);
    assert.deepEqual((await page('tiepnhan', 'KP2')).work, [], 'the counter does not read the ward’s work');
  });

  it('knows the dossiers that lie in an area, and a dossier its area and household', async () => {
    const household = (await list('thuly', '?q=h0003')).households[0] as Household;
    const [houseNo, ...street] = household.address.split(' ');
    const { dossier: dossierId } = await fileHouse(house, await house.visitor('congdan1'), { site: { ...application.site, address: { ...application.site.address, houseNo, street: street.join(' ') } } });
    const place = (await ask('thuly', `/api/desk/dossiers/${dossierId}/place`)).body as unknown as { areas: Area[]; household: { code: string } };
    assert.ok(place.areas.some(({ code }) => code === household.area!.code));
    assert.equal(place.household.code, 'H0003');
    const { dossiers, map } = await page('thuly', household.area!.code);
    assert.deepEqual([dossiers.map(({ id }) => id), map.points.filter(({ kind }) => kind === 'dossier').length], [[dossierId], 1]);
    assert.equal((await page('tiepnhan', household.area!.code)).dossiers.length, 1, 'its counter received it');
    assert.deepEqual((await ask('tiepnhan', `/api/desk/dossiers/${dossierId}/place`)).body['household'], null);
  });
});
