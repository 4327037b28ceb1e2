import { Type, type Static } from 'typebox';
import { RoadMap, Run } from './map.ts';
import { Count, Id, Instant, LocalText, UnitName, orNull, shape } from './shape.ts';

const words = (most: number, least = 1) => shape({ vi: Type.String({ minLength: least, maxLength: most }), en: Type.String({ maxLength: most }) });
const Degrees = Type.Array(Type.Number({ minimum: -180, maximum: 180 }), { minItems: 2, maxItems: 3 });
/** GeoJSON (RFC 7946), longitude first. */
export const AlertGeometry = Type.Union([
  shape({ type: Type.Literal('Point'), coordinates: Degrees }),
  shape({ type: Type.Literal('LineString'), coordinates: Type.Array(Degrees, { minItems: 2, maxItems: 500 }) }),
  shape({ type: Type.Literal('Polygon'), coordinates: Type.Array(Type.Array(Degrees, { minItems: 4, maxItems: 500 }), { minItems: 1, maxItems: 10 }) }),
]);
export type AlertGeometry = Static<typeof AlertGeometry>;

/**
 * What is told. English may be empty, Vietnamese not. Categories, urgency, severity and certainty are those of CAP 1.2, which says what each
 * means; `level` is the office's own scale from 1 to 4. `radius`: metres around a point, or to each side of a line.
 */
export const AlertContent = shape({
  kind: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,59}$' }), event: words(100),
  category: Type.Enum(['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE', 'Other']),
  urgency: Type.Enum(['Immediate', 'Expected', 'Future', 'Past', 'Unknown']), severity: Type.Enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']), certainty: Type.Enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']),
  level: Type.Integer({ minimum: 1, maximum: 4 }), levelName: words(100),
  headline: words(200), description: words(2000), instruction: orNull(words(1000)),
  place: words(500), geometry: orNull(AlertGeometry), radius: Type.Integer({ minimum: 0, maximum: 20_000 }),
  depthCm: orNull(Type.Integer({ minimum: 0, maximum: 1000 })),
});
export type AlertContent = Static<typeof AlertContent>;

export const AlertState = Type.Enum(['in-force', 'ended', 'expired', 'cancelled']);
export type AlertState = Static<typeof AlertState>;

/** One alert as it stands; `until` is when it is expected to end, `closedAt` when it did. */
export const AlertView = shape({ id: Id, version: Count, state: AlertState, unit: UnitName, publishedAt: Instant, updatedAt: Instant, until: Instant, closedAt: orNull(Instant), ...AlertContent.properties });
export type AlertView = Static<typeof AlertView>;

/** A drawing of the place on a plane, in decimetres from its upper left corner: roads of the installation's own maps, and the alerts by their place in the list. */
export const AlertMap = shape({
  ...RoadMap.properties,
  marks: Type.Array(shape({ alert: Id, number: Count, level: Count, over: Type.Boolean(), closed: Type.Boolean(), runs: Type.Array(Run), radius: Type.Number(), at: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }) })),
});
export type AlertMap = Static<typeof AlertMap>;

/** What is in force, the gravest first, and what ended within a week. `sample`: all of it is made up. */
export const Alerts = shape({ at: Instant, sample: Type.Boolean(), inForce: Type.Array(AlertView), over: Type.Array(AlertView), map: orNull(AlertMap) });
export type Alerts = Static<typeof Alerts>;

export const AlertTold = shape({ number: Count, act: Type.Enum(['publish', 'end', 'expire', 'cancel']), at: Instant, until: Instant, reason: orNull(LocalText), level: Count, levelName: LocalText, headline: LocalText, description: LocalText, depthCm: orNull(Count) });
/** One alert with all that was told of it, the newest first. */
export const AlertPage = shape({ at: Instant, sample: Type.Boolean(), alert: AlertView, told: Type.Array(AlertTold), map: orNull(AlertMap) });
export type AlertPage = Static<typeof AlertPage>;

export const AlertVersionQuery = shape({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) });
