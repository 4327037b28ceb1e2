import type { Data } from '../../engine/state.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { subjectOf } from '../forms/check-draft.ts';
import { judge } from '../forms/judge.ts';
import { lookUpsFor } from '../look-ups/look-up.ts';
import type { Services } from '../services.ts';

/** `ago`: so many minutes before now. */
interface Deed { readonly ago: number; readonly by: string; readonly complete?: string; readonly answer: Data }

/** What people do to one dossier of the office's own: the first begins it. */
export interface OfficeStory { readonly unit: string; readonly deeds: readonly Deed[] }

export const begin = (ago: number, by: string, answer: Data): Deed => ({ ago, by, answer });
export const done = (ago: number, by: string, complete: string, answer: Data): Deed => ({ ago, by, complete, answer });

/** Does one deed as the person would; answers the dossier's id. */
export async function playDeed(services: Services, hash: string, { unit }: OfficeStory, { by, complete, answer, ago }: Deed, dossierId: string | undefined): Promise<string> {
  const { store, library, runtime, now } = services;
  const actor = `account-${by}`;
  const key = `sample deed:${hash}:${by}:${ago}`;
  if (complete === undefined) {
    const ready = await store.read(async (tx) => {
      const pack = await library.version(tx, hash);
      const form = pack?.forms.get(pack.procedure.forms.application);
      if (pack === undefined || form === undefined) throw new Error(`expected the published version ${hash} and its form`);
      const { value, errors } = judge(form, answer, now(), await cataloguesFor(tx, undefined, now(), form), 'vi');
      if (errors.length > 0) throw new Error(`expected an answer of the sample that the form takes, but ${JSON.stringify(errors)}`);
      return { value, subject: subjectOf(pack, value, now()), lookUps: await lookUpsFor(tx, pack, value, now()) };
    });
    const begun = await runtime.begin({ actor, key, procedureHash: hash, unitId: unit, application: ready.value, subject: ready.subject, decided: { lookUps: ready.lookUps } });
    if (!begun.ok) throw new Error(`expected the sample’s dossier to begin, but it was refused: ${begun.message}`);
    return begun.value.dossierId;
  }
  const task = await store.read((tx) => tx.tasks.first({ dossierId: dossierId ?? '', node: complete, status: 'open' }));
  if (task === undefined) throw new Error(`expected an open step "${complete}" of the sample’s dossier, but there is none`);
  const settled = await runtime.completeTask({ actor, key, taskId: task.id, data: answer });
  if (!settled.ok) throw new Error(`expected the sample's step ${complete} to be accepted, but it was refused: ${settled.message}`);
  return task.dossierId;
}
