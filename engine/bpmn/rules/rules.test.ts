import assert from 'node:assert/strict';
import { diagram, flows } from '../../testing/diagram.ts';
import { readBpmn, readCollaboration } from '../read.ts';

const line = (inside: string): string => `<startEvent id="s"/>${inside}<endEvent id="e"/>${flows('s -> x -> e')}`;
const timer = (inside: string): string => line(`<intermediateCatchEvent id="x"><timerEventDefinition>${inside}</timerEventDefinition></intermediateCatchEvent>`);
const gateway = (kind: string, attributes: string, drawn: string): string => `<startEvent id="s"/><task id="a"/><task id="b"/><${kind} id="x" ${attributes}/>${flows(drawn)}`;
const subscription = (id: string, inside = '<signalEventDefinition signalRef="sig"/>'): string => `<startEvent id="${id}">${inside}</startEvent>`;

/** A collaboration of the pool P, with the process p, and the black box Q. */
const pools = (body: string, messageFlow: string): string =>
  diagram(body, `<collaboration id="c"><participant id="P" processRef="p"/><participant id="Q"/><messageFlow id="m" ${messageFlow}/></collaboration>`);

const body: Readonly<Record<string, readonly [body: string, ...found: string[]]>> = {
  'a gateway that neither joins nor parts': [gateway('exclusiveGateway', '', 's -> x -> a'), 'error gateway-flows x'],
  'a gateway that nothing leaves and one flow leads to': [gateway('parallelGateway', '', 's -> x'), 'error gateway-flows x', 'warning gateway-without-outgoing x'],
  'an event-based gateway with one way out': [`<startEvent id="s"/><eventBasedGateway id="x"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>${flows('s -> x -> t')}`, 'error gateway-flows x'],
  'a gateway said to converge that parts': [gateway('parallelGateway', 'gatewayDirection="Converging"', 's -> x -> a; x -> b'), 'error gateway-direction x'],
  'a gateway said to diverge that joins': [gateway('parallelGateway', 'gatewayDirection="Diverging"', 's -> a -> x; s -> b -> x'), 'error gateway-direction x', 'warning gateway-without-outgoing x'],
  'a gateway said to be mixed that only parts': [gateway('parallelGateway', 'gatewayDirection="Mixed"', 's -> x -> a; x -> b'), 'error gateway-direction x'],
  'events and receive tasks for messages behind one gateway': [`<startEvent id="s"/><eventBasedGateway id="x"/><receiveTask id="r" messageRef="msg"/><intermediateCatchEvent id="i"><messageEventDefinition messageRef="msg"/></intermediateCatchEvent>${flows('s -> x -> r; x -> i')}`, 'error event-gateway-mixed x'],
  'a condition on the only way out of a task': [`<startEvent id="s"/><task id="x"/><endEvent id="e"/>${flows('s -> x; x -> e if a')}`, 'error lone-condition x-e'],
  'a start event in an ad-hoc sub-process': [line('<adHocSubProcess id="x"><startEvent id="is"/><task id="it"/></adHocSubProcess>'), 'error ad-hoc-event is'],
  'an end event in an ad-hoc sub-process': [line(`<adHocSubProcess id="x"><task id="it"/><endEvent id="ie"/>${flows('it -> ie')}</adHocSubProcess>`), 'error ad-hoc-event ie'],
  'an event sub-process with two starts': [`<task id="t"/><subProcess id="x" triggeredByEvent="true">${subscription('i1')}${subscription('i2')}</subProcess>`, 'error event-sub-process-start x'],
  'an event sub-process with no start event': ['<task id="t"/><subProcess id="x" triggeredByEvent="true"><task id="it"/></subProcess>', 'error event-sub-process-start x'],
  'an event sub-process that is done several times': [`<task id="t"/><subProcess id="x" triggeredByEvent="true"><standardLoopCharacteristics loopMaximum="2"/>${subscription('i1')}</subProcess>`, 'error event-sub-process-loop x'],
  'a boundary event on an event sub-process': [`<task id="t"/><subProcess id="x" triggeredByEvent="true">${subscription('i1')}</subProcess><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition/></boundaryEvent><endEvent id="e"/>${flows('b -> e')}`, 'error boundary-host b'],
  'several activities without a number or a list': [line('<task id="x"><multiInstanceLoopCharacteristics/></task>'), 'error loop-count x'],
  'a maximum that is no number': [line('<task id="x"><standardLoopCharacteristics loopMaximum="-1"/></task>'), 'error loop-maximum x'],
  'a flow out of a compensation event': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><compensateEventDefinition/></boundaryEvent><task id="h" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="h"/>${flows('b -> e')}`, 'error compensation-flow b-e'],
  'a behavior that throws what cannot be thrown': [line('<task id="x"><multiInstanceLoopCharacteristics behavior="Complex"><loopCardinality>2</loopCardinality><complexBehaviorDefinition><condition xsi:type="tFormalExpression">true</condition><event id="v"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></event></complexBehaviorDefinition></multiInstanceLoopCharacteristics></task>'), 'error behavior-event x'],
  'a transaction that is cancelled and not left': [line(`<transaction id="x"><startEvent id="is"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('is -> no')}</transaction>`), 'error cancel-uncaught x'],
  'several compensations in one event': [line('<intermediateThrowEvent id="x"><compensateEventDefinition/><compensateEventDefinition/></intermediateThrowEvent>'), 'error several-compensations x'],
  'a compensation of what is no activity': [line('<intermediateThrowEvent id="x"><compensateEventDefinition activityRef="s"/></intermediateThrowEvent>'), 'error compensation-activity x'],
  'a flow out of a throwing link': [`<startEvent id="s"/><intermediateThrowEvent id="x"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateCatchEvent id="y"><linkEventDefinition name="l"/></intermediateCatchEvent><endEvent id="e"/>${flows('s -> x -> e; y -> e')}`, 'error link-flow x-e'],
  'a flow into a catching link': [`<startEvent id="s"/><intermediateThrowEvent id="x"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateCatchEvent id="y"><linkEventDefinition name="l"/></intermediateCatchEvent><endEvent id="e"/>${flows('s -> x; s -> y -> e')}`, 'error link-flow s-y'],
  'a link with two catching ends': [`<startEvent id="s"/><intermediateThrowEvent id="x"><linkEventDefinition name="l"/></intermediateThrowEvent><intermediateCatchEvent id="y"><linkEventDefinition name="l"/></intermediateCatchEvent><intermediateCatchEvent id="z"><linkEventDefinition name="l"/></intermediateCatchEvent>${flows('s -> x')}`, 'error link-pair x'],
  'a duration that is none': [timer('<timeDuration>P1X</timeDuration>'), 'error timer x'],
  'a duration in words that mean nothing': [timer('<timeDuration>a while</timeDuration>'), 'error timer x'],
  'a cycle that is none': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><timerEventDefinition><timeCycle>0 0 * * *</timeCycle></timerEventDefinition></boundaryEvent>${flows('b -> e')}`, 'error timer b'],
  'a reference to an element of another kind': [line('<receiveTask id="x" messageRef="sig"/>'), 'error reference-kind x'],
  'a signal that is not there': [line('<intermediateThrowEvent id="x"><signalEventDefinition signalRef="nothing"/></intermediateThrowEvent>'), 'error dangling-reference', 'warning missing-signal x'],
  'a data object that is not there': [`${line('<task id="x"/>')}<dataObjectReference id="d" dataObjectRef="nothing"/>`, 'error dangling-reference d', 'warning data-reference d'],
  'an event of no kind': [line('<intermediateCatchEvent id="x"><eventDefinition/></intermediateCatchEvent>'), 'error unknown-event x'],
  'a way to share data that is none': [line('<task id="x" motcua:variables="some"/>'), 'error variables x'],
  'outputs of a gateway': [gateway('exclusiveGateway', '', 's -> a -> x; s -> b -> x').replace('id="x" />', 'id="x"><extensionElements><motcua:output name="o">1</motcua:output></extensionElements></exclusiveGateway>'), 'error misplaced-output x', 'warning gateway-without-outgoing x'],
  'a start of a process that needs all of its events': ['<startEvent id="x" parallelMultiple="true"><messageEventDefinition messageRef="msg"/><signalEventDefinition signalRef="sig"/></startEvent>', 'error parallel-start x'],
  'a receive task behind a gateway that is done several times': [`<startEvent id="s"/><eventBasedGateway id="x"/><receiveTask id="r" messageRef="msg"><standardLoopCharacteristics loopMaximum="2"/></receiveTask><intermediateCatchEvent id="i"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>${flows('s -> x -> r; x -> i')}`, 'error event-gateway-target x'],
  'a receive task behind a gateway that needs two tokens': [`<startEvent id="s"/><eventBasedGateway id="x"/><receiveTask id="r" messageRef="msg" startQuantity="2"/><intermediateCatchEvent id="i"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>${flows('s -> x -> r; x -> i')}`, 'error event-gateway-target x'],
  'a receive task that begins an instance and is done several times': [`<receiveTask id="x" messageRef="msg" instantiate="true"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></receiveTask>`, 'error instantiating x'],
  'a timer behind a gateway that begins an instance': [`<eventBasedGateway id="x" instantiate="true"/><intermediateCatchEvent id="i"><messageEventDefinition messageRef="msg"/></intermediateCatchEvent><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>${flows('x -> i; x -> t')}`, 'error instantiating-gateway x'],
  'an event sub-process that asks for two tokens': [`<task id="t"/><subProcess id="x" triggeredByEvent="true" startQuantity="2">${subscription('i1')}</subProcess>`, 'error quantity x'],
  'a potential owner given by an expression': [line('<userTask id="x"><potentialOwner id="o"><resourceAssignmentExpression><formalExpression>manager</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>'), 'error resource x'],
  'parameters of a resource': [line('<userTask id="x"><potentialOwner id="o"><resourceRef>res</resourceRef><resourceParameterBinding parameterRef="par"><formalExpression>region</formalExpression></resourceParameterBinding></potentialOwner></userTask>'), 'error resource x'],
  'a subscription to a correlation key': [`<correlationSubscription id="cs" correlationKeyRef="ck"/>${line('<task id="x"/>')}`, 'error correlation p', 'error dangling-reference cs'],
  'two sets of inputs': [line('<task id="x"><ioSpecification><dataInput id="i1"/><inputSet><dataInputRefs>i1</dataInputRefs></inputSet><inputSet/><outputSet/></ioSpecification></task>'), 'error data-set x'],
  'an output while a task runs': [line('<task id="x"><ioSpecification><dataOutput id="o1"/><inputSet/><outputSet><dataOutputRefs>o1</dataOutputRefs><whileExecutingOutputRefs>o1</whileExecutingOutputRefs></outputSet></ioSpecification></task>'), 'error data-set x'],
  'a choreography task': [`${line('<task id="x"/>')}<choreographyTask id="ct" initiatingParticipantRef="P"/>`, 'error choreography ct', 'error dangling-reference ct'],
};

