import type { Database } from './databases.ts';

/** Per table, how columns of the copies differ: SQL in which `row` is the one that is copied and `n` the number of the copy, from 1. */
export type Differing = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every table that holds rows of a dossier, what others refer to first. */
const tables = ['dossiers', 'tasks', 'jobs', 'subscriptions', 'journal', 'journal_payloads'] as const;

/** Copies of one dossier with all that belongs to it, made by the database: ids end with the number of the copy. */
export const multiply = async ({ knex, store }: Database, id: string, count: number, differing: Differing = {}): Promise<void> => {
  for (const table of tables) {
    const own = table === 'dossiers' ? 'id' : 'dossier_id';
    const found = (await knex(table).where(own, id).first()) as object | undefined;
    if (found === undefined) continue;
    const columns = Object.keys(found);
    const numbered = Object.fromEntries(['id', 'code', 'dossier_id'].map((column) => [column, `row."${column}" || '-' || n`]));
    const change: Readonly<Record<string, string>> = { ...numbered, ...differing[table] };
    const values = columns.map((column) => change[column] ?? `row."${column}"`);
    await knex.raw(`with recursive number (n) as (select 1 union all select n + 1 from number where n < ${count}) insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) select ${values.join(', ')} from ${table} row, number where row.${own} = '${id}'`);
  }
  // PostgreSQL gathers its own statistics in time; SQLite has none, as in service.
  if (store.kind === 'postgres') await knex.raw('vacuum analyze');
};
