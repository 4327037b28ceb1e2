import { Type, type Static } from 'typebox';
import { AnyJson, AnyObject, Count, Id, Instant, Line, shape } from './shape.ts';

const Seconds = Type.Integer({ minimum: 1, maximum: 86_400 });
/** Given out with the work; an older one is refused. */
const Fence = Count;

/** Takes work in hand: of these topics (`motcua:connector`, a topic or a job type of Camunda), oldest first, for some seconds. */
export const TakeJobs = shape({ topics: Type.Array(Line, { minItems: 1, maxItems: 100 }), seconds: Seconds, most: Type.Integer({ minimum: 1, maximum: 100 }) });

export const TakenJob = shape({
  id: Id, dossier: Id, topic: Line, node: Line, inputs: AnyObject,
  /** When it was asked for; when the hold ends unless it is extended. */
  dueAt: Instant, until: Instant,
  /** Which try this is, from 1. */
  attempts: Count,
  fence: Fence,
});
export const TakenJobs = shape({ jobs: Type.Array(TakenJob) });
export type TakenJobs = Static<typeof TakenJobs>;

/** What came of it: kept as the step's answer. */
export const CompleteJob = shape({ fence: Fence, data: Type.Optional(AnyJson) });

/**
 * It did not work. With `error` the process takes the way of that BPMN error, and keeps `data` as it would an answer; without it the work is given out again after
 * `retryAfter` seconds (or a wait that grows), and becomes an incident after the eighth try.
 */
export const FailJob = shape({ fence: Fence, message: Type.String({ minLength: 1, maxLength: 2000 }), error: Type.Optional(Line), data: Type.Optional(AnyJson), retryAfter: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })) });

export const ExtendJob = shape({ fence: Fence, seconds: Seconds });
export const JobExtended = shape({ until: Instant });
