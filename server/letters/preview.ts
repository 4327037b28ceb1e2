import type { Data } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { Actor } from '../access/actor.ts';
import { notFound } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import type { Folder } from '../views/folder.ts';
import { resultKey } from '../views/step-name.ts';
import { fillPaper } from './make.ts';

/** The letter as it would be with this answer: nothing is kept, no number is taken, and its code verifies nothing. */
export async function previewLetter(services: Services, folder: Folder, task: TaskRow, letter: string, answer: Data, actor: Actor): Promise<Uint8Array> {
  if (!(folder.pack.definition.nodes[task.node]?.step.letters ?? []).includes(letter)) throw notFound();
  const dossier = { ...folder.dossier, data: { ...folder.dossier.data, [resultKey(folder.pack.definition, task.node)]: answer } };
  const paper = await services.store.read((tx) => fillPaper(tx, services, { ...folder, dossier }, letter, {
    inputs: inputsFrom(answer), number: '…', issuedAt: folder.at, code: 'XEM-TRUOC', acting: actor.account.id,
  }));
  if (paper === undefined) throw notFound();
  return paper.render();
}

/** What the connector would hand the letter, as far as the answer says it: reasons of a refusal or an apology. */
function inputsFrom(answer: Data): Data {
  const refusal = answer['refusal'];
  return { ...answer, ...(isObject(refusal) ? refusal : {}) };
}
