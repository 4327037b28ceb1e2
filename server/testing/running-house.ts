import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { memoryFiles } from '../../storage/files/memory.ts';
import type { Store } from '../../storage/store.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { createApp } from '../app.ts';
import { compose } from '../compose.ts';
import { readConfiguration, type Configuration } from '../configuration.ts';
import { openLog } from '../http/log.ts';
import { layFoundation, publishFolder } from '../seed/foundation.ts';
import { setClock, type SetClock } from '../seed/clock.ts';
import type { Services } from '../services.ts';
import { Visitor } from './visitor.ts';

export const password = 'motcua-mau';
export const packageFolder = new URL('../../procedures/construction-permit-house', import.meta.url).pathname;

export interface RunningHouse {
  readonly services: Services;
  readonly store: Store;
  readonly clock: SetClock;
  readonly url: string;
  /** Everything the log has said, one JSON line each. */
  readonly logged: string[];
  /** Somebody with a browser, signed in when a name is given. */
  visitor(login?: string, language?: 'vi' | 'en'): Promise<Visitor>;
  /** Does all the machine's due work. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/** A whole server on a free port, in memory unless a migrated store is given, with the sample's units and people and the house permit published; its clock is set by hand. */
export async function runHouse(change: Partial<Configuration> = {}, at = '2026-11-19T02:00:00.000Z', store: Store = memoryStore()): Promise<RunningHouse> {
  const clock = setClock(at);
  const logged: string[] = [];
  const log = openLog(pino({ base: null }, { write: (line: string) => void logged.push(line) }));
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration = { ...readConfiguration({ MOTCUA_APPS: `${tmpdir()}/no-apps` }, tmpdir()), publicUrl: url, sample: true, payments: 'simulated' as const, ...change };
  const services = compose({ configuration, store, files: memoryFiles(), log, now: clock.now, samplePassword: password });
  await layFoundation(services, password);
  await publishFolder(services, packageFolder);
  server.on('request', createApp(services, { checkAnswers: true }).callback());
  const signedIn = new Map<string, Promise<Visitor>>();
  return {
    services, store, clock, url, logged,
    async visitor(login, language = 'vi') {
      if (login === undefined) return new Visitor(url, language);
      const name = `${login} ${language}`;
      const known = signedIn.get(name) ?? new Visitor(url, language).signIn(login, password);
      signedIn.set(name, known);
      return known;
    },
    async work() {
      for (let round = 0; round < 100; round += 1) {
        if ((await services.runtime.work()).did === 0) return;
      }
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await store.close();
    },
  };
}
