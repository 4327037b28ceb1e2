import type { ModdleElement } from 'bpmn-moddle';
import { many, one } from './moddle.ts';
import { called, type Problems } from './problem.ts';

/** Types of BPMN that are drawn but not executed yet, and the rule that refuses them. */
const refusedTypes: Readonly<Record<string, string>> = {
  'bpmn:CallActivity': 'call-activity',
  'bpmn:ComplexGateway': 'complex-gateway',
  'bpmn:AdHocSubProcess': 'ad-hoc-sub-process',
  'bpmn:Transaction': 'transaction',
  'bpmn:ImplicitThrowEvent': 'implicit-throw-event',
  'bpmn:ChoreographyTask': 'choreography',
  'bpmn:SubChoreography': 'choreography',
  'bpmn:CallChoreography': 'choreography',
};

/** Refuses a type that no reader executes. */
export const refuseType = (problems: Problems, element: ModdleElement): void =>
  problems.error(refusedTypes[element.$type] ?? 'unknown-element', element.id, `expected an element that is executed, but ${called(element)} is not executed yet`);

const transforms = (association: ModdleElement): boolean => one(association, 'transformation') !== undefined || many(association, 'assignment').length > 0;

/** Refuses what an activity or event says beyond its type and that would change how it runs. */
export const refuseMarkers = (problems: Problems, element: ModdleElement): void => {
  const refuse = (rule: string, what: string): void =>
    problems.error(rule, element.id, `expected ${called(element)} to be executed as drawn, but ${what} not executed yet`);
  const loop = element.$instanceOf('bpmn:Activity') ? one(element, 'loopCharacteristics') : undefined;
  if (loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics') refuse('multi-instance', 'several instances are');
  else if (loop) refuse('standard-loop', 'its loop marker is');
  if (element.$instanceOf('bpmn:Activity')) {
    if (element.get('isForCompensation') === true) refuse('compensation', 'compensation is');
    if (element.get('startQuantity') !== 1) refuse('start-quantity', 'a start quantity is');
    if (element.get('completionQuantity') !== 1) refuse('completion-quantity', 'a completion quantity is');
  }
  for (const property of ['dataInputAssociations', 'dataOutputAssociations']) {
    const associations = element.get(property);
    if (Array.isArray(associations) && many(element, property).some(transforms)) {
      refuse('data-association', 'a data association that transforms or assigns is');
      return;
    }
  }
};
