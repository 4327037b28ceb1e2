import { Type } from 'typebox';
import { DossierState } from './clock.ts';
import { Instant, Line, shape } from './shape.ts';

/** What a portal is answered about a dossier that was filed there: `repeated` when it had come before, `supplemented` when the message answered a request. */
export const IntakeTaken = shape({
  kept: Type.Enum(['new', 'repeated', 'supplemented']),
  portalCode: Line,
  /** The dossier's code here. */
  code: Line,
  state: DossierState,
  submittedAt: Instant,
  trackUrl: Line,
});
