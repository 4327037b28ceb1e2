import { strict as assert } from 'node:assert';
import { drawWard } from '../seed/ward-map/ward-map.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { MapAround } from '../api/map.ts';
import type { LayerTaken, PlanningAnswer, PlanningData, PlanningFound } from '../api/planning.ts';

const corners = (west: number, south: number, size = 0.001) => [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]];
const zones = (code: string, west = 106.5) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: corners(west, 10.5) }, properties: { code, name: 'Đất ở', planState: 'in_force', building: 'allowed' } }] });
const layer = (change: Readonly<Record<string, string>> = {}) => `/api/planning/layers?${new URLSearchParams({ layer: 'thu', kind: 'zone', title: 'Thử', validFrom: '2024-01-01', source: 'Quyết định thử', sourceDate: '2023-12-01', ...change })}`;
const geojson = { 'Content-Type': 'application/geo+json' };

describe('the look-up of planning', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    await drawWard(house.services);
  });
  after(() => house.stop());

  const found = async (query: Readonly<Record<string, string | number>>): Promise<PlanningFound> =>
    (await (await house.visitor()).done('GET', `/api/planning/look-up?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`)) as unknown as PlanningFound;
  const answer = async (query: Readonly<Record<string, string | number>>): Promise<PlanningAnswer> => {
    const { answer: one } = await found(query);
    assert.ok(one, JSON.stringify(query));
    return one;
  };
  const put = async (address: string, body: string) => {
    const response = await (await house.visitor('quantri', 'en')).fetch('POST', address, { body, headers: geojson });
    return { status: response.status, body: (await response.json()) as LayerTaken & { errors?: { path: string; message: string }[] } };
  };

  const addresses: [string, string][] = [
    ['12 Đường Mẫu Một', '12 Đường Mẫu Một'],
    ['12 duong mau mot', '12 Đường Mẫu Một'],
    ['số 12, Đường MẪU MỘT, Phường Sen Mẫu', '12 Đường Mẫu Một'],
    ['12 Đường Mẫu', '12 Đường Mẫu'],
    ['8/3 mau hai', '8/3 Đường Mẫu Hai'],
    ['5a mẫu bốn', '5A Đường Mẫu Bốn'],
    ['1 đại lộ sen', '1 Đại lộ Sen Mẫu'],
  ];
  for (const [asked, expected] of addresses) it(`finds "${asked}"`, async () => assert.equal((await answer({ address: asked })).parcel?.address, expected));

  it('offers the houses of a street when no number is said, and nothing for a street that is not there', async () => {
    const { answer: none, choices } = await found({ address: 'mẫu chín' });
    assert.equal(none, null);
    assert.ok(choices.length > 5 && choices.every(({ address }) => address?.endsWith('Đường Mẫu Chín')));
    const again = await answer({ latitude: choices[2]!.latitude, longitude: choices[2]!.longitude });
    assert.equal(again.parcel?.address, choices[2]!.address);
    assert.deepEqual(await found({ address: 'đường không có' }), { answer: null, choices: [] });
    assert.deepEqual(await found({ address: '9999 mẫu chín' }), { answer: null, choices: [] });
    // "Mẫu Mười" is no street here; the one that its name holds is offered, never taken for it.
    const other = await found({ address: '18 Đường Mẫu Mười' });
    assert.deepEqual([other.answer, other.choices.map(({ address }) => address)], [null, ['18 Đường Mẫu']]);
  });

  it('answers for a street along which nobody has an address with the road itself', async () => {
    const { parcel, roads } = await answer({ address: 'Hoa Cúc Mẫu' });
    assert.equal(parcel, null);
    assert.ok(roads.some(({ name, width }) => name.vi === 'Đường Hoa Cúc Mẫu' && width === 20));
  });

  it('says the same by point, by parcel number and by address', async () => {
    const byAddress = await answer({ address: '12 Đường Mẫu Ba' });
    const { sheet, parcel } = byAddress.parcel!;
    const byParcel = await answer({ sheet: `0${sheet}`, parcel });
    const byPoint = await answer({ latitude: byAddress.latitude, longitude: byAddress.longitude });
    assert.deepEqual(byParcel, byAddress);
    assert.deepEqual({ ...byPoint, map: 0 }, { ...byAddress, map: 0 });
  });

  it('tells zone, red line and works of a house on the avenue that will be widened, with their sources', async () => {
    const { zones: [zone], roads: [road], works: [work], layers, covered, sample } = await answer({ address: '1 Đại lộ Sen Mẫu' });
    assert.equal(zone?.code, 'HH-1');
    assert.equal(zone?.share, 100);
    assert.deepEqual([road?.name.vi, road?.width, road?.presentWidth, road?.over, road?.away], ['Đại lộ Sen Mẫu', 30, 20, 5, 0]);
    assert.deepEqual([work?.name.en, work?.stage, work?.away], ['Widening of Sample Lotus Avenue from 20 to 30 m', 'preparing', 0]);
    assert.ok(covered && sample);
    for (const one of [zone, road, work]) assert.equal(layers[one!.layer]?.sourceDate, '2026-06-30');
  });

  it('tells the shares of a parcel that lies in two zones', async () => {
    const { zones: shares } = await answer({ address: '12 Đường Mẫu' });
    assert.deepEqual(shares.map(({ code, share }) => [code, Math.round(share! / 10)]), [['ODT-1', 9], ['HH-1', 1]]);
  });

  it('leaves a park out of the houses around it', async () => {
    const { choices, answer: park } = await found({ address: 'Đường Mẫu', day: '2026-01-01' });
    assert.equal(park, null);
    assert.ok(choices.length > 0);
    const data = (await (await house.visitor()).done('GET', '/api/planning')) as unknown as PlanningData;
    assert.deepEqual(data.layers.map(({ kind }) => kind).toSorted(), ['parcel', 'road', 'works', 'zone']);
    assert.ok(data.example);
    const rows = await house.store.read((tx) => tx.planFeatures.find({}));
    const parkRow = rows.find(({ properties }) => (properties as { use?: string }).use?.includes('công viên'));
    assert.deepEqual((await answer({ sheet: parkRow!.sheet!, parcel: parkRow!.parcel! })).zones.map(({ code }) => code), ['CX-1']);
  });

  it('says that nothing is known where no map reaches, and before any map was in force', async () => {
    for (const query of [{ latitude: 21.03, longitude: 105.85 }, { address: '12 Đường Mẫu', day: '2020-01-01' }]) {
      const { answer: one, choices } = await found(query);
      if ('address' in query) assert.deepEqual([one, choices], [null, []]);
      else assert.deepEqual([one?.covered, one?.zones, one?.layers, one?.map.shapes], [false, [], [], []]);
    }
  });

  const around = async (query: Readonly<Record<string, string | number>>): Promise<MapAround> =>
    (await (await house.visitor()).done('GET', `/api/map?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`)) as unknown as MapAround;

  it('draws the roads around an address, a point, or where there are roads', async () => {
    const named = await around({ address: '12 Đường Mẫu Một' });
    const { latitude, longitude } = await answer({ address: '12 Đường Mẫu Một' });
    assert.ok(named.found && Math.abs(named.found.latitude - latitude) < 0.0005 && Math.abs(named.found.longitude - longitude) < 0.0005);
    assert.ok(named.map.roads.some(({ label }) => label.vi === 'Đường Mẫu Một'));
    const there = await around({ latitude, longitude, reach: 100 });
    assert.equal(there.found, null);
    // The box is what was asked for, and the drawing is to its scale: tenths of a metre.
    assert.ok(Math.abs((there.north + there.south) / 2 - latitude) < 1e-6 && Math.abs((there.east + there.west) / 2 - longitude) < 1e-6);
    assert.ok(Math.abs(there.map.width - 2000) < 20 && Math.abs(there.map.height - 2000) < 20, `${there.map.width} × ${there.map.height}`);
    assert.ok((await around({})).map.roads.length > 0);
    assert.deepEqual((await around({ latitude: 21, longitude: 105 })).map.roads, []);
  });

  const unclear = ['', 'latitude=10', 'latitude=10&longitude=107&address=x', 'sheet=1', 'sheet=1&parcel=2&address=x', 'latitude=x&longitude=107', 'latitude=48&longitude=2', 'address=x&day=2026-13-45', `address=${'x'.repeat(301)}`, 'address=x&other=1'];
  for (const query of unclear) it(`refuses "${query.slice(0, 40)}" in words`, async () => assert.equal((await (await house.visitor()).json('GET', `/api/planning/look-up?${query}`)).status, 422));

  it('follows the versions of a layer by their days', async () => {
    const at = { latitude: 10.5005, longitude: 106.5005 };
    const codes = async (day: string) => (await answer({ ...at, day })).zones.map(({ code }) => code);
    assert.equal((await put(layer(), zones('ONE'))).body.version, 1);
    assert.equal((await put(layer({ validFrom: '2026-06-01', validTo: '2026-12-31' }), zones('TWO'))).body.version, 2);
    // Mended after the fact: of two that begin on one day the later counts.
    assert.equal((await put(layer(), zones('ONE-MENDED'))).body.version, 3);
    assert.deepEqual([await codes('2023-12-31'), await codes('2024-01-01'), await codes('2026-05-31'), await codes('2026-06-01'), await codes('2026-12-31'), await codes('2027-01-01')], [[], ['ONE-MENDED'], ['ONE-MENDED'], ['TWO'], ['TWO'], []]);
    const again = await put(layer(), zones('ONE-MENDED'));
    assert.deepEqual([again.body.version, again.body.known], [3, true]);
    const log = await house.store.read((tx) => tx.houseLog.find({ kind: 'planning.import', subject: 'thu' }));
    assert.equal(log.length, 3);
  });

  it('finds a house in a street whose name begins with a number', async () => {
    const plot = { type: 'Feature', geometry: { type: 'Polygon', coordinates: corners(106.7, 10.7) }, properties: { sheet: '1', parcel: '1', houseNo: '45', street: 'Đường 3 Tháng 2' } };
    await put(layer({ layer: 'so', kind: 'parcel' }), JSON.stringify({ type: 'FeatureCollection', features: [plot] }));
    assert.equal((await answer({ address: '45 đường 3 tháng 2' })).parcel?.address, '45 Đường 3 Tháng 2');
  });

  it('takes a point on the line between two zones for one of both', async () => {
    await put(layer({ layer: 'ben' }), zones('BESIDE', 106.501));
    assert.deepEqual((await answer({ latitude: 10.5005, longitude: 106.501, day: '2024-06-01' })).zones.map(({ code }) => code).toSorted(), ['BESIDE', 'ONE-MENDED']);
  });

  const refused: [string, string, string, string][] = [
    ['no GeoJSON', layer(), 'x', ''],
    ['a kind that the layer is not of', layer({ kind: 'road' }), JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [[106, 10], [106.1, 10]] }, properties: { name: 'x', width: 5 } }] }), 'kind'],
    ['an end before its beginning', layer({ validTo: '2023-01-01' }), zones('X'), 'validTo'],
    ['a wrong property', layer(), zones('X').replace('"allowed"', '"perhaps"'), '/features/0/properties/building'],
  ];
  for (const [what, address, body, path] of refused) {
    it(`refuses a file with ${what}, and keeps nothing`, async () => {
      const count = () => house.store.read(async (tx) => (await tx.planLayers.count({})) + (await tx.planFeatures.count({})));
      const before = await count();
      const { status, body: problem } = await put(address, body);
      assert.equal(status, 422);
      assert.equal(problem.errors?.[0]?.path, path);
      assert.equal(await count(), before);
    });
  }
});
