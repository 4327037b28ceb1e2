import type { PushOutcome } from '../../runtime/runtime.ts';
import type { PushDeviceRow, PushRow } from '../../storage/tables/pushes.ts';
import { fetched, NotAnswered } from '../outside/send.ts';
import type { Services } from '../services.ts';
import { dropDevice } from './devices.ts';
import { encrypted } from './encrypted.ts';
import type { PushConfiguration } from './push-configuration.ts';
import { endpointOf } from './services.ts';

type House = Pick<Services, 'store' | 'now'>;

/** No service is waited for longer. */
const patienceMs = 10_000;
/** Nor asked again sooner or later than it says, but within these. */
const again = { least: 1_000, most: 60 * 60_000 };

/** Hands one push to the service of its device. A device that is gone, or whose owner is, is forgotten. */
export const sendPush = (house: House, push: PushConfiguration) => async (row: PushRow): Promise<PushOutcome> => {
  const { store } = house;
  const device = await store.read(async (tx) => {
    const found = await tx.pushDevices.first({ id: row.deviceId });
    return found && { ...found, active: (await tx.accounts.count({ id: found.accountId, active: true })) > 0 };
  });
  if (device === undefined) return { gone: true };
  const endpoint = endpointOf(push.services, device.endpoint);
  // With other keys, or another list of services, the house reaches it no more.
  if (!device.active || endpoint === undefined || device.houseKey !== push.publicKey) return gone(house, device);
  const { headers, body } = encrypted(push, device, textOf(row, device), { seconds: Math.max(0, Math.floor((Date.parse(row.expiresAt) - Date.parse(house.now())) / 1000)), urgent: row.content.urgent === true });
  try {
    return await fetched({ address: endpoint.origin, private: endpoint.service.private === true }, { method: 'POST', path: endpoint.path, headers, body }, AbortSignal.timeout(patienceMs), async (incoming) => {
      const status = incoming.statusCode ?? 0;
      const after = incoming.headers['retry-after'];
      // What it says besides is of no use, and of no known size.
      incoming.destroy();
      if (status >= 200 && status < 300) return { sent: true };
      if (status === 404 || status === 410) return gone(house, device);
      if (status === 408 || status === 429 || status >= 500) return { retry: `expected the push service to take it, but it answered ${status}`, ...waited(after, house.now()) };
      return { failed: `expected the push service to take it, but it answered ${status}` };
    });
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    return error.lasting === undefined ? { retry: error.message } : { failed: error.message };
  }
};

async function gone({ store }: House, { id, accountId }: Pick<PushDeviceRow, 'id' | 'accountId'>): Promise<PushOutcome> {
  await store.transaction((tx) => dropDevice(tx, { id, accountId }));
  return { gone: true };
}

/** As the worker of the portal reads it (portal/public/sw.js). */
const textOf = ({ content: { title, body, url, tag } }: PushRow, { language }: Pick<PushDeviceRow, 'language'>): string =>
  JSON.stringify({ title: title[language], body: body[language], url, tag, language });

/** `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3). */
function waited(after: string | undefined, now: string): { readonly after?: number } {
  if (after === undefined) return {};
  const milliseconds = /^\d{1,9}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(now);
  return Number.isNaN(milliseconds) ? {} : { after: Math.min(again.most, Math.max(again.least, milliseconds)) };
}
