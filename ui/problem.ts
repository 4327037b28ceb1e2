import type { FieldProblem, Problem as Details } from '../server/api/problem.ts';

/** `network`: no answer at all. `unreadable`: an answer that is not ours (a proxy's page, say). */
export type FailureCode = Details['code'] | 'network' | 'unreadable';

/** An answer of the server that is not a success (RFC 9457), or no answer at all (`status` 0). */
export class Problem extends Error {
  readonly status: number;
  readonly code: FailureCode;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | undefined;
  /** Who was first, and when (task-taken, task-closed). */
  readonly by: string | undefined;
  readonly at: string | undefined;
  /** What stands now (revision-conflict). */
  readonly current: unknown;

  constructor(details: Partial<Omit<Details, 'code'>> & { status: number; code: FailureCode; title: string }) {
    super(`${details.status} ${details.code}: ${details.title}`);
    this.status = details.status;
    this.code = details.code;
    this.title = details.title;
    this.detail = details.detail ?? '';
    this.errors = details.errors ?? [];
    this.requestId = details.requestId;
    this.by = details.by;
    this.at = details.at;
    this.current = details.current;
  }
}

export const isProblem = (error: unknown, ...codes: FailureCode[]): error is Problem =>
  error instanceof Problem && (codes.length === 0 || codes.includes(error.code));
