import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codec } from './codec.ts';
import { sqliteKnex, sqliteStore } from './stores/sqlite.ts';
import { postgresKnex } from './stores/postgres.ts';
import type { TableOf } from './table.ts';
import { tables } from './tables/registry.ts';
import { dumpSchema } from './testing/dump-schema.ts';
import { createDatabase, dropDatabase } from './testing/postgres.ts';
import { migrate, pendingMigrations } from './migrations/migrate.ts';

describe('the schema', () => {
  it('in schema.sql is what the migrations give', async () => {
    const written = fs.readFileSync(new URL('schema.sql', import.meta.url), 'utf8');
    assert.equal(written, await dumpSchema(), 'run `node storage/testing/dump-schema.ts` and look at the difference');
  });

  it('has exactly the columns that the tables name, with their keys and unique sets', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-schema-'));
    const knex = sqliteKnex(path.join(folder, 'schema.db'));
    await migrate(knex, 'sqlite');
    for (const shape of Object.values(tables) as unknown as TableOf<Record<string, unknown>>[]) {
      const its = codec(shape);
      const columns = (await knex.raw('select name, type, pk from pragma_table_info(?)', [its.table])) as { name: string; type: string; pk: number }[];
      const expected = Object.entries(shape.columns).map(([name, kind]) => `${its.raw(name)} ${kind === 'text' || kind === 'json' ? 'TEXT' : 'INTEGER'}`);
      assert.deepEqual(columns.map(({ name, type }) => `${name} ${type.toUpperCase()}`).toSorted(), expected.toSorted(), its.table);
      const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
      assert.deepEqual(key.map(({ name }) => name), its.key, `key of ${its.table}`);
      const unique = (await knex.raw("select name from pragma_index_list(?) where \"unique\" = 1 and origin = 'u'", [its.table])) as { name: string }[];
      const sets = await Promise.all(unique.map(async ({ name }) => ((await knex.raw('select name from pragma_index_info(?)', [name])) as { name: string }[]).map((one) => one.name).join()));
      assert.deepEqual(sets.toSorted(), its.unique.map((set) => set.join()).toSorted(), `unique sets of ${its.table}`);
    }
    await knex.destroy();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is refused when it is older or newer than the program', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-schema-'));
    const knex = sqliteKnex(path.join(folder, 'schema.db'));
    const store = sqliteStore('', knex);
    await assert.rejects(store.check(), /expected an up-to-date schema, but 0001_people.* run `motcua migrate`/);
    await store.migrate();
    await knex('schema_migrations').insert({ name: '9999_future' });
    await assert.rejects(store.check(), /9999_future; use a newer program/);
    await store.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is made once when several processes start on one PostgreSQL at the same time', async function () {
    this.timeout(120_000);
    const database = await createDatabase();
    if (database === null) return this.skip();
    const starters = Array.from({ length: 4 }, () => postgresKnex(database.url));
    await Promise.all(starters.map((knex) => migrate(knex, 'postgres')));
    assert.deepEqual(await pendingMigrations(starters[0] as never), []);
    await Promise.all(starters.map((knex) => knex.destroy()));
    await dropDatabase(database.name);
  });
});
