import type { ModdleElement } from 'bpmn-moddle';
import { everything } from '../everything.ts';
import { many, one } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';

/** References that rules of their own judge. */
const judged: ReadonlySet<string> = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'default', 'flowNodeRef', 'activityRef']);

/** What the schema wants of an element whose absence would go unnoticed. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'bpmn:Association': ['sourceRef', 'targetRef'], 'bpmn:Assignment': ['from', 'to'], 'bpmn:ComplexBehaviorDefinition': ['condition'], 'bpmn:ResourceAssignmentExpression': ['expression'],
};

const isElement = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && '$type' in value;

/** What an element refers to must be of the kind that the reference is for, such as a message behind `messageRef`. */
export const checkReferences = (problems: Problems, root: ModdleElement): void => {
  for (const { element, owner } of everything(root)) {
    if (element.$instanceOf('bpmn:FlowNode')) checkListed(problems, element);
    for (const property of needed[element.$type] ?? []) {
      if (!isElement(element.get(property))) problems.incomplete('incomplete-element', element.id ?? owner.id, `expected ${called(element)} to have a ${property}, but it has none`);
    }
    for (const { ns: { localName }, type, isReference } of element.$descriptor?.properties ?? []) {
      if (!isReference || judged.has(localName) || !type.startsWith('bpmn:')) continue;
      const value = element.get(localName);
      for (const referred of Array.isArray(value) ? value as unknown[] : [value]) {
        if (!isElement(referred) || typeof referred.$instanceOf !== 'function') continue;
        // What events share stands beside the process; what stands in an event is its own (BPMN 2.0.2, 10.5.1).
        if (localName === 'eventDefinitionRef' && referred.$instanceOf(type) && referred.$parent !== root) problems.error('reference-kind', owner.id, `expected the definition that ${called(owner)} shares to stand beside the process, but it stands in ${called(referred.$parent ?? root)}`);
        if (referred.$instanceOf(type)) continue;
        const kind = type.slice('bpmn:'.length);
        problems.error('reference-kind', owner.id, `expected ${localName} of ${called(owner)} to refer to an element of the kind ${kind}, but it refers to ${called(referred)}`);
      }
    }
  }
};

/** The flows that an element lists are those that are drawn from and to it: it goes by how they are drawn. */
const checkListed = (problems: Problems, element: ModdleElement): void => {
  for (const [property, end, leads] of [['incoming', 'targetRef', 'lead to'], ['outgoing', 'sourceRef', 'leave']] as const) {
    for (const flow of many(element, property)) {
      if (flow.$type !== 'bpmn:SequenceFlow' || one(flow, end) === element) continue;
      problems.warn('flow-listed', element.id, `expected flow ${flow.id ?? ''} to ${leads} ${called(element)}, which lists it as ${property}, but it is drawn otherwise`);
    }
  }
};
