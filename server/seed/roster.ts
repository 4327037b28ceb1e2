import type { Services } from '../services.ts';
import { counter, ward } from './units.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** Hours from midnight in the ward. */
export interface SampleShift { readonly unitId: string; readonly accountId: string; readonly from: number; readonly to: number; readonly note: string }

/** Through the night and by day; the phones are made up. */
export const ownShifts: readonly SampleShift[] = [
  { unitId: ward, accountId: 'account-thuly2', from: 7, to: 19, note: 'Máy trực 02 (giả định)' },
  { unitId: ward, accountId: 'account-thuly', from: 19, to: 31, note: 'Máy trực 02 (giả định)' },
  { unitId: counter, accountId: 'account-tiepnhan', from: 7, to: 19, note: 'Tiếp nhận phản ánh (giả định)' },
];

/** Who is on duty in a ward of the sample, from last night on until tomorrow, as its head of section wrote it down. */
export async function keepRoster({ store, newId }: Pick<Services, 'store' | 'newId'>, shifts: readonly SampleShift[], createdBy: string, today: string): Promise<void> {
  const midnight = Math.floor((Date.parse(today) + 7 * hour) / day) * day - 7 * hour;
  const at = (hours: number): string => new Date(midnight + hours * hour).toISOString();
  await store.transaction(async (tx) => {
    for (let ahead = -1; ahead < 2; ahead += 1) {
      for (const { unitId, accountId, from, to, note } of shifts) await tx.dutyShifts.insert({ id: newId(), unitId, accountId, startsAt: at(ahead * 24 + from), endsAt: at(ahead * 24 + to), note, createdAt: today, createdBy });
    }
  });
}
