import { Type, type Static } from 'typebox';
import { AnyJson, Instant, Line, shape } from './shape.ts';

/** Every way a request can fail, with its HTTP status. */
export const problemStatus = {
  'malformed': 400,
  'sign-in-required': 401,
  'wrong-credentials': 401,
  'forbidden': 403,
  'origin-refused': 403,
  'four-eyes': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'version-conflict': 409,
  'revision-conflict': 409,
  'task-taken': 409,
  'task-closed': 409,
  'dossier-closed': 409,
  'key-reused': 409,
  'key-taken': 409,
  'payment-closed': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'invalid': 422,
  'file-refused': 422,
  'not-sound': 422,
  'rejected': 422,
  'too-many-requests': 429,
  'internal': 500,
  'unavailable': 503,
} as const;
export type ProblemCode = keyof typeof problemStatus;

/**
 * One wrong value. `path` is a field id of the form (`work.floors.0.area`) when a form's answer was refused,
 * else a JSON pointer into the body (`/data`), the name of a query parameter, or of a file.
 */
export const FieldProblem = shape({ path: Type.String(), message: Type.String() });
export type FieldProblem = Static<typeof FieldProblem>;

/**
 * RFC 9457 problem details, in the language of the request.
 * `by` and `at` say who was first (task-taken, task-closed); `current` carries what stands now (revision-conflict, key-taken).
 */
export const Problem = shape({
  type: Line,
  title: Line,
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  detail: Type.String(),
  code: Type.Enum(Object.keys(problemStatus) as ProblemCode[]),
  requestId: Line,
  errors: Type.Optional(Type.Array(FieldProblem)),
  by: Type.Optional(Line),
  at: Type.Optional(Instant),
  current: Type.Optional(AnyJson),
});
export type Problem = Static<typeof Problem>;
