import assert from 'node:assert/strict';
import { diagram, flows } from '../../testing/diagram.ts';
import { standings } from '../attribute-places.ts';
import motcua from '../motcua.json' with { type: 'json' };
import { readBpmn, readCollaboration } from '../read.ts';

const line = (inside: string): string => `<startEvent id="s"/>${inside}<endEvent id="e"/>${flows('s -> x -> e')}`;
const complex = (event: string): string => line(`<task id="x"><multiInstanceLoopCharacteristics behavior="Complex"><loopCardinality>2</loopCardinality><complexBehaviorDefinition><condition>true</condition>${event}</complexBehaviorDefinition></multiInstanceLoopCharacteristics></task>`);
const timer = (inside: string): string => line(`<intermediateCatchEvent id="x"><timerEventDefinition>${inside}</timerEventDefinition></intermediateCatchEvent>`);
const gateway = (kind: string, attributes: string, drawn: string): string => `<startEvent id="s"/><task id="a"/><task id="b"/><${kind} id="x" ${attributes}/>${flows(drawn)}`;
const subscription = (id: string, inside = '<signalEventDefinition signalRef="sig"/>'): string => `<startEvent id="${id}">${inside}</startEvent>`;

/** A user task x with one input i and these data associations. */
const took = (...associations: readonly string[]): string =>
  `<userTask id="x"><ioSpecification><dataInput id="i"/><inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet/></ioSpecification>${associations.map((inside) => `<dataInputAssociation>${inside}</dataInputAssociation>`).join('')}</userTask>`;

