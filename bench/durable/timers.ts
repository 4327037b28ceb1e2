import { table } from '../table.ts';
import { beside, besideHead, besideRow } from './beside.ts';
import { databases } from './databases.ts';
import { withTimer } from './dossiers.ts';

/** Timers after a long downtime: of so many dossiers each has one due, which opens a step. Meanwhile someone is at work. */
export const timers = async (count: number): Promise<string> => {
  const rows: string[][] = [];
  for (const [kind, make] of Object.entries(databases)) {
    const database = await make();
    if (!database) continue;
    const found = await beside(database, [withTimer], count, { left: (knex) => knex('jobs').where({ kind: 'timer', status: 'open', node: 'late' }).first() });
    rows.push(besideRow(kind, count, found));
  }
  return table(`Timers that fell due in a downtime (${count.toLocaleString('en')} dossiers), and requests meanwhile`, besideHead('all of them'), rows);
};
