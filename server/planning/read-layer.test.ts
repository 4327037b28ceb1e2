import { strict as assert } from 'node:assert';
import type { FileKind } from './layer-file.ts';
import { readApart } from './read-apart.ts';
import { readLayer } from './read-layer.ts';

const box = (west = 107, south = 10) => [[[west, south], [west + 0.001, south], [west + 0.001, south + 0.001], [west, south + 0.001], [west, south]]];
const zone = { code: 'ODT', name: 'Đất ở', planState: 'in_force', building: 'allowed' };
const feature = (properties: unknown, geometry: unknown = { type: 'Polygon', coordinates: box() }) => ({ type: 'Feature', geometry, properties });
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const polygon = (coordinates: unknown) => ({ type: 'Polygon', coordinates });

describe('a GeoJSON layer', () => {
  it('is read with its whole coordinates and named properties', () => {
    const read = readLayer(file(feature({ ...zone, OBJECTID: 7, density: null, note: '', floors: 5 })), 'zone');
    assert.ok('features' in read);
    assert.deepEqual(read.leftOut, ['OBJECTID']);
    assert.deepEqual(read.features, [{ geometry: { kind: 'area', polygons: [[[[1_070_000_000, 100_000_000], [1_070_010_000, 100_000_000], [1_070_010_000, 100_010_000], [1_070_000_000, 100_010_000]]]] }, properties: { ...zone, floors: 5 } }]);
  });

  const parcel = { sheet: '12', parcel: '34' };
  const refused: [string, FileKind, string, RegExp][] = [
    ['no JSON', 'zone', '{"type":', /^: Expected JSON, but it ends/],
    ['an empty file', 'zone', '', /Expected JSON, but the file is empty/],
    ['another thing than a collection', 'zone', JSON.stringify(feature(zone)), /^\/(type|features): /],
    ['nothing in it', 'zone', file(), /\/features: At least 1/],
    ['nesting without end', 'zone', '['.repeat(100_000), /nested too deeply/],
    ['too many values', 'zone', `[${'1,'.repeat(2_100_000)}1]`, /too many values/],
    ['a property of the wrong type', 'zone', file(feature({ ...zone, floors: 'five' })), /^\/features\/0\/properties\/floors: Expected a whole number/],
    ['a property that is missing', 'zone', file(feature({ code: 'ODT' })), /\/features\/0\/properties\/name: This member is missing/],
    ['a word that is not in the list', 'zone', file(feature({ ...zone, building: 'maybe' })), /\/properties\/building: The value is not in the list/],
    ['a line for a zone', 'zone', file(feature(zone, { type: 'LineString', coordinates: box()[0] })), /geometry\/type: This layer takes Polygon, MultiPolygon/],
    ['an area for a road', 'road', file(feature({ name: 'Đường Mẫu', width: 12 })), /geometry\/type: This layer takes LineString/],
    ['a geometry of no known type', 'zone', file(feature(zone, { type: '__proto__', coordinates: [] })), /geometry\/type/],
    ['coordinates that are no numbers', 'zone', file(feature(zone, polygon([[['a', 'b'], [1, 2], [3, 4], [1, 2]]]))), /coordinates\/0\/0\/0: Expected a number/],
    ['latitude before longitude', 'zone', file(feature(zone, polygon(box().map((ring) => ring.map(([x, y]) => [y, x]))))), /Longitude must come before latitude/],
    ['metres of another system', 'zone', file(feature(zone, polygon([[[601_000, 1_190_000], [601_010, 1_190_000], [601_010, 1_190_010], [601_000, 1_190_000]]]))), /outside Viet Nam/],
    ['another system by name', 'zone', JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::9210' } }, features: [feature(zone)] }), /must be WGS 84/],
    ['a ring that is not closed', 'zone', file(feature(zone, polygon([[[107, 10], [107.1, 10], [107.1, 10.1], [107, 10.1]]]))), /not closed/],
    ['a ring without area', 'zone', file(feature(zone, polygon([[[107, 10], [107.1, 10.1], [107.2, 10.2], [107, 10]]]))), /encloses nothing/],
    ['a ring like a bow', 'zone', file(feature(zone, polygon([[[107, 10], [107.002, 10.002], [107.002, 10], [107, 10.001], [107, 10]]]))), /\/geometry: A ring crosses itself .* latitude 10\.000667, longitude 107\.000667/],
    ['a ring that runs back along itself', 'zone', file(feature(zone, polygon([[[107, 10], [107.002, 10], [107.002, 10.002], [107.002, 10.001], [107, 10.001], [107, 10]]]))), /latitude 10\.001500, longitude 107\.002000/],
    ['a ring that crosses a side at a corner', 'area', file(feature({ code: 'KP1', name: 'Khu phố 1' }, polygon([[[107, 10], [107.004, 10], [107.004, 10.004], [107.002, 10], [107.001, 9.999], [107, 10.004], [107, 10]]]))), /crosses itself/],
    ['a hole that crosses itself', 'zone', file(feature(zone, polygon([...box(), [[107.0002, 10.0002], [107.0008, 10.0008], [107.0008, 10.0002], [107.0002, 10.0007], [107.0002, 10.0002]]]))), /crosses itself/],
    ['a scribble', 'zone', file(feature(zone, polygon([Array.from({ length: 20_001 }, (_, index) => (index === 20_000 ? [107, 10] : index === 19_999 ? [107.02, 10.03] : [107 + (index % 2) * 0.01, 10 + index * 1e-6]))]))), /lies over itself too often/],
    ['half a country', 'zone', file(feature(zone, polygon([[[103, 9], [109, 9], [109, 20], [103, 20], [103, 9]]]))), /at most 5 degrees/],
    ['a parcel twice', 'parcel', file(feature(parcel), feature(parcel, polygon(box(107.1)))), /\/features\/1\/properties\/parcel: This parcel has the sheet and number of the one at 0/],
    ['letters that nothing can keep', 'zone', file(feature({ ...zone, name: 'a\u0000' })), /characters that are not allowed/],
  ];
  for (const [what, kind, text, message] of refused) {
    it(`with ${what} is refused in words, in both languages`, () => {
      const read = readLayer(text, kind);
      assert.ok('faults' in read && read.faults.length > 0, what);
      const [first] = read.faults;
      assert.match(`${first!.path}: ${first!.message.en}`, message);
      assert.match(first!.message.vi, /[à-ỹ]/u);
    });
  }

  const fine: [string, unknown][] = [
    ['touches itself at a point', polygon([[[107, 10], [107.002, 10.002], [107.004, 10], [107.004, 10.004], [107.002, 10.002], [107, 10.004], [107, 10]]])],
    ['says a corner twice', polygon([[[107, 10], [107.001, 10], [107.001, 10], [107.001, 10.001], [107, 10.001], [107, 10]]])],
    ['has a corner on a straight side', polygon([[[107, 10], [107.001, 10], [107.002, 10], [107.002, 10.001], [107, 10.001], [107, 10]]])],
    ['has as many corners as a coast', polygon([[...Array.from({ length: 30_000 }, (_, index) => [107 + index * 1e-6, 10 + (index % 7) * 1e-6]), [107.03, 10.01], [107, 10.01], [107, 10]]])],
  ];
  for (const [what, geometry] of fine) it(`is read when a ring ${what}`, () => assert.ok('features' in readLayer(file(feature(zone, geometry)), 'zone')));

  it('names at most twenty faults', () => {
    const read = readLayer(file(...Array.from({ length: 500 }, () => feature({}))), 'zone');
    assert.ok('faults' in read);
    assert.equal(read.faults.length, 20);
  });

  it('is read in a thread of its own, where bytes that are no text are refused too', async () => {
    assert.ok('features' in (await readApart(new TextEncoder().encode(file(feature(zone))), 'zone')));
    assert.ok('faults' in (await readApart(new Uint8Array([0xff, 0xfe, 0x00]), 'zone')));
  });
});
