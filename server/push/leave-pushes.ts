import { createHash } from 'node:crypto';
import type { Transaction } from '../../storage/store.ts';
import type { PushContent } from '../../storage/tables/pushes.ts';

/** What is left for the devices of some people. */
export interface Leaving {
  /** Names what is told: left twice under the same name it is told once. */
  readonly about: string;
  readonly to: readonly string[];
  readonly content: PushContent;
  /** When it came about: a device that was turned on later is not told. */
  readonly since: string;
  readonly now: string;
  /** For how long it is news. */
  readonly hours?: number;
}

/** Longest title and body, in letters: a push carries 4,096 bytes (RFC 8291, 4). */
const longest = 200;

/** Leaves a push for every device of these people, in the transaction that knows it. Answers how many were left now. */
export async function leavePushes(tx: Transaction, { about, to, content, since, now, hours = 24 }: Leaving): Promise<number> {
  if (to.length === 0) return 0;
  const devices = await tx.pushDevices.find({ accountId: { in: [...to] }, createdAt: { lte: since } }, { order: [['id', 'asc']] });
  const expiresAt = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  let left = 0;
  for (const { id: deviceId } of devices) {
    const id = createHash('sha256').update(`${about}\n${deviceId}`).digest('base64url');
    if (await tx.pushes.insertIfAbsent({ id, deviceId, content: cut(content), status: 'open', createdAt: now, runAt: now, expiresAt, sentAt: null, attempts: 0, fence: 0, leasedBy: null, error: null })) left += 1;
  }
  return left;
}

const short = (text: string): string => ([...text].length <= longest ? text : `${[...text].slice(0, longest - 1).join('')}…`);
const cut = ({ title, body, ...more }: PushContent): PushContent => ({ ...more, title: { vi: short(title.vi), en: short(title.en) }, body: { vi: short(body.vi), en: short(body.en) } });
