import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import { heldRoles } from '../access/held-roles.ts';
import type { PushDeviceRow } from '../../storage/tables/pushes.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { factsOfError } from '../http/log.ts';
import type { Services } from '../services.ts';
import { listed } from '../worklist/asked.ts';
import { leavePushes } from './leave-pushes.ts';

type House = Pick<Services, 'store' | 'now' | 'log'>;

/** So far before the last look is looked again: a step is seen only when its transaction has ended. What was told is not told again. */
const overlapMs = 60_000;
/** More at once would only ring; the rest stands in the worklist. */
const most = 3;

/** Looks for whoever works here with a device what has come into their worklist since, and what is due soon; each device's look is a transaction. */
export async function tellStaff({ store, now }: Pick<House, 'store' | 'now'>): Promise<void> {
  const staff = await store.read(async (tx) => {
    const devices = await tx.pushDevices.find({}, { order: [['id', 'asc']] });
    const accounts = await tx.accounts.find({ id: { in: [...new Set(devices.map(({ accountId }) => accountId))] }, kind: 'staff', active: true });
    return devices.filter(({ accountId }) => accounts.some(({ id }) => id === accountId));
  });
  for (const { id } of staff) await store.transaction((tx) => look(tx, id, now()));
}

async function look(tx: Transaction, id: string, now: string): Promise<void> {
  const device = await tx.pushDevices.first({ id }, { lock: 'wait' });
  const account = device && (await tx.accounts.first({ id: device.accountId, active: true }));
  if (device === undefined || account === undefined) return;
  const actor = { account, roles: await heldRoles(tx, account.id, now) };
  const since = laterOf(new Date(Date.parse(device.lookedAt) - overlapMs).toISOString(), device.createdAt);
  const own = { any: [listed(actor, 'mine'), { all: [listed(actor, 'team')], claimedBy: null }] } satisfies Where<TaskRow>;
  const came = await tx.tasks.find({ all: [own, { openedAt: { gt: since } }] }, { order: [['openedAt', 'desc'], ['id', 'asc']], limit: most });
  const soon = await tx.tasks.find({ all: [own, { pausedAt: null, firstSoonAt: { gt: since, lte: now }, firstDueAt: { gt: now } }] }, { order: [['firstDueAt', 'asc'], ['id', 'asc']], limit: most });
  for (const task of came) await leave(tx, device, task, now, 'step');
  for (const task of soon) await leave(tx, device, task, now, 'soon');
  await tx.pushDevices.setOne({ id }, { lookedAt: now });
}

const words = { step: { vi: 'Việc mới đang chờ', en: 'A new step waits' }, soon: { vi: 'Sắp đến hạn', en: 'Due soon' } };

/** The step and the dossier's code; nothing of whoever applied. */
const leave = (tx: Transaction, { accountId }: PushDeviceRow, { id, name, code, dossierId }: TaskRow, now: string, what: keyof typeof words) =>
  leavePushes(tx, { about: `${what} ${id}`, to: [accountId], since: now, now, hours: what === 'soon' ? 2 : 24, content: { title: { vi: `${words[what].vi}: ${name.vi}`, en: `${words[what].en}: ${name.en}` }, body: { vi: code, en: code }, url: `/desk/tasks/${id}`, tag: `${what}-${dossierId}`, ...(what === 'soon' && { urgent: true }) } });

const laterOf = (one: string, other: string): string => (one > other ? one : other);

/** One look after the other; one that takes long is not overtaken by the next. */
export function everyLook(services: House): () => void {
  let isOn = false;
  const round = async (): Promise<void> => {
    if (isOn) return;
    isOn = true;
    try {
      await tellStaff(services);
    } catch (error) {
      services.log('warn', 'push.look-failed', factsOfError(error));
    } finally {
      isOn = false;
    }
  };
  return () => void round();
}
