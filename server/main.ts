import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startWorker } from '../runtime/worker.ts';
import { createApp } from './app.ts';
import { compose, type World } from './compose.ts';
import { factsOfError } from './http/log.ts';
import { offerDue } from './library/offer-due.ts';
import { everyLook } from './push/tell-staff.ts';
import { everyRound } from './payments/every-round.ts';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes nothing new, finishes what is under way, closes the database. */
  stop(): Promise<void>;
}

const everyFewSeconds = 5_000;
const halfAMinute = 30_000;
const everyMinute = 60_000;
const everyHour = 60 * everyMinute;

/** The composition root: HTTP, the worker, versions whose day comes, reconciliation, news for staff’s devices and checkpoints over one store. Port 0 takes any free one. */
export async function startServer(world: World): Promise<RunningServer> {
  const services = compose(world);
  const { configuration, store, runtime, log } = services;
  const app = createApp(services);
  const server = createServer({ requestTimeout: 300_000, headersTimeout: 20_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 }, app.callback());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(configuration.port, configuration.host, resolve);
  });
  const worker = startWorker(runtime, { store, now: world.now, log });
  const offerVersions = (): void => void offerDue(services).catch((error: unknown) => log('error', 'offering versions failed', factsOfError(error)));
  offerVersions();
  const timers = [
    setInterval(offerVersions, everyFewSeconds),
    setInterval(everyRound(services), everyMinute),
    ...(configuration.push === undefined ? [] : [setInterval(everyLook(services), halfAMinute)]),
    setInterval(() => void runtime.checkpoint().catch((error: unknown) => log('warn', 'checkpoint failed', factsOfError(error))), everyHour),
  ];
  const { port } = server.address() as AddressInfo;
  log('info', 'serving', { port, store: store.kind });
  return {
    url: configuration.publicUrl, port,
    async stop() {
      for (const timer of timers) clearInterval(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
      server.closeAllConnections();
      await worker.stop();
      await store.close();
    },
  };
}
