import { resultsOf } from '../engine/decision/results.ts';
import type { Budget } from '../engine/soundness/explore.ts';
import { prove } from '../engine/soundness/prove.ts';
import type { Json } from '../engine/state.ts';
import { expand } from '../forms/expand.ts';
import { feelName } from '../forms/field-path.ts';
import type { Form, Schema } from '../forms/form.ts';
import { decisionNamed } from './decision-named.ts';
import type { Finding } from './finding.ts';
import type { LoadedProcedure } from './loaded.ts';
import { ownNames } from './rules/dossier-data.ts';

/** What the proof of the package's process finds (engine/soundness): conditions may have the answers that forms and decision tables list, and no others. */
export const proofOf = (loaded: LoadedProcedure, budget: Budget = {}): readonly Finding[] =>
  prove(loaded.definition, { ...budget, values: answersOf(loaded), limit: loaded.procedure.timeLimit.limit }).findings;

/** All values that something gives, by the path within the name under which it gives them: what a form lists, or the cells of a decision table. */
type Given = ReadonlyMap<string, readonly Json[]>;

/** All values that a path can have, where everything that gives its name lists them. */
function answersOf(loaded: LoadedProcedure): Given {
  const { definition, procedure, forms } = loaded;
  const givers = new Map<string, (Given | undefined)[]>();
  const gives = (name: string, given: Given | undefined) => givers.set(name, [...givers.get(name) ?? [], given]);
  gives('application', formGives(forms.get(procedure.forms.application)));
  for (const node of Object.values(definition.nodes)) {
    const { id, kind, step } = node;
    const name = step.result ?? id;
    if (kind === 'businessRuleTask' && step.decision !== undefined && !step.outputs) gives(name, decisionGives(loaded, step.decision));
    else gives(name, kind === 'userTask' && step.form !== undefined ? formGives(forms.get(step.form)) : undefined);
    for (const given of ownNames(node)) gives(given, undefined);
  }
  const found = new Map<string, readonly Json[]>();
  for (const [name, [first, ...others]] of givers) {
    for (const [path, values] of first ?? []) {
      const all = others.map((other) => other?.get(path));
      if (all.every((each) => each !== undefined)) found.set(path === '' ? name : `${name}.${path}`, [values, ...all].flat());
    }
  }
  return found;
}

const formGives = (form: Form | undefined): Given | undefined => form && new Map([...expand(form).fields.values()].flatMap(({ id, schema }) => {
  const answers = answersTo(schema);
  return answers ? [[feelName(id), answers] as const] : [];
}));

const decisionGives = ({ decisions }: LoadedProcedure, reference: string): Given | undefined => {
  const named = decisionNamed(decisions, reference);
  return 'failed' in named ? undefined : new Map([...resultsOf(named.model, named.decision)].map(([output, values]) => [output === '' ? '' : feelName(output), values]));
};

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
