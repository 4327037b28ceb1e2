import type { Data, Json } from '../../engine/state.ts';
import { takesFiles } from '../../forms/answer-files.ts';
import { expand } from '../../forms/expand.ts';
import { isObject, placesOf, setAt, valueAt, type Draft } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { FileStore } from '../../storage/files.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Language } from '../http/language.ts';
import { ProblemError } from '../http/problem-error.ts';
import { NotAnswered } from '../outside/send.ts';
import { keepOne } from '../uploads/receive.ts';
import { safeFileName } from '../uploads/file-name.ts';
import { refusalOf, rulesOf } from '../uploads/rules.ts';
import type { Portal } from './portal.ts';

/** Files of one dossier. */
const most = 100;

interface Asked { readonly procedure: Procedure; readonly form: Form }
interface Taken { readonly application: Data; readonly rows: readonly Omit<FileRow, 'ownerAccount'>[]; readonly faults: readonly FieldProblem[] }

const missing = { vi: 'Không tải được tệp này từ cổng.', en: 'This file cannot be fetched from the portal.' };
const unreadable = { vi: 'Chưa rõ tệp nằm ở đâu: cần đường dẫn và tên tệp.', en: 'It is not said where the file is: path and name are needed.' };
const tooMany = { vi: `Hồ sơ có quá ${most} tệp.`, en: `The dossier has more than ${most} files.` };
const away = { vi: 'Chưa lấy được tệp từ cổng; vui lòng gửi lại sau ít phút.', en: 'The files could not be fetched from the portal; please send it again in a few minutes.' };

/** Fetches the files that an application names from the portal, one after the other, each judged by its content as an upload is. Throws ProblemError `unavailable` while the portal does not hand them out. */
export async function takeFiles(portal: Portal, store: FileStore, { procedure, form }: Asked, application: Data, { at, language, newId }: { readonly at: string; readonly language: Language; readonly newId: () => string }): Promise<Taken> {
  const answer = structuredClone(application) as Draft;
  const rows: Omit<FileRow, 'ownerAccount'>[] = [];
  const faults: FieldProblem[] = [];
  const places = [...expand(form).fields.values()].filter(takesFiles).flatMap(({ id }) => placesOf(answer, id));
  for (const path of places) {
    const named = valueAt(answer, path);
    if (named === undefined) continue;
    const files = (Array.isArray(named) ? named : [named]) as readonly Json[];
    const rules = rulesOf(procedure, [form], path);
    if (files.length > rules.maxFiles || rows.length + files.length > most) {
      faults.push({ path, message: files.length > rules.maxFiles ? refusalOf({ name: safeFileName(String(files.length)), reason: 'too-many' })[language] : tooMany[language] });
      continue;
    }
    const kept: Data[] = [];
    for (const file of files) {
      const one = isObject(file) && typeof file['path'] === 'string' && file['path'].startsWith('/') && typeof file['name'] === 'string' ? { from: file['path'], name: safeFileName(file['name']) } : undefined;
      const done = one === undefined ? undefined : await fetchOne(portal, store, one, rules);
      if (done === undefined || 'missing' in done) faults.push({ path, message: (done === undefined ? unreadable : missing)[language] });
      else if ('reason' in done) faults.push({ path, message: refusalOf(done)[language] });
      else {
        const id = newId();
        rows.push({ id, ...done, draftId: null, dossierId: null, createdAt: at });
        kept.push({ file: id, name: done.name, size: done.size, type: done.type, sha256: done.sha256 });
      }
    }
    setAt(answer, path, kept);
  }
  return { application: answer, rows, faults };
}

async function fetchOne(portal: Portal, store: FileStore, { from, name }: { readonly from: string; readonly name: string }, rules: ReturnType<typeof rulesOf>) {
  try {
    return await portal.file(from, (bytes) => keepOne(bytes, name, store, rules));
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    if (error.lasting !== undefined) return { missing: true as const };
    throw new ProblemError('unavailable', { detail: away, retryAfter: 60 });
  }
}
