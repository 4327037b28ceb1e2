import { Type, type Static } from 'typebox';
import { DossierRow } from './desk.ts';
import { Run, RoadMap } from './map.ts';
import { Count, Id, Instant, Line, LocalText, PersonName, UnitName, orNull, shape } from './shape.ts';

const Day = Type.String({ format: 'date' });
export const AreaCode = Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,39}$' });
export const AreaKind = Type.Enum(['neighbourhood', 'hamlet', 'group']);
const Name = shape({ vi: Line, en: Line });
/** GeoJSON (RFC 7946), longitude first; judged as a map layer's is. */
const Outline = shape({ type: Type.Enum(['Polygon', 'MultiPolygon']), coordinates: Type.Unsafe<unknown>({ type: 'array', maxItems: 500 }) });

/** A residential area as its keeper writes it. */
export const AreaFields = shape({ code: AreaCode, kind: AreaKind, name: Name, outline: Outline, validFrom: Day });
export type AreaFields = Static<typeof AreaFields>;
export const NewArea = shape({ unit: Id, ...AreaFields.properties });

export const HouseholdFields = shape({
  code: AreaCode, address: Type.String({ minLength: 1, maxLength: 300 }), head: orNull(Type.String({ minLength: 1, maxLength: 200 })), members: orNull(Type.Integer({ minimum: 0, maximum: 999 })),
  latitude: Type.Number({ minimum: 6, maximum: 24 }), longitude: Type.Number({ minimum: 102, maximum: 118 }), validFrom: Day,
});
export type HouseholdFields = Static<typeof HouseholdFields>;
export const NewHousehold = shape({ unit: Id, ...HouseholdFields.properties });

/** Somebody of a household: who they are to it, and nothing else. `birth`: a day, or a year. */
const personFields = {
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }), birth: orNull(Type.String({ pattern: '^\\d{4}(-\\d{2}-\\d{2})?$' })), relation: orNull(Type.String({ minLength: 1, maxLength: 100 })),
};
export const PersonFields = shape(personFields);
export type PersonFields = Static<typeof PersonFields>;
export const PersonView = shape({ id: Id, ...personFields });
export type PersonView = Static<typeof PersonView>;
/** Persons of a list, each with the code of their household, which a unit keeps. */
export const PersonList = shape({ unit: Id, persons: Type.Array(shape({ household: Type.String({ minLength: 1, maxLength: 40 }), ...personFields }), { minItems: 1, maxItems: 5000 }) });
export type PersonList = Static<typeof PersonList>;
export const PersonsTaken = shape({ added: Count, changed: Count, same: Count });

export const Kept = shape({ id: Id });

/** The last day on which it holds; null opens it again. */
export const EndArea = shape({ day: orNull(Day) });

export const AreaImportQuery = shape({ unit: Id, what: Type.Enum(['areas', 'households']), validFrom: Day });
export const AreasTaken = shape({ added: Count, changed: Count, same: Count, leftOut: Type.Array(Type.String()) });
export type AreasTaken = Static<typeof AreasTaken>;

export const AreaView = shape({ id: Id, code: Line, kind: AreaKind, name: LocalText, unit: UnitName, validFrom: Day, validTo: orNull(Day) });
export type AreaView = Static<typeof AreaView>;
export const AreaName = shape({ id: Id, code: Line, name: LocalText });
export type AreaName = Static<typeof AreaName>;
/** `head` is null once it is erased, or where nobody wrote it. */
export const HouseholdView = shape({
  id: Id, code: Line, address: Line, head: orNull(Line), members: orNull(Count), unit: UnitName, area: orNull(AreaName),
  latitude: Type.Number(), longitude: Type.Number(), validFrom: Day, validTo: orNull(Day),
});
export type HouseholdView = Static<typeof HouseholdView>;

const Place = Type.Array(Type.Number(), { minItems: 2, maxItems: 2 });
/** A drawing on the installation's own roads. */
export const AreaMap = shape({
  ...RoadMap.properties,
  areas: Type.Array(shape({ id: Id, code: Line, runs: Type.Array(Run), at: Place })),
  points: Type.Array(shape({ kind: Type.Enum(['household', 'dossier']), at: Place })),
});
export type AreaMap = Static<typeof AreaMap>;

/** `ended`: those that hold no more, too. Households only with words to search by, and only for staff of their unit. */
export const AreaQuery = shape({ q: Type.Optional(Type.String({ maxLength: 100 })), ended: Type.Optional(Type.Literal('yes')) });
/** `keeps`: units in whose register the reader writes. */
export const Areas = shape({ areas: Type.Array(AreaView), households: Type.Array(HouseholdView), map: orNull(AreaMap), keeps: Type.Array(UnitName) });

export const AreaChange = shape({ at: Instant, by: orNull(PersonName), act: Type.Enum(['add', 'change', 'end', 'reopen', 'erase']), fields: Type.Array(Line) });
export type AreaChange = Static<typeof AreaChange>;

/** `households` is null for whoever may not read them. */
export const AreaPage = shape({
  area: AreaView, outline: Outline, households: orNull(shape({ total: Count, persons: Count, shown: Type.Array(HouseholdView) })),
  dossiers: Type.Array(DossierRow), work: Type.Array(DossierRow), map: AreaMap, changes: Type.Array(AreaChange), keeps: Type.Boolean(),
});
/** `persons` is null for whoever does not keep the register. */
export const HouseholdPage = shape({ household: HouseholdView, persons: orNull(Type.Array(PersonView)), work: Type.Array(DossierRow), changes: Type.Array(AreaChange), keeps: Type.Boolean() });

/** Where a dossier lies, and what it is about. */
export const DossierPlace = shape({
  areas: Type.Array(AreaName), household: orNull(shape({ id: Id, code: Line, address: Line })),
  about: Type.Array(shape({ kind: Type.Enum(['area', 'household', 'dossier']), id: Id, name: LocalText })),
  work: Type.Array(DossierRow),
});
export type DossierPlace = Static<typeof DossierPlace>;
