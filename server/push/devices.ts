import { createHash } from 'node:crypto';
import type { Transaction } from '../../storage/store.ts';
import type { PushDeviceRow } from '../../storage/tables/pushes.ts';

/** One browser, whoever uses it: whoever reads an id cannot send to it. */
export const deviceId = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');

/** Forgets a device, and what was on its way to it. */
export async function dropDevice(tx: Transaction, { id, ...where }: Pick<PushDeviceRow, 'id'> & Partial<Pick<PushDeviceRow, 'accountId'>>): Promise<boolean> {
  if ((await tx.pushDevices.first({ id, ...where }, { lock: 'wait' })) === undefined) return false;
  await tx.pushes.remove({ deviceId: id });
  return (await tx.pushDevices.remove({ id })) > 0;
}
