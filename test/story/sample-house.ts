import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Calendar } from '../../engine/calendar/calendar.ts';
import { openHouse, packages } from '../../server/commands/house.ts';
import type { Configuration } from '../../server/configuration.ts';
import { startServer } from '../../server/main.ts';
import { asSample } from '../../server/sample-configuration.ts';
import { samplePassword, seed } from '../../server/seed/seed.ts';

const minute = 60_000;

/** The whole product, running over a database and files of its own. */
export interface SampleHouse {
  readonly url: string;
  /** What the server logged as wrong, as one line each. */
  readonly complaints: readonly string[];
  /** What the server's clock says. */
  now(): string;
  /** Moves the server's clock forward. */
  later(minutes: number): void;
  /** Waits until the papers are issued that are due: what the machine does a moment later would happen after the jump of the clock. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Where a run of all tests keeps what it has made once; a file that is run by itself makes its own. */
const kept = process.env['MOTCUA_SAMPLES'];
const newFolder = (): Promise<string> => mkdtemp(join(kept ?? tmpdir(), 'motcua-story-'));
const inFolder = (folder: string) => ({ database: join(folder, 'motcua.sqlite'), files: join(folder, 'files') });

async function makeSample(start: string): Promise<string> {
  const folder = await newFolder();
  const world = await openHouse({ ...inFolder(folder), sample: true });
  await world.store.migrate();
  await seed({ ...world, now: () => start, log: () => undefined }, packages);
  await world.store.close();
  return folder;
}

/** A folder of one's own with the sample ward as it is at the instant `start`. Making it takes ten seconds of a processor, copying it none. */
async function sampleFolder(start: string): Promise<string> {
  if (kept === undefined) return makeSample(start);
  const first = join(kept, start.replaceAll(/\W/g, ''));
  if (!existsSync(first)) {
    const made = await makeSample(start);
    // Where another has been faster, its folder is as good.
    await rename(made, first).catch(async (error: unknown) => {
      if (!existsSync(first)) throw error;
      await rm(made, { recursive: true });
    });
  }
  const folder = await newFolder();
  await cp(first, folder, { recursive: true });
  return folder;
}

/** Serves the sample ward as `npm start` does, beginning at the instant `start`; its clock walks, and jumps when told. */
export async function openSampleHouse(start: string, change: Partial<Pick<Configuration, 'systems' | 'push' | 'bankSecret'>> & { /** Working calendars besides the city's. */ readonly calendars?: readonly Calendar[] } = {}): Promise<SampleHouse> {
  const folder = await sampleFolder(start);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const complaints: string[] = [];
  const { calendars = [], ...configured } = change;
  const house = await openHouse({ port, publicUrl: url, host: '127.0.0.1', ...inFolder(folder), push: undefined, ...configured, sample: true });
  await house.store.transaction(async (tx) => {
    for (const data of calendars) await tx.calendars.insert({ id: data.id, name: data.name.vi, data, revision: 1, updatedAt: start, updatedBy: 'system' });
  });
  const clock = { ahead: Date.parse(start) - Date.now() };
  const server = await startServer({
    ...house, configuration: asSample(house.configuration), samplePassword,
    now: () => new Date(Date.now() + clock.ahead).toISOString(),
    log: (level: string, event: string, facts = {}) => void (level === 'info' || complaints.push(`${level} ${event} ${JSON.stringify(facts)}`)),
  });
  return {
    url, complaints,
    now: () => new Date(Date.now() + clock.ahead).toISOString(),
    later: (minutes) => void (clock.ahead += minutes * minute),
    rest: async () => {
      const now = new Date(Date.now() + clock.ahead).toISOString();
      const isBusy = () => house.store.read((tx) => tx.jobs.count({ status: 'open', kind: 'connector', connector: { startsWith: 'letter.' }, dueAt: { lte: now } }));
      for (let tries = 0; tries < 200 && (await isBusy()) > 0; tries += 1) await setTimeout(50);
    },
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
