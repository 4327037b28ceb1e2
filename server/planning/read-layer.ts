import { jsonFault } from '../../engine/json-fault.ts';
import type { LocalText } from '../api/shape.ts';
import { measure } from '../http/json-measure.ts';
import { isStorable } from '../http/json-body.ts';
import { faultsOf } from '../http/validate.ts';
import { crossingOf } from './crossing.ts';
import { boxOfGeometry, degrees, fixed, type Geometry, type Position, type Ring } from './geometry.ts';
import { Collection, coordinates, geometries, properties, type FileKind, type GeometryType } from './layer-file.ts';

export interface ReadFeature { readonly geometry: Geometry; readonly properties: Readonly<Record<string, unknown>> }
export interface LayerFault { readonly path: string; readonly message: LocalText }
/** `leftOut`: properties of the file that say nothing here, such as a map program's own ids. */
export type ReadLayer = { readonly features: readonly ReadFeature[]; readonly leftOut: readonly string[] } | { readonly faults: readonly LayerFault[] };

const most = { depth: 12, values: 2_000_000, faults: 20, span: 50_000_000 };
/** Viet Nam with its islands, in degrees. */
const country = { west: 102, south: 6, east: 118, north: 24 };
const plainDegrees = /^(urn:ogc:def:crs:OGC:(1\.3)?:CRS84|urn:ogc:def:crs:EPSG::4326|EPSG:4326)$/;

const fault = (path: string, vi: string, en: string): LayerFault => ({ path, message: { vi, en } });
const failed = (path: string, vi: string, en: string): ReadLayer => ({ faults: [fault(path, vi, en)] });

/** Reads a layer of such a kind from the text of a GeoJSON file, or says in words what is wrong with it, place by place. */
export function readLayer(text: string, kind: FileKind): ReadLayer {
  const { depth, values } = measure(text);
  if (depth > most.depth) return failed('', 'Tệp lồng nhau quá sâu, không phải GeoJSON.', 'The file is nested too deeply to be GeoJSON.');
  if (values > most.values) return failed('', 'Tệp có quá nhiều giá trị; hãy chia thành nhiều lớp.', 'The file holds too many values; please split it into layers.');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return failed('', `Cần tệp JSON, nhưng ${jsonFault(text, 'vi') ?? 'tệp không đọc được'}.`, `Expected JSON, but ${jsonFault(text) ?? 'it cannot be read'}.`);
  }
  const shapeFaults = both(Collection, file);
  if (shapeFaults.length > 0) return { faults: shapeFaults };
  const { features, crs } = file as { readonly features: readonly RawFeature[]; readonly crs?: { readonly properties?: { readonly name?: unknown } } };
  if (crs !== undefined && !plainDegrees.test(String(crs?.properties?.name))) return failed('/crs', 'Tọa độ phải là WGS 84 (kinh độ, vĩ độ). Hãy chuyển từ hệ khác, ví dụ VN-2000, trước khi nhập.', 'Coordinates must be WGS 84 (longitude, latitude). Please convert other systems such as VN-2000 first.');
  const faults: LayerFault[] = [];
  const leftOut = new Set<string>();
  const read: ReadFeature[] = [];
  const named = new Map<string, number>();
  for (const [index, feature] of features.entries()) {
    if (faults.length >= most.faults) break;
    const one = readFeature(feature, kind, `/features/${index}`, leftOut);
    if ('faults' in one) {
      faults.push(...one.faults);
      continue;
    }
    const name = nameOf[kind]?.(one.properties);
    if (name !== undefined) {
      const before = named.get(name);
      if (before !== undefined) faults.push(kind === 'parcel'
        ? fault(`/features/${index}/properties/parcel`, `Thửa này trùng tờ và số với thửa ở mục ${before}.`, `This parcel has the sheet and number of the one at ${before}.`)
        : fault(`/features/${index}/properties/code`, `Mã này trùng với mã ở mục ${before}.`, `This code is that of the one at ${before}.`));
      named.set(name, index);
    }
    read.push(one);
  }
  return faults.length > 0 ? { faults: faults.slice(0, most.faults) } : { features: read, leftOut: [...leftOut].toSorted().slice(0, 50) };
}

/** What names a thing within its file. */
const nameOf: { readonly [Kind in FileKind]?: (properties: Readonly<Record<string, unknown>>) => string } = {
  parcel: ({ sheet, parcel }) => `${String(sheet)}/${String(parcel)}`, area: ({ code }) => String(code), household: ({ code }) => String(code),
};

interface RawFeature { readonly geometry: { readonly type: string; readonly coordinates: unknown }; readonly properties: Readonly<Record<string, unknown>> }

