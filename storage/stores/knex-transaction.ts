import type { Knex } from 'knex';
import type { Transaction } from '../store.ts';
import type { Rows, TableOf } from '../table.ts';
import { tables } from '../tables/registry.ts';
import { knexRows } from './knex-rows.ts';
import { asUnavailable } from './unavailable.ts';

/** All tables of one knex transaction. */
export function openTables(trx: Knex.Transaction, locks: boolean, wrap: (rows: Rows<object>) => Rows<object>): Transaction {
  return Object.fromEntries(
    Object.entries(tables).map(([name, shape]) => [name, wrap(knexRows(shape as unknown as TableOf<object>, trx, locks))]),
  ) as unknown as Transaction;
}

/** Deadlock, and writes that cannot be put in an order: PostgreSQL asks for another try. */
const AGAIN = new Set(['40P01', '40001']);

export async function withRetry<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries < 5 && AGAIN.has((error as { code?: string }).code ?? '')) continue;
      throw asUnavailable(error);
    }
  }
}
