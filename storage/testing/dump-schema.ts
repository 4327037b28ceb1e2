import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sqliteKnex, sqliteStore } from '../stores/sqlite.ts';

/** The schema that all migrations together give on SQLite, sorted by name, so that a migration shows in the diff of storage/schema.sql. */
export async function dumpSchema(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-schema-'));
  const knex = sqliteKnex(path.join(folder, 'schema.db'));
  const store = sqliteStore('', knex);
  try {
    await store.migrate();
    const rows = (await knex('sqlite_master').select('sql').whereNotNull('sql').orderBy(['tbl_name', { column: 'type', order: 'desc' }, 'name'])) as { sql: string }[];
    return `-- Written by \`node storage/testing/dump-schema.ts\`; tested to be current.\n\n${rows.map(({ sql }) => `${sql};\n`).join('')}`;
  } finally {
    await store.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) fs.writeFileSync(new URL('../schema.sql', import.meta.url), await dumpSchema());