/** A call of the process that takes an amount and perhaps a note, and gives a total. */
const calling = (input?: string, output?: string): string => {
  const [inputs, outputs] = [input === undefined ? [] : [input], output === undefined ? [] : [output]];
  return `<callActivity id="x" calledElement="taking"><ioSpecification>${inputs.map((name) => `<dataInput id="ci" name="${name}"/>`).join('')}${outputs.map((name) => `<dataOutput id="co" name="${name}"/>`).join('')}
    <inputSet>${inputs.map(() => '<dataInputRefs>ci</dataInputRefs>').join('')}</inputSet><outputSet>${outputs.map(() => '<dataOutputRefs>co</dataOutputRefs>').join('')}</outputSet></ioSpecification></callActivity>`;
};
const taken = '<ioSpecification><dataInput id="ti" name="amount"/><dataInput id="tn" name="note"/><dataOutput id="to" name="total"/><inputSet><dataInputRefs>ti</dataInputRefs><dataInputRefs>tn</dataInputRefs><optionalInputRefs>tn</optionalInputRefs></inputSet><outputSet><dataOutputRefs>to</dataOutputRefs></outputSet></ioSpecification>';

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
  'events and receive tasks for messages behind one gateway': [`<startEvent id="s"/><eventBasedGateway id="x"/><receiveTask id="r" messageRef="msg"/><intermediateCatchEvent id="i"><messageEventDefinition messageRef="other"/></intermediateCatchEvent>${flows('s -> x -> r; x -> i')}`, 'error event-gateway-mixed x'],
  'a condition on the only way out of a task': [`<startEvent id="s"/><task id="x"/><endEvent id="e"/>${flows('s -> x; x -> e if a')}`, 'error lone-condition x-e'],
  'a start event in an ad-hoc sub-process': [line('<adHocSubProcess id="x"><startEvent id="is"/><task id="it"/></adHocSubProcess>'), 'error ad-hoc-event is'],
  'keys on a step without a message': [line('<userTask id="x"><extensionElements><motcua:key name="k">1</motcua:key></extensionElements></userTask>'), 'error misplaced-key x'],
  'keys on a signal': [line('<intermediateThrowEvent id="x"><extensionElements><motcua:key name="k">1</motcua:key></extensionElements><signalEventDefinition signalRef="sig"/></intermediateThrowEvent>'), 'error misplaced-key x'],
  ...Object.fromEntries(['key', 'input', 'output'].flatMap((what) => [
    [`an ${what} at the definition of an event`, [line(`<intermediateThrowEvent id="x"><messageEventDefinition id="md" messageRef="msg"><extensionElements><motcua:${what} name="k">1</motcua:${what}></extensionElements></messageEventDefinition></intermediateThrowEvent>`), `error misplaced-${what} x`]],
    [`an ${what} of a flow`, [line('<task id="x"/>').replace(/targetRef="x"\/?>/, `targetRef="x"><extensionElements><motcua:${what} name="k">1</motcua:${what}></extensionElements>`), `error misplaced-${what} s-x`]],
  ] as const)),
  'FEEL in place of work that a person does': [line('<userTask id="x" motcua:evaluates="1"/>'), 'error misplaced-connector x'],
  'who begins an instance on a task': [line('<userTask id="x" motcua:initiator="who"/>'), 'error misplaced-initiator x'],
  'a name for citizens in English alone': [line('<userTask id="x" motcua:citizenNameEn="Checked"/>'), 'error citizen-name x'],
  'the name of who begins on the start of a sub-process': [line(`<subProcess id="x"><startEvent id="i" motcua:initiator="who"/><endEvent id="j"/>${flows('i -> j')}</subProcess>`), 'error misplaced-initiator i'],
  'a clock on a gateway': [gateway('parallelGateway', 'motcua:clock="start"', 's -> x -> a; x -> b'), 'error misplaced-clock x'],
  'a way to share data on a gateway': [gateway('parallelGateway', 'motcua:variables="always"', 's -> x -> a; x -> b'), 'error misplaced-variables x'],
  'a name for the answer of a timer': [line('<intermediateCatchEvent id="x" motcua:result="r"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>'), 'error misplaced-result x'],
  'a form on a global task that no person does': ['<callActivity id="x" calledElement="global"/>', 'error misplaced-person x'],
  'several activities by a list and by a number': [line('<task id="x"><multiInstanceLoopCharacteristics motcua:collection="list"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error loop-count x'],
  'several activities with an entry of no list': [line('<task id="x"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><inputDataItem id="i" name="who"/></multiInstanceLoopCharacteristics></task>'), 'error loop-count x'],
  'the event of another behavior': [line('<task id="x"><multiInstanceLoopCharacteristics noneBehaviorEventRef="sigs"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error behavior-event x'],
  'the event of one instance where each throws': [line('<task id="x"><multiInstanceLoopCharacteristics behavior="None" noneBehaviorEventRef="sigs" oneBehaviorEventRef="sigs"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error behavior-event x'],
  'a complex behavior that is not asked for': [line('<task id="x"><multiInstanceLoopCharacteristics behavior="All"><loopCardinality>2</loopCardinality><complexBehaviorDefinition><condition xsi:type="tFormalExpression">true</condition><event id="v"><signalEventDefinition signalRef="sig"/></event></complexBehaviorDefinition></multiInstanceLoopCharacteristics></task>'), 'error behavior-event x'],
  'a complex behavior that says nothing': [line('<task id="x"><multiInstanceLoopCharacteristics behavior="Complex"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error behavior-event x'],
  'what each instance leaves without a list of it': [line('<task id="x"><multiInstanceLoopCharacteristics motcua:outputElement="r"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error loop-output x'],
  'an output item without a list of it': [line('<task id="x"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><outputDataItem id="o" name="r"/></multiInstanceLoopCharacteristics></task>'), 'error loop-output x'],
  'an operation with other messages than its task': [line('<sendTask id="x" messageRef="other" operationRef="op"/>'), 'error message-operation x'],
  'an operation with other messages than its event': [line('<intermediateCatchEvent id="x"><messageEventDefinition messageRef="other"><operationRef>op</operationRef></messageEventDefinition></intermediateCatchEvent>'), 'error message-operation x'],
  'two events for the same error at one activity': [`${line('<userTask id="x"/>')}${['b', 'c'].map((id) => `<boundaryEvent id="${id}" attachedToRef="x"><errorEventDefinition errorRef="err"/></boundaryEvent>${flows(`${id} -> e`)}`).join('')}`, 'error caught-twice c'],
  'two events for any escalation at one activity': [`${line('<userTask id="x"/>')}${['b', 'c'].map((id) => `<boundaryEvent id="${id}" attachedToRef="x"><escalationEventDefinition/></boundaryEvent>${flows(`${id} -> e`)}`).join('')}`, 'error caught-twice c'],
  'two events for a cancelled transaction': [`${line(`<transaction id="x"><startEvent id="is"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('is -> no')}</transaction>`)}${['b', 'c'].map((id) => `<boundaryEvent id="${id}" attachedToRef="x"><cancelEventDefinition/></boundaryEvent>${flows(`${id} -> e`)}`).join('')}`, 'error caught-twice c'],
  'one message for two events behind one gateway': [`<startEvent id="s"/><eventBasedGateway id="x"/>${['b', 'c'].map((id) => `<intermediateCatchEvent id="${id}"><messageEventDefinition messageRef="msg"/></intermediateCatchEvent>`).join('')}<endEvent id="e"/>${flows('s -> x -> b -> e; x -> c -> e')}`, 'error caught-twice c'],
  'two event sub-processes for one error': [`<userTask id="t"/>${['b', 'c'].map((id) => `<subProcess id="h${id}" triggeredByEvent="true"><startEvent id="${id}"><errorEventDefinition errorRef="err"/></startEvent></subProcess>`).join('')}`, 'error caught-twice b'],
  'an error among the events of a boundary that does not interrupt': [`${line('<userTask id="x"/>')}<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><errorEventDefinition/><signalEventDefinition signalRef="sig"/></boundaryEvent><endEvent id="y"/>${flows('b -> y')}`, 'error error-interrupts b'],
  'an error among the events of a start that does not interrupt': [line('<subProcess id="x"><userTask id="t"/><subProcess id="h" triggeredByEvent="true"><startEvent id="i" isInterrupting="false"><errorEventDefinition/><signalEventDefinition signalRef="sig"/></startEvent></subProcess></subProcess>'), 'error error-interrupts i'],
  'a start by compensation that does not interrupt': [line('<subProcess id="x"><userTask id="t"/><subProcess id="h" triggeredByEvent="true"><startEvent id="i" isInterrupting="false"><compensateEventDefinition/></startEvent></subProcess></subProcess>'), 'error error-interrupts i'],
  ...Object.fromEntries(['error', 'escalation'].flatMap((kind) => [
    [`a boundary that needs all of its events and an ${kind} among them`, [`${line('<userTask id="x"/>')}<boundaryEvent id="b" attachedToRef="x" parallelMultiple="true"><signalEventDefinition signalRef="sig"/><${kind}EventDefinition/></boundaryEvent><endEvent id="y"/>${flows('b -> y')}`, 'error event-place b']],
    [`the start of an event sub-process that needs all of its events and an ${kind} among them`, [`<userTask id="t"/><subProcess id="h" triggeredByEvent="true"><startEvent id="i" parallelMultiple="true"><${kind}EventDefinition/><signalEventDefinition signalRef="sig"/></startEvent></subProcess>`, 'error event-place i']],
  ] as const)),
  'a compensation among the events at a boundary': [`${line('<userTask id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><signalEventDefinition signalRef="sig"/><compensateEventDefinition/></boundaryEvent><task id="un" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="un"/>`, 'error event-place b'],
  'a compensation among the events that begin an event sub-process': [line('<subProcess id="x"><userTask id="t"/><subProcess id="h" triggeredByEvent="true"><startEvent id="i"><signalEventDefinition signalRef="sig"/><compensateEventDefinition/></startEvent></subProcess></subProcess>'), 'error event-place i'],
  'an end by two errors': [`<startEvent id="s"/><endEvent id="x"><errorEventDefinition errorRef="err"/><errorEventDefinition errorRef="err"/></endEvent>${flows('s -> x')}`, 'error event-place x'],
  'an end that terminates by an error': [`<startEvent id="s"/><endEvent id="x"><terminateEventDefinition/><errorEventDefinition errorRef="err"/></endEvent>${flows('s -> x')}`, 'error event-place x'],
  'a cycle to wait for once among several events': [line('<intermediateCatchEvent id="x"><signalEventDefinition signalRef="sig"/><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></intermediateCatchEvent>'), 'error timer-cycle x'],
  'a complex behavior without an event': [complex(''), 'error behavior-event x'],
  'a complex behavior whose event says not what it throws': [complex('<event id="v"/>'), 'error behavior-event x'],
  'a complex behavior whose event is shared and cannot be thrown': [complex('<event id="v"><eventDefinitionRef>never</eventDefinitionRef></event>'), 'error behavior-event x'],
  'data for the event of a complex behavior': [complex('<event id="v"><dataInput id="vi" name="sum"/><inputSet><dataInputRefs>vi</dataInputRefs></inputSet><signalEventDefinition signalRef="sig"/></event>'), 'error behavior-event x'],
  'an event sub-process that compensates': [`<task id="t"/><subProcess id="x" triggeredByEvent="true" isForCompensation="true">${subscription('i1')}</subProcess>`, 'error compensation-handler x', 'warning compensation-unused x'],
  'a data association into an input of another activity': [`<startEvent id="s"/><dataObject id="d"/><userTask id="y"><ioSpecification><dataInput id="yi"/><inputSet><dataInputRefs>yi</dataInputRefs></inputSet><outputSet/></ioSpecification></userTask>${took('<sourceRef>d</sourceRef><targetRef>yi</targetRef>')}${flows('s -> y -> x')}`, 'error data-association x'],
  'a data association out of an output of another activity': [`<startEvent id="s"/><dataObject id="d"/><userTask id="y"><ioSpecification><dataOutput id="yo"/><inputSet/><outputSet><dataOutputRefs>yo</dataOutputRefs></outputSet></ioSpecification></userTask><userTask id="x"><ioSpecification><dataOutput id="o"/><inputSet/><outputSet><dataOutputRefs>o</dataOutputRefs></outputSet></ioSpecification><dataOutputAssociation><sourceRef>yo</sourceRef><targetRef>d</targetRef></dataOutputAssociation></userTask>${flows('s -> y -> x')}`, 'error data-association x'],
  'a data association from what is no data': [`<startEvent id="s"/>${took('<sourceRef>s</sourceRef><targetRef>i</targetRef>')}${flows('s -> x')}`, 'error data-association x'],
  'a data association of two sources that says not what it makes of them': [`<startEvent id="s"/><dataObject id="d"/><dataObject id="d2"/>${took('<sourceRef>d</sourceRef><sourceRef>d2</sourceRef><targetRef>i</targetRef>')}${flows('s -> x')}`, 'error data-association x'],
  'a data association with a transformation and assignments': [`<startEvent id="s"/><dataObject id="d"/>${took('<sourceRef>d</sourceRef><targetRef>i</targetRef><transformation>1</transformation><assignment><from>2</from><to>i</to></assignment>')}${flows('s -> x')}`, 'error data-association x'],
  'an assignment of nothing': [`<startEvent id="s"/>${took('<targetRef>i</targetRef><assignment><to>i</to></assignment>')}${flows('s -> x')}`, 'error incomplete-element x'],
  'two values for one input': [`<startEvent id="s"/><dataObject id="d"/><dataObject id="d2"/>${took('<sourceRef>d</sourceRef><targetRef>i</targetRef>', '<sourceRef>d2</sourceRef><targetRef>i</targetRef>')}${flows('s -> x')}`, 'error data-association x'],
  'an assignment to what is neither a name nor a path': [`<startEvent id="s"/><dataObject id="d"/>${took("<sourceRef>d</sourceRef><targetRef>i</targetRef><assignment><from>d</from><to>getDataInput('i')/sum</to></assignment>")}${flows('s -> x')}`, 'error data-association x'],
  'an input that the called process does not have': [line(calling('data')), 'error data-set x', 'error data-set x'],
  'an output that the called process does not have': [line(calling('amount', 'sum')), 'error data-set x'],
  'no input where the called process asks for one': [line(calling(undefined, 'total')), 'error data-set x'],
  'an input that the called global task does not have': [line(calling('data').replace('"taking"', '"asking"')), 'error data-set x', 'error data-set x'],
  ...Object.fromEntries([['own', 'misplaced-input'], ['local', 'misplaced-output'], ['kept', 'misplaced-output']].map(([what, rule]) => [
    `values of its own (${what}) of a call that is a task`, [line(`<callActivity id="x" calledElement="asking"><extensionElements><motcua:${what} name="a">1</motcua:${what}></extensionElements></callActivity>`), `error ${rule} x`],
  ] as const)),
  ...Object.fromEntries([['shares', 'misplaced-input'], ['propagate', 'misplaced-output'], ['propagateLocal', 'misplaced-output']].map(([what, rule]) => [
    `all data of a process (${what}) of a call that is a task`, [line(`<callActivity id="x" calledElement="asking" motcua:${what}="true"/>`), `error ${rule} x`],
  ] as const)),
  'the definition of another event': [`<startEvent id="s"/><intermediateThrowEvent id="y"><signalEventDefinition id="sd" signalRef="sig"/></intermediateThrowEvent><intermediateThrowEvent id="x"><eventDefinitionRef>sd</eventDefinitionRef></intermediateThrowEvent><endEvent id="e"/>${flows('s -> y -> x -> e')}`, 'error reference-kind x'],
  'an input of another activity in a set': [`<startEvent id="s"/><userTask id="y"><ioSpecification><dataInput id="yi"/><inputSet><dataInputRefs>yi</dataInputRefs></inputSet><outputSet/></ioSpecification></userTask><userTask id="x"><ioSpecification><inputSet><dataInputRefs>yi</dataInputRefs></inputSet><outputSet/></ioSpecification></userTask>${flows('s -> y -> x')}`, 'error data-set x'],
  'a reference to a data object of a scope within': [`${line('<subProcess id="x"><dataObject id="d"/><task id="it"/></subProcess>')}<dataObjectReference id="r" dataObjectRef="d"/>`, 'error data-reference r'],
  'an association that leads nowhere': [`${line('<task id="x"/>')}<association id="a" sourceRef="x"/>`, 'error incomplete-element a'],
  'an ad-hoc sub-process without activities': [line('<adHocSubProcess id="x"/>'), 'error ad-hoc-activity x'],
  'a process that calls itself for ever': [line('<callActivity id="x" calledElement="p"/>'), 'error endless-loop s'],
  'a process that calls itself out of a sub-process for ever': [line(`<subProcess id="x"><callActivity id="i" calledElement="p"/></subProcess>`), 'error endless-loop s'],
  'a call of another file': [line('<callActivity id="x" xmlns:far="urn:far" calledElement="far:q"/>'), 'error called-element x'],
  'a call of this file by its namespace': [line('<callActivity id="x" xmlns:near="urn:motcua:test" calledElement="near:q"/>'), 'warning called-elsewhere x'],
  'a call of what is no process': [line('<callActivity id="x" calledElement="msg"/>'), 'error called-element x'],
  'a call of what begins by a message alone': [line('<callActivity id="x" calledElement="heard"/>'), 'error called-start x'],
  'a performer by a resource and by an expression': [line('<userTask id="x"><potentialOwner><resourceRef>res</resourceRef><resourceAssignmentExpression><formalExpression>"an"</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>'), 'error resource x'],
  'a condition that is a number': [`<startEvent id="s"/><exclusiveGateway id="x" default="x-b"/><task id="a"/><task id="b"/>${flows('s -> x; x -> a if 5; x -> b')}`, 'error expression-type x-a'],
  'a loop that goes on as long as a text': [line('<task id="x"><standardLoopCharacteristics><loopCondition>"yes"</loopCondition></standardLoopCharacteristics></task>'), 'error expression-type x'],
  'fewer than no activities': [line('<task id="x"><multiInstanceLoopCharacteristics><loopCardinality>-1</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error expression-type x'],
  'half an activity too many': [line('<task id="x"><multiInstanceLoopCharacteristics><loopCardinality>3 / 2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error expression-type x'],
  'an event that waits for a date to be true': [line('<intermediateCatchEvent id="x"><conditionalEventDefinition><condition>now()</condition></conditionalEventDefinition></intermediateCatchEvent>'), 'error expression-type x'],
  'two loop markers': [line('<task id="x"><standardLoopCharacteristics loopMaximum="2"/><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error repeated x'],
  'two conditions on one flow': [`<startEvent id="s"/><task id="x"/><task id="y"/><task id="z"/>${flows('s -> x; x -> z if b')}<sequenceFlow id="f" sourceRef="x" targetRef="y"><conditionExpression>a</conditionExpression><conditionExpression>b</conditionExpression></sequenceFlow>`, 'error repeated f'],
  'two scripts': [line('<scriptTask id="x"><script>1</script><script>2</script></scriptTask>'), 'error repeated x'],
  'two durations': [timer('<timeDuration>P1D</timeDuration><timeDuration>P2D</timeDuration>'), 'error repeated x'],
  'two conditions in an event': [line('<intermediateCatchEvent id="x"><conditionalEventDefinition><condition>a</condition><condition>b</condition></conditionalEventDefinition></intermediateCatchEvent>'), 'error repeated x'],
  'a boolean that is none': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x" cancelActivity="no"><errorEventDefinition/></boundaryEvent>${flows('b -> e')}`, 'error attribute-value b'],
  'a boolean in capitals': [line('<task id="x"><multiInstanceLoopCharacteristics isSequential="TRUE"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error attribute-value x'],
  'a behavior that does not exist': [line('<task id="x"><multiInstanceLoopCharacteristics behavior="Some"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error attribute-value x'],
  'an ordering that does not exist': [line('<adHocSubProcess id="x" ordering="Random"><task id="i"/></adHocSubProcess>'), 'error attribute-value x'],
  'a gateway direction that does not exist': [gateway('parallelGateway', 'gatewayDirection="Sideways"', 's -> x -> a; x -> b'), 'error attribute-value x'],
  'half a token': [line('<task id="x" startQuantity="1.5"/>'), 'error quantity x'],
  'the 30th of February': [timer('<timeDate>2026-02-30T00:00:00Z</timeDate>'), 'error timer x'],
  'a date in words': [timer('<timeDate>March 7, 2026</timeDate>'), 'error timer x'],
  'a cycle of no turns': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><timerEventDefinition><timeCycle>R0/PT1H</timeCycle></timerEventDefinition></boundaryEvent>${flows('b -> e')}`, 'error timer b'],
  'a cycle that takes no time': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><timerEventDefinition><timeCycle>R/PT0S</timeCycle></timerEventDefinition></boundaryEvent>${flows('b -> e')}`, 'error timer b'],
  'a cycle from a day that does not exist': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><timerEventDefinition><timeCycle>R3/2026-13-01T00:00:00Z/PT1H</timeCycle></timerEventDefinition></boundaryEvent>${flows('b -> e')}`, 'error timer b'],
  'a handler in another scope': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><compensateEventDefinition/></boundaryEvent><subProcess id="y"><task id="h" isForCompensation="true"/><task id="i"/></subProcess><association id="a" sourceRef="b" targetRef="h"/>`, 'error compensation-handler h', 'warning compensation-unused h'],
  'two compensation events at one activity': [`${line('<task id="x"/>')}${['b', 'c'].map((id) => `<boundaryEvent id="${id}" attachedToRef="x"><compensateEventDefinition/></boundaryEvent><task id="h${id}" isForCompensation="true"/><association id="a${id}" sourceRef="${id}" targetRef="h${id}"/>`).join('')}`, 'error compensation-handler c'],
  'a compensation event at an activity that names another': [`${line('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><compensateEventDefinition activityRef="y"/></boundaryEvent><task id="h" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="h"/><task id="y"/>`, 'error compensation-activity b'],
  'compensation of an activity deeper than its event': [`<startEvent id="s"/><subProcess id="y"><task id="i"/><boundaryEvent id="b" attachedToRef="i"><compensateEventDefinition/></boundaryEvent><task id="h" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="h"/></subProcess><endEvent id="x"><compensateEventDefinition activityRef="i"/></endEvent>${flows('s -> y -> x')}`, 'error compensation-activity x'],
  'compensation of a gateway among other events': [`<startEvent id="s"/><exclusiveGateway id="g"/><task id="a"/><task id="b"/><endEvent id="x"><compensateEventDefinition activityRef="g"/><signalEventDefinition signalRef="sig"/></endEvent>${flows('s -> g; g -> a if y; g -> b if not(y); a -> x')}`, 'error compensation-activity x'],
  'a transaction that an event begins': [`<task id="t"/><transaction id="x" triggeredByEvent="true"><task id="i"/></transaction>`, 'error event-sub-process-kind x'],
  'an ad-hoc sub-process that an event begins': [`<task id="t"/><adHocSubProcess id="x" triggeredByEvent="true"><task id="i"/></adHocSubProcess>`, 'error event-sub-process-kind x'],
  'an activity in the lanes of two roles': ['<laneSet id="ls"><lane id="l1" name="clerk"><flowNodeRef>x</flowNodeRef></lane><lane id="l2" name="leader"><flowNodeRef>x</flowNodeRef></lane></laneSet><userTask id="x"/>', 'error lane-role x'],
  'a flow among the outgoing ones that is none': ['<task id="x"><outgoing>y</outgoing></task><task id="y"/>', 'error reference-kind x'],
  'a data association that leads nowhere': [line('<userTask id="x"><ioSpecification><dataInput id="i"/><inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation/></userTask>'), 'error data-association x'],
  'data of another scope': [`<startEvent id="s"/><subProcess id="y"><dataObject id="d"/><task id="it"/></subProcess><userTask id="x"><ioSpecification><dataInput id="i"/><inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation><sourceRef>d</sourceRef><targetRef>i</targetRef></dataInputAssociation></userTask>${flows('s -> y -> x')}`, 'error data-association x'],
  'an element that stands where it may not': [line('<task id="x"><startEvent id="q"/></task>'), 'error unknown-element x'],
  'an end event in an ad-hoc sub-process': [line(`<adHocSubProcess id="x"><task id="it"/><endEvent id="ie"/>${flows('it -> ie')}</adHocSubProcess>`), 'error ad-hoc-event ie'],
  'an event sub-process with two starts': [`<task id="t"/><subProcess id="x" triggeredByEvent="true">${subscription('i1')}${subscription('i2')}</subProcess>`, 'error event-sub-process-start x'],
  'an event sub-process with no start event': ['<task id="t"/><subProcess id="x" triggeredByEvent="true"><task id="it"/></subProcess>', 'error event-sub-process-start x'],
  'an event sub-process that is done several times': [`<task id="t"/><subProcess id="x" triggeredByEvent="true"><standardLoopCharacteristics loopMaximum="2"/>${subscription('i1')}</subProcess>`, 'error event-sub-process-loop x'],
  'a boundary event on an event sub-process': [`<task id="t"/><subProcess id="x" triggeredByEvent="true">${subscription('i1')}</subProcess><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition/></boundaryEvent><endEvent id="e"/>${flows('b -> e')}`, 'error boundary-host b', 'warning missing-start e'],
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
  'a signal that is not there': [line('<intermediateThrowEvent id="x"><signalEventDefinition signalRef="nothing"/></intermediateThrowEvent>'), 'error dangling-reference x', 'warning missing-signal x'],
  'a data object that is not there': [`${line('<task id="x"/>')}<dataObjectReference id="d" dataObjectRef="nothing"/>`, 'error dangling-reference d', 'warning data-reference d'],
  'an event of no kind': [line('<intermediateCatchEvent id="x"><eventDefinition/></intermediateCatchEvent>'), 'error unknown-event x'],
  'a way to share data that is none': [line('<task id="x" motcua:variables="some"/>'), 'error variables x'],
  'outputs of a gateway': [gateway('exclusiveGateway', '', 's -> a -> x; s -> b -> x').replace('id="x" />', 'id="x"><extensionElements><motcua:output name="o">1</motcua:output></extensionElements></exclusiveGateway>'), 'error misplaced-output x', 'warning gateway-without-outgoing x'],
  'a start of a process that needs a message and a time': ['<startEvent id="x" parallelMultiple="true"><messageEventDefinition messageRef="msg"/><timerEventDefinition><timeDate>2026-12-01T00:00:00Z</timeDate></timerEventDefinition></startEvent>', 'error parallel-start x'],
  'a message that begins a process in two places': [`<startEvent id="a"><messageEventDefinition messageRef="msg"/></startEvent><startEvent id="b"><signalEventDefinition signalRef="sig"/><messageEventDefinition messageRef="msg"/></startEvent>`, 'error begins-twice b'],
  'a message that begins a process by a task and by an event': [`<startEvent id="a"><messageEventDefinition messageRef="msg"/></startEvent><receiveTask id="b" messageRef="msg" instantiate="true"/>`, 'error begins-twice b'],
  'a signal that begins a process twice behind one gateway': [`<eventBasedGateway id="x" instantiate="true"/><intermediateCatchEvent id="a"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent><intermediateCatchEvent id="b"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>${flows('x -> a; x -> b')}`, 'error begins-twice b'],
  'a receive task behind a gateway that is done several times': [`<startEvent id="s"/><eventBasedGateway id="x"/><receiveTask id="r" messageRef="msg"><standardLoopCharacteristics loopMaximum="2"/></receiveTask><intermediateCatchEvent id="i"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>${flows('s -> x -> r; x -> i')}`, 'error event-gateway-target x'],
  'a receive task behind a gateway that needs two tokens': [`<startEvent id="s"/><eventBasedGateway id="x"/><receiveTask id="r" messageRef="msg" startQuantity="2"/><intermediateCatchEvent id="i"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>${flows('s -> x -> r; x -> i')}`, 'error event-gateway-target x'],
  'a receive task that begins an instance and is done several times': [`<receiveTask id="x" messageRef="msg" instantiate="true"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></receiveTask>`, 'error instantiating x'],
  'a timer behind a gateway that begins an instance': [`<eventBasedGateway id="x" instantiate="true"/><intermediateCatchEvent id="i"><messageEventDefinition messageRef="msg"/></intermediateCatchEvent><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>${flows('x -> i; x -> t')}`, 'error instantiating-gateway x'],
  'an event sub-process that asks for two tokens': [`<task id="t"/><subProcess id="x" triggeredByEvent="true" startQuantity="2">${subscription('i1')}</subProcess>`, 'error quantity x'],
  'a potential owner given by an expression': [line('<userTask id="x"><potentialOwner id="o"><resourceAssignmentExpression><formalExpression>manager</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>'), 'error resource x'],
  'potential owners by name': [line('<userTask id="x" motcua:role="clerk"><potentialOwner id="o"><resourceAssignmentExpression><formalExpression>user(kermit)</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>'), 'warning resource-unused x'],
  'parameters of a resource': [line('<userTask id="x"><potentialOwner id="o"><resourceRef>res</resourceRef><resourceParameterBinding parameterRef="par"><formalExpression>region</formalExpression></resourceParameterBinding></potentialOwner></userTask>'), 'error resource x'],
  'a subscription to a correlation key': [`<correlationSubscription id="cs" correlationKeyRef="ck"/>${line('<task id="x"/>')}`, 'error correlation p', 'error dangling-reference cs'],
  'an output for each of the events in one': [`<startEvent id="s"/><intermediateCatchEvent id="x" parallelMultiple="true"><dataOutput id="o1"/><dataOutput id="o2"/><dataOutputAssociation id="da"><sourceRef>o1</sourceRef><targetRef>d</targetRef></dataOutputAssociation><outputSet><dataOutputRefs>o1</dataOutputRefs><dataOutputRefs>o2</dataOutputRefs></outputSet><messageEventDefinition messageRef="msg"/><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent><dataObject id="d"/><endEvent id="e"/>${flows('s -> x -> e')}`, 'error data-set x'],
  'an input that stands in no set': [line('<task id="x"><ioSpecification><dataInput id="i1"/><inputSet/><outputSet/></ioSpecification></task>'), 'error data-set x'],
  'two sets of inputs of a process': [`<ioSpecification><dataInput id="i1"/><inputSet><dataInputRefs>i1</dataInputRefs></inputSet><inputSet/><outputSet/></ioSpecification>${line('<task id="x"/>')}`, 'error data-set p'],
  'an output while a task runs': [line('<task id="x"><ioSpecification><dataOutput id="o1"/><inputSet/><outputSet><dataOutputRefs>o1</dataOutputRefs><whileExecutingOutputRefs>o1</whileExecutingOutputRefs></outputSet></ioSpecification></task>'), 'error data-set x'],
  'a transaction that restores what was stored': [line('<transaction id="x" method="##Store"><task id="it"/></transaction>'), 'error transaction-method x'],
  'a transaction that others take part in': [line('<transaction id="x" protocol="WS-AT"><task id="it"/></transaction>'), 'error transaction-method x'],
  'data that are kept in a store': [`${line('<userTask id="x"><ioSpecification><dataOutput id="o"/><inputSet/><outputSet><dataOutputRefs>o</dataOutputRefs></outputSet></ioSpecification><dataOutputAssociation><sourceRef>o</sourceRef><targetRef>kept</targetRef></dataOutputAssociation></userTask>')}<dataStoreReference id="kept"/>`, 'error data-store x'],
  'data that come from a store': [`${line('<userTask id="x"><ioSpecification><dataInput id="i"/><inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation><sourceRef>kept</sourceRef><targetRef>i</targetRef></dataInputAssociation></userTask>')}<dataStoreReference id="kept"/>`, 'error data-store x'],
  'a choreography task': [`${line('<task id="x"/>')}<choreographyTask id="ct" initiatingParticipantRef="P"/>`, 'error choreography ct', 'error dangling-reference ct'],
};

const warned: Readonly<Record<string, readonly [body: string, ...found: string[]]>> = {
  'an end event without a start event': [`<task id="x"/><endEvent id="e"/>${flows('x -> e')}`, 'warning missing-start e'],
  'a flow that is drawn twice': [`<startEvent id="s"/><task id="x"/><sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="s" targetRef="x"/>`, 'warning duplicate-flow f2'],
  'two data objects with one name': [`${line('<task id="x"/>')}<dataObject id="d1" name="sum"/><dataObject id="d2" name="sum"/>`, 'warning data-name d2'],
  'a property and a data object with one name': [`<property id="pr" name="sum"/>${line('<task id="x"/>')}<dataObject id="d1" name="sum"/>`, 'warning data-name d1'],
  'a flow that is listed otherwise than it is drawn': [`<startEvent id="s"/><task id="x"><incoming>x-y</incoming></task><task id="y"/>${flows('s -> x -> y')}`, 'warning flow-listed x'],
  'compensation of what nothing undoes': [`<startEvent id="s"/><task id="a"/><endEvent id="x"><compensateEventDefinition activityRef="a"/></endEvent>${flows('s -> a -> x')}`, 'warning compensation-nothing x'],
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
  'a flow that is not immediate': [`<startEvent id="s"/><task id="x"/><sequenceFlow id="f" sourceRef="s" targetRef="x" isImmediate="false"/>`, 'warning not-immediate f'],
  'a technology that does the work': [line('<serviceTask id="x" implementation="urn:mail"/>'), 'warning implementation x'],
  'an operation that does the work': [line('<serviceTask id="x" implementation="##WebService" operationRef="op"/>'), 'warning implementation x'],
  'a lane with a partition element': [`<laneSet id="ls"><lane id="x" partitionElementRef="t"><flowNodeRef>t</flowNodeRef></lane></laneSet>${line('<task id="t"/>').replaceAll('x', 't')}`, 'warning unused x'],
  'a rendering of a task': [line('<userTask id="x"><rendering/></userTask>'), 'warning unused x'],
  'auditing and monitoring': [line('<task id="x"><auditing/><monitoring/></task>'), 'warning unused x', 'warning unused x'],
  'a lane that holds what is no step': ['<laneSet id="ls"><lane id="l"><flowNodeRef>d</flowNodeRef></lane></laneSet><task id="t"/><dataObject id="d"/>', 'warning lane-node l'],
};

const collaborations: Readonly<Record<string, readonly [xml: string, ...found: string[]]>> = {
  'a message flow within a pool': [pools('<task id="a"/><receiveTask id="b"/>', 'sourceRef="a" targetRef="b"'), 'error message-flow-within m'],
  'a message flow from a pool to itself': [pools('<task id="a"/>', 'sourceRef="Q" targetRef="Q"'), 'error message-flow-within m'],
  'a message flow to a gateway': [pools(`<task id="a"/><exclusiveGateway id="g"/><task id="b"/><task id="d"/>${flows('a -> g; g -> b if x; g -> d if y')}`, 'sourceRef="Q" targetRef="g"'), 'error message-flow-end m'],
  'a message flow out of a start event': [pools(`<startEvent id="s"/><task id="a"/>${flows('s -> a')}`, 'sourceRef="s" targetRef="Q"'), 'error message-flow-end m'],
  'a message flow to a timer': [pools(line('<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>'), 'sourceRef="Q" targetRef="x"'), 'error message-flow-end m'],
  'a message flow out of a signal': [pools(line('<intermediateThrowEvent id="x"><escalationEventDefinition/></intermediateThrowEvent>'), 'sourceRef="x" targetRef="Q"'), 'error message-flow-end m', 'warning missing-escalation x'],
  'a message flow with another message than its end': [pools(line('<receiveTask id="x" messageRef="one"/>'), 'sourceRef="Q" targetRef="x" messageRef="two"').replace('<collaboration', '<message id="one" name="1"/><message id="two" name="2"/><collaboration'), 'error message-flow-message m'],
  'a message flow to what waits for none': [pools(line('<userTask id="x"/>'), 'sourceRef="Q" targetRef="x"'), 'warning message-flow-unheard m'],
  'a pool of what is no process': [pools(line('<userTask id="x"/>'), 'sourceRef="Q" targetRef="P"').replace('processRef="p"/><participant id="Q"', 'processRef="one"/><participant id="Q"').replace('<collaboration', '<message id="one" name="1"/><collaboration'), 'error reference-kind P'],
  'a message flow without an end': [pools('<task id="a"/>', 'sourceRef="a"'), 'error message-flow-end m'],
};

const callables = `<process id="taking">${taken}<startEvent id="ts"/></process><globalUserTask id="asking">${taken.replaceAll(/id="t(.)"/g, 'id="g$1"').replaceAll(/Refs>t(.)</g, 'Refs>g$1<')}</globalUserTask>`;
const around = `${callables}<interface id="if" name="i"><operation id="op" name="o"><inMessageRef>msg</inMessageRef></operation></interface><message id="msg" name="m"/><message id="other" name="o"/><error id="err" errorCode="E"/><process id="heard"><startEvent id="hs"><messageEventDefinition messageRef="msg"/></startEvent></process><signal id="sig" name="s"/><globalScriptTask id="global" motcua:form="f"><script>1</script></globalScriptTask><signalEventDefinition id="sigs" signalRef="sig"/><timerEventDefinition id="never"><timeDuration>P1D</timeDuration></timerEventDefinition><resource id="res" name="officer"><resourceParameter id="par" name="region"/></resource>`;
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

it('A boolean may be written as a number', async () => {
  const reading = await readBpmn(diagram(line('<task id="x"><multiInstanceLoopCharacteristics isSequential="1"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>')));
  assert.ok('definition' in reading);
  assert.equal((reading.definition.nodes['x']!.loop as { sequential: boolean }).sequential, true);
});

it('A lane within another gives the nearer role', async () => {
  const reading = await readBpmn(diagram(`<laneSet id="ls"><lane id="l1" name="clerk"><flowNodeRef>x</flowNodeRef><childLaneSet id="c"><lane id="l2" name="leader"><flowNodeRef>x</flowNodeRef></lane></childLaneSet></lane></laneSet>${line('<userTask id="x"/>')}`));
  assert.ok('definition' in reading);
  assert.equal(reading.definition.nodes['x']!.step.role, 'leader');
});

it('An import is warned of', async () => {
  assert.deepEqual(await found(diagram(line('<task id="x"/>'), '<import importType="http://www.w3.org/2001/XMLSchema" location="types.xsd" namespace="urn:types"/>')), ['warning unused']);
});

it('A pool that stands for several participants is warned of', async () => {
  assert.deepEqual(await found(diagram(line('<task id="x"/>'), '<collaboration id="c"><participant id="P" processRef="p"><participantMultiplicity minimum="2"/></participant></collaboration>')), ['warning participant-multiplicity P']);
});

it('A choreography beside a process is warned of', async () => {
  assert.deepEqual(await found(diagram(line('<task id="x"/>'), '<choreography id="ch"><participant id="A" name="A"/><participant id="B" name="B"/><choreographyTask id="ct" initiatingParticipantRef="A"><participantRef>A</participantRef><participantRef>B</participantRef></choreographyTask></choreography>')), ['warning unused ch']);
});

it('A public process is warned of when it is executable', async () => {
  const said = (attributes: string): string => diagram(line('<task id="x"/>')).replace(/<process id="p"( isExecutable="true")?/, `<process id="p" ${attributes}`);
  assert.deepEqual(await found(said('isExecutable="true" processType="Public"')), ['warning process-type p']);
  assert.deepEqual(await found(said('processType="Public"')), []);
});

it('A global script is refused in another language', async () => {
  assert.deepEqual(await found(diagram(line('<callActivity id="x" calledElement="g"/>'), '<globalScriptTask id="g" scriptLanguage="javascript"><script>1 + 1</script></globalScriptTask>')), ['error script-language g']);
});

it('An extension is refused only when it must be understood', async () => {
  const extended = (attributes: string): string => diagram(line('<task id="x"/>'), `<extension definition="o:other" xmlns:o="urn:other" ${attributes}/>`);
  assert.deepEqual(await found(extended('')), []);
  assert.deepEqual(await found(extended('mustUnderstand="true"')), ['error must-understand']);
});

it('An expression without a language is in that of its document', async () => {
  const drawn = diagram(`<startEvent id="s"/><task id="x"/><task id="a"/><task id="b"/>${flows('s -> x; x -> a if y; x -> b if not(y)')}`);
  const said = (language: string): string => drawn.replace(' targetNamespace', ` expressionLanguage="${language}" targetNamespace`);
  assert.deepEqual(await found(said('http://www.w3.org/1999/XPath')), []);
  assert.deepEqual(await found(said('https://www.omg.org/spec/DMN/20191111/FEEL/')), []);
  assert.deepEqual(await found(said('http://groovy.codehaus.org/')), ['error expression-language x-a', 'error expression-language x-b']);
  assert.deepEqual(await found(said('javascript').replaceAll('<conditionExpression>', '<conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression" language="feel">')), []);
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

/** Elements of each kind, and what may be said of them in the words of a procedure. */
describe('What a procedure says of a step stands where something reads it', () => {
  const values: Readonly<Record<string, string>> = {
    form: 'f', role: 'clerk', unit: 'competent', assignee: '&quot;an&quot;', assignedRole: '&quot;clerk&quot;', performer: 'by', timeLimit: '3 working days', clock: 'start', state: '3', fourEyes: 'u', result: 'r', letters: 'l', connector: 'c', decision: 'd#e',
    candidates: 'g', dueDate: 'P1D', evaluates: '=1', initiator: 'who', variables: 'always',
  };
  const event = '<messageEventDefinition messageRef="msg"/>';
  const person = ['form', 'assignee', 'assignedRole', 'performer', 'timeLimit', 'dueDate', 'fourEyes', 'letters', 'role', 'unit', 'candidates', 'result'];
  const machine = ['connector', 'evaluates', 'result'];
  const kinds: Readonly<Record<string, readonly [drawn: (said: string) => string, ...may: string[]]>> = {
    userTask: [(said) => line(`<userTask id="x" ${said}/>`), ...person],
    manualTask: [(said) => line(`<manualTask id="x" ${said}/>`)],
    task: [(said) => line(`<task id="x" ${said}/>`)],
    serviceTask: [(said) => line(`<serviceTask id="x" ${said}/>`), ...machine],
    scriptTask: [(said) => line(`<scriptTask id="x" ${said}><script>1</script></scriptTask>`), ...machine],
    businessRuleTask: [(said) => line(`<businessRuleTask id="x" ${said}/>`), ...machine, 'decision'],
    sendTask: [(said) => line(`<sendTask id="x" messageRef="msg" ${said}/>`), 'connector', 'evaluates'],
    receiveTask: [(said) => line(`<receiveTask id="x" messageRef="msg" ${said}/>`), 'result'],
    callActivity: [(said) => line(`<callActivity id="x" calledElement="p" ${said}/>`), 'result'],
    subProcess: [(said) => line(`<subProcess id="x" ${said}><task id="i"/></subProcess>`)],
    'subProcess that gathers what its turns leave': [(said) => line(`<subProcess id="x" ${said}><multiInstanceLoopCharacteristics motcua:collection="list" motcua:outputCollection="all"/><task id="i"/></subProcess>`), 'result'],
    transaction: [(said) => line(`<transaction id="x" ${said}><task id="i"/></transaction>`)],
    adHocSubProcess: [(said) => line(`<adHocSubProcess id="x" ${said}><task id="i"/></adHocSubProcess>`), 'role', 'unit', 'candidates', 'assignee'],
    'event sub-process': [(said) => `${line('<task id="y"/>').replaceAll('"x"', '"y"')}<subProcess id="x" triggeredByEvent="true" ${said}><startEvent id="i">${event}</startEvent></subProcess>`],
    startEvent: [(said) => `<startEvent id="x" ${said}/><task id="t"/>${flows('x -> t')}`, 'candidates', 'initiator', 'result', 'role'],
    endEvent: [(said) => `<startEvent id="s"/><endEvent id="x" ${said}/>${flows('s -> x')}`],
    intermediateCatchEvent: [(said) => line(`<intermediateCatchEvent id="x" ${said}>${event}</intermediateCatchEvent>`), 'result'],
    intermediateThrowEvent: [(said) => line(`<intermediateThrowEvent id="x" ${said}><escalationEventDefinition/></intermediateThrowEvent>`)],
    boundaryEvent: [(said) => `<startEvent id="s"/><task id="h"/><boundaryEvent id="x" attachedToRef="h" ${said}>${event}</boundaryEvent><endEvent id="e"/>${flows('s -> h; x -> e')}`, 'result'],
    ...Object.fromEntries(['exclusive', 'parallel', 'inclusive', 'complex'].map((kind) => [`${kind}Gateway`, [(said: string) => gateway(`${kind}Gateway`, said, kind === 'parallel' ? 's -> x -> a; x -> b' : 's -> x -> a if y; x -> b if not(y)')] as const])),
  };
  const anywhere = ['clock', 'state', 'variables'];
  for (const [kind, [drawn, ...may]] of Object.entries(kinds)) {
    it(kind, async () => {
      const read: string[] = [];
      for (const [attribute, value] of Object.entries(values)) {
        const problems = await found(diagram(drawn(`motcua:${attribute}="${value}"`), around));
        if (!problems.some((problem) => problem.startsWith('error misplaced-'))) read.push(attribute);
      }
      assert.deepEqual(read.toSorted(), [...may, ...(kind.endsWith('Gateway') ? [] : anywhere)].toSorted());
    });
  }
  it('every attribute that there is', () => {
    const step = motcua.types.find(({ name }) => name === 'Step')!;
    assert.deepEqual([...Object.keys(values), 'nameEn', 'citizenName', 'citizenNameEn'].toSorted(), step.properties.map(({ name }) => name.replace(/^motcua:/, '')).toSorted());
    assert.deepEqual(Object.keys(standings).toSorted(), Object.keys(values).toSorted());
  });
  for (const [element, drawn] of Object.entries({
    'a flow': `<startEvent id="s"/><task id="t"/><sequenceFlow id="x" sourceRef="s" targetRef="t" motcua:role="clerk"/>`,
    'a data object': '<task id="t"/><dataObject id="x" motcua:form="f"/>',
    'a lane, but its role': '<laneSet id="ls"><lane id="x" motcua:form="f"/></laneSet><task id="t"/>',
    'a loop': line('<task id="x"><multiInstanceLoopCharacteristics motcua:form="f"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'),
    'an event definition': line('<intermediateCatchEvent id="x"><messageEventDefinition messageRef="msg" motcua:result="r"/></intermediateCatchEvent>'),
    'a task, of a loop': line('<task id="x" motcua:collection="list"/>'),
    'a user task, of a call': line('<userTask id="x" motcua:binding="latest"/>'),
  })) it(`not ${element}`, async () => assert.deepEqual(await found(diagram(drawn, around)), ['error unknown-attribute x']));
});
