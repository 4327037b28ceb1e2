import type { Knex } from 'knex';
import { fileHouse } from '../../server/testing/filing.ts';
import { runHouse } from '../../server/testing/running-house.ts';
import { median } from '../measure.ts';
import { table } from '../table.ts';
import { databases } from './databases.ts';

/** Of all dossiers so many lie in the office that is looked at, and so many of these are still open. */
const own = 10_000;
const open = 2_000;

const pages = {
  'worklist of an office with 2,000 open steps': '/api/tasks?scope=team',
  'list of all dossiers of the office': '/api/desk/dossiers',
  'search by a name': '/api/desk/dossiers?q=99999',
  'one dossier': '/api/desk/dossiers/{id}',
} as const;

/** Multiplies one dossier that was filed: its row and its steps, with other ids; those elsewhere are over. */
const multiply = async (knex: Knex, id: string, count: number): Promise<void> => {
  const copy = async (name: string, from: string, change: Readonly<Record<string, string>>): Promise<void> => {
    const columns = Object.keys((await knex(name).first() as object | undefined) ?? {});
    const values = columns.map((column) => change[column] ?? `row."${column}"`);
    await knex.raw(`with recursive number (n) as (select 1 union all select n + 1 from number where n < ${count}) insert into ${name} (${columns.map((column) => `"${column}"`).join(', ')}) select ${values.join(', ')} from ${name} row, number where ${from}`);
  };
  const elsewhere = (column: string): string => `case when n <= ${own} then row."${column}" else 'office-' || (n % 1000) end`;
  const name = `row."id" || '-' || n`;
  await copy('dossiers', `row.id = '${id}'`, {
    id: name, code: `row."code" || '-' || n`, unit_id: elsewhere('unit_id'), receiving_unit_id: elsewhere('receiving_unit_id'),
    applicant_account: `'citizen-' || n`, search: `row."search" || ' ' || n`, status: `case when n <= ${open} then row."status" else 'completed' end`,
    data: `case when n <= ${own} then row."data" else '{}' end`,
  });
  await copy('tasks', `row.dossier_id = '${id}'`, {
    id: name, dossier_id: `row."dossier_id" || '-' || n`, unit_id: elsewhere('unit_id'), status: `case when n <= ${open} then row."status" else 'completed' end`,
  });
};

/** How long a page takes on the server, as its reader sees it on the same machine, when there are so many dossiers. */
export const pagesOf = async (count: number): Promise<string> => {
  const rows: string[][] = [];
  for (const [kind, make] of Object.entries(databases)) {
    const database = await make();
    if (!database) continue;
    await database.store.migrate();
    const house = await runHouse({}, undefined, database.store);
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
    await house.work();
    await multiply(database.knex, dossier, count);
    await database.knex.raw(kind === 'SQLite' ? 'analyze' : 'vacuum analyze');
    const reader = await house.visitor('tiepnhan');
    for (const [page, path] of Object.entries(pages)) {
      const took: number[] = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const before = performance.now();
        const answer = await reader.fetch('GET', path.replace('{id}', dossier));
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`expected ${path} to be answered, but it was ${answer.status}`);
        took.push(performance.now() - before);
      }
      rows.push([kind, page, `${median(took).toFixed(0)} ms`]);
    }
    await house.stop();
  }
  return table(`Pages among ${count.toLocaleString('en')} dossiers`, ['', 'page', 'median'], rows);
};