const warned: Readonly<Record<string, readonly [body: string, ...found: string[]]>> = {
  'a flow that is drawn twice': [`<startEvent id="s"/><task id="x"/><sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="s" targetRef="x"/>`, 'warning duplicate-flow f2'],
  'two start events in a sub-process': [line('<subProcess id="x"><startEvent id="i1"/><startEvent id="i2"/></subProcess>'), 'warning several-starts x'],
  'an error that is thrown without a code': [`<startEvent id="s"/><endEvent id="x"><errorEventDefinition/></endEvent>${flows('s -> x')}`, 'warning missing-error x'],
  'an escalation that is thrown without a code': [`<startEvent id="s"/><endEvent id="x"><escalationEventDefinition/></endEvent>${flows('s -> x')}`, 'warning missing-escalation x'],
  'a handler that no event begins': [`${line('<task id="x"/>')}<task id="h" isForCompensation="true"/>`, 'warning compensation-unused h', 'warning unreachable h'],
  'a boundary event on a handler': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><compensateEventDefinition/></boundaryEvent><task id="h" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="h"/><boundaryEvent id="c" attachedToRef="h"><errorEventDefinition/></boundaryEvent>${flows('c -> e')}`, 'warning compensation-boundary h'],
  'compensation of a whole process': ['<task id="t"/><subProcess id="x" triggeredByEvent="true"><startEvent id="i"><compensateEventDefinition/></startEvent></subProcess>', 'warning compensation-place i'],
  'a performer of what no person does': [line('<serviceTask id="x"><performer id="w"><resourceRef>res</resourceRef></performer></serviceTask>'), 'warning resource-unused x'],
  'a performer of a process': [`${line('<task id="x"/>')}<performer id="w"><resourceRef>res</resourceRef></performer>`, 'warning resource-unused p'],
  'a complex join without a condition': [gateway('complexGateway', '', 's -> a -> x; s -> b -> x'), 'warning gateway-without-outgoing x', 'warning missing-activation x'],
  'a loop without an end': [line('<task id="x"><standardLoopCharacteristics/></task>'), 'warning loop-without-end x'],
  'a called version that is none': [line('<callActivity id="x" calledElement="p" motcua:binding="version" motcua:version="first"/>'), 'error call-binding x'],
  'a process that is called from another file': [line('<callActivity id="x" calledElement="elsewhere"/>'), 'warning called-elsewhere x'],
  'a lane that holds what is no step': ['<laneSet id="ls"><lane id="l"><flowNodeRef>d</flowNodeRef></lane></laneSet><task id="t"/><dataObject id="d"/>', 'warning lane-node l'],
};

const collaborations: Readonly<Record<string, readonly [xml: string, ...found: string[]]>> = {
  'a message flow within a pool': [pools('<task id="a"/><task id="b"/>', 'sourceRef="a" targetRef="b"'), 'error message-flow-within m'],
  'a message flow from a pool to itself': [pools('<task id="a"/>', 'sourceRef="Q" targetRef="Q"'), 'error message-flow-within m'],
  'a message flow to a gateway': [pools(`<task id="a"/><exclusiveGateway id="g"/><task id="b"/><task id="d"/>${flows('a -> g; g -> b if x; g -> d if y')}`, 'sourceRef="Q" targetRef="g"'), 'error message-flow-end m'],
  'a message flow out of a start event': [pools(`<startEvent id="s"/><task id="a"/>${flows('s -> a')}`, 'sourceRef="s" targetRef="Q"'), 'error message-flow-end m'],
  'a message flow without an end': [pools('<task id="a"/>', 'sourceRef="a"'), 'error message-flow-end m'],
};

const around = '<message id="msg" name="m"/><signal id="sig" name="s"/><resource id="res" name="officer"><resourceParameter id="par" name="region"/></resource>';
const ignored = /^warning (implicit-start|unreachable (?!c|h)|missing-message)/;

const found = async (xml: string, read: typeof readBpmn | typeof readCollaboration = readBpmn): Promise<readonly string[]> => {
  const reading = await read(xml);
  const problems = 'problems' in reading ? reading.problems : reading.warnings;
  for (const { message } of problems) assert.match(message, /^expected .*, but /s);
  return problems.map(({ rule, severity, element }) => `${severity} ${rule}${element === undefined ? '' : ` ${element}`}`).filter((problem) => !ignored.test(problem)).toSorted();
};

describe('The rules of the standard refuse', () => {
  for (const [name, [drawn, ...expected]] of Object.entries(body)) it(name, async () => assert.deepEqual(await found(diagram(drawn, around)), expected.toSorted()));
  for (const [name, [xml, ...expected]] of Object.entries(collaborations)) {
    it(name, async () => {
      assert.deepEqual(await found(xml), expected);
      assert.deepEqual(await found(xml, readCollaboration), expected);
    });
  }
});

it('A sketch is warned of an event that says nothing', async () => {
  assert.deepEqual(await found(diagram(line('<intermediateCatchEvent id="x"/>')), (xml: string) => readBpmn(xml, { sketch: true })), ['warning missing-event x']);
});

it('A drawing that does not fit is a warning', async () => {
  const drawn = diagram(line('<task id="x"/>')).replace('</definitions>', '<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><bpmndi:BPMNPlane bpmnElement="nothing"/></bpmndi:BPMNDiagram></definitions>');
  assert.deepEqual(await found(drawn), ['warning drawing']);
});

describe('The rules of the standard warn of', () => {
  for (const [name, [drawn, ...expected]] of Object.entries(warned)) it(name, async () => assert.deepEqual(await found(diagram(drawn, around)), expected.toSorted()));
});
