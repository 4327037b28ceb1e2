import { canonical } from '../storage/canonical.ts';
import { sha256 } from '../storage/sha256.ts';
import type { Transaction } from '../storage/store.ts';
import { AlreadyThere } from '../storage/table.ts';
import { Refused } from './answer.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';
import type { Surroundings } from './runtime.ts';

/** Waits until it is known that the command was not done before; to be awaited before the first write. */
export type IsNew = () => Promise<void>;

/** The command was done before. */
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
  try {
    const value = await world.store.transaction(async (tx) => {
      const now = world.now();
      const before = tx.idempotency.count({ actor, key });
      before.catch(() => undefined); // Whoever awaits it hears of it.
      let isAsked = false;
      const done = await work(tx, now, async () => {
        isAsked = true;
        if ((await before) > 0) throw new Repeated(`expected the first answer to key "${key}", but it is gone`);
      });
      if (!isAsked) throw new Error(`expected ${kind} to wait for whether it is new, but it did not`);
      await tx.idempotency.insert({ actor, key, bodyHash, answer: done, at: now });
      return done;
    });
    return { ok: true, value, repeated: false };
  } catch (error) {
    // Whoever came with the same key at the same moment may have been first meanwhile: then there was nothing left to do, or to add.
    if (!(error instanceof Repeated || error instanceof Refused || error instanceof AlreadyThere)) throw error;
    const first = await firstAnswer<Value>(world, command, bodyHash);
    if (first !== undefined) return first;
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function firstAnswer<Value>({ store }: Surroundings, { actor, key }: Command, bodyHash: string): Promise<Answer<Value> | undefined> {
  const first = await store.read((tx) => tx.idempotency.first({ actor, key }));
  if (first === undefined) return undefined;
  if (first.bodyHash === bodyHash) return { ok: true, value: first.answer as Value, repeated: true };
  return { ok: false, refused: 'key-reused', message: `expected a new key for a new command, but "${key}" was used at ${first.at} for another one` };
}
