import type { ModdleElement } from 'bpmn-moddle';
import type { EventDefinition, FlowId, Node, NodeId, StepProperties } from '../definition.ts';
import { eventOf, messageOf } from './event.ts';
import { feel, speaksFeel } from './feel.ts';
import { one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';

/** What all nodes have; the reader of a family adds its own. */
export interface Base {
  readonly id: NodeId;
  readonly name?: string;
  readonly parent: NodeId;
  readonly incoming: FlowId[];
  readonly outgoing: FlowId[];
  readonly default?: FlowId;
  readonly boundary: NodeId[];
  readonly step: StepProperties;
}

type Reader = (problems: Problems, element: ModdleElement, base: Base, nested: boolean) => Node | undefined;

const plain = (kind: 'userTask' | 'manualTask' | 'serviceTask' | 'task' | 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway'): Reader =>
  (_problems, _element, base) => ({ ...base, kind });

const event = (kind: 'startEvent' | 'endEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent', allowed: readonly EventDefinition['kind'][]): Reader =>
  (problems, element, base, nested) => {
    const definition = eventOf(problems, element, nested && kind === 'startEvent' ? ['none'] : allowed);
    if (kind === 'intermediateCatchEvent' && definition?.kind === 'timer' && definition.timer.type === 'cycle') {
      problems.error('timer-cycle', element.id, `expected ${called(element)} to wait for a date or duration, but a cycle would never be over`);
    }
    return definition && { ...base, kind, event: definition };
  };

const boundaryEvent: Reader = (problems, element, base) => {
  const definition = eventOf(problems, element, ['message', 'timer', 'error']);
  const attachedTo = one(element, 'attachedToRef');
  if (!attachedTo?.id || !attachedTo.$instanceOf('bpmn:Activity')) {
    problems.error('boundary-host', element.id, `expected ${called(element)} to be attached to an activity, but it is ${attachedTo ? `attached to ${called(attachedTo)}` : 'not attached'}`);
    return undefined;
  }
  const interrupting = element.get('cancelActivity') !== false;
  if (definition?.kind === 'error' && !interrupting) {
    problems.error('error-interrupts', element.id, `expected error boundary ${called(element)} to interrupt its activity, but it is drawn as not interrupting`);
  }
  return definition && { ...base, kind: 'boundaryEvent', event: definition, attachedTo: attachedTo.id, interrupting };
};

const scriptTask: Reader = (problems, element, base) => {
  const script = words(element, 'script');
  if (!speaksFeel(element.get('scriptFormat'))) {
    problems.error('script-language', element.id, `expected the script of ${called(element)} to be FEEL, but it is ${String(element.get('scriptFormat'))}`);
    return undefined;
  }
  if (script === undefined) {
    problems.warn('missing-script', element.id, `expected ${called(element)} to have a script, but it has none and will do nothing`);
    return { ...base, kind: 'scriptTask' };
  }
  const expression = feel(problems, base.id, `the script of ${called(element)}`, script);
  return { ...base, kind: 'scriptTask', step: expression ? { ...base.step, script: expression } : base.step };
};

const businessRuleTask: Reader = (problems, element, base) => {
  if (base.step.decision === undefined) problems.warn('missing-decision', element.id, `expected ${called(element)} to name a decision, but it names none and will stand still`);
  return { ...base, kind: 'businessRuleTask' };
};

const receiveTask: Reader = (problems, element, base) => {
  if (element.get('instantiate') === true) {
    problems.error('instantiating-receive', element.id, `expected ${called(element)} to wait within an instance, but starting one by a receive task is not executed yet`);
  }
  return { ...base, kind: 'receiveTask', event: messageOf(problems, element, element) };
};

const sendTask: Reader = (problems, element, base) => ({ ...base, kind: 'sendTask', event: messageOf(problems, element, element) });

const eventBasedGateway: Reader = (problems, element, base) => {
  if (element.get('instantiate') === true) {
    problems.error('instantiating-gateway', element.id, `expected ${called(element)} to wait within an instance, but starting one by a gateway is not executed yet`);
  }
  if (element.get('eventGatewayType') === 'Parallel') {
    problems.error('parallel-event-gateway', element.id, `expected ${called(element)} to wait for the first event, but waiting for all is not executed yet`);
  }
  return { ...base, kind: 'eventBasedGateway' };
};

const subProcess: Reader = (problems, element, base) => {
  if (element.get('triggeredByEvent') === true) {
    problems.error('event-sub-process', element.id, `expected an embedded sub-process, but ${called(element)} is started by an event, which is not executed yet`);
    return undefined;
  }
  return { ...base, kind: 'subProcess', starts: [] };
};

/** One small reader for each type that is executed; everything else is refused. */
export const nodeReaders: Readonly<Record<string, Reader>> = {
  'bpmn:StartEvent': event('startEvent', ['none', 'message', 'timer']),
  'bpmn:EndEvent': event('endEvent', ['none', 'message', 'error', 'terminate']),
  'bpmn:IntermediateCatchEvent': event('intermediateCatchEvent', ['message', 'timer']),
  'bpmn:IntermediateThrowEvent': event('intermediateThrowEvent', ['none', 'message']),
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:Task': plain('task'),
  'bpmn:UserTask': plain('userTask'),
  'bpmn:ManualTask': plain('manualTask'),
  'bpmn:ServiceTask': plain('serviceTask'),
  'bpmn:ScriptTask': scriptTask,
  'bpmn:BusinessRuleTask': businessRuleTask,
  'bpmn:SendTask': sendTask,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:ExclusiveGateway': plain('exclusiveGateway'),
  'bpmn:ParallelGateway': plain('parallelGateway'),
  'bpmn:InclusiveGateway': plain('inclusiveGateway'),
  'bpmn:EventBasedGateway': eventBasedGateway,
  'bpmn:SubProcess': subProcess,
};
