import type { ModdleElement } from 'bpmn-moddle';
import type { Expression, StepProperties } from '../definition.ts';
import { formal } from './feel.ts';
import { many, one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';
import { unusableName } from './step.ts';

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Under which name a data object, property, input or output stands in the data: its own when FEEL can say it, else its id. */
export const keyOf = (element: ModdleElement): string => {
  const object = one(element, 'dataObjectRef') ?? one(element, 'dataStoreRef') ?? element;
  const name = words(object, 'name') ?? words(element, 'name');
  return name !== undefined && plainName.test(name) && !unusableName(name) ? name : object.id ?? '';
};

/** Data objects and properties that a sub-process keeps to itself (BPMN 2.0.2, 10.4.1). */
export const dataNames = (element: ModdleElement): readonly string[] => {
  if (!element.$instanceOf('bpmn:SubProcess')) return [];
  const objects = many(element, 'flowElements').filter(({ $type }) => $type === 'bpmn:DataObject');
  return [...new Set([...objects, ...many(element, 'properties')].map(keyOf).filter((name) => name !== '' && !name.startsWith('__')))];
};

const transforms = (association: ModdleElement): boolean => one(association, 'transformation') !== undefined || many(association, 'assignment').length > 0;

type Mapped = Pick<StepProperties, 'inputs' | 'outputs' | 'result'>;

/**
 * Data associations as inputs and outputs (BPMN 2.0.2, 10.4.2). One that names no input or output of the activity, as drawing
 * tools make them, says only what the drawing shows and maps nothing.
 */
export const ioOf = (problems: Problems, element: ModdleElement): Mapped => {
  const io = element.$instanceOf('bpmn:Activity') ? one(element, 'ioSpecification') : undefined;
  const inputs = new Map<string, Expression>();
  const outputs = new Map<string, Expression>();
  const incoming = element.$instanceOf('bpmn:Activity') || element.$instanceOf('bpmn:ThrowEvent') ? many(element, 'dataInputAssociations') : [];
  const outgoing = element.$instanceOf('bpmn:Activity') || element.$instanceOf('bpmn:CatchEvent') ? many(element, 'dataOutputAssociations') : [];
  for (const association of incoming) {
    const target = one(association, 'targetRef');
    if (target?.$type === 'bpmn:DataInput' || transforms(association)) map(problems, element, association, target ? keyOf(target) : '', inputs);
  }
  let result: string | undefined;
  const produced = io ? many(io, 'dataOutputs') : many(element, 'dataOutputs');
  for (const association of outgoing) {
    const target = one(association, 'targetRef');
    const [source] = many(association, 'sourceRef');
    if (source?.$type !== 'bpmn:DataOutput' && !transforms(association)) continue;
    const key = target ? keyOf(target) : '';
    if (produced.length === 1 && outgoing.length === 1 && !transforms(association)) result = key;
    else map(problems, element, association, key, outputs);
  }
  return {
    ...(inputs.size > 0 && { inputs: Object.fromEntries(inputs) }), ...(outputs.size > 0 && { outputs: Object.fromEntries(outputs) }), ...(result !== undefined && { result }),
  };
};

const map = (problems: Problems, element: ModdleElement, association: ModdleElement, target: string, into: Map<string, Expression>): void => {
  if (target === '' || unusableName(target)) {
    problems.error('data-association', element.id, `expected a data association of ${called(element)} to lead to data with a name, but it leads to "${target}"`);
    return;
  }
  const assignments = many(association, 'assignment');
  if (assignments.length > 0) {
    for (const assignment of assignments) {
      const from = formal(problems, assignment, 'from', 'an assignment', element);
      const to = words(one(assignment, 'to') ?? assignment, 'body') ?? target;
      if (from) into.set(plainName.test(to) && !unusableName(to) ? to : target, from);
    }
    return;
  }
  const transformation = one(association, 'transformation') && formal(problems, association, 'transformation', 'a transformation', element);
  const [source] = many(association, 'sourceRef');
  const expression = transformation ?? (source && { text: keyOf(source) });
  if (expression) into.set(target, expression);
};
