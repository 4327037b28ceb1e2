import type { Transaction } from '../store.ts';
import type { Rows, TableOf } from '../table.ts';
import { tables } from '../tables/registry.ts';
import { KnexRows } from './knex-rows.ts';
import type { Session } from './session.ts';
import { asUnavailable } from './unavailable.ts';

/** All tables of one transaction, each made when it is first asked for: a command needs a few of them. */
class Tables {
  readonly #session: Session;
  readonly #wrap: (rows: Rows<object>) => Rows<object>;
  readonly #made = new Map<string, Rows<object>>();
  constructor(session: Session, wrap: (rows: Rows<object>) => Rows<object>) {
    this.#session = session;
    this.#wrap = wrap;
  }

  static {
    for (const [name, shape] of Object.entries(tables)) {
      Object.defineProperty(this.prototype, name, {
        get(this: Tables): Rows<object> {
          const made = this.#made.get(name) ?? this.#wrap(new KnexRows(shape as unknown as TableOf<object>, this.#session));
          this.#made.set(name, made);
          return made;
        },
      });
    }
  }
}

export function openTables(session: Session, wrap: (rows: Rows<object>) => Rows<object> = (rows) => rows): Transaction {
  return new Tables(session, wrap) as unknown as Transaction;
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
