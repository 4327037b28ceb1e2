import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { OutboxRow } from '../../storage/tables/outbox.ts';
import type { Services } from '../services.ts';
import { noticeText } from '../views/notice.ts';
import { leavePushes } from './leave-pushes.ts';

type House = Pick<Services, 'store' | 'library' | 'now'>;

/** For those who follow somebody else's report: that it stands otherwise, and nothing of whoever sent it in. */
const followedNews = { vi: 'Việc bạn theo dõi có tin mới', en: 'There is news of a matter that you follow' };

/** What an applicant is told comes to their devices too, and to those of whoever follows the same: the title of the notice and the dossier's code, and nothing else of it. */
export async function pushNotice({ store, library, now }: House, notice: OutboxRow, dossier: DossierRow): Promise<void> {
  const isWanted = await store.read(async (tx) => (await tx.pushDevices.count({ accountId: { in: [notice.recipient, ...(await followersOf(tx, dossier)).people] } })) > 0);
  if (!isWanted) return;
  await store.transaction(async (tx) => {
    const pack = await library.version(tx, dossier.procedureHash);
    if (pack === undefined || pack.procedure.protectsApplicant === true) return;
    const on = { since: notice.createdAt, now: now() };
    const code = { vi: dossier.code, en: dossier.code };
    await leavePushes(tx, { about: `notice ${notice.id}`, to: [notice.recipient], content: { title: noticeText(notice, pack.procedure).title, body: code, url: `/dossiers/${dossier.id}`, tag: `notice-${notice.id}` }, ...on });
    // They are told once of each state, however many notices it leaves, and never which dossier it is.
    const { spot = '', people } = await followersOf(tx, dossier);
    await leavePushes(tx, { about: `state ${spot} ${dossier.state} ${dossier.endedAt ?? ''}`, to: people, content: { title: followedNews, body: pack.procedure.shortName, url: '/follows', tag: `follows-${spot}` }, ...on });
  });
}

async function followersOf(tx: Transaction, { id, state }: DossierRow): Promise<{ readonly spot?: string; readonly people: readonly string[] }> {
  const spot = await tx.spots.first({ dossierId: id });
  return spot === undefined ? { people: [] } : { spot: spot.id, people: (await tx.followers.find({ spotId: spot.id, seenState: { not: state } })).map(({ accountId }) => accountId) };
}
