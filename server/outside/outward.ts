import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Data } from '../../engine/state.ts';
import type { Description } from '../../procedures/described/description.ts';
import { codeOn } from '../../procedures/in-force.ts';
import type { Outcome } from '../../runtime/connector.ts';
import { PutOff } from '../../runtime/put-off.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { OutboxRow } from '../../storage/tables/outbox.ts';
import { callDescribed } from '../connectors/described.ts';
import type { Package } from '../library/package.ts';
import type { Services } from '../services.ts';
import { fieldLabel } from '../views/answer.ts';
import { noticeText } from '../views/notice.ts';
import type { OwnDescriptions } from './own-descriptions.ts';
import { knows } from './systems.ts';

/** Who hears of every national state, as a recipient of the outbox: no account has such an id. */
export const nationalPortal = 'system:national-portal';

/** National state 5: whoever applied is to complete the dossier. */
const supplementState = 5;

type House = Pick<Services, 'store' | 'library' | 'configuration' | 'now' | 'log'>;
type Tell = (description: Description, inputs: Data) => Promise<Outcome>;

/** Hands a notice on to where it is wanted besides the portal's own page. Throws to be tried again. */
export function outward(house: House, descriptions: OwnDescriptions): (notice: OutboxRow, dossier: DossierRow) => Promise<void> {
  const turns = new Map<string, number>();
  return async (notice, dossier) => {
    const tell: Tell = (description, inputs) =>
      callDescribed({ ...house.configuration, turns }, description, { key: notice.id, job: notice.id, dossier, inputs, at: notice.createdAt, attempt: notice.attempts, waiting: null }, house.now(), new AbortController().signal);
    if (notice.recipient !== nationalPortal && !knows(house.configuration.systems, descriptions['message.send'].system)) return;
    const pack = await house.store.read((tx) => house.library.version(tx, dossier.procedureHash));
    if (pack === undefined) return;
    if (notice.recipient === nationalPortal) await tellPortal(house, descriptions, { notice, dossier, pack, tell });
    else await tellPerson(house, descriptions, { notice, dossier, pack, tell });
  };
}

/** What is asked of whoever filed at the portal, for it to show them; null once it was answered. */
async function supplementOf({ store, configuration }: House, dossier: DossierRow, pack: Package): Promise<Data | null> {
  const [asked] = await store.read((tx) => tx.supplements.find({ dossierId: dossier.id, answeredAt: null }, { order: [['number', 'desc']], limit: 1 }));
  if (asked === undefined) return null;
  const [task] = await store.read((tx) => tx.tasks.find({ dossierId: dossier.id, status: 'open', role: 'applicant' }, { limit: 1 }));
  const form = pack.forms.get(pack.procedure.forms.application);
  const lines = [...asked.items.map(({ path, remark }) => `${fieldLabel(form, path).vi}: ${remark}`), ...(asked.remark === null ? [] : [asked.remark])];
  return { number: asked.number, respondBy: task?.dueAt ?? null, asked: lines.join('\n'), url: `${configuration.publicUrl}/dossiers/${dossier.id}` };
}

interface Telling { readonly notice: OutboxRow; readonly dossier: DossierRow; readonly pack: Package; readonly tell: Tell }

/** The portal hears of the states of a dossier in their order; what cannot be told now is told later, however often that takes. */
async function tellPortal(house: House, descriptions: OwnDescriptions, { notice, dossier, pack, tell }: Telling): Promise<void> {
  const { store, log } = house;
  const procedureCode = codeOn(pack.procedure.codes, officeDate(dossier.submittedAt));
  // What was no procedure of the national list when it was filed is not known there, nor what happens to it later.
  if (procedureCode === undefined) return;
  const before = await store.read((tx) => tx.outbox.first({ dossierId: dossier.id, recipient: nationalPortal, status: 'open', place: { lte: notice.place - 1 } }));
  if (before !== undefined) throw new PutOff('expected what happened before to be told first, but it is not yet', 2000);
  // What was filed there has its own code there.
  const portalCode = (await store.read((tx) => tx.intakes.first({ dossierId: dossier.id })))?.code ?? null;
  const outcome = notice.kind === 'dossier.filed'
    ? await tell(descriptions['national-portal.submit'], { code: dossier.code, portalCode, procedureCode, channel: dossier.channel, at: notice.createdAt })
    : await tell(descriptions['national-portal.sync'], { code: dossier.code, portalCode, state: notice.payload['state'] ?? null, supplement: portalCode !== null && notice.payload['state'] === supplementState ? await supplementOf(house, dossier, pack) : null, at: notice.createdAt, due: dossier.dueAt, ended: dossier.endedAt });
  if ('done' in outcome) return;
  log('error', 'national-portal.not-told', { dossier: dossier.id, attempts: notice.attempts, code: 'code' in outcome ? outcome.code : 'retry' });
  const longest = (descriptions['national-portal.sync'].retry?.longestSeconds ?? 3600) * 1000;
  throw new PutOff('expected the national portal to take it, but it did not', 'retry' in outcome ? (outcome.after ?? longest) : longest);
}

/** Whoever chose so hears by SMS or Zalo too: the title of the notice and the dossier's code, and nothing else of it. A message that does not go out is not missed: the notice stands on the portal. */
async function tellPerson({ store, log }: House, descriptions: OwnDescriptions, { notice, dossier, pack, tell }: Telling): Promise<void> {
  if (pack.procedure.protectsApplicant === true) return;
  const found = await store.read(async (tx) => ({ choice: await tx.messageChoices.first({ accountId: notice.recipient }), account: await tx.accounts.first({ id: notice.recipient }) }));
  // What was said before somebody chose is not told again.
  if (found.choice === undefined || found.account === undefined || found.choice.chosenAt > notice.createdAt) return;
  const { channel, phone } = found.choice;
  const outcome = await tell(descriptions['message.send'], { channel, phone, text: `${noticeText(notice, pack.procedure).title[found.account.language]} (${dossier.code})` });
  if ('done' in outcome) return;
  if ('retry' in outcome && outcome.last !== true) throw new PutOff('expected the message to be taken, but it was not', outcome.after ?? 30_000);
  log('warn', 'message.not-sent', { dossier: dossier.id, attempts: notice.attempts, code: 'code' in outcome ? outcome.code : 'error' in outcome ? outcome.error : 'retry' });
}
