import { compile } from '../../forms/compile.ts';
import { validate } from '../../forms/validate.ts';
import { competenceOf } from '../../procedures/decide.ts';
import { limitOn } from '../../procedures/in-force.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import { knows, type Systems } from '../outside/systems.ts';

/** What of this installation a version runs with. */
export interface Here { readonly now: () => string; readonly systems: Systems }

/** What the runtime needs of a version. Its form check is the last one; most routes judge before it. */
export function runnable(loaded: LoadedProcedure, hash: string, { now, systems }: Here): RunnableProcedure {
  const { procedure, definition, environment, forms, connectors } = loaded;
  const application = forms.get(procedure.forms.application);
  const byName = application === undefined ? forms : new Map([...forms, ['application', application]]);
  return {
    key: procedure.key, hash, name: procedure.shortName, definition, environment, timeLimit: (day) => limitOn(procedure, day).limit, ...(procedure.parameters && { parameters: procedure.parameters }), ...(procedure.dueSoon !== undefined && { dueSoon: procedure.dueSoon }),
    ...(procedure.office && { office: procedure.office.unit }), ...(procedure.beginsIn && { beginsIn: procedure.beginsIn }), ...(procedure.protectsApplicant && { protectsApplicant: true }),
    competent: (data, at) => {
      const competence = competenceOf(loaded, data, at);
      return 'failed' in competence ? undefined : competence.unitKind;
    },
    described: new Set([...connectors].filter(([, { system }]) => knows(systems, system)).map(([name]) => name)),
    settle: (answer) => (application === undefined ? answer : validate(application, compile(application), answer, { at: now() }).value),
    forms: byName,
    check: (name, answer) => {
      const form = byName.get(name);
      return form === undefined ? [] : validate(form, compile(form), answer, { at: now() }).errors.map(({ path, message, keyword }) => ({ path, message: message.en, messageVi: message.vi, ...(keyword === 'required' && { missing: true }) }));
    },
  };
}
