import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Data, Json } from '../../engine/state.ts';
import { codeOn } from '../../procedures/in-force.ts';
import type { Transaction } from '../../storage/store.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { DraftRow } from '../../storage/tables/drafts.ts';
import { checkDraft, type CheckedDraft } from '../forms/check-draft.ts';
import type { Language } from '../http/language.ts';
import { ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import { isFiled, type Package } from '../library/package.ts';
import { tellOf } from '../live/tell.ts';
import type { Services } from '../services.ts';
import { draftData } from '../views/draft-view.ts';
import { filesIn } from '../views/files-view.ts';
import { personAccount } from './person-account.ts';
import type { Portal } from './portal.ts';
import { applicationOf, deliveryOf, headOf, type Head } from './read-message.ts';
import { takeFiles } from './take-files.ts';
import { takeSupplement } from './take-supplement.ts';
import { readOf, taken, type Taken } from './taken.ts';

interface Context { readonly language: Language; readonly at: string }

/**
 * Takes in a dossier that was filed at a portal, from its message: the way of any other from there. The same code again is the same dossier,
 * and a message that answers a request to supplement goes to the dossier of its code.
 * Throws a problem whose reasons the portal can show, in the language it asks for; nothing is kept then.
 */
export async function takeDossier(services: Services, portal: Portal, message: Json, { language, at }: Context): Promise<Taken> {
  const { description } = portal;
  const head = readOf(headOf(description, message, at, language));
  const known = await services.store.read((tx) => dossierOf(tx, description.name, head.code));
  if (head.supplement !== undefined) return takeSupplement(services, portal, { head, number: head.supplement, dossier: known, message }, { language, at });
  if (known !== undefined) return taken(services, head, known, 'repeated');
  const { key, pack } = await services.store.read((tx) => packOf(services, tx, portal, head, at));
  const form = pack.forms.get(pack.procedure.forms.application);
  const mapping = description.procedures[key];
  if (form === undefined || mapping === undefined) throw new Error(`expected the application form of ${key}, but there is none`);
  const answers = readOf(applicationOf(mapping, message, at, language));
  const delivery = readOf(deliveryOf(mapping, message, at, language));
  const { application, rows, faults } = await takeFiles(portal, services.files, { procedure: pack.procedure, form }, answers, { at, language, newId: services.newId });
  if (faults.length > 0) throw new ProblemError('invalid', { errors: faults });
  // What is refused leaves neither files nor an account behind.
  const ready = await services.store.transaction(async (tx) => {
    const account = await personAccount(tx, head.person, at, services.newId);
    for (const row of rows) await tx.files.insert({ ...row, ownerAccount: account.id });
    const draft: DraftRow = { id: '', accountId: account.id, procedureKey: key, procedureHash: pack.hash, data: draftData({ application, delivery: delivery as never }), revision: 1, createdAt: at, updatedAt: at, dossierId: null };
    const checked = await checkDraft(tx, pack, draft, { account, roles: [], session: '', expires: { idle: at, absolute: at } }, language, at);
    if (!checked.view.valid) throw new ProblemError('invalid', { errors: checked.view.errors });
    return { ...checked, account };
  });
  try {
    return taken(services, head, await file(services, pack, ready, { portal: description.name, head, at }), 'new');
  } catch (error) {
    await services.store.transaction((tx) => tx.files.remove({ id: { in: rows.map(({ id }) => id) }, dossierId: null }));
    // Somebody brought the same while this was on its way.
    const other = await services.store.read((tx) => dossierOf(tx, description.name, head.code));
    if (other !== undefined && error instanceof ProblemError) return taken(services, head, other, 'repeated');
    throw error;
  }
}

async function dossierOf(tx: Transaction, portal: string, code: string): Promise<DossierRow | undefined> {
  const row = await tx.intakes.first({ portal, code });
  return row && tx.dossiers.first({ id: row.dossierId });
}

/** The procedure that has the national code today, among those of which the description tells. */
async function packOf({ library }: Services, tx: Transaction, { description }: Portal, { procedure }: Head, at: string): Promise<{ readonly key: string; readonly pack: Package }> {
  for (const key of Object.keys(description.procedures)) {
    const pack = await library.current(tx, key);
    if (pack !== undefined && isFiled(pack) && codeOn(pack.procedure.codes, officeDate(at)) === procedure) return { key, pack };
  }
  throw new ProblemError('rejected', { detail: { vi: `Thủ tục ${procedure} chưa nhận hồ sơ từ cổng tại đây.`, en: `Procedure ${procedure} takes no dossiers from the portal here.` } });
}

interface Filing { readonly portal: string; readonly head: Head; readonly at: string }

async function file(services: Services, pack: Package, { account, view, unit, receiving, delivery, subject, lookUps, spot }: CheckedDraft & { readonly account: AccountRow }, { portal, head, at }: Filing): Promise<DossierRow> {
  if (unit === undefined) throw new ProblemError('rejected');
  const { name, idNo, phone, email } = head.person;
  const standing = settled(await services.runtime.file({
    actor: account.id, key: `intake:${services.newId()}`, procedureHash: pack.hash, unitId: unit.id, receivingUnitId: receiving.id, application: view.data,
    applicant: { account: account.id, name, idNo, ...(phone !== null && { phone }), ...(email !== null && { email }) },
    channel: 'online', delivery: (delivery ?? {}) as Data, subject, fileIds: filesIn(view.data).map(({ value }) => value.file), origin: { portal, code: head.code },
    ...(pack.procedure.lookUps && { decided: { lookUps } }), ...(spot && { spot }),
  }), 'dossier-closed');
  const dossier = await services.store.read((tx) => tx.dossiers.first({ id: standing.dossierId }));
  if (dossier === undefined) throw new Error('expected the dossier that was filed, but it is not there');
  tellOf(services.live, dossier, at);
  return dossier;
}
