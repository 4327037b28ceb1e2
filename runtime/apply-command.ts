import { canonical } from '../storage/canonical.ts';
import { sha256 } from '../storage/sha256.ts';
import type { Transaction } from '../storage/store.ts';
import { Refused } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';
import type { Surroundings } from './runtime.ts';

/** Waits until it is known that the command was not done before; to be awaited before the first write. */
export type IsNew = () => Promise<void>;

/** The command was done before: its first answer is looked up instead. */
class Repeated extends Error {}

/**
 * One command is one transaction: what `work` writes, its journal entries and the answer for a repeat are kept together
 * or not at all. The same actor sending the same key and body gets the first answer again; another body is refused.
 * A refusal keeps nothing, so that the same command may be tried once its cause is gone.
 */
export async function applyCommand<Value>(
  world: Surroundings, kind: string, command: Command, work: (tx: Transaction, now: string, isNew: IsNew) => Promise<Value>,
): Promise<Answer<Value>> {
  const { actor, key } = command;
  const bodyHash = sha256(canonical({ kind, ...command }));
  let answer: Answer<Value>;
  try {
    answer = await world.store.transaction(async (tx) => {
      const now = world.now();
      const first = tx.idempotency.insertIfAbsent({ actor, key, bodyHash, answer: null, at: now });
      first.catch(() => undefined); // Whoever awaits it hears of it.
      try {
        const value = await work(tx, now, async () => {
          if (!(await first)) throw new Repeated();
        });
        if (!(await first)) throw new Error(`expected ${kind} to wait for whether it is new, but it did not`);
        await tx.idempotency.setOne({ actor, key }, { answer: value });
        return { ok: true, value, repeated: false };
      } catch (error) {
        if (!(error instanceof Repeated || error instanceof Refused) || (await first)) throw error;
        return firstAnswer<Value>(tx, command, bodyHash);
      }
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  if (answer.ok && !answer.repeated) await world.store.announceWork();
  return answer;
}

async function firstAnswer<Value>(tx: Transaction, { actor, key }: Command, bodyHash: string): Promise<Answer<Value>> {
  const first = await tx.idempotency.first({ actor, key });
  if (first === undefined) throw new Error(`expected the first answer to key ${key}, but it is gone`);
  if (first.bodyHash === bodyHash) return { ok: true, value: first.answer as Value, repeated: true };
  return { ok: false, refused: 'key-reused', message: `expected a new key for a new command, but "${key}" was used at ${first.at} for another one` };
}
