import { officeDate } from '../../engine/calendar/office-day.ts';
import { hasErrors } from '../../procedures/finding.ts';
import { notSound, withChanges } from '../designer/changed-files.ts';
import { openPackage } from '../designer/draft.ts';
import { workbench } from '../designer/workbench.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { withPublished } from '../library/called.ts';
import { packageFiles } from '../library/package-files.ts';
import type { Services } from '../services.ts';
import { advance } from '../trial/advance.ts';
import { record } from '../trial/record.ts';
import { openTrial, type Trial } from '../trial/trial.ts';
import { trialView } from '../trial/trial-view.ts';
import { trialUnits } from '../trial/units.ts';

/** Drafts are tried out: by their designer alone, who plays everybody. */
export const trialHandlers = (services: Services) => {
  const { store, trials } = services;
  const bench = workbench();
  const opened = (owner: string, id: string): Trial => {
    const trial = trials.of(owner, id);
    if (trial === undefined) throw notFound();
    return trial;
  };
  return {
    'POST /api/designer/procedures/:key/trial': async ({ params, body, actor, at, language }) => {
      const found = await store.read(async (tx) => ({ open: await openPackage(tx, params.key), units: await tx.units.find({}), calendars: await tx.calendars.find({}) }));
      const content = await withPublished(services, await packageFiles(services.files, withChanges(found.open.files, body.files ?? [])));
      const inspection = await bench.put({ work: 'inspect', files: content, today: officeDate(at) });
      if (inspection.loaded?.key !== params.key || hasErrors(inspection.findings)) throw notSound(inspection.findings, language);
      const trial = await openTrial(services, { owner: actor.account.id, content, inspection, units: trialUnits(found.units, at), calendars: found.calendars });
      if (!trials.keep(trial)) {
        await trial.end();
        throw new ProblemError('unavailable', { retryAfter: 60 });
      }
      return trialView(trial);
    },

    'GET /api/designer/trials/:id': ({ params, actor }) => trialView(opened(actor.account.id, params.id)),

    'POST /api/designer/trials/:id/advance': async ({ params, body, actor }) => {
      const trial = opened(actor.account.id, params.id);
      await advance(trial, body);
      return trialView(trial);
    },

    'POST /api/designer/trials/:id/scenario': async ({ params, body, actor }) => record(bench, opened(actor.account.id, params.id), body.dossier, body.name),

    'DELETE /api/designer/trials/:id': async ({ params, actor }) => {
      opened(actor.account.id, params.id);
      await trials.end(actor.account.id);
    },
  } satisfies Partial<Handlers>;
};
