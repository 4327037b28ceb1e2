import type { Transaction } from '../store.ts';
import type { Rows, TableOf } from '../table.ts';
import { tables } from '../tables/registry.ts';

type Make = (shape: TableOf<object>) => Rows<object>;

/** All tables of one transaction, each made when it is first asked for: a command needs a few of them. */
class Tables {
  readonly #make: Make;
  readonly #made = new Map<string, Rows<object>>();
  constructor(make: Make) {
    this.#make = make;
  }

  static {
    for (const [name, shape] of Object.entries(tables)) {
      Object.defineProperty(this.prototype, name, {
        get(this: Tables): Rows<object> {
          const made = this.#made.get(name) ?? this.#make(shape as unknown as TableOf<object>);
          this.#made.set(name, made);
          return made;
        },
      });
    }
  }
}

export const tablesOf = (make: Make): Transaction => new Tables(make) as unknown as Transaction;
