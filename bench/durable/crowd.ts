import { median } from '../measure.ts';
import { table } from '../table.ts';
import { databases, type Database } from './databases.ts';
import { dossier, filed, opened, type House } from './dossiers.ts';
import { multiply } from './multiply.ts';

const among = async (make: () => Promise<Database | undefined>, count: number): Promise<{ readonly house: House; readonly database: Database }> => {
  const database = (await make())!;
  const house = await opened(database.store);
  const { dossierId } = await filed(house, 'first');
  await multiply(database, dossierId, count);
  await dossier(house, 'to begin with');
  return { house, database };
};

/** Milliseconds of a command of one client. */
const costOf = async (house: House, name: string): Promise<number> => {
  const before = performance.now();
  return await dossier(house, name).then((commands) => (performance.now() - before) / commands);
};

/** What a command costs among many dossiers, all of them open, in times of what it costs among few; both are struck by the same noise. */
export const crowd = async (few: number, many: number, rounds: number): Promise<string> => {
  const rows: string[][] = [];
  for (const [kind, make] of Object.entries(databases)) {
    const there = await make();
    if (!there) continue;
    await there.drop();
    const [small, large] = [await among(make, few), await among(make, many)];
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await costOf(small.house, `few ${round}`));
      theirs.push(await costOf(large.house, `many ${round}`));
    }
    for (const { database } of [small, large]) await database.drop();
    rows.push([kind, `${median(ours).toFixed(2)} ms`, `${median(theirs).toFixed(2)} ms`, median(theirs.map((cost, round) => cost / ours[round]!)).toFixed(2)]);
  }
  return table('A command on disk, one client', ['', `among ${few.toLocaleString('en')} dossiers`, `among ${many.toLocaleString('en')}`, 'times'], rows);
};
