import { table } from '../table.ts';
import { databases } from './databases.ts';
import { filed, opened, withTimer } from './dossiers.ts';

/** Twice as many dossiers at once as are fired side by side. */
const clients = 16;

/** Timers per second after a long downtime: of so many dossiers each has one due, which ends a step and opens another. */
export const timers = async (count: number): Promise<string> => {
  const rows: string[][] = [];
  for (const [kind, make] of Object.entries(databases)) {
    const database = await make();
    if (!database) continue;
    const house = await opened(database.store, withTimer);
    const client = async (first: number): Promise<void> => {
      for (let index = first; index < count; index += clients) await filed(house, String(index));
    };
    await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
    house.now = '2026-12-23T02:00:00.000Z';
    const before = performance.now();
    let fired = 0;
    for (let round = -1; round !== 0; fired += round) round = (await house.runtime.work({ only: 'timers' })).did;
    if (fired !== count) throw new Error(`expected ${count} timers to fire, but ${fired} did`);
    const perSecond = count / ((performance.now() - before) / 1000);
    rows.push([kind, Math.round(perSecond).toLocaleString('en'), `${Math.round(100_000 / perSecond)} s`]);
    await database.drop();
  }
  return table(`Timers that fell due in a downtime (${count.toLocaleString('en')} dossiers)`, ['', 'per second', '100,000 take'], rows);
};
