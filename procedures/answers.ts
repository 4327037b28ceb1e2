import { resultsOf } from '../engine/decision/results.ts';
import type { CallActivity, Node } from '../engine/definition.ts';
import { resultName } from '../engine/result-name.ts';
import { calledBy, processOf } from '../engine/soundness/calls.ts';
import type { Given } from '../engine/soundness/facts.ts';
import type { Json } from '../engine/state.ts';
import { actionsIn } from '../engine/statechart/places.ts';
import { walk } from '../engine/statechart/walk.ts';
import { expand } from '../forms/expand.ts';
import { feelName } from '../forms/field-path.ts';
import type { Form, Schema } from '../forms/form.ts';
import { decisionNamed } from './decision-named.ts';
import type { LoadedProcedure } from './loaded.ts';
import { ownNames } from './rules/dossier-data.ts';

/** All values that one form or decision lists, by the path within the name under which it gives them. */
type Listed = ReadonlyMap<string, readonly Json[]>;

/** What gives a name its value, by what it is called here; nothing is listed where anything may come. */
type Givers = Map<string, Listed | undefined>;

/** The givers of each name in one process. */
type Names = Map<string, Givers>;

/** All values that a path can have, in each process, where everything that gives its name lists them. */
export function answersOf(loaded: LoadedProcedure): Given {
  const { definition, procedure, forms } = loaded;
  const processes = new Map<string, Names>([definition.id, ...Object.keys(definition.processes ?? {})].map((id) => [id, new Map()]));
  const nodes = Object.values(definition.nodes);
  give(processes.get(definition.id)!, 'application', [['', formLists(forms.get(procedure.forms.application))]]);
  for (const node of nodes) {
    const names = processes.get(processOf(definition, node.id))!;
    const { id, kind, step } = node;
    const lists = kind === 'userTask' && step.form !== undefined ? formLists(forms.get(step.form)) : kind === 'businessRuleTask' && step.decision !== undefined && !step.outputs ? decisionLists(loaded, step.decision) : undefined;
    if (kind !== 'callActivity' || step.result !== undefined) give(names, resultName(node), [[id, lists]]);
    if (kind !== 'callActivity') for (const name of ownNames(node)) give(names, name, [[`${id} besides`, undefined]]);
  }
  // What begins a dossier may give any other value by a name of the context.
  for (const name of Object.keys(definition.machine?.context ?? {})) give(processes.get(definition.id)!, name, [['context', undefined]]);
  for (const { id, state } of definition.machine ? walk(definition.machine, definition.machine.id) : []) {
    const names = processes.get(definition.id)!;
    for (const action of actionsIn(id, state)) {
      if (action.type === 'decide') give(names, action.params.result, [[`${id} decides`, decisionLists(loaded, action.params.decision)]]);
      if (action.type === 'assign') for (const name of Object.keys(action.params)) give(names, name, [[`${id} assigns`, undefined]]);
    }
  }
  const calls = nodes.filter((node) => node.kind === 'callActivity');
  const handOver = (call: CallActivity): boolean => calledBy(definition, call).map((id) => hands(call, processes.get(processOf(definition, call.id))!, processes.get(id)!)).includes(true);
  for (let grows = true; grows; ) grows = calls.map(handOver).includes(true);
  return new Map([...processes].map(([id, names]) => [id, new Map([...names].flatMap(([name, givers]) => listedBy(name, givers)))]));
}

/** Whether anything gives the name now that did not before. */
const give = (names: Names, name: string, givers: Iterable<readonly [string, Listed | undefined]>): boolean => {
  const known: Givers = names.get(name) ?? new Map();
  const before = known.size;
  for (const [giver, listed] of givers) if (!known.has(giver)) known.set(giver, listed);
  names.set(name, known);
  return known.size > before;
};

/** What a call hands over and hands back: whole values, or a part of one by its path. */
const hands = (call: CallActivity, caller: Names, called: Names): boolean => {
  const { inputs = {}, outputs = {} } = call.step;
  const given: boolean[] = [];
  if (call.shares) for (const [name, givers] of caller) if (!Object.hasOwn(inputs, name)) given.push(give(called, name, givers));
  for (const [name, { text }] of Object.entries(inputs)) given.push(give(called, name, partOf(caller, text, call)));
  if (call.propagate) for (const [name, givers] of called) given.push(give(caller, name, givers));
  for (const [name, { text }] of Object.entries(outputs)) given.push(give(caller, name, partOf(called, text, call)));
  return given.includes(true);
};

/** A process that calls itself with a part of what it was given would have parts without end. */
const longest = 500;

const path = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** What gives the value of an expression that is a path. */
const partOf = (names: Names, text: string, { id }: Node): Iterable<readonly [string, Listed | undefined]> => {
  const [name = '', ...rest] = path.test(text.trim()) ? text.trim().split('.') : [];
  const givers = names.get(name);
  if (!givers || [...givers.keys()].some((giver) => giver.length > longest)) return [[id, undefined]];
  if (rest.length === 0) return givers;
  const within = rest.map((part) => `${part}.`).join('');
  const part = (listed: Listed): Listed => new Map([...listed].flatMap(([at, values]) => (`${at}.`.startsWith(within) ? [[at.slice(within.length), values] as const] : [])));
  return [...givers].map(([giver, listed]) => [`${giver} ${within}`, listed && part(listed)] as const);
};

const listedBy = (name: string, givers: Givers): readonly (readonly [string, readonly Json[]])[] => {
  const [first, ...others] = givers.values();
  return [...first ?? []].flatMap(([at, values]) => {
    const all = others.map((other) => other?.get(at));
    return all.every((each) => each !== undefined) ? [[at === '' ? name : `${name}.${at}`, [values, ...all].flat()] as const] : [];
  });
};

const formLists = (form: Form | undefined): Listed | undefined => form && new Map([...expand(form).fields.values()].flatMap(({ id, schema }) => {
  const answers = answersTo(schema);
  return answers ? [[feelName(id), answers] as const] : [];
}));

const decisionLists = ({ decisions }: LoadedProcedure, reference: string): Listed | undefined => {
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
