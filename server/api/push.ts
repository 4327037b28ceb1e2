import { Type, type Static } from 'typebox';
import { Id, Instant, orNull, shape } from './shape.ts';

/** Secret address of a browser at its push service; which services are known is looked at besides. */
const Endpoint = Type.String({ minLength: 10, maxLength: 1000, pattern: '^https?://[!-~]+$' });
const Language = Type.Enum(['vi', 'en']);

/** `key`: what a browser subscribes with (RFC 8292); null where no pushes are sent. */
export const Pushes = shape({ key: orNull(Type.String()), devices: Type.Array(shape({ id: Id, browsers: Type.String(), since: Instant })) });
export type Pushes = Static<typeof Pushes>;

/** A subscription as the browser gives it: a point on P-256 and 16 bytes. `language`: of the page. */
export const PushDevice = shape({
  endpoint: Endpoint,
  keys: shape({ p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{87}$' }), auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }) }),
  language: Language,
});

export const PushHere = shape({ endpoint: Endpoint, language: Language });

/** Null: not for whoever is signed in. */
export const PushIsHere = shape({ id: orNull(Id) });
