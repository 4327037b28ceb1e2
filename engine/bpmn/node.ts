import type { ModdleElement } from 'bpmn-moddle';
import type { CallActivity, EventDefinition, FlowId, Loop, Node, NodeId, StepProperties } from '../definition.ts';
import { eventOf, messageOf } from './event.ts';
import { definitionsOf, messagesOf } from './event-definitions.ts';
import { condition, feel, speaksFeel } from './feel.ts';
import { hasJuel } from './juel/translate.ts';
import { one, otherNamespace, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';
import { named } from './step.ts';

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
  readonly loop?: Loop;
  readonly startQuantity?: number;
  readonly completionQuantity?: number;
  readonly forCompensation?: true;
  readonly own?: readonly string[];
  readonly sends?: readonly string[];
}

/** Where an element stands: in a process, a sub-process, or an event sub-process. */
export type Place = 'process' | 'subProcess' | 'eventSubProcess';

type Reader = (problems: Problems, element: ModdleElement, base: Base, place: Place) => Node | undefined;

const plain = (kind: 'userTask' | 'manualTask' | 'task' | 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway'): Reader =>
  (_problems, _element, base) => ({ ...base, kind });

type Events = readonly EventDefinition['kind'][];

/** Where each event may stand (BPMN 2.0.2, table 10.93). */
const startEvents: Readonly<Record<Place, Events>> = {
  process: ['none', 'message', 'timer', 'conditional', 'signal', 'multiple'],
  subProcess: ['none'],
  eventSubProcess: ['message', 'timer', 'error', 'escalation', 'conditional', 'signal', 'compensation', 'multiple'],
};
const endEvents: Events = ['none', 'message', 'error', 'escalation', 'cancel', 'compensation', 'signal', 'terminate', 'multiple'];
const catchEvents: Events = ['message', 'timer', 'conditional', 'link', 'signal', 'multiple'];
const throwEvents: Events = ['none', 'message', 'escalation', 'compensation', 'link', 'signal', 'multiple'];
const boundaryEvents: Events = ['message', 'timer', 'error', 'escalation', 'cancel', 'compensation', 'conditional', 'signal', 'multiple'];
/** Events that always interrupt, at a boundary and at the start of an event sub-process (BPMN 2.0.2, table 10.93). */
const alwaysInterrupting: ReadonlySet<EventDefinition['kind']> = new Set(['error', 'cancel']);
const alwaysStopping: ReadonlySet<EventDefinition['kind']> = new Set(['error', 'compensation']);

/** What an event is, and each of those that it gathers. */
const partsOf = (event: EventDefinition): readonly EventDefinition[] => (event.kind === 'multiple' ? event.events : [event]);

const kindAmong = (event: EventDefinition, kinds: ReadonlySet<EventDefinition['kind']>): EventDefinition['kind'] | undefined => partsOf(event).find(({ kind }) => kinds.has(kind))?.kind;

const startEvent: Reader = (problems, element, base, place) => {
  const definition = eventOf(problems, element, startEvents[place]);
  const interrupting = place !== 'eventSubProcess' || element.get('isInterrupting') !== false;
  const stopping = definition && !interrupting && kindAmong(definition, alwaysStopping);
  if (stopping) {
    problems.error('error-interrupts', element.id, `expected ${stopping} start ${called(element)} to interrupt the scope around it, but it is drawn as not interrupting`);
  }
  return definition && { ...base, kind: 'startEvent', event: definition, ...(!interrupting && { interrupting: false as const }) };
};

/** A step that is work for a connector, or the value of an expression, as other engines draw it on tasks and messages of all kinds. */
const work = (problems: Problems, element: ModdleElement, base: Base): Node | undefined => {
  if (base.step.connector !== undefined) return { ...base, kind: 'serviceTask' };
  const text = words(element, 'motcua:evaluates');
  if (text === undefined) return undefined;
  const script = feel(problems, base.id, `the expression of ${called(element)}`, text);
  return { ...base, kind: 'scriptTask', step: script ? { ...base.step, script } : base.step };
};

const serviceTask: Reader = (problems, element, base) => work(problems, element, base) ?? { ...base, kind: 'serviceTask' };

const sendsMessage = (element: ModdleElement): boolean => definitionsOf(element).length === 1 && messagesOf(element).length === 1;

const event = (kind: 'endEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent', allowed: Events): Reader =>
  (problems, element, base) => {
    const done = kind !== 'intermediateCatchEvent' && sendsMessage(element) ? work(problems, element, base) : undefined;
    if (done) return done;
    const definition = eventOf(problems, element, allowed);
    if (kind === 'intermediateCatchEvent' && definition && partsOf(definition).some((part) => part.kind === 'timer' && part.timer.type === 'cycle')) {
      problems.error('timer-cycle', element.id, `expected ${called(element)} to wait for a date or duration, but a cycle would never be over`);
    }
    return definition && { ...base, kind, event: definition };
  };

const boundaryEvent: Reader = (problems, element, base) => {
  const definition = eventOf(problems, element, boundaryEvents);
  const attachedTo = one(element, 'attachedToRef');
  if (!attachedTo?.id || !attachedTo.$instanceOf('bpmn:Activity')) {
    problems.error('boundary-host', element.id, `expected ${called(element)} to be attached to an activity, but it is ${attachedTo ? `attached to ${called(attachedTo)}` : 'not attached'}`);
    return undefined;
  }
  const interrupting = element.get('cancelActivity') !== false;
  const stopping = definition && !interrupting && kindAmong(definition, alwaysInterrupting);
  if (stopping) {
    problems.error('error-interrupts', element.id, `expected ${stopping} boundary ${called(element)} to interrupt its activity, but it is drawn as not interrupting`);
  }
  if (definition?.kind === 'cancel' && attachedTo.$type !== 'bpmn:Transaction') {
    problems.error('cancel-host', element.id, `expected cancel boundary ${called(element)} to be attached to a transaction, but it is attached to ${called(attachedTo)}`);
  }
  return definition && { ...base, kind: 'boundaryEvent', event: definition, attachedTo: attachedTo.id, interrupting };
};

const scriptTask: Reader = (problems, element, base) => {
  const done = work(problems, element, base);
  if (done) return done;
  const script = words(element, 'script');
  const language = element.get('scriptFormat') ?? element.get('scriptLanguage');
  if (!speaksFeel(language)) {
    problems.error('script-language', element.id, `expected the script of ${called(element)} to be FEEL, but it is ${String(language)}`);
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
  const done = base.step.decision === undefined ? work(problems, element, base) : undefined;
  if (done) return done;
  if (base.step.decision === undefined) problems.warn('missing-decision', element.id, `expected ${called(element)} to name a decision, but it names none and will stand still`);
  return { ...base, kind: 'businessRuleTask' };
};

const receiveTask: Reader = (problems, element, base, place) => {
  const instantiate = element.get('instantiate') === true;
  if (instantiate && place !== 'process') {
    problems.error('instantiating-receive', element.id, `expected ${called(element)} to begin an instance of its process, but it stands in a sub-process`);
  }
  return { ...base, kind: 'receiveTask', event: messageOf(problems, element, element), ...(instantiate && { instantiate }) };
};

const sendTask: Reader = (problems, element, base) => work(problems, element, base) ?? ({ ...base, kind: 'sendTask', event: messageOf(problems, element, element) });

const eventBasedGateway: Reader = (problems, element, base, place) => {
  const instantiate = element.get('instantiate') === true;
  const all = element.get('eventGatewayType') === 'Parallel';
  if (instantiate && place !== 'process') {
    problems.error('instantiating-gateway', element.id, `expected ${called(element)} to begin an instance of its process, but it stands in a sub-process`);
  }
  if (all && !instantiate) {
    problems.error('parallel-event-gateway', element.id, `expected ${called(element)} to wait for the first event, because only a gateway that begins an instance may wait for all (BPMN 2.0.2, 10.6.6)`);
  }
  return { ...base, kind: 'eventBasedGateway', ...(instantiate && { instantiate }), ...(all && instantiate && { all }) };
};

const complexGateway: Reader = (problems, element, base) => {
  const activation = condition(problems, element, 'activationCondition', 'the activation condition');
  return { ...base, kind: 'complexGateway', ...(activation && { activation }) };
};

const subProcess: Reader = (_problems, element, base) =>
  ({ ...base, kind: element.get('triggeredByEvent') === true ? 'eventSubProcess' : 'subProcess', starts: [], handlers: [] });

/** Only a plain sub-process is begun by an event (BPMN 2.0.2, 10.3.5). */
const begunWithItsScope = (problems: Problems, element: ModdleElement): void => {
  if (element.get('triggeredByEvent') === true) problems.error('event-sub-process-kind', element.id, `expected an event sub-process to be a sub-process, but ${called(element)} is to be begun by an event`);
};

const transaction: Reader = (problems, element, base) => {
  begunWithItsScope(problems, element);
  return { ...base, kind: 'transaction', starts: [], handlers: [] };
};

const adHocSubProcess: Reader = (problems, element, base) => {
  begunWithItsScope(problems, element);
  const completion = condition(problems, element, 'completionCondition', 'the completion condition');
  const list = words(element, 'motcua:activates');
  const activates = list === undefined ? undefined : feel(problems, base.id, `the steps to begin of ${called(element)}`, list);
  return {
    ...base, kind: 'adHocSubProcess', starts: [], handlers: [], sequential: element.get('ordering') === 'Sequential',
    cancelRemaining: element.get('cancelRemainingInstances') !== false, ...(activates && { activates }), ...(completion && { completion }),
  };
};

/** Which version is called: of another procedure by its number, or one that stands in the same package. */
const bindingOf = (problems: Problems, element: ModdleElement): 'deployment' | number | undefined => {
  const [binding = 'latest', version] = [words(element, 'motcua:binding'), words(element, 'motcua:version')];
  if (binding === 'version' && /^[1-9]\d{0,8}$/.test(version ?? '')) return Number(version);
  if (version === undefined && binding === 'deployment') return binding;
  if (version !== undefined || binding !== 'latest') problems.error('call-binding', element.id, `expected ${called(element)} to bind latest, deployment or version with a whole number, but it binds "${binding}"${version === undefined ? '' : ` with "${version}"`}`);
  return undefined;
};

const callActivity: Reader = (problems, element, base) => {
  const written = words(element, 'calledElement');
  const dynamic = words(element, 'motcua:calledExpression') ?? (written !== undefined && hasJuel(written) ? written : undefined);
  const called_ = dynamic === undefined ? written : feel(problems, base.id, `the called process of ${called(element)}`, dynamic, true);
  if (called_ === undefined) {
    if (dynamic === undefined) problems.error('called-element', element.id, `expected ${called(element)} to name the process it calls, but it names none`);
    return undefined;
  }
  const elsewhere = typeof called_ === 'string' ? otherNamespace(element, called_) : undefined;
  if (elsewhere !== undefined) {
    problems.error('called-element', element.id, `expected ${called(element)} to call a process of this file, but ${String(called_)} is of the namespace ${elsewhere}, and files are not imported`);
    return undefined;
  }
  const name = typeof called_ === 'string' ? called_.slice(called_.indexOf(':') + 1) : called_;
  const binding = bindingOf(problems, element);
  return { ...base, kind: 'callActivity', called: name, ...(binding !== undefined && { binding }), ...handedOver(problems, element) };
};

/** What a call hands over and gets back besides its inputs and outputs. */
const handedOver = (problems: Problems, element: ModdleElement): Partial<CallActivity> => {
  const [values, locals, keeps] = [named(problems, element, 'motcua:Own'), named(problems, element, 'motcua:Local'), named(problems, element, 'motcua:Kept')];
  const propagate = element.get('motcua:propagate') === true ? true : element.get('motcua:propagateLocal') === true ? 'local' : undefined;
  return { ...(element.get('motcua:shares') === true && { shares: true }), ...(propagate && { propagate }), ...(values && { values }), ...(locals && { locals }), ...(keeps && { keeps }) };
};

/** One small reader for each type that is executed; everything else is refused. */
export const nodeReaders: Readonly<Record<string, Reader>> = {
  'bpmn:StartEvent': startEvent,
  'bpmn:EndEvent': event('endEvent', endEvents),
  'bpmn:IntermediateCatchEvent': event('intermediateCatchEvent', catchEvents),
  'bpmn:IntermediateThrowEvent': event('intermediateThrowEvent', throwEvents),
  'bpmn:BoundaryEvent': boundaryEvent,
  'bpmn:Task': plain('task'),
  'bpmn:UserTask': plain('userTask'),
  'bpmn:ManualTask': plain('manualTask'),
  'bpmn:ServiceTask': serviceTask,
  'bpmn:ScriptTask': scriptTask,
  'bpmn:BusinessRuleTask': businessRuleTask,
  'bpmn:SendTask': sendTask,
  'bpmn:ReceiveTask': receiveTask,
  'bpmn:ExclusiveGateway': plain('exclusiveGateway'),
  'bpmn:ParallelGateway': plain('parallelGateway'),
  'bpmn:InclusiveGateway': plain('inclusiveGateway'),
  'bpmn:EventBasedGateway': eventBasedGateway,
  'bpmn:ComplexGateway': complexGateway,
  'bpmn:SubProcess': subProcess,
  'bpmn:Transaction': transaction,
  'bpmn:AdHocSubProcess': adHocSubProcess,
  'bpmn:CallActivity': callActivity,
};
