import type { Transaction } from '../store.ts';
import type { Rows, TableOf } from '../table.ts';
import { KnexRows } from './knex-rows.ts';
import type { Session } from './session.ts';
import { tablesOf } from './tables-of.ts';
import { asUnavailable } from './unavailable.ts';

/** The tables of a transaction, each as `wrap` hands it out. */
export function openTables(session: Session, wrap: (rows: Rows<object>, shape: TableOf<object>) => Rows<object> = (rows) => rows): Transaction {
  return tablesOf((shape) => wrap(new KnexRows(shape, session), shape));
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