function readFeature({ geometry, properties: given }: RawFeature, kind: FileKind, at: string, leftOut: Set<string>): ReadFeature | { readonly faults: readonly LayerFault[] } {
  const schema = properties[kind];
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const plain = typeof value === 'string' ? value.normalize('NFC').trim() : value;
    // Map programs write what is not known as null or as an empty text.
    if (plain === null || plain === '') continue;
    if (typeof plain === 'string' && !isStorable(plain)) return { faults: [fault(`${at}/properties/${name.toWellFormed().slice(0, 60)}`, 'Có ký tự không hợp lệ.', 'It holds characters that are not allowed.')] };
    if (Object.hasOwn(schema.properties, name)) kept[name] = plain;
    else if (isStorable(name)) leftOut.add(name.slice(0, 60));
  }
  const faults = both(schema, kept).map(({ path, message }) => ({ path: `${at}/properties${path}`, message }));
  if (!(geometries[kind] as readonly string[]).includes(geometry.type)) {
    return { faults: [...faults, fault(`${at}/geometry/type`, `Lớp này cần ${geometries[kind].join(', ')}.`, `This layer takes ${geometries[kind].join(', ')}.`)] };
  }
  const type = geometry.type as GeometryType;
  const wrong = both(coordinates[type], geometry.coordinates).map(({ path, message }) => ({ path: `${at}/geometry/coordinates${path}`, message }));
  if (wrong.length > 0) return { faults: [...faults, ...wrong] };
  const read = readGeometry(type, geometry.coordinates);
  if ('faults' in read) return { faults: [...faults, ...read.faults.map(({ message }) => ({ path: `${at}/geometry`, message }))] };
  return faults.length > 0 ? { faults } : { geometry: read, properties: kept };
}

type Spot = readonly number[];

function readGeometry(type: GeometryType, given: unknown): Geometry | { readonly faults: readonly LayerFault[] } {
  // A point is a line without length.
  const isLine = type === 'Point' || type === 'LineString' || type === 'MultiLineString';
  const runs = (type === 'Point' ? [[[given]]] : type === 'LineString' ? [[given]] : type === 'MultiLineString' ? [given] : type === 'Polygon' ? [given] : given) as readonly (readonly (readonly Spot[])[])[];
  for (const [longitude, latitude] of runs.flat(2) as [number, number][]) {
    if (longitude >= country.west && longitude <= country.east && latitude >= country.south && latitude <= country.north) continue;
    const turned = latitude >= country.west && latitude <= country.east;
    return { faults: [turned
      ? fault('', 'Kinh độ phải đứng trước vĩ độ.', 'Longitude must come before latitude.')
      : fault('', 'Có tọa độ ngoài Việt Nam; cần kinh độ và vĩ độ WGS 84.', 'A coordinate lies outside Viet Nam; expected longitude and latitude in WGS 84.')] };
  }
  const placed = runs.map((part) => part.map((run) => run.map(([longitude = 0, latitude = 0]): Position => [fixed(longitude), fixed(latitude)])));
  if (!isLine) {
    for (const ring of placed.flat()) {
      const [first, last] = [ring[0]!, ring.at(-1)!];
      if (first[0] !== last[0] || first[1] !== last[1]) return { faults: [fault('', 'Đường bao chưa khép kín: điểm cuối phải trùng điểm đầu.', 'A ring is not closed: its last position must be its first.')] };
      if (!hasArea(ring)) return { faults: [fault('', 'Đường bao không có diện tích.', 'A ring encloses nothing.')] };
    }
  }
  const geometry: Geometry = isLine ? { kind: 'line', lines: placed.flat() } : { kind: 'area', polygons: placed.map((rings) => rings.map((ring) => ring.slice(0, -1))) };
  const [west, south, east, north] = boxOfGeometry(geometry);
  if (Math.max(east - west, north - south) > most.span) return { faults: [fault('', 'Một đối tượng không được rộng quá 5 độ.', 'One thing may span at most 5 degrees.')] };
  const crossed = geometry.kind === 'area' ? geometry.polygons.flat().map(crossingOf).find((at) => at !== undefined) : undefined;
  if (crossed !== undefined) return { faults: [crossingFault(crossed)] };
  return geometry;
}

/** Which side of such a line is inside is anybody's guess, so that whoever drew it says. */
function crossingFault(at: Position | 'too-many'): LayerFault {
  if (at === 'too-many') return fault('', 'Đường bao chồng lên chính nó quá nhiều, không đọc được.', 'A ring lies over itself too often to be read.');
  const [longitude, latitude] = [degrees(at[0]).toFixed(6), degrees(at[1]).toFixed(6)];
  return fault('', `Đường bao tự cắt hoặc đi ngược lại chính nó tại vĩ độ ${latitude}, kinh độ ${longitude}. Hãy vẽ lại chỗ này rồi nhập lại.`, `A ring crosses itself or runs back along itself at latitude ${latitude}, longitude ${longitude}. Please draw it anew there and take the file in again.`);
}

function hasArea(ring: Ring): boolean {
  const [ox, oy] = ring[0]!;
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1]!;
    const [bx, by] = ring[index]!;
    twice += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return twice !== 0;
}

/** What is wrong with a value by its schema, in both languages. */
function both(schema: Parameters<typeof faultsOf>[0], value: unknown): LayerFault[] {
  const vi = faultsOf(schema, value, 'vi');
  if (vi.length === 0) return [];
  const en = faultsOf(schema, value, 'en');
  return vi.map(({ path, message }, index) => ({ path, message: { vi: message, en: en[index]?.message ?? message } }));
}
