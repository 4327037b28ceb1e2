import type { Budget } from '../engine/soundness/explore.ts';
import { prove } from '../engine/soundness/prove.ts';
import type { Json } from '../engine/state.ts';
import { expand } from '../forms/expand.ts';
import { feelName } from '../forms/field-path.ts';
import type { Form, Schema } from '../forms/form.ts';
import type { Finding } from './finding.ts';
import type { LoadedProcedure } from './loaded.ts';
import { ownNames } from './rules/dossier-data.ts';

/** What the proof of the package's process finds (engine/soundness): conditions may have the answers that forms offer, and no others. */
export const proofOf = (loaded: LoadedProcedure, budget: Budget = {}): readonly Finding[] =>
  prove(loaded.definition, { ...budget, values: answersOf(loaded) }).findings;

/** All answers that a field can have, by path, where the form lists them and nothing but that form's step gives the name. */
function answersOf({ definition, procedure, forms }: LoadedProcedure): ReadonlyMap<string, readonly Json[]> {
  const givers = new Map<string, (Form | undefined)[]>([['application', [forms.get(procedure.forms.application)]]]);
  for (const node of Object.values(definition.nodes)) {
    const { id, kind, step } = node;
    const name = step.result ?? id;
    givers.set(name, [...givers.get(name) ?? [], kind === 'userTask' && step.form !== undefined ? forms.get(step.form) : undefined]);
    for (const given of ownNames(node)) givers.set(given, [undefined]);
  }
  const found = new Map<string, readonly Json[]>();
  for (const [name, [form, ...others]] of givers) {
    if (!form || others.some((other) => other !== form)) continue;
    for (const { id, schema } of expand(form).fields.values()) {
      const answers = answersTo(schema);
      if (answers) found.set(`${name}.${feelName(id)}`, answers);
    }
  }
  return found;
}

const mostListed = 6;

function answersTo({ type, enum: listed, const: only, items, minItems }: Schema): readonly Json[] | undefined {
  if (only !== undefined) return [only];
  if (listed) return listed;
  if (type === 'boolean') return [true, false];
  const entries = type === 'array' ? items?.enum : undefined;
  if (!entries || entries.length > mostListed) return undefined;
  const lists = entries.reduce<readonly (readonly Json[])[]>((before, entry) => [...before, ...before.map((list) => [...list, entry])], [[]]);
  return lists.filter(({ length }) => length >= (typeof minItems === 'number' ? minItems : 0));
}
