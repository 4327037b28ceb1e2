import type { Data, Json } from '../../engine/state.ts';
import { changed, valueAt } from '../../forms/field-path.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import { checkAnswer } from '../forms/check-answer.ts';
import type { Language } from '../http/language.ts';
import { ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import { tellOf } from '../live/tell.ts';
import { spotCorrected } from '../nearby/spot-of.ts';
import type { Services } from '../services.ts';
import { openFolder } from '../views/folder.ts';
import { isSupplement } from '../views/is-supplement.ts';
import type { Portal } from './portal.ts';
import { applicationOf, type Head } from './read-message.ts';
import { takeFiles } from './take-files.ts';
import { readOf, taken, type Taken } from './taken.ts';

interface Supplement { readonly head: Head; readonly number: number; readonly dossier: DossierRow | undefined; readonly message: Json }
interface Context { readonly language: Language; readonly at: string }

const unknown = { vi: 'Chưa có hồ sơ nào của cổng mang mã này, nên chưa bổ sung được.', en: 'No dossier of the portal has this code, so that nothing can be supplemented.' };
const notAsked = { vi: 'Hồ sơ không có yêu cầu bổ sung lần này đang chờ trả lời.', en: 'The dossier has no such request to supplement that waits for an answer.' };
const nothing = { vi: 'Thông điệp không có mục nào được yêu cầu bổ sung.', en: 'The message has nothing of what was asked for.' };

/**
 * Answers a request to supplement from a portal's message, as whoever applied does on their page: of its application only what was asked for
 * is taken, its files with it. A request that is answered already stays as it is. Throws a problem whose reasons the portal can show; nothing is kept then.
 */
export async function takeSupplement(services: Services, portal: Portal, { head, number, dossier, message }: Supplement, { language, at }: Context): Promise<Taken> {
  if (dossier === undefined || dossier.applicantAccount === null) throw new ProblemError('rejected', { detail: unknown });
  const { folder, account } = await services.store.read(async (tx) => ({ folder: await openFolder(tx, services, dossier, at), account: await tx.accounts.first({ id: dossier.applicantAccount ?? '' }) }));
  const request = folder.supplements.find((one) => one.number === number);
  if (request !== undefined && request.answeredAt !== null) return taken(services, head, dossier, 'repeated');
  const task = folder.tasks.find((one) => one.status === 'open' && isSupplement(one, folder.pack));
  const form = folder.pack.forms.get(folder.pack.procedure.forms.application);
  const mapping = portal.description.procedures[dossier.procedureKey];
  if (request === undefined || task === undefined || form === undefined || mapping === undefined || account === undefined) throw new ProblemError('rejected', { detail: notAsked });
  const answers = readOf(applicationOf(mapping, message, at, language));
  const asked = request.items.map(({ path }) => path).filter((path) => valueAt(answers, path) !== undefined);
  if (asked.length === 0) throw new ProblemError('rejected', { detail: nothing });
  const picked = asked.reduce<Data>((data, path) => changed(data, path, valueAt(answers, path)), {});
  const { application, rows, faults } = await takeFiles(portal, services.files, { procedure: folder.pack.procedure, form }, picked, { at, language, newId: services.newId });
  if (faults.length > 0) throw new ProblemError('invalid', { errors: faults });
  const data = { changes: Object.fromEntries(asked.map((path) => [path, valueAt(application, path) ?? null])) };
  await services.store.transaction(async (tx) => {
    for (const row of rows) await tx.files.insert({ ...row, dossierId: dossier.id, ownerAccount: account.id });
  });
  try {
    const actor = { account, roles: [], session: '', expires: { idle: at, absolute: at } };
    const spot = await services.store.read(async (tx) => {
      await checkAnswer(tx, folder, task, data, actor, language, at);
      return spotCorrected(tx, folder.pack, dossier.data, data, at);
    });
    settled(await services.runtime.completeTask({ actor: account.id, key: `intake:${services.newId()}`, taskId: task.id, data, ...(spot && { spot }) }), 'dossier-closed');
  } catch (error) {
    await services.store.transaction((tx) => tx.files.remove({ id: { in: rows.map(({ id }) => id) } }));
    // Somebody brought the same while this was on its way, or the person answered it here.
    const answered = await services.store.read((tx) => tx.supplements.first({ dossierId: dossier.id, number }));
    if (answered?.answeredAt == null) throw error;
    return taken(services, head, dossier, 'repeated');
  }
  const now = await services.store.read((tx) => tx.dossiers.first({ id: dossier.id }));
  tellOf(services.live, now ?? dossier, at);
  return taken(services, head, now ?? dossier, 'supplemented');
}
