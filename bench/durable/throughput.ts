import { median } from '../measure.ts';
import { table } from '../table.ts';
import type { Bare } from './bare.ts';
import { databases, type Database } from './databases.ts';
import { dossier, opened } from './dossiers.ts';
import { noting, written, type Written } from './written.ts';

const clients = [1, 4, 16] as const;

export interface DurablePace {
  readonly rounds: number;
  /** Dossiers in a round, a multiple of every number of clients: as many for one client as for sixteen, whose program would else be better compiled. */
  readonly dossiers: number;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
};

/** What the next dossiers of a database write and ask, one after the other, each as the commands it consists of. */
const recording = async ({ store, knex }: Database): Promise<(count: number) => Promise<readonly (readonly Written[])[]>> => {
  const house = await opened(store);
  const notes = noting(knex);
  let made = 0;
  return async (count) => {
    const all: (readonly Written[])[] = [];
    for (const until = made + count; made < until; made += 1) {
      await dossier(house, `bare ${made}`);
      all.push(notes.taken());
    }
    return all;
  };
};

/** Commands of several dossiers at once: of each round the next one of each, which share a commit. */
const batches = (dossiers: readonly (readonly Written[])[]): readonly (readonly Written[])[] =>
  dossiers[0]!.map((_, index) => dossiers.map((commands) => commands[index]!));

/** Says again what was noted, so many dossiers at once; how many seconds it takes. */
const saidAgain = (bare: Bare, dossiers: readonly (readonly Written[])[], count: number): Promise<number> => {
  const all = Array.from({ length: dossiers.length / count }, (_, index) => batches(dossiers.slice(index * count, (index + 1) * count))).flat();
  return seconds(async () => {
    for (const batch of all) await bare.write(batch);
  });
};

const rowOf = async (kind: string, make: () => Promise<Database | undefined>, count: number, pace: DurablePace): Promise<string[]> => {
  const { dossiers } = pace;
  const [live, noted, plain, asking] = [(await make())!, (await make())!, (await make())!, (await make())!];
  const recorded = await recording(noted);
  const house = await opened(live.store);
  await opened(plain.store);
  await opened(asking.store);
  const [bare, curious] = [await plain.bare(), await asking.bare()];
  const [ours, theirs, those]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= pace.rounds; round += 1) {
    const own = await recorded(dossiers);
    const commands = own.flat().length;
    const client = async (name: string): Promise<void> => {
      for (let index = 0; index < dossiers / count; index += 1) await dossier(house, `${name}.${index}`);
    };
    ours.push(commands / await seconds(() => Promise.all(Array.from({ length: count }, (_, index) => client(`${round}.${index}`)))));
    theirs.push(commands / await saidAgain(bare, own.map((one) => one.map(written)), count));
    those.push(commands / await saidAgain(curious, own, count));
  }
  for (const each of [bare, curious]) await each.close();
  for (const database of [live, noted, plain, asking]) await database.drop();
  const speed = (all: readonly number[]): string => Math.round(median(all.slice(1))).toLocaleString('en');
  const share = (of: readonly number[]): string => `${Math.round(median(ours.map((own, index) => own / of[index]!).slice(1)) * 100)} %`;
  return [kind, String(count), speed(ours), speed(theirs), share(theirs), speed(those), share(those)];
};

/** Commands per second with everything on disk, beside bare transactions that write the same rows and share commits as clients allow: these alone, and with what the commands ask. */
export const throughput = async (pace: DurablePace): Promise<string> => {
  const rows: string[][] = [];
  for (const [kind, make] of Object.entries(databases)) {
    const there = await make();
    if (!there) continue;
    await there.drop();
    for (const count of clients) rows.push(await rowOf(kind, make, count, pace));
  }
  return table('Commands per second, on disk, beside bare transactions that write the same rows', ['', 'clients', 'motcua /s', 'bare /s', 'share', 'with its questions /s', 'share'], rows);
};
