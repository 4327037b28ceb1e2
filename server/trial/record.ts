import { retell } from '../../procedures/record-journal.ts';
import type { TrialRecorded } from '../api/trial.ts';
import { livedOf } from '../designer/lived.ts';
import type { Workbench } from '../designer/workbench.ts';
import { notFound } from '../http/problem-error.ts';
import type { Trial } from './trial.ts';

/** What was lived with one dossier of a trial, as a scenario of the package. */
export async function record(bench: Workbench, trial: Trial, dossierId: string, name: { readonly vi: string; readonly en: string }): Promise<TrialRecorded> {
  const { entries, calendars } = await trial.services.store.read(async (tx) => {
    if ((await tx.dossiers.count({ id: dossierId })) === 0) throw notFound();
    return { entries: await tx.journalPayloads.find({ dossierId }, { order: [['seq', 'asc']] }), calendars: await tx.calendars.find({}) };
  });
  const { problems, ...told } = retell(livedOf(entries), trial.clock.now());
  if (problems.length > 0) return { name, problems: [...problems], files: [] };
  return bench.put({ work: 'record', files: trial.content, calendars: Object.fromEntries(calendars.map(({ id, data }) => [id, data])), name, told });
}
