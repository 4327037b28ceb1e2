import { fileHouse } from '../../server/testing/filing.ts';
import { runHouse } from '../../server/testing/running-house.ts';
import { median } from '../measure.ts';
import { table } from '../table.ts';
import { databases } from './databases.ts';
import { multiply } from './multiply.ts';

/** Of all dossiers so many lie in the office that is looked at, and so many of these are still open. */
const own = 10_000;
const open = 2_000;

const pages = {
  'worklist of an office with 2,000 open steps': '/api/tasks?scope=team',
  'its last page, late ones only': '/api/tasks?scope=all&due=late&cursor=1900',
  'list of all dossiers of the office': '/api/desk/dossiers',
  'search by a name': '/api/desk/dossiers?q=99999',
  'one dossier': '/api/desk/dossiers/{id}',
} as const;

const elsewhere = (column: string): string => `case when n <= ${own} then row."${column}" else 'office-' || (n % 1000) end`;
const isOver = `case when n <= ${open} then row."status" else 'completed' end`;

/** Open dossiers lie among all others, as they do when years have gone by; those elsewhere are over. */
const differing = {
  dossiers: {
    unit_id: elsewhere('unit_id'), receiving_unit_id: elsewhere('receiving_unit_id'), applicant_account: `'citizen-' || n`, search: `row."search" || ' ' || n`,
    status: isOver, data: `case when n <= ${own} then row."data" else '{}' end`,
  },
  tasks: { unit_id: elsewhere('unit_id'), status: isOver },
  jobs: { unit_id: elsewhere('unit_id'), status: `case when n <= ${open} then row."status" else 'cancelled' end` },
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
    await multiply(database, dossier, count, differing);
    // The day after, and everything of this day is late.
    house.clock.set('2026-11-21T02:00:00.000Z');
    const reader = await house.visitor('tiepnhan');
    for (const [page, path] of Object.entries(pages)) {
      const took: number[] = [];
      for (let turn = 0; turn < 15; turn += 1) {
        const before = performance.now();
        const answer = await reader.fetch('GET', path.replace('{id}', dossier));
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`expected ${path} to be answered, but it was ${answer.status}`);
        took.push(performance.now() - before);
      }
      rows.push([kind, page, `${median(took).toFixed(0)} ms`, `${Math.min(...took).toFixed(0)} ms`]);
    }
    await house.stop();
    await database.drop();
  }
  return table(`Pages among ${count.toLocaleString('en')} dossiers`, ['', 'page', 'median', 'best'], rows);
};
