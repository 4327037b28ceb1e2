import { Type, type Static } from 'typebox';
import { Count, Hash, Id, Instant, Line, LocalText, orNull, shape } from './shape.ts';

export const Day = Type.String({ format: 'date' });
export const LayerKind = Type.Enum(['zone', 'parcel', 'road', 'works']);
export type LayerKind = Static<typeof LayerKind>;
export const LayerName = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });

/** A layer as whoever reads an answer should know it: what it says, from where, of which day. `sample`: made up. */
export const LayerView = shape({
  name: LayerName, title: LocalText, kind: LayerKind, version: Count, validFrom: Day, validTo: orNull(Day), source: Line, sourceDate: Day, sample: Type.Boolean(),
});
export type LayerView = Static<typeof LayerView>;

/** What maps there are today, with a place to begin at for those that are made up. */
export const PlanningData = shape({ layers: Type.Array(LayerView), example: orNull(shape({ address: orNull(Line), sheet: Line, parcel: Line })) });
export type PlanningData = Static<typeof PlanningData>;

/** By a point, by a parcel's sheet and number, or by the words of an address: one of the three; on a day, else today. */
export const PlanningQuery = shape({
  latitude: Type.Optional(Type.Number({ minimum: 6, maximum: 24 })), longitude: Type.Optional(Type.Number({ minimum: 102, maximum: 118 })),
  sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })), parcel: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
  address: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  day: Type.Optional(Day),
});
export type PlanningQuery = Static<typeof PlanningQuery>;

const Decided = { decision: orNull(Line), decisionDate: orNull(Day) };
const amount = orNull(Type.Number());
/** `share`: about how much of the parcel lies in it, in hundredths; null when a point was asked. `layer`: index into `layers`. */
export const ZoneView = shape({
  code: Line, name: LocalText, planState: Type.Enum(['in_force', 'under_adjustment', 'none']), building: Type.Enum(['allowed', 'conditional', 'not_allowed', 'unknown']), meaning: orNull(LocalText),
  share: orNull(Count), density: amount, floors: amount, floorsLeast: amount, coefficient: amount, height: amount, setback: amount,
  managedBy: orNull(Line), note: orNull(LocalText), ...Decided, layer: Count,
});
export type ZoneView = Static<typeof ZoneView>;

/** `width` between the red lines. `over`: metres by which the land reaches over the red line; `away`: metres from it otherwise. */
export const RoadView = shape({ name: LocalText, width: Type.Number(), presentWidth: amount, over: Type.Number(), away: Type.Number(), decision: orNull(Line), layer: Count });
export type RoadView = Static<typeof RoadView>;

/** `away`: nought when the works touch the land. */
export const WorksView = shape({ name: LocalText, stage: Type.Enum(['planned', 'preparing', 'building']), away: Type.Number(), from: orNull(Day), to: orNull(Day), note: orNull(LocalText), decision: orNull(Line), layer: Count });
export type WorksView = Static<typeof WorksView>;

/** What is around, on a plane: east and south of the picture's corner in decimetres, as x, y, x, y …. */
export const MapShape = shape({ kind: LayerKind, label: orNull(LocalText), closed: Type.Boolean(), subject: Type.Boolean(), tone: orNull(Line), width: amount, runs: Type.Array(Type.Array(Type.Number())) });
export type MapShape = Static<typeof MapShape>;
export const PlanningMap = shape({ width: Type.Number(), height: Type.Number(), point: orNull(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })), shapes: Type.Array(MapShape) });
export type PlanningMap = Static<typeof PlanningMap>;

export const ParcelView = shape({ sheet: Line, parcel: Line, address: orNull(Line), area: amount, use: orNull(LocalText) });
export type ParcelView = Static<typeof ParcelView>;

/** `covered` is false where no map of zones reaches: then nothing is known, which is not the same as nothing being planned. */
export const PlanningAnswer = shape({
  day: Day, latitude: Type.Number(), longitude: Type.Number(), parcel: orNull(ParcelView), covered: Type.Boolean(),
  zones: Type.Array(ZoneView), roads: Type.Array(RoadView), works: Type.Array(WorksView), layers: Type.Array(LayerView), sample: Type.Boolean(), map: PlanningMap,
});
export type PlanningAnswer = Static<typeof PlanningAnswer>;

/** More than one parcel may be meant: then `choices`, to be asked again by their points. Neither: nothing was found. */
export const PlanningFound = shape({
  answer: orNull(PlanningAnswer),
  choices: Type.Array(shape({ ...ParcelView.properties, latitude: Type.Number(), longitude: Type.Number() })),
});
export type PlanningFound = Static<typeof PlanningFound>;

/** What the query says of a file that is taken in; the file itself is the body. */
export const NewLayer = shape({
  layer: LayerName, kind: LayerKind, title: Type.String({ minLength: 1, maxLength: 200 }), titleEn: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  validFrom: Day, validTo: Type.Optional(Day), source: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }), sourceDate: Day, sample: Type.Optional(Type.Enum(['yes', 'no'])),
});
export type NewLayer = Static<typeof NewLayer>;

/** `leftOut`: properties of the file that say nothing here. `known`: this very file was taken in before, and nothing new was kept. */
export const LayerTaken = shape({ layer: LayerName, version: Count, features: Count, leftOut: Type.Array(Line), known: Type.Boolean() });
export type LayerTaken = Static<typeof LayerTaken>;

export const LayerVersions = shape({ layers: Type.Array(shape({ ...LayerView.properties, id: Id, features: Count, sha256: Hash, importedAt: Instant, importedBy: Line })) });
export type LayerVersions = Static<typeof LayerVersions>;
