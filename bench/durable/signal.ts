import { table } from '../table.ts';
import { beside, besideHead, besideRow } from './beside.ts';
import { databases } from './databases.ts';
import { filed, hearing, saying } from './dossiers.ts';

/** A signal that so many dossiers wait for: each of them hears it and opens a step. Meanwhile someone is at work. */
export const signal = async (count: number): Promise<string> => {
  const rows: string[][] = [];
  for (const [kind, make] of Object.entries(databases)) {
    const database = await make();
    if (!database) continue;
    const found = await beside(database, [hearing, saying], count, {
      cause: (own, unit) => filed(own, 'say', saying.hash, unit),
      left: (knex) => knex('subscriptions').where({ name: 'news' }).first(),
    });
    rows.push(besideRow(kind, count, found));
  }
  return table(`A signal heard by ${count.toLocaleString('en')} dossiers, and requests meanwhile`, besideHead('all of them'), rows);
};
