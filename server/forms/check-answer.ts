import type { Data, Json } from '../../engine/state.ts';
import { changed, isObject } from '../../forms/field-path.ts';
import type { Transaction } from '../../storage/store.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Actor } from '../access/actor.ts';
import type { Language } from '../http/language.ts';
import { ProblemError } from '../http/problem-error.ts';
import { applicationOf } from '../views/answer.ts';
import type { Folder } from '../views/folder.ts';
import { cataloguesFor } from './catalogues.ts';
import { judge } from './judge.ts';
import { strayFiles } from './own-files.ts';

/**
 * A step's answer as it is to be kept: judged by its form, normalised, its files the actor's own.
 * Corrections of a supplement are judged within the whole application. Throws `invalid` with every error.
 */
export async function checkAnswer(tx: Transaction, { pack, dossier }: Folder, task: TaskRow, answer: Data, actor: Actor, language: Language, at: string): Promise<Json> {
  const stray = await strayFiles(tx, answer, actor, dossier.id, language);
  if (stray.length > 0) throw new ProblemError('invalid', { errors: stray });
  const catalogues = await cataloguesFor(tx, actor, at);
  const changes = answer['changes'];
  if (task.role === 'applicant' && isObject(changes)) {
    const form = pack.forms.get(pack.procedure.forms.application);
    const corrected = Object.entries(changes).reduce((data, [path, value]) => changedSafely(data, path, value), applicationOf(dossier.data));
    const { errors } = form === undefined ? { errors: [] } : judge(form, corrected, at, catalogues, language);
    if (errors.length > 0) throw new ProblemError('invalid', { errors: errors.map(({ path, message }) => ({ path: `changes.${path}`, message })) });
    return answer;
  }
  const form = task.form === null ? undefined : pack.forms.get(task.form);
  if (form === undefined) return answer;
  const { value, errors } = judge(form, answer, at, await cataloguesFor(tx, actor, at, form), language);
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
  return value;
}

function changedSafely(data: Data, path: string, value: Json): Data {
  if (!/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+){0,10}$/.test(path)) throw new ProblemError('invalid', { errors: [{ path: `changes.${path.slice(0, 100)}`, message: '?' }] });
  return changed(data, path, value);
}
