import type { Services } from '../services.ts';
import { counter, ward } from './units.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** Through the night and by day, hours from midnight in the ward; the phones are made up. */
const shifts = [
  { unitId: ward, accountId: 'account-thuly2', from: 7, to: 19, note: 'Máy trực 02 (giả định)' },
  { unitId: ward, accountId: 'account-thuly', from: 19, to: 31, note: 'Máy trực 02 (giả định)' },
  { unitId: counter, accountId: 'account-tiepnhan', from: 7, to: 19, note: 'Tiếp nhận phản ánh (giả định)' },
] as const;

/** Who is on duty in the sample ward, from last night on until tomorrow. */
export async function keepRoster({ store, newId }: Pick<Services, 'store' | 'newId'>, today: string): Promise<void> {
  const midnight = Math.floor((Date.parse(today) + 7 * hour) / day) * day - 7 * hour;
  const at = (hours: number): string => new Date(midnight + hours * hour).toISOString();
  await store.transaction(async (tx) => {
    for (let ahead = -1; ahead < 2; ahead += 1) {
      for (const { unitId, accountId, from, to, note } of shifts) await tx.dutyShifts.insert({ id: newId(), unitId, accountId, startsAt: at(ahead * 24 + from), endsAt: at(ahead * 24 + to), note, createdAt: today, createdBy: 'account-truongphong' });
    }
  });
}
