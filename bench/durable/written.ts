import type { Knex } from 'knex';

export interface Statement {
  readonly sql: string;
  readonly bindings: readonly (string | number | null)[];
}

/** What one command wrote, perhaps with what it asked. */
export type Written = readonly Statement[];

const writes = /^(insert|update|delete)\b/i;
const asks = /^select\b/i;

/** What was written alone. */
export const written = (statements: Written): Written => statements.filter(({ sql }) => writes.test(sql));

/** An update that counts what it finds by itself is written as the update alone. */
const counting = /^with changed as \((.*) returning 1\) select/;

/** Notes what a store writes and asks, command by command, as long as commands come one after the other. */
export const noting = (knex: Knex): { taken(): readonly Written[] } => {
  let all: Written[] = [];
  let now: Statement[] = [];
  knex.on('query', ({ sql: said, bindings }: Statement) => {
    const sql = counting.exec(said)?.[1] ?? said;
    if (writes.test(sql) || asks.test(sql)) now.push({ sql, bindings: [...bindings] });
    else if (/^commit/i.test(sql)) {
      // A look by itself is no command.
      if (written(now).length > 0) all.push(now);
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
