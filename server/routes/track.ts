import type { DossierState } from '../api/clock.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { throttle } from '../session/throttle.ts';
import { applicantOf, stateSince } from '../views/dossier-view.ts';
import { dossierClock } from '../views/clock-view.ts';
import { openFolder } from '../views/folder.ts';
import { timelineOf, turnOf } from '../views/timeline.ts';

/** The code runs in sequence, so it is no secret: the second factor is, and wrong tries are few. */
export const trackHandlers = (services: Services) => {
  const perAddress = throttle(20, 3600);
  const perCode = throttle(20, 3600);
  return {
    'POST /api/track': async ({ body, context, at }) => {
      const code = body.code.trim().toUpperCase();
      await perAddress.take(context.ip);
      await perCode.take(code);
      const found = await services.store.read(async (tx) => {
        const dossier = await tx.dossiers.first({ code });
        if (dossier === undefined) return undefined;
        const applicant = applicantOf(dossier);
        const right = [applicant?.idNo, applicant?.phone, dossier.applicantPhone].some((number) => (number ?? '').replaceAll(/\D/g, '').slice(-4) === body.lastDigits);
        return right ? openFolder(tx, services, dossier, at) : undefined;
      });
      if (found === undefined) throw notFound();
      await perAddress.giveBack(context.ip);
      await perCode.giveBack(code);
      const { dossier, pack, calendar, tasks, names } = found;
      return {
        code: dossier.code, procedure: pack.procedure.shortName, unit: names.unit(dossier.unitId), state: dossier.state as DossierState, stateSince: stateSince(found),
        submittedAt: dossier.submittedAt, clock: dossierClock(calendar, dossier, at, pack.procedure.dueSoon), turn: turnOf(pack, dossier, tasks, names),
        timeline: timelineOf(pack, dossier, tasks, calendar, names, at),
      };
    },
  } satisfies Partial<Handlers>;
};
