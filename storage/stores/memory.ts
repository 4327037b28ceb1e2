import type { Store, Transaction } from '../store.ts';
import type { Rows, TableOf } from '../table.ts';
import { tables } from '../tables/registry.ts';
import { memoryRows } from './memory-rows.ts';
import type { Kept } from './memory-rows.ts';
import { readOnly } from './read-only.ts';
import { wake } from './wake.ts';

/** Everything in this process, gone with it: for tests, scenarios and simulation. One transaction at a time. */
export function memoryStore(): Store {
  const all = new Map<string, Kept>(Object.keys(tables).map((name) => [name, new Map()]));
  const listeners = wake();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const held = (shape: TableOf<object>) => Object.entries(tables).flatMap(([name, one]) => (one.name === shape.name ? [...all.get(name)?.values() ?? []] : []));
  const open = (undo: (() => void)[], wrap: (rows: Rows<object>) => Rows<object>): Transaction =>
    Object.fromEntries(
      Object.entries(tables).map(([name, shape]) => [name, wrap(memoryRows(shape as unknown as TableOf<object>, all.get(name) ?? new Map(), held, undo))]),
    ) as unknown as Transaction;

  return {
    kind: 'memory',
    transaction: (work) =>
      inTurn(async () => {
        const undo: (() => void)[] = [];
        try {
          return await work(open(undo, (rows) => rows));
        } catch (error) {
          for (const step of undo.toReversed()) step();
          throw error;
        }
      }),
    read: (work) => inTurn(() => work(open([], readOnly))),
    onWork: listeners.on,
    announceWork: async () => listeners.all(),
    migrate: async () => false,
    check: async () => {},
    close: async () => {},
  };
}
