import type { Store, Transaction } from '../storage/store.ts';
import type { Surroundings } from './runtime.ts';

type Word = Parameters<Surroundings['log']>;

const held = new WeakMap<Transaction, Word[]>();

/** The same house, which says what a transaction did (`logOf`) once that is kept: it may fail, or be taken back and done again. */
export function loggingKept(world: Surroundings): Surroundings {
  const transaction: Store['transaction'] = async (work) => {
    let words: Word[] = [];
    const result = await world.store.transaction((tx) => {
      held.set(tx, (words = []));
      return work(tx);
    });
    for (const word of words) world.log(...word);
    return result;
  };
  return { ...world, store: { ...world.store, transaction } };
}

/** The log for what is done in a transaction. */
export const logOf = (world: Pick<Surroundings, 'log'>, tx: Transaction): Surroundings['log'] => {
  const words = held.get(tx);
  return words === undefined ? world.log : (...word) => void words.push(word);
};
