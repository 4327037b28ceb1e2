import type { ModdleElement } from 'bpmn-moddle';
import type { Expression, StepProperties } from '../definition.ts';
import { keyOf } from './data-key.ts';
import { checkSets, inputSetsOf, outputSetsOf, type Filling } from './data-set.ts';
import { definitionsOf } from './event-definitions.ts';
import { formal } from './feel.ts';
import { isWithin, many, one, words } from './moddle.ts';
import { nested } from './nested.ts';
import { called, type Problems } from './problem.ts';
import { unusableName } from './step.ts';

/** Data objects and properties that a sub-process keeps to itself (BPMN 2.0.2, 10.4.1). */
export const dataNames = (element: ModdleElement): readonly string[] => {
  if (!element.$instanceOf('bpmn:SubProcess')) return [];
  const objects = many(element, 'flowElements').filter(({ $type }) => $type === 'bpmn:DataObject');
  return [...new Set([...objects, ...many(element, 'properties')].map(keyOf).filter((name) => name !== '' && !name.startsWith('__')))];
};

/** A property that the author gave a name: drawing tools put one without a meaning where they need an end for an association. */
const isOwn = (target: ModdleElement | undefined): boolean => target?.$type === 'bpmn:Property' && !(words(target, 'name') ?? '__').startsWith('__');

const transforms = (association: ModdleElement): boolean => one(association, 'transformation') !== undefined || many(association, 'assignment').length > 0;

type Mapped = Pick<StepProperties, 'inputs' | 'outputs' | 'inputSets' | 'outputSets' | 'result'>;

/**
 * Data associations as inputs and outputs (BPMN 2.0.2, 10.4.2). One that names no input or output of the activity, as drawing
 * tools make them, says only what the drawing shows and maps nothing. What a called process or a sub-process gives is known by its
 * names, so one output is mapped as several are; the answer of a task is its one output.
 */
export const ioOf = (problems: Problems, element: ModdleElement, isTask = true): Mapped => {
  const io = element.$instanceOf('bpmn:Activity') ? one(element, 'ioSpecification') : undefined;
  // The collection of a loop and the list of what its instances leave are those of the whole, not of each instance.
  const loop = element.$instanceOf('bpmn:Activity') ? one(element, 'loopCharacteristics') : undefined;
  const [collection, gathered] = [loop && one(loop, 'loopDataInputRef'), loop && one(loop, 'loopDataOutputRef')];
  const incoming = element.$instanceOf('bpmn:Activity') || element.$instanceOf('bpmn:ThrowEvent') ? many(element, 'dataInputAssociations') : [];
  const outgoing = (element.$instanceOf('bpmn:Activity') || element.$instanceOf('bpmn:CatchEvent') ? many(element, 'dataOutputAssociations') : []).filter((association) => !many(association, 'sourceRef').some((source) => source === gathered));
  const inputs = incoming.flatMap((association) => {
    const target = one(association, 'targetRef');
    if (target && target === collection) return [];
    return (target?.$type === 'bpmn:DataInput' || isOwn(target) || transforms(association)) && !inStore(problems, element, association) ? [filling(problems, element, association, target ? keyOf(target) : '', target)] : [];
  });
  const taken = outgoing.filter((association) => (many(association, 'sourceRef')[0]?.$type === 'bpmn:DataOutput' || transforms(association)) && !inStore(problems, element, association));
  const produced = (io ? many(io, 'dataOutputs') : many(element, 'dataOutputs')).filter((output) => output !== gathered);
  const isWhole = isTask && produced.length === 1 && outgoing.length === 1 && (!io || many(io, 'outputSets').length < 2);
  const whole = isWhole ? taken.find((association) => !transforms(association)) : undefined;
  const outputs = whole ? [] : taken.map((association) => filling(problems, element, association, targetOf(association), many(association, 'sourceRef')[0]));
  for (const association of [...incoming, ...outgoing]) checkEnds(problems, element, association);
  const brought = inputs.flatMap(({ values }) => [...values.keys()]);
  const twice = brought.find((name, index) => brought.indexOf(name) !== index);
  if (twice !== undefined) problems.error('data-association', element.id, `expected one value for the input "${twice}" of ${called(element)}, but several are brought there and only one could count`);
  if (io) checkSets(problems, element, io);
  else checkParts(problems, element, inputs.length > 0 ? many(element, 'dataInputs').length : 0, outputs.length > 0 ? produced.length : 0);
  // What a sub-process gives is computed in it: its outputs are values of its own, which nothing has yet.
  const empty = element.$instanceOf('bpmn:SubProcess') && outputs.length > 0 ? Object.fromEntries(produced.map((output) => [keyOf(output), { text: 'null' }])) : {};
  const own = { ...empty, ...merged(inputs) };
  return {
    ...(Object.keys(own).length > 0 && { inputs: own }), ...(outputs.length > 0 && { outputs: merged(outputs) }), ...(whole && { result: targetOf(whole) }),
    ...(inputs.length > 0 && has(io, 'inputSets') && { inputSets: inputSetsOf(io, inputs) }), ...(outputs.length > 0 && has(io, 'outputSets') && { outputSets: outputSetsOf(element, io, outputs) }),
  };
};

/** The standard gives each of several events in one an input or output of its own, by their order (BPMN 2.0.2, 10.5.1); here they have all of it in common. */
const checkParts = (problems: Problems, element: ModdleElement, inputs: number, outputs: number): void => {
  if (definitionsOf(element).length < 2) return;
  for (const [what, count] of [['input', inputs], ['output', outputs]] as const) if (count > 1) problems.error('data-set', element.id, `expected the events of ${called(element)} to have one ${what} in common, but it has ${count}`);
};

