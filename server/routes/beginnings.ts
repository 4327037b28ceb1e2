import { handStarts } from '../../engine/begun-by-hand.ts';
import type { Transaction } from '../../storage/store.ts';
import { holdsStep, type Actor } from '../access/actor.ts';
import { unitsOf } from '../access/scope.ts';
import { linksIn } from '../area/links.ts';
import type { Beginning } from '../api/beginning.ts';
import type { DossierState } from '../api/clock.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { subjectOf } from '../forms/check-draft.ts';
import { judge } from '../forms/judge.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { settled } from '../http/settled.ts';
import type { Package } from '../library/package.ts';
import { tellOf } from '../live/tell.ts';
import { lookUpsFor } from '../look-ups/look-up.ts';
import type { Services } from '../services.ts';
import { namesOf } from '../views/names.ts';
import { whoseRole } from '../views/step-name.ts';

/** Dossiers that nobody applies for, and that people of the office begin at the desk. */
export const beginningHandlers = (services: Services) => {
  const { store, library, runtime } = services;
  /** Units in which the actor may begin dossiers of the procedure. */
  const unitsFor = async (tx: Transaction, actor: Actor, { definition, procedure }: Package): Promise<string[]> => {
    const [start] = handStarts(definition);
    if (start === undefined) return [];
    const held = [...new Set(actor.roles.filter(({ role }) => start.roles.includes(role)).map(({ unitId }) => unitId))];
    const { office, beginsIn } = procedure;
    const units = held.length === 0 ? [] : await tx.units.find({ id: { in: held }, ...(office && { code: office.unit }), ...(beginsIn && { kind: { in: beginsIn } }) }, { order: [['id', 'asc']] });
    return units.map(({ id }) => id);
  };

  return {
    'GET /api/desk/beginnings': ({ actor }) => store.read(async (tx) => {
      const procedures: Beginning[] = [];
      const { readable } = await library.published(tx);
      for (const pack of readable) {
        const units = await unitsFor(tx, actor, pack);
        if (units.length === 0) continue;
        const names = await namesOf(tx, units);
        const { key, name, summary, sector, forms } = pack.procedure;
        procedures.push({ key, name, summary, sector, version: pack.hash, form: forms.application, units: units.map(names.unit) });
      }
      return { procedures, duty: unitsOf(actor).length > 0 && readable.some(({ procedure }) => procedure.duty !== undefined) };
    }),

    'POST /api/desk/dossiers': async ({ body, actor, key, language, at }) => {
      const ready = await store.read(async (tx) => {
        const pack = await library.current(tx, body.procedure);
        const form = pack?.forms.get(pack.procedure.forms.application);
        if (pack === undefined || form === undefined || !(await unitsFor(tx, actor, pack)).includes(body.unit)) throw notFound();
        const { value, errors } = judge(form, body.data, at, await cataloguesFor(tx, actor, at, form), language);
        if (errors.length > 0) throw new ProblemError('invalid', { errors: errors.map(({ path, message }) => ({ path: `data.${path}`, message })) });
        const about = await linksIn(tx, actor, pack, value, language);
        if (about.errors.length > 0) throw new ProblemError('invalid', { errors: [...about.errors] });
        return { pack, value, links: about.links, lookUps: pack.procedure.lookUps && (await lookUpsFor(tx, pack, value, at)) };
      });
      const { pack, value, lookUps, links } = ready;
      const standing = settled(await runtime.begin({ actor: actor.account.id, key, procedureHash: pack.hash, unitId: body.unit, application: value, subject: subjectOf(pack, value, at), links, ...(lookUps && { decided: { lookUps } }) }));
      return store.read(async (tx) => {
        const dossier = await tx.dossiers.first({ id: standing.dossierId });
        if (dossier === undefined) throw notFound();
        tellOf(services.live, dossier, at);
        const open = await tx.tasks.find({ dossierId: dossier.id, status: 'open' }, { order: [['openedAt', 'asc']] });
        return {
          dossier: dossier.id, code: dossier.code, state: dossier.state as DossierState,
          open: open.map((task) => ({ task: task.id, name: task.name, whose: whoseRole(task.role), mine: holdsStep(actor, task) })),
        };
      });
    },
  } satisfies Partial<Handlers>;
};
