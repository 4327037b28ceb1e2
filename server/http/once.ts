import { canonical } from '../../storage/canonical.ts';
import { sha256 } from '../../storage/sha256.ts';
import type { Store, Transaction } from '../../storage/store.ts';
import { ProblemError } from './problem-error.ts';

/** An act outside the runtime that a repeat must not do twice: the same actor sending the same key and body gets the first answer. */
export async function once<Result>(
  store: Store, act: { readonly actor: string; readonly key: string; readonly kind: string; readonly body: unknown; readonly at: string }, work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const { actor, key, kind, body, at } = act;
  const bodyHash = sha256(canonical({ kind, body: body ?? null }));
  return store.transaction(async (tx) => {
    if (!(await tx.idempotency.insertIfAbsent({ actor, key, bodyHash, answer: null, at }))) {
      const first = await tx.idempotency.first({ actor, key });
      if (first === undefined || first.bodyHash !== bodyHash) throw new ProblemError('key-reused');
      return first.answer as Result;
    }
    const result = await work(tx);
    await tx.idempotency.update({ actor, key }, { answer: result ?? null });
    return result;
  });
}
