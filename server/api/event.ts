import { Type, type Static } from 'typebox';
import { Id, Instant, shape } from './shape.ts';

/**
 * Server-sent events: something the reader may see has changed; fetch it again.
 * `event:` is `dossier` or `worklist`, `data:` this object as JSON.
 */
export const LiveEvent = shape({ kind: Type.Enum(['dossier', 'worklist']), dossier: Id, at: Instant });
export type LiveEvent = Static<typeof LiveEvent>;
