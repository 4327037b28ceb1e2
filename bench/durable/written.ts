import type { Knex } from 'knex';

export interface Statement {
  readonly sql: string;
  readonly bindings: readonly (string | number | null)[];
}

/** What one command wrote. */
export type Written = readonly Statement[];

const writes = /^(insert|update|delete)\b/i;

/** An update that counts what it finds by itself is written as the update alone. */
const counting = /^with changed as \((.*) returning 1\) select/;

/** Notes what a store writes, command by command, as long as commands come one after the other. */
export const noting = (knex: Knex): { taken(): readonly Written[] } => {
  let all: Written[] = [];
  let now: Statement[] = [];
  knex.on('query', ({ sql: said, bindings }: Statement) => {
    const sql = counting.exec(said)?.[1] ?? said;
    if (writes.test(sql)) now.push({ sql, bindings: [...bindings] });
    else if (/^commit/i.test(sql) && now.length > 0) {
      all.push(now);
      now = [];
    }
  });
  return {
    taken: () => {
      const taken = all;
      all = [];
      return taken;
    },
  };
};