/** Where data belong: to the activity, event or process whose input, output, property or data object they are. */
const holderOf = (data: ModdleElement): ModdleElement | undefined => {
  let holder = data.$parent;
  while (holder && !holder.$instanceOf('bpmn:FlowNode') && !holder.$instanceOf('bpmn:Process') && !holder.$instanceOf('bpmn:GlobalTask')) holder = holder.$parent;
  return holder;
};

/** An association joins data that the element sees: its own inputs or outputs with those of its own scope and of the scopes around it (BPMN 2.0.2, 10.4.1 and 10.4.2). */
const checkEnds = (problems: Problems, element: ModdleElement, association: ModdleElement): void => {
  const [target, sources] = [one(association, 'targetRef'), many(association, 'sourceRef')];
  const isInput = association.$type === 'bpmn:DataInputAssociation';
  if (!target && sources.length === 0 && !transforms(association)) problems.error('data-association', element.id, `expected a data association of ${called(element)} to lead from data to data, but it leads nowhere`);
  if (sources.length > 1 && !transforms(association)) problems.error('data-association', element.id, `expected a data association of ${called(element)} with several sources to say what it makes of them, but it says nothing`);
  if (one(association, 'transformation') && many(association, 'assignment').length > 0) problems.error('data-association', element.id, `expected a data association of ${called(element)} to have a transformation or assignments, but it has both`);
  for (const end of target ? [target, ...sources] : sources) {
    if (!end.$instanceOf('bpmn:ItemAwareElement')) {
      problems.error('data-association', element.id, `expected a data association of ${called(element)} to join data, but ${called(end)} is none`);
      continue;
    }
    const data = (end.$type === 'bpmn:DataObjectReference' && one(end, 'dataObjectRef')) || end;
    const holder = holderOf(data);
    const isOwn = (data.$type === 'bpmn:DataInput' || data.$type === 'bpmn:DataOutput') && isInput === (end === target);
    if (holder && (isOwn ? holder !== element : !isWithin(element, holder))) problems.error('data-association', element.id, `expected the data of ${called(element)} to be ${isOwn ? `${isInput ? 'inputs' : 'outputs'} of its own` : 'beside it or around it'}, but ${called(data)} stands in ${called(holder)}`);
  }
};

/** What is kept in a data store outlives the instance (BPMN 2.0.2, 10.4.1), and nothing here does that for a diagram. */
const inStore = (problems: Problems, element: ModdleElement, association: ModdleElement): boolean => {
  const store = [one(association, 'targetRef'), ...many(association, 'sourceRef')].find((end) => end?.$type === 'bpmn:DataStoreReference' || end?.$type === 'bpmn:DataStore');
  if (store) problems.error('data-store', element.id, `expected the data of ${called(element)} to be those of its instance, but they are mapped to or from ${called(store)}, which would outlive it: let a connector read and write it`);
  return store !== undefined;
};

const targetOf = (association: ModdleElement): string => {
  const target = one(association, 'targetRef');
  return target ? keyOf(target) : '';
};

const has = (io: ModdleElement | undefined, sets: string): io is ModdleElement => io !== undefined && many(io, sets).length > 0;

const merged = (fillings: readonly Filling[]): Readonly<Record<string, Expression>> => Object.fromEntries(fillings.flatMap(({ values }) => [...values]));

const filling = (problems: Problems, element: ModdleElement, association: ModdleElement, target: string, io: ModdleElement | undefined): Filling => {
  const values = valuesOf(problems, element, association, target);
  const sources = many(association, 'sourceRef').map((source): Expression => ({ text: keyOf(source) }));
  return { io: io?.$type === 'bpmn:DataInput' || io?.$type === 'bpmn:DataOutput' ? io : undefined, sources: sources.length > 0 ? sources : [...values.values()], values };
};

/** What an association gives, by name: its assignments, else its transformation, else its source as it is. */
const valuesOf = (problems: Problems, element: ModdleElement, association: ModdleElement, target: string): ReadonlyMap<string, Expression> => {
  const values = new Map<string, Expression>();
  if (target === '' || unusableName(target)) {
    problems.error('data-association', element.id, `expected a data association of ${called(element)} to lead to data with a name, but it leads to "${target}"`);
    return values;
  }
  const assignments = many(association, 'assignment');
  if (assignments.length > 0) return assigned(problems, element, association, target);
  const expression = valueOf(problems, element, association);
  if (expression) values.set(target, expression);
  return values;
};

/** What each assignment of an association brings, to its target by name or id, or to a part of it by a path (BPMN 2.0.2, 10.4.2). */
const assigned = (problems: Problems, element: ModdleElement, association: ModdleElement, target: string): ReadonlyMap<string, Expression> => {
  const { id } = one(association, 'targetRef') ?? {};
  const pairs = many(association, 'assignment').flatMap((assignment) => {
    const from = formal(problems, assignment, 'from', 'an assignment', element);
    const [first, ...rest] = (words(one(assignment, 'to') ?? assignment, 'body') ?? target).split('.');
    return from ? [{ target: [first === id ? target : first, ...rest].join('.'), value: from.text }] : [];
  });
  const found = nested(pairs, association.$type === 'bpmn:DataOutputAssociation');
  if ('failed' in found) problems.error('data-association', element.id, `expected the assignments of ${called(element)} to go to data by a name, or a path such as order.total, but ${found.failed}`);
  return new Map('failed' in found ? [] : found.entries.map(([name, text]) => [name, { text }]));
};

/** What an association without assignments brings: its source, or what the transformation makes of it. */
export const valueOf = (problems: Problems, element: ModdleElement, association: ModdleElement): Expression | undefined => {
  const [source] = many(association, 'sourceRef');
  return one(association, 'transformation') ? formal(problems, association, 'transformation', 'a transformation', element) : source && { text: keyOf(source) };
};
