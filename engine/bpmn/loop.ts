import type { ModdleElement } from 'bpmn-moddle';
import type { EventDefinition, Expression, Loop } from '../definition.ts';
import { valueOf } from './data.ts';
import { keyOf } from './data-key.ts';
import { readEvent } from './event.ts';
import { definitionsOf } from './event-definitions.ts';
import { condition, feel, formal, mustGive } from './feel.ts';
import { extensions, many, one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';
import { unusableName } from './step.ts';

type Multi = Extract<Loop, { kind: 'multi' }>;

/** Whether and how an activity is done several times. */
export const loopOf = (problems: Problems, element: ModdleElement): Loop | undefined => {
  const characteristics = one(element, 'loopCharacteristics');
  if (!characteristics) return undefined;
  return characteristics.$instanceOf('bpmn:MultiInstanceLoopCharacteristics') ? multi(problems, element, characteristics) : standard(problems, element, characteristics);
};

const standard = (problems: Problems, element: ModdleElement, loop: ModdleElement): Loop => {
  const goesOn = condition(problems, loop, 'loopCondition', 'the loop condition', element);
  const given: unknown = loop.get('loopMaximum');
  const maximum = given === undefined ? undefined : Number(given);
  if (maximum !== undefined && (!Number.isInteger(maximum) || maximum < 0)) problems.error('loop-maximum', element.id, `expected the loop maximum of ${called(element)} to be a whole number, but it is ${String(given)}`);
  if (!goesOn && maximum === undefined) problems.warn('loop-without-end', element.id, `expected the loop of ${called(element)} to have a condition or a maximum, but it has neither and is done once`);
  return { kind: 'standard', testBefore: loop.get('testBefore') === true, ...(goesOn && { condition: goesOn }), ...(maximum !== undefined && { maximum }) };
};

const multi = (problems: Problems, element: ModdleElement, loop: ModdleElement): Multi => {
  const collection = collectionOf(problems, element, loop);
  const cardinality = mustGive(problems, 'count', element.id, `the cardinality of ${called(element)}`, formal(problems, loop, 'loopCardinality', 'the cardinality', element));
  const completion = condition(problems, loop, 'completionCondition', 'the completion condition', element);
  const named = words(loop, 'motcua:collection') !== undefined || one(loop, 'loopDataInputRef') !== undefined;
  if (!named && !one(loop, 'loopCardinality')) {
    problems.incomplete('loop-count', element.id, `expected the multi-instance ${called(element)} to have a collection or a cardinality, but it has neither`);
  }
  const item = one(loop, 'inputDataItem');
  if (named && one(loop, 'loopCardinality')) problems.incomplete('loop-count', element.id, `expected the multi-instance ${called(element)} to have a collection or a cardinality, but it has both`);
  if (!named && (item || words(loop, 'motcua:element') !== undefined)) problems.incomplete('loop-count', element.id, `expected the multi-instance ${called(element)} to have a collection, because it names an entry of one, but it has none`);
  const leaves = one(loop, 'outputDataItem') !== undefined || words(loop, 'motcua:outputElement') !== undefined;
  if (leaves && one(loop, 'loopDataOutputRef') === undefined && words(loop, 'motcua:outputCollection') === undefined) {
    problems.incomplete('loop-output', element.id, `expected the multi-instance ${called(element)} to have a list in which to gather what each instance leaves, because it names that, but it has none`);
  }
  const name = words(loop, 'motcua:element') ?? (item && keyOf(item));
  const output = outputOf(problems, element, loop);
  const own = output && ownOf(output.value.text, name, leaves);
  const throws = behaviorOf(problems, element, loop);
  return {
    kind: 'multi', sequential: loop.get('isSequential') === true, ...(collection && { collection }), ...(!collection && cardinality && { cardinality }),
    ...(name !== undefined && { element: name }), ...(own !== undefined && { own }), ...(completion && { completion }), ...(output && { output }), ...(throws.length > 0 && { throws }),
  };
};

const collectionOf = (problems: Problems, element: ModdleElement, loop: ModdleElement): Expression | undefined => {
  const text = words(loop, 'motcua:collection');
  if (text !== undefined) return feel(problems, element.id!, `the collection of ${called(element)}`, text);
  const reference = one(loop, 'loopDataInputRef');
  if (!reference) return undefined;
  const given = many(element, 'dataInputAssociations').find((association) => one(association, 'targetRef') === reference);
  return (given && valueOf(problems, element, given)) ?? { text: keyOf(reference) };
};

/** Each instance has a value of its own for what it is to leave (BPMN 2.0.2, 10.3.8, table 10.30): one that runs beside it must not write over it. */
const ownOf = (output: string, entry: string | undefined, named: boolean): string | undefined => {
  const [, own] = /^([\p{L}_][\p{L}\p{N}_]*)(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.exec(output) ?? [];
  return named && own !== entry ? own : undefined;
};

const outputOf = (problems: Problems, element: ModdleElement, loop: ModdleElement): Multi['output'] => {
  const [own, reference] = [words(loop, 'motcua:outputCollection'), one(loop, 'loopDataOutputRef')];
  const kept = reference && many(element, 'dataOutputAssociations').find((association) => many(association, 'sourceRef').includes(reference));
  const target = (kept && one(kept, 'targetRef')) ?? reference;
  const name = own ?? (target && keyOf(target));
  if (name === undefined) return undefined;
  if (unusableName(name)) {
    problems.error('result-name', element.id, `expected a name for the output collection of ${called(element)}, but "${name}" cannot be one`);
    return undefined;
  }
  const item = one(loop, 'outputDataItem');
  const text = words(loop, 'motcua:outputElement') ?? (item && keyOf(item)) ?? words(element, 'motcua:result') ?? element.id!;
  const value = feel(problems, element.id!, `the output of each instance of ${called(element)}`, text);
  return value && { name, value };
};

const throwable: ReadonlySet<EventDefinition['kind']> = new Set(['message', 'signal', 'escalation', 'error', 'multiple']);

/** An event that an instance throws at the boundary of its activity. */
const thrownAt = (problems: Problems, element: ModdleElement, definition: ModdleElement): EventDefinition | undefined => {
  const event = readEvent(problems, element, definition);
  if (!event || throwable.has(event.kind)) return event;
  problems.error('behavior-event', element.id, `expected the behavior of ${called(element)} to throw a message, signal, escalation or error, but it names a ${event.kind} event`);
  return undefined;
};

/** What each behavior throws is said by a property of its own (BPMN 2.0.2, table 10.31); All throws nothing. */
const behaviors = { None: 'noneBehaviorEventRef', One: 'oneBehaviorEventRef', Complex: 'complexBehaviorDefinition' } as const;

/** Whether something is mapped for an event that an instance throws, which has no step of its own that would read it. */
const carries = (thrown: ModdleElement): boolean =>
  many(thrown, 'dataInputs').length > 0 || many(thrown, 'dataInputAssociations').length > 0 || extensions(thrown, 'motcua:Input').length > 0 || extensions(thrown, 'motcua:Key').length > 0;

/** The events of the behaviors None, One and Complex (BPMN 2.0.2, table 10.31). */
const behaviorOf = (problems: Problems, element: ModdleElement, loop: ModdleElement): NonNullable<Multi['throws']> => {
  const behavior = loop.get('behavior');
  for (const [other, property] of Object.entries(behaviors)) {
    const isSaid = one(loop, property) !== undefined || many(loop, property).length > 0;
    if (isSaid && other !== behavior) problems.error('behavior-event', element.id, `expected ${property} of ${called(element)} only with the behavior ${other}, but its behavior is ${String(behavior)}`);
  }
  const referred = (property: string, when: 'each' | 'first'): NonNullable<Multi['throws']> => {
    const definition = one(loop, property);
    const event = definition && thrownAt(problems, element, definition);
    if (!definition) problems.error('behavior-event', element.id, `expected the behavior ${String(behavior)} of ${called(element)} to name the event it throws (${property}), but it names none`);
    return event ? [{ when, event }] : [];
  };
  if (behavior === 'None') return referred(behaviors.None, 'each');
  if (behavior === 'One') return referred(behaviors.One, 'first');
  if (behavior !== 'Complex') return [];
  if (many(loop, behaviors.Complex).length === 0) problems.error('behavior-event', element.id, `expected the behavior Complex of ${called(element)} to say when it throws what (complexBehaviorDefinition), but it says nothing`);
  return many(loop, behaviors.Complex).flatMap((definition) => {
    const when = condition(problems, definition, 'condition', 'the condition of a behavior', element);
    const thrown = one(definition, 'event');
    const said = thrown ? definitionsOf(thrown) : [];
    if (said.length === 0) problems.error('behavior-event', element.id, `expected the behavior ${behavior} of ${called(element)} to name the event it throws (${behaviors.Complex}), but it names none`);
    if (thrown && carries(thrown)) problems.error('behavior-event', element.id, `expected what the behavior Complex of ${called(element)} throws to carry no data of its own, but its event has inputs or keys`);
    const events = said.map((each) => thrownAt(problems, element, each)).filter((event): event is EventDefinition => event !== undefined);
    return when ? events.map((event) => ({ when, event })) : [];
  });
};
