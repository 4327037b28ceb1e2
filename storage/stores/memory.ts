import type { Store, Transaction } from '../store.ts';
import type { Rows, TableOf } from '../table.ts';
import { tables } from '../tables/registry.ts';
import { announcing } from './announcing.ts';
import { memoryRows } from './memory-rows.ts';
import type { Kept } from './memory-rows.ts';
import { readOnly } from './read-only.ts';
import { tablesOf } from './tables-of.ts';
import { wake } from './wake.ts';

/** Everything in this process, gone with it: for tests, scenarios and simulation. One transaction at a time. */
export function memoryStore(): Store {
  const all = new Map<TableOf<object>, Kept>(Object.values(tables).map((shape) => [shape as unknown as TableOf<object>, new Map()]));
  const listeners = wake();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const held = (shape: TableOf<object>) => all.get(shape)?.values() ?? [];
  const open = (undo: (() => void)[], wrap: (rows: Rows<object>, shape: TableOf<object>) => Rows<object>): Transaction =>
    tablesOf((shape) => wrap(memoryRows(shape, all.get(shape) ?? new Map(), held, undo), shape));

  return {
    kind: 'memory',
    transaction: (work) =>
      inTurn(async () => {
        const undo: (() => void)[] = [];
        const made = new Set<string>();
        try {
          const result = await work(open(undo, (rows, shape) => announcing(rows, shape, made)));
          listeners.all(made);
          return result;
        } catch (error) {
          for (const step of undo.toReversed()) step();
          throw error;
        }
      }),
    read: (work) => inTurn(() => work(open([], readOnly))),
    onWork: listeners.on,
    migrate: async () => false,
    check: async () => {},
    close: async () => {},
  };
}
