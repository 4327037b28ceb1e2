import { Type, type Static, type TObject, type TProperties } from 'typebox';
import { AreaCode, AreaKind } from '../api/area.ts';
import { shape } from '../api/shape.ts';
import type { LayerKind } from '../../storage/tables/plan-layers.ts';

// A layer comes as GeoJSON (RFC 7946). Its features' properties are flat, as map programs write them: a name in Vietnamese, and in English beside it where there is one.
const Line = Type.String({ minLength: 1, maxLength: 300 });
const Long = Type.String({ minLength: 1, maxLength: 2000 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const metres = (most: number) => Type.Number({ minimum: 0, maximum: most });
const maybe = <P extends TProperties>(properties: P) => Type.Partial(shape(properties));
const merged = <A extends TProperties, B extends TProperties>(must: TObject<A>, may: TObject<B>) => shape({ ...must.properties, ...may.properties });

/** `planState`: how the plan stands; `building`: may a house be built; `managedBy`: kind of the unit that manages the zone, where it is not the commune. */
const Zone = merged(
  shape({ code: Line, name: Line, planState: Type.Enum(['in_force', 'under_adjustment', 'none']), building: Type.Enum(['allowed', 'conditional', 'not_allowed', 'unknown']) }),
  maybe({
    nameEn: Line, meaning: Long, meaningEn: Long, density: Type.Number({ minimum: 0, maximum: 100 }), floors: Type.Integer({ minimum: 0, maximum: 200 }), floorsLeast: Type.Integer({ minimum: 0, maximum: 200 }),
    coefficient: Type.Number({ minimum: 0, maximum: 50 }), height: metres(1000), setback: metres(200), managedBy: Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }), decision: Line, decisionDate: Day, note: Long, noteEn: Long,
  }),
);
export type Zone = Static<typeof Zone>;

const Parcel = merged(
  shape({ sheet: Type.String({ pattern: '^[0-9A-Za-z-]{1,12}$' }), parcel: Type.String({ pattern: '^[0-9A-Za-z-]{1,12}$' }) }),
  maybe({ houseNo: Type.String({ minLength: 1, maxLength: 40 }), street: Line, area: Type.Number({ exclusiveMinimum: 0, maximum: 100_000_000 }), use: Line, useEn: Line }),
);
export type Parcel = Static<typeof Parcel>;

/** `width`: between the red lines, as planned; `presentWidth`: as it is. */
const Road = merged(shape({ name: Line, width: Type.Number({ exclusiveMinimum: 0, maximum: 300 }) }), maybe({ nameEn: Line, presentWidth: metres(300), decision: Line }));
export type Road = Static<typeof Road>;

const Works = merged(
  shape({ name: Line, stage: Type.Enum(['planned', 'preparing', 'building']) }),
  maybe({ nameEn: Line, width: metres(300), from: Day, to: Day, decision: Line, note: Long, noteEn: Long }),
);
export type Works = Static<typeof Works>;

/** A residential area, and a household: registers come in the same way as maps (server/area). */
const Residential = merged(shape({ code: AreaCode, name: Line }), maybe({ nameEn: Line, kind: AreaKind }));
export type AreaProperties = Static<typeof Residential>;
const Household = merged(shape({ code: AreaCode, address: Line }), maybe({ head: Type.String({ minLength: 1, maxLength: 200 }), members: Type.Integer({ minimum: 0, maximum: 999 }) }));
export type HouseholdProperties = Static<typeof Household>;

/** What a file may hold: the kinds of map layers, and registers. */
export type FileKind = LayerKind | 'area' | 'household';

export const properties = { zone: Zone, parcel: Parcel, road: Road, works: Works, area: Residential, household: Household } as const satisfies Record<FileKind, TObject>;

/** Which geometries a kind of layer may hold. */
export const geometries = { zone: ['Polygon', 'MultiPolygon'], parcel: ['Polygon', 'MultiPolygon'], road: ['LineString', 'MultiLineString'], works: ['Polygon', 'MultiPolygon', 'LineString', 'MultiLineString'], area: ['Polygon', 'MultiPolygon'], household: ['Point'] } as const satisfies Record<FileKind, readonly string[]>;

const Spot = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 });
const Spots = Type.Array(Spot, { minItems: 2 });
const Area = Type.Array(Type.Array(Spot, { minItems: 4 }), { minItems: 1 });
/** What stands under `coordinates` of a geometry. */
export const coordinates = { Point: Spot, LineString: Spots, MultiLineString: Type.Array(Spots, { minItems: 1 }), Polygon: Area, MultiPolygon: Type.Array(Area, { minItems: 1 }) } as const;
export type GeometryType = keyof typeof coordinates;

/** The file as a whole; what else stands in it (`bbox`, `name`, ids) says nothing here. Each feature is judged by its kind. */
export const Collection = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(Type.Object({
    type: Type.Literal('Feature'),
    geometry: Type.Object({ type: Type.String(), coordinates: Type.Unknown() }),
    properties: Type.Record(Type.String(), Type.Unknown()),
  }), { minItems: 1, maxItems: 50_000 }),
});
