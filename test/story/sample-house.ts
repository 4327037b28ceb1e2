import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse, packages } from '../../server/commands/house.ts';
import { startServer } from '../../server/main.ts';
import { samplePassword, seed } from '../../server/seed/seed.ts';

const minute = 60_000;

/** The whole product, running over a database and files of its own. */
export interface SampleHouse {
  readonly url: string;
  /** What the server logged as wrong, as one line each. */
  readonly complaints: readonly string[];
  /** Moves the server's clock forward. */
  later(minutes: number): void;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Serves the sample ward as `npm start` does, beginning at the instant `start`; its clock walks, and jumps when told. */
export async function openSampleHouse(start: string): Promise<SampleHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-story-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const complaints: string[] = [];
  const clock = { ahead: Date.parse(start) - Date.now() };
  const house = await openHouse({ port, publicUrl: url, host: '127.0.0.1', database: join(folder, 'motcua.sqlite'), files: join(folder, 'files'), sample: true });
  const world = {
    ...house,
    now: () => new Date(Date.now() + clock.ahead).toISOString(),
    log: (level: string, event: string, facts = {}) => void (level === 'info' || complaints.push(`${level} ${event} ${JSON.stringify(facts)}`)),
  };
  await world.store.migrate();
  await seed({ ...world, log: () => undefined }, packages);
  const server = await startServer({ ...world, samplePassword });
  return {
    url, complaints,
    later: (minutes) => void (clock.ahead += minutes * minute),
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
