import type { ModdleElement } from 'bpmn-moddle';
import type { Expression, InputSet, OutputSet } from '../definition.ts';
import { keyOf } from './data-key.ts';
import { many, one } from './moddle.ts';
import { called, type Problems } from './problem.ts';

/** A data association as read: the input or output of the activity that it fills or takes, what must be there for it, and what it gives by name. */
export interface Filling {
  readonly io: ModdleElement | undefined;
  readonly sources: readonly Expression[];
  readonly values: ReadonlyMap<string, Expression>;
}

const isThere = ({ text }: Expression): string => `(${text}) != null`;

/** Whether each of these is there; true when nothing is needed. */
const allThere = (needed: readonly Expression[]): Expression => ({ text: needed.length > 0 ? needed.map(isThere).join(' and ') : 'true' });

/** What is listed in a set, without what may be missing. */
const required = (set: ModdleElement, all: string, optional: string): readonly ModdleElement[] => {
  const mayMiss = new Set(many(set, optional));
  return many(set, all).filter((each) => !mayMiss.has(each));
};

const namesOf = (fillings: readonly Filling[]): readonly string[] => fillings.flatMap(({ values }) => [...values.keys()]);

/** Sets of inputs in their order: the activity begins with the first whose required inputs have all their sources (BPMN 2.0.2, 10.4.2). */
export const inputSetsOf = (io: ModdleElement, fillings: readonly Filling[]): readonly InputSet[] =>
  many(io, 'inputSets').map((set): InputSet => {
    const [listed, needed] = [new Set(many(set, 'dataInputRefs')), new Set(required(set, 'dataInputRefs', 'optionalInputRefs'))];
    const filled = new Set(namesOf(fillings.filter((filling) => !filling.io || listed.has(filling.io))));
    return {
      available: allThere(fillings.filter((filling) => filling.io && needed.has(filling.io)).flatMap(({ sources }) => sources)),
      unfilled: [...new Set(namesOf(fillings))].filter((name) => !filled.has(name)),
    };
  });

/** The input sets after which an output set may be given; none when no rule speaks of it. */
const rulesOf = (io: ModdleElement, set: ModdleElement): Expression | undefined => {
  const [inputSets, outputSets] = [many(io, 'inputSets'), many(io, 'outputSets')];
  const isPaired = (input: ModdleElement, output: ModdleElement): boolean => many(input, 'outputSetRefs').includes(output) || many(output, 'inputSetRefs').includes(input);
  const bound = inputSets.map((input) => outputSets.some((output) => isPaired(input, output)));
  if (!bound.includes(true)) return undefined;
  const allowed = inputSets.flatMap((input, index) => (!bound[index] || isPaired(input, set) ? [index + 1] : []));
  return { text: `list contains([${allowed.join(', ')}], inputSet)` };
};

/** Sets of outputs in their order: the first all of whose required outputs the answer has is given (BPMN 2.0.2, 13.3.2). What a loop gathers is not asked of each turn. */
export const outputSetsOf = (activity: ModdleElement, io: ModdleElement, fillings: readonly Filling[]): readonly OutputSet[] => {
  const loop = one(activity, 'loopCharacteristics');
  const gathered = loop?.$instanceOf('bpmn:MultiInstanceLoopCharacteristics') ? one(loop, 'loopDataOutputRef') : undefined;
  return many(io, 'outputSets').map((set): OutputSet => {
    const listed = new Set(many(set, 'dataOutputRefs'));
    const needed = required(set, 'dataOutputRefs', 'optionalOutputRefs').filter((output) => output !== gathered);
    const given = fillings.filter((filling) => !filling.io || listed.has(filling.io));
    const optional = namesOf(given.filter((filling) => filling.io && !needed.includes(filling.io)));
    const rule = rulesOf(io, set);
    return {
      available: allThere(needed.map((output) => ({ text: keyOf(output) }))),
      outputs: Object.fromEntries(given.flatMap(({ values }) => [...values])),
      ...(optional.length > 0 && { optional }), ...(rule && { rule }),
    };
  });
};

/**
 * The data of a call are those of what it calls, by their names (BPMN 2.0.2, 10.3.6): else they would be handed to nobody. What a loop
 * goes through and gathers is the loop's.
 */
export const checkCalledData = (problems: Problems, call: ModdleElement, callable: ModdleElement): void => {
  const [own, theirs, loop] = [one(call, 'ioSpecification'), one(callable, 'ioSpecification'), one(call, 'loopCharacteristics')];
  if (!own || !theirs) return;
  const ofLoop = ['loopDataInputRef', 'loopDataOutputRef'].map((property) => loop && one(loop, property));
  for (const [what, all] of [['input', 'dataInputs'], ['output', 'dataOutputs']] as const) {
    const known = new Set(many(theirs, all).map(keyOf));
    const foreign = many(own, all).filter((each) => !ofLoop.includes(each) && !known.has(keyOf(each)));
    if (foreign.length > 0) problems.error('data-set', call.id, `expected the ${what}s of ${called(call)} to be those of ${called(callable)}, which it calls, but ${foreign.map(keyOf).join(', ')} is not among them`);
  }
  const given = new Set(many(own, 'dataInputs').map(keyOf));
  const missing = many(theirs, 'inputSets').flatMap((set) => required(set, 'dataInputRefs', 'optionalInputRefs')).map(keyOf).filter((name) => !given.has(name));
  if (missing.length > 0 && !loop) problems.error('data-set', call.id, `expected ${called(call)} to give ${called(callable)} all that it needs, but ${missing.join(', ')} is not among its inputs`);
};

/** Each input and output stands in a set (BPMN 2.0.2, tables 10.59 and 10.60): it could be neither filled nor given otherwise. */
export const checkSets = (problems: Problems, activity: ModdleElement, io: ModdleElement): void => {
  for (const [what, all, sets, listed] of [['input', 'dataInputs', 'inputSets', 'dataInputRefs'], ['output', 'dataOutputs', 'outputSets', 'dataOutputRefs']] as const) {
    const known = new Set(many(io, sets).flatMap((set) => many(set, listed)));
    const left = many(io, all).filter((each) => !known.has(each));
    const foreign = [...known].filter((each) => !many(io, all).includes(each));
    if (foreign.length > 0) problems.error('data-set', activity.id, `expected the sets of ${called(activity)} to list its own ${what}s, but ${foreign.map((each) => each.id ?? keyOf(each)).join(', ')} is not among them`);
    if (left.length > 0) problems.error('data-set', activity.id, `expected each ${what} of ${called(activity)} to stand in a set of ${what}s, but ${left.map((each) => each.id ?? keyOf(each)).join(', ')} stands in none`);
  }
};
