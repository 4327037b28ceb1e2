import type { Answer, Refusal } from '../../runtime/answer.ts';
import { notFound, ProblemError } from './problem-error.ts';

/** The value of an accepted command; a refusal becomes its problem. `closed` says what a closed thing was. */
export function settled<Value>(answer: Answer<Value>, closed: 'task-closed' | 'dossier-closed' = 'task-closed'): Value {
  if (answer.ok) return answer.value;
  throw problemOf(answer, closed);
}

function problemOf(refusal: Refusal, closed: 'task-closed' | 'dossier-closed'): ProblemError {
  switch (refusal.refused) {
    case 'not-found': return notFound();
    case 'forbidden': return new ProblemError('forbidden');
    case 'closed': return new ProblemError(closed);
    case 'key-reused': return new ProblemError('key-reused');
    case 'invalid': return new ProblemError('invalid', { errors: refusal.faults });
    case 'conflict': {
      const facts = { ...(refusal.who === undefined ? {} : { by: refusal.who }), ...(refusal.when === undefined ? {} : { at: refusal.when }) };
      return refusal.version === undefined ? new ProblemError('task-taken', facts) : new ProblemError('version-conflict', { ...facts, current: { version: refusal.version } });
    }
  }
}
