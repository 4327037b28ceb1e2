import { Type, type Static } from 'typebox';
import { AlertState, AlertTold } from './alert.ts';
import { Count, Id, Instant, LocalText, UnitName, orNull, shape } from './shape.ts';

const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });

/** A place of which one wants to hear: a unit, or so many metres around a spot. */
export const WatchView = shape({ id: Id, name: Name, unit: orNull(UnitName), latitude: orNull(Type.Number()), longitude: orNull(Type.Number()), radius: orNull(Count) });
export type WatchView = Static<typeof WatchView>;

/** `near`: an address that the maps know, or coordinates. */
export const NewWatch = Type.Union([
  shape({ name: Name, unit: Id }),
  shape({ name: Name, near: Type.String({ minLength: 1, maxLength: 300 }), radius: Type.Enum([300, 500, 1000, 3000, 5000]) }),
]);
export type NewWatch = Static<typeof NewWatch>;

/** What was told of these places, the newest first; `state`: how it stands now. */
export const WatchNews = shape({ alert: Id, number: Count, act: AlertTold.properties.act, at: Instant, place: Name, headline: LocalText, state: AlertState, unread: Type.Boolean() });
export type WatchNews = Static<typeof WatchNews>;

export const Watches = shape({ watches: Type.Array(WatchView), news: Type.Array(WatchNews), unread: Count });
export type Watches = Static<typeof Watches>;

export const WatchesRead = shape({ until: Instant });
