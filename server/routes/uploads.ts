import type { LocalText } from '../../engine/definition.ts';
import type { Transaction } from '../../storage/store.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import { findTask } from '../access/scope.ts';
import type { Actor } from '../access/actor.ts';
import type { Uploaded, UploadTarget } from '../api/file.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { receiveFiles, type UploadRules } from '../uploads/receive.ts';
import { refusalOf, rulesOf } from '../uploads/rules.ts';

/** Files that one draft or dossier holds, replaced ones included. */
const mostOfPlace = 250;

const full: LocalText = { vi: 'Hồ sơ đã có quá nhiều tệp; hãy xóa tệp không cần.', en: 'The dossier holds too many files; please remove some that are not needed.' };

export const uploadHandlers = (services: Services) => ({
  'POST /api/files': async ({ query, actor, context, language, at }) => {
    const { rules, place, held } = await services.store.read(async (tx) => {
      const target = await targetOf(tx, services, actor, query);
      return { ...target, held: await tx.files.count(target.place) };
    });
    if (held >= mostOfPlace) throw new ProblemError('file-refused', { detail: full, errors: [{ path: query.field, message: full[language] }] });
    const { kept, refused } = await receiveFiles(context.req, services.files, rules);
    const rows = kept.map((file): FileRow => ({ id: services.newId(), ...file, ownerAccount: actor.account.id, ...place, createdAt: at }));
    await services.store.transaction(async (tx) => {
      // Again inside: the draft may have been filed, the step done, while the bytes came.
      await targetOf(tx, services, actor, query);
      for (const row of rows) await tx.files.insert(row);
    });
    const failed: Uploaded['refused'] = refused.map(({ name, reason }) => ({ name, reason, message: refusalOf({ name, reason })[language] }));
    if (rows.length === 0) {
      const detail = { vi: refused.map((each) => refusalOf(each).vi).join(' '), en: refused.map((each) => refusalOf(each).en).join(' ') };
      throw new ProblemError('file-refused', { detail, errors: failed.map(({ name, message }) => ({ path: name, message })) });
    }
    return { files: rows.map(({ id, name, size, type, sha256 }) => ({ file: id, name, size, type, sha256 })), refused: failed };
  },
}) satisfies Partial<Handlers>;

interface Target { readonly rules: UploadRules; readonly place: Pick<FileRow, 'draftId' | 'dossierId'> }

/** Where the files belong and what the field takes. A draft must be the actor's own, a step one they may do. */
async function targetOf(tx: Transaction, { library }: Pick<Services, 'library'>, actor: Actor, { draft, task, field }: UploadTarget): Promise<Target> {
  if (draft !== undefined) {
    const row = await tx.drafts.first({ id: draft, accountId: actor.account.id, dossierId: null });
    const pack = row && (await library.current(tx, row.procedureKey));
    if (pack === undefined) throw notFound();
    return { rules: rulesOf(pack.procedure, [pack.forms.get(pack.procedure.forms.application)], field), place: { draftId: draft, dossierId: null } };
  }
  if (task === undefined) throw notFound();
  const { task: step, dossier } = await findTask(tx, actor, task);
  if (step.status !== 'open') throw new ProblemError('task-closed');
  const pack = await library.version(tx, dossier.procedureHash);
  if (pack === undefined) throw notFound();
  const forms = [step.form === null ? undefined : pack.forms.get(step.form), step.role === 'applicant' ? pack.forms.get(pack.procedure.forms.application) : undefined];
  return { rules: rulesOf(pack.procedure, forms, field), place: { draftId: null, dossierId: dossier.id } };
}
