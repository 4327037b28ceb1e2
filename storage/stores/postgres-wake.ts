import { Client } from 'pg';
import { tables } from '../tables/registry.ts';
import { wake } from './wake.ts';
import type { Wake } from './wake.ts';

const CHANNEL = 'motcua_work';
const RECONNECT_AFTER = 1_000;

/** Hears of work that any process announced, on one connection of its own that is opened with the first listener. */
export function postgresWake(url: string): Pick<Wake, 'on'> & { close(): Promise<void> } {
  const listeners = wake();
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const mine = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 1_500 });
    client = mine;
    const again = (): void => {
      if (closed || client !== mine) return;
      client = undefined;
      retry = setTimeout(() => void connect(), RECONNECT_AFTER);
      retry.unref();
    };
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', ({ payload = '' }) => listeners.all(new Set(payload.split(' '))));
    try {
      await mine.connect();
      await mine.query(`listen ${CHANNEL}`);
      // Nobody knows what was said before.
      listeners.all(new Set(Object.keys(tables)));
    } catch {
      again();
    }
  };

  return {
    on: (listener) => {
      const stop = listeners.on(listener);
      if (client === undefined && retry === undefined && !closed) void connect();
      return stop;
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
