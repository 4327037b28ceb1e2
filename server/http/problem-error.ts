import type { FieldFault } from '../../runtime/answer.ts';
import type { ProblemCode } from '../api/problem.ts';
import type { Json } from '../../engine/state.ts';
import type { LocalText } from '../api/shape.ts';

/** What a problem tells besides its code. `detail` replaces the code's own sentence. */
export interface ProblemFacts {
  readonly detail?: LocalText;
  readonly errors?: readonly FieldFault[];
  readonly by?: string;
  readonly at?: string;
  readonly current?: Json;
  /** Seconds after which to try again. */
  readonly retryAfter?: number;
}

/** Ends a request with problem details; the caller's fault unless its status is 5xx. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(facts.detail?.en ?? code);
    this.code = code;
    this.facts = facts;
  }
}

/** The answer for whatever the caller may not see: the same whether or not it exists. */
export const notFound = (): ProblemError => new ProblemError('not-found');
