import Sqlite, { type Prepared } from 'better-sqlite3';
import { Client } from 'pg';
import type { Statement, Written } from './written.ts';

/** Says again what commands said, with nothing between the driver and the rows; what comes in one batch shares a commit. */
export interface Bare {
  write(batch: readonly Written[]): Promise<void>;
  close(): Promise<void>;
}

export const bareSqlite = (file: string): Bare => {
  const database = new Sqlite(file);
  for (const pragma of ['journal_mode = wal', 'synchronous = 2', 'foreign_keys = 1']) database.pragma(pragma);
  const prepared = new Map<string, Prepared>();
  const run = ({ sql, bindings }: Statement): void => {
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, (statement = database.prepare(sql)));
    if (statement.reader) statement.all(bindings);
    else statement.run(bindings);
  };
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  return {
    write: async (batch) => {
      begin.run();
      for (const written of batch) for (const statement of written) run(statement);
      commit.run();
    },
    close: async () => database.close(),
  };
};

/** All of a batch is one text, and so one journey to the server and back. */
export const barePostgres = async (url: string): Promise<Bare> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const literal = (value: string | number | null): string => (value === null ? 'null' : typeof value === 'number' ? String(value) : client.escapeLiteral(value));
  const spelled = ({ sql, bindings }: Statement): string => {
    let next = 0;
    return sql.replaceAll(/\?|\$\d+/g, () => literal(bindings[next++]!));
  };
  return {
    write: async (batch) => void await client.query(`begin; ${batch.flat().map(spelled).join('; ')}; commit`),
    close: () => client.end(),
  };
};
