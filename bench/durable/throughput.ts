import { median } from '../measure.ts';
import { table } from '../table.ts';
import { databases, type Database } from './databases.ts';
import { dossier, opened } from './dossiers.ts';
import { noting, type Written } from './written.ts';

const clients = [1, 4, 16] as const;

export interface DurablePace {
  readonly rounds: number;
  /** Dossiers of each client in a round. */
  readonly dossiers: number;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
};

/** What dossiers write, one after the other, each as the commands it consists of. */
const recorded = async (make: () => Promise<Database | undefined>, count: number): Promise<readonly (readonly Written[])[]> => {
  const database = (await make())!;
  const house = await opened(database.store);
  const notes = noting(database.knex);
  const all: (readonly Written[])[] = [];
  for (let index = 0; index < count; index += 1) {
    await dossier(house, `bare ${index}`);
    all.push(notes.taken());
  }
  await database.drop();
  return all;
};

/** Commands of several dossiers at once: of each round the next one of each, which share a commit. */
const batches = (dossiers: readonly (readonly Written[])[]): readonly (readonly Written[])[] =>
  dossiers[0]!.map((_, index) => dossiers.map((commands) => commands[index]!));

const rowOf = async (kind: string, make: () => Promise<Database | undefined>, count: number, pace: DurablePace): Promise<string[]> => {
  const each = pace.dossiers * count;
  const writes = await recorded(make, each * (pace.rounds + 1));
  const [live, plain] = [(await make())!, (await make())!];
  const house = await opened(live.store);
  await opened(plain.store);
  const bare = await plain.bare();
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= pace.rounds; round += 1) {
    const own = writes.slice(round * each, (round + 1) * each);
    const commands = own.flat().length;
    const client = async (name: string): Promise<void> => {
      for (let index = 0; index < pace.dossiers; index += 1) await dossier(house, `${name}.${index}`);
    };
    ours.push(commands / await seconds(() => Promise.all(Array.from({ length: count }, (_, index) => client(`${round}.${index}`)))));
    theirs.push(commands / await seconds(async () => {
      for (let index = 0; index < own.length; index += count) for (const batch of batches(own.slice(index, index + count))) await bare.write(batch);
    }));
  }
  await bare.close();
  await live.drop();
  await plain.drop();
  const shares = ours.map((speed, index) => speed / theirs[index]!).slice(1);
  const [some, most] = [Math.round(median(ours.slice(1))), Math.round(median(theirs.slice(1)))];
  return [kind, String(count), some.toLocaleString('en'), most.toLocaleString('en'), `${Math.round(median(shares) * 100)} %`];
};

/** Commands per second with everything on disk, beside bare transactions that write the same rows and share commits as clients allow. */
export const throughput = async (pace: DurablePace): Promise<string> => {
  const rows: string[][] = [];
  for (const [kind, make] of Object.entries(databases)) {
    const there = await make();
    if (!there) continue;
    await there.drop();
    for (const count of clients) rows.push(await rowOf(kind, make, count, pace));
  }
  return table('Commands per second, on disk, beside bare transactions that write the same rows', ['', 'clients', 'motcua /s', 'bare /s', 'share'], rows);
};
