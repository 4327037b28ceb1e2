import { canonical } from '../../storage/canonical.ts';
import { sha256 } from '../../storage/sha256.ts';
import type { Store, Transaction } from '../../storage/store.ts';
import { ProblemError } from './problem-error.ts';

interface Act { readonly actor: string; readonly key: string; readonly kind: string; readonly body: unknown; readonly at: string }

/** An act outside the runtime that a repeat must not do twice: the same actor sending the same key and body gets the first answer. */
export async function once<Result>(store: Store, act: Act, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const { actor, key, at } = act;
  return store.transaction(async (tx) => {
    if (!(await tx.idempotency.insertIfAbsent({ actor, key, bodyHash: hashOf(act), answer: null, at }))) {
      const first = await answered<Result>(tx, act);
      if (first === undefined) throw new ProblemError('key-reused');
      return first.answer;
    }
    const result = await work(tx);
    await tx.idempotency.update({ actor, key }, { answer: result ?? null });
    return result;
  });
}

/** What the act was answered with when it was done before. Throws key-reused when the key was used for something else. */
export async function answered<Result>(tx: Transaction, act: Act): Promise<{ readonly answer: Result } | undefined> {
  const first = await tx.idempotency.first({ actor: act.actor, key: act.key });
  if (first === undefined) return undefined;
  if (first.bodyHash !== hashOf(act)) throw new ProblemError('key-reused');
  return { answer: first.answer as Result };
}

const hashOf = ({ kind, body }: Act): string => sha256(canonical({ kind, body: body ?? null }));
