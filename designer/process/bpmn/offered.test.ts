import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBpmn, readBpmn, readCollaboration } from '../../../engine/bpmn/read.ts';
import type { Definition } from '../../../engine/definition.ts';
import { modelOf, setCondition, setDefault, setName, setNamed, setScript, setText, setTimer } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { many, one, textIn, type Model } from '../model.ts';
import { eventDefinition, stepTexts, timerTypes, type StepText } from '../step.ts';
import { headless } from '../testing/headless.ts';
import { callableBeside, processesIn, setBinding, setCalled } from './call.ts';
import { compensable, compensate } from './compensated.ts';
import { fieldKeys, fieldOf, type FieldKey } from './fields.ts';
import { setLaneRole } from './lane.ts';
import { loopIn, loopKindOf, setLoopKind } from './loop.ts';
import { refer, referToNew, rename, rootKinds, rootKindNames, rootsOf, spokenOf } from './named-roots.ts';
import { isShared, sharing } from './shared-events.ts';
import { say, saidIn } from './said.ts';
import { readAs, readProperties } from '../testing/read-properties.ts';

const root = join(import.meta.dirname, '../../..');

/** What the panel does to a drawing, where, and what the engine then reads at the same element. */
interface Sample {
  readonly draw: string;
  readonly at?: string;
  readonly holder?: (model: Model) => Model | undefined;
  readonly text: string;
  /** Members of the node that is read, by path. */
  readonly reads: Readonly<Record<string, unknown>>;
}

const task = (inside = '', attributes = ''): string => `<process id="p"><startEvent id="s"/><userTask id="t" ${attributes}>${inside}</userTask><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>`;
const several = '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';
const again = '<standardLoopCharacteristics loopMaximum="5"/>';
const beside = (inside: string): string => `<process id="p"><startEvent id="s"/><userTask id="u"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/>${inside}</process>`;
const adHoc = '<process id="p"><startEvent id="s"/><adHocSubProcess id="t"><userTask id="i"/></adHocSubProcess><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>';
const gatewayBegins = (attributes: string): string => `<message id="M" name="m"/><message id="N" name="n"/><process id="p"><eventBasedGateway id="t" ${attributes}/><receiveTask id="a" messageRef="M"/><receiveTask id="b" messageRef="N"/><sequenceFlow id="f" sourceRef="t" targetRef="a"/><sequenceFlow id="g" sourceRef="t" targetRef="b"/></process>`;
const call = '<process id="p"><startEvent id="s"/><callActivity id="t" calledElement="q"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process><process id="q" name="Bước &amp; việc"><startEvent id="qs"/></process>';

const samples: Readonly<Record<FieldKey, Sample>> = {
  condition: { draw: beside('<boundaryEvent id="t" attachedToRef="u"><conditionalEventDefinition><condition>false</condition></conditionalEventDefinition></boundaryEvent>'), holder: eventDefinition, text: 'application.height > 3', reads: { 'event.condition.text': 'application.height > 3' } },
  linkName: { draw: '<process id="p"><startEvent id="s"/><intermediateThrowEvent id="t"><linkEventDefinition name="a"/></intermediateThrowEvent><intermediateCatchEvent id="c"><linkEventDefinition name="trang hai"/></intermediateCatchEvent><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>', holder: eventDefinition, text: 'trang hai', reads: { 'event.name': 'trang hai' } },
  waitForCompletion: { draw: beside('<endEvent id="t"><compensateEventDefinition/></endEvent><sequenceFlow id="g" sourceRef="u" targetRef="t"/>'), holder: eventDefinition, text: 'false', reads: { 'event.wait': false } },
  parallelMultiple: { draw: `<message id="M" name="m"/><signal id="S" name="s"/><process id="p"><startEvent id="t"><messageEventDefinition messageRef="M"/><signalEventDefinition signalRef="S"/></startEvent></process>`, text: 'true', reads: { 'event.parallel': true } },
  cancelActivity: { draw: beside('<boundaryEvent id="t" attachedToRef="u"><timerEventDefinition><timeDuration>2 working days</timeDuration></timerEventDefinition></boundaryEvent>'), text: 'false', reads: { interrupting: false } },
  isInterrupting: { draw: `<signal id="S" name="s"/>${beside('<subProcess id="h" triggeredByEvent="true"><startEvent id="t"><signalEventDefinition signalRef="S"/></startEvent></subProcess>')}`, text: 'false', reads: { interrupting: false } },
  instantiate: { draw: '<message id="M" name="m"/><process id="p"><receiveTask id="t" messageRef="M"/></process>', text: 'true', reads: { instantiate: true } },
  eventGatewayType: { draw: gatewayBegins('instantiate="true"'), text: 'Parallel', reads: { all: true } },
  activationCondition: { draw: '<process id="p"><startEvent id="s"/><parallelGateway id="x"/><complexGateway id="t"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/><sequenceFlow id="w" sourceRef="x" targetRef="t"/><sequenceFlow id="v" sourceRef="x" targetRef="t"/><sequenceFlow id="g" sourceRef="t" targetRef="e"/></process>', text: 'activationCount >= 2', reads: { 'activation.text': 'activationCount >= 2' } },
  adHocCompletion: { draw: adHoc, text: 'i.enough = true', reads: { 'completion.text': 'i.enough = true' } },
  ordering: { draw: adHoc, text: 'Sequential', reads: { sequential: true } },
  cancelRemainingInstances: { draw: adHoc, text: 'false', reads: { cancelRemaining: false } },
  calledExpression: { draw: call, text: 'if a then "q" else "q"', reads: { 'called.text': 'if a then "q" else "q"' } },
  propagate: { draw: call, text: 'true', reads: { propagate: true } },
  shares: { draw: call, text: 'true', reads: { shares: true } },
  loopCondition: { draw: task(again), holder: loopIn, text: 't.outcome = "again"', reads: { 'loop.condition.text': 't.outcome = "again"' } },
  loopMaximum: { draw: task(again), holder: loopIn, text: '3', reads: { 'loop.maximum': 3 } },
  testBefore: { draw: task(again), holder: loopIn, text: 'true', reads: { 'loop.testBefore': true } },
  collection: { draw: task('<multiInstanceLoopCharacteristics motcua:collection="others"/>'), holder: loopIn, text: 'application.owners', reads: { 'loop.collection.text': 'application.owners' } },
  element: { draw: task('<multiInstanceLoopCharacteristics motcua:collection="others"/>'), holder: loopIn, text: 'owner', reads: { 'loop.element': 'owner' } },
  loopCardinality: { draw: task(several), holder: loopIn, text: '3', reads: { 'loop.cardinality.text': '3' } },
  completionCondition: { draw: task(several), holder: loopIn, text: 'numberOfCompletedInstances >= 2', reads: { 'loop.completion.text': 'numberOfCompletedInstances >= 2' } },
  outputCollection: { draw: task(several), holder: loopIn, text: 'opinions', reads: { 'loop.output.name': 'opinions' } },
  outputElement: { draw: task(several.replace('Characteristics>', 'Characteristics motcua:outputCollection="opinions">')), holder: loopIn, text: 't.opinion', reads: { 'loop.output.value.text': 't.opinion' } },
  startQuantity: { draw: task(), text: '2', reads: { startQuantity: 2 } },
  completionQuantity: { draw: task(), text: '2', reads: { completionQuantity: 2 } },
  isForCompensation: { draw: '<process id="p"><startEvent id="s"/><userTask id="u"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/><boundaryEvent id="b" attachedToRef="u"><compensateEventDefinition/></boundaryEvent><userTask id="t"/><association id="a" sourceRef="b" targetRef="t"/></process>', text: 'true', reads: { forCompensation: true } },
};

/** By attribute of a step: on what it is said, and what is read; the rest is the same text on a user task. */
const stepSamples: Readonly<Record<StepText, readonly [text: string, reads: unknown, draw?: string]>> = {
  nameEn: ['Examine', 'Examine'], citizenName: ['Thẩm định', { vi: 'Thẩm định', en: 'Thẩm định' }], citizenNameEn: ['Examining', { vi: 'Xem', en: 'Examining' }, task('', 'motcua:citizenName="Xem"')],
  form: ['examine', 'examine'], role: ['handler', 'handler'], unit: ['receiving', 'receiving'], assignee: ['assign.handler', 'assign.handler'], timeLimit: ['3 working days', '3 working days'],
  clock: ['pause:supplement', 'pause:supplement'], state: ['4', 4], fourEyes: ['u', ['u'], task().replace('</process>', '<userTask id="u"/></process>')], result: ['answer', 'answer'], letters: ['a b', ['a', 'b']],
  connector: ['notify', 'notify', beside('<serviceTask id="t"/>')], decision: ['fee#fee', 'fee#fee', beside('<businessRuleTask id="t"/>')],
  candidates: ['handler, section_head', ['handler', 'section_head']], assignedRole: ['application.by', 'application.by'], performer: ['examiner', 'examiner'], initiator: ['beginner', 'beginner', '<process id="p"><startEvent id="t"/></process>'],
};

/** What the panel does by a command of its own. */
interface Act {
  readonly what: string;
  /** Which properties of the metamodel it writes. */
  readonly writes: readonly string[];
  readonly draw: string;
  readonly act: (drawing: Drawing, element: Element) => void;
  readonly at?: string;
  readonly reads: Readonly<Record<string, unknown>>;
}

const eventOf = (element: Element): Model => eventDefinition(modelOf(element))!;
const catching = (definition: string, roots = ''): string => `${roots}${beside(`<boundaryEvent id="t" attachedToRef="u">${definition}</boundaryEvent>`)}`;
const wordOf = { message: 'event.name', signal: 'event.name', error: 'event.code', escalation: 'event.code' } as const;
const branch = '<process id="p"><startEvent id="s"/><exclusiveGateway id="t"/><endEvent id="e"/><endEvent id="o"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="w" sourceRef="t" targetRef="e"/><sequenceFlow id="g" sourceRef="t" targetRef="o"/></process>';

const acts: readonly Act[] = [
  { what: 'has a gateway begin a dossier', writes: ['bpmn:EventBasedGateway#instantiate'], draw: gatewayBegins(''), act: (drawing, element) => say(drawing, element, modelOf(element), 'instantiate', 'true'), reads: { instantiate: true } },
  { what: 'names a step', writes: ['bpmn:FlowElement#name'], draw: task(), act: (drawing, element) => setName(drawing, element, 'Thẩm định'), reads: { name: 'Thẩm định' } },
  ...(['Input', 'Output'] as const).map((kind): Act => ({ what: `says what a step is given or what is kept: ${kind}`, writes: [`motcua:${kind}#name`, `motcua:${kind}#text`, 'bpmn:BaseElement#extensionElements', 'bpmn:ExtensionElements#values'], draw: call, act: (drawing, element) => setNamed(drawing, element, `motcua:${kind}`, [{ name: 'a', text: 'b' }]), reads: { [`step.${kind.toLowerCase()}s.a.text`]: 'b' } })),
  { what: 'says what a decision gives back', writes: [], draw: beside('<businessRuleTask id="t" motcua:decision="fee#fee"/>'), act: (drawing, element) => setNamed(drawing, element, 'motcua:Output', [{ name: 'fee', text: 't.amount' }]), reads: { 'step.outputs.fee.text': 't.amount' } },
  { what: 'says by which keys a message is known', writes: ['motcua:Key#name', 'motcua:Key#text'], draw: catching('<messageEventDefinition messageRef="M"/>', '<message id="M" name="paid"/>'), act: (drawing, element) => setNamed(drawing, element, 'motcua:Key', [{ name: 'code', text: 'dossier.code' }]), reads: { 'event.keys.0.value.text': 'dossier.code' } },
  { what: 'writes a script', writes: ['bpmn:ScriptTask#script', 'bpmn:ScriptTask#scriptFormat'], draw: beside('<scriptTask id="t"/>'), act: (drawing, element) => setScript(drawing, element, '1 + 1'), reads: { 'step.script.text': '1 + 1' } },
  ...timerTypes.map((type): Act => ({ what: `says when: ${type}`, writes: [`bpmn:TimerEventDefinition#${type}`, 'bpmn:Expression#body'], draw: catching('<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>'), act: (drawing, element) => setTimer(drawing, element, type, type === 'timeDate' ? '2026-12-01T08:00:00+07:00' : type === 'timeCycle' ? 'R3/PT10H' : '2 working days'), reads: { 'event.timer.value': type === 'timeDate' ? '2026-12-01T08:00:00+07:00' : type === 'timeCycle' ? 'R3/PT10H' : '2 working days' } })),
  { what: 'writes a condition of a way', writes: ['bpmn:SequenceFlow#conditionExpression'], draw: branch, at: 'w', act: (drawing, element) => setCondition(drawing, element, 'a = 1'), reads: { 'condition.text': 'a = 1' } },
  { what: 'names a way in English', writes: ['motcua:Named#nameEn'], draw: branch, at: 'w', act: (drawing, element) => setText(drawing, element, 'nameEn', 'Yes'), reads: { nameEn: 'Yes' } },
  { what: 'chooses the usual way', writes: ['bpmn:ExclusiveGateway#default', 'bpmn:InclusiveGateway#default', 'bpmn:Activity#default', 'bpmn:ComplexGateway#default'], draw: branch, act: (drawing, element) => setDefault(drawing, element, { businessObject: many(modelOf(element).$parent!, 'flowElements').find(({ id }) => id === 'g') } as unknown as Element), reads: { default: 'g' } },
  ...rootKindNames.flatMap((kind): readonly Act[] => {
    const { type, reference, code } = rootKinds[kind];
    const tag = type.slice('bpmn:'.length);
    const draw = catching(`<${kind}EventDefinition/>`, `<${kind} id="R" name="Cũ"${code ? ` ${code}="old"` : ''}/>`);
    return [
      { what: `chooses a ${kind}`, writes: [`bpmn:${tag}EventDefinition#${reference}`], draw, act: (drawing, element) => refer(drawing, element, eventOf(element), kind, rootsOf(drawing, kind)[0]), reads: { [wordOf[kind]]: code ? 'old' : 'Cũ' } },
      { what: `makes a new ${kind}`, writes: ['bpmn:Definitions#rootElements'], draw, act: (drawing, element) => referToNew(drawing, element, eventOf(element), kind, 'Cũ'), reads: { [wordOf[kind]]: code ? `${tag}_1` : 'Cũ 1' } },
      { what: `renames a ${kind}`, writes: [`bpmn:${tag}#name`], draw: draw.replace(`<${kind}EventDefinition/>`, `<${kind}EventDefinition ${reference}="R"/>`).replace(` ${code}="old"`, ''), act: (drawing, element) => rename(drawing, element, rootsOf(drawing, kind)[0]!, 'name', 'Mới'), reads: { [wordOf[kind]]: 'Mới' } },
      ...(code ? [{ what: `gives a ${kind} another code`, writes: [`bpmn:${tag}#${code}`], draw: draw.replace(`<${kind}EventDefinition/>`, `<${kind}EventDefinition ${reference}="R"/>`), act: (drawing: Drawing, element: Element) => rename(drawing, element, rootsOf(drawing, kind)[0]!, code, 'new'), reads: { [wordOf[kind]]: 'new' } }] : []),
    ];
  }),
  ...(['send', 'receive'] as const).map((kind): Act => ({ what: `chooses the message of a ${kind} task`, writes: [`bpmn:${kind === 'send' ? 'Send' : 'Receive'}Task#messageRef`], draw: `<message id="M" name="paid"/>${beside(`<${kind}Task id="t"/>`)}`, act: (drawing, element) => refer(drawing, element, modelOf(element), 'message', rootsOf(drawing, 'message')[0]), reads: { 'event.name': 'paid' } })),
  { what: 'chooses what is undone', writes: ['bpmn:CompensateEventDefinition#activityRef'], draw: beside('<boundaryEvent id="b" attachedToRef="u"><compensateEventDefinition/></boundaryEvent><userTask id="x" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="x"/><endEvent id="t"><compensateEventDefinition/></endEvent><sequenceFlow id="g" sourceRef="u" targetRef="t"/>'), act: (drawing, element) => compensate(drawing, element, eventOf(element), compensable(element)[0]), reads: { 'event.activity': 'u' } },
  ...(['parallel', 'sequential'] as const).map((kind): Act => ({ what: `has a step done several times: ${kind}`, writes: ['bpmn:Activity#loopCharacteristics', 'bpmn:MultiInstanceLoopCharacteristics#isSequential'], draw: task(several.replace('Characteristics>', `Characteristics isSequential="${kind === 'parallel'}">`)), act: (drawing, element) => setLoopKind(drawing, element, kind), reads: { 'loop.sequential': kind === 'sequential' } })),
  { what: 'has a step done again', writes: [], draw: task(), act: (drawing, element) => setLoopKind(drawing, element, 'standard'), reads: { 'loop.kind': 'standard' } },
  { what: 'has a step done once', writes: [], draw: task(several), act: (drawing, element) => setLoopKind(drawing, element, 'once'), reads: { loop: undefined } },
  { what: 'chooses what is called', writes: ['bpmn:CallActivity#calledElement'], draw: call.replace('calledElement="q"', 'calledElement="other"'), act: (drawing, element) => setCalled(drawing, element, callableBeside(drawing, element)[0]!.id), reads: { called: 'q' } },
  { what: 'chooses the version of what is called', writes: ['motcua:Call#binding', 'motcua:Call#version'], draw: call, act: (drawing, element) => setBinding(drawing, element, 'version', '3'), reads: { binding: 3 } },
  { what: 'gives a lane a role', writes: ['motcua:LaneOfRole#role'], draw: task().replace('<startEvent', '<laneSet id="ls"><lane id="l" name="Cán bộ"><flowNodeRef>t</flowNodeRef></lane></laneSet><startEvent'), at: 'l', act: (drawing, element) => setLaneRole(drawing, element, 'handler'), reads: { 'nodes.t.step.role': 'handler' } },
];

const valueAt = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], value);

async function tryOut(draw: string, at: string, act: (drawing: Drawing, element: Element) => void, reads: Readonly<Record<string, unknown>>): Promise<void> {
  const { drawing, at: element, undo, redo, xml } = await headless(draw);
  const before = await xml();
  act(drawing, element(at));
  const after = await xml();
  const reading = await readBpmn(after, { process: 'p' });
  assert.ok('definition' in reading, JSON.stringify('problems' in reading && reading.problems));
  const { definition } = reading;
  const found: unknown = definition.nodes[at] ?? definition.flows[at] ?? definition;
  const was = await readBpmn(before, { process: 'p' });
  for (const [path, wanted] of Object.entries(reads)) {
    assert.deepEqual(valueAt(found, path), wanted, path);
    if ('definition' in was) assert.notDeepEqual(valueAt(was.definition.nodes[at] ?? was.definition.flows[at] ?? (was.definition satisfies Definition), path), wanted, `${path} said so before`);
  }
  undo();
  assert.equal(await xml(), before, 'undone in one step');
  redo();
  assert.equal(await xml(), after, 'done again');
}

describe('Each field of full BPMN in the panel', () => {
  for (const key of fieldKeys) {
    const { draw, at = 't', holder = (model: Model) => model, text, reads } = samples[key];
    it(`${key} is read by the engine as it is said, and undone`, async () => {
      const { at: element } = await headless(draw);
      assert.ok(fieldOf(key).on(holder(modelOf(element(at)))!), 'offered there');
      await tryOut(draw, at, (drawing, target) => {
        const held = holder(modelOf(target))!;
        say(drawing, target, held, key, text);
        assert.equal(saidIn(held, key), text);
      }, reads);
    });
  }
  for (const name of stepTexts) {
    const [text, wanted, draw = task()] = stepSamples[name];
    it(`${name} of a step is read by the engine as it is said, and undone`, () => tryOut(draw, 't', (drawing, element) => setText(drawing, element, name, text), { [`step.${name.replace(/^citizenNameEn$/, 'citizenName')}`]: wanted }));
  }
  for (const { what, draw, act, at = 't', reads } of acts) it(`${what}, and undoes it`, () => tryOut(draw, at, act, reads));
  it('says what holds anyhow by leaving it out, and takes away what is blank', async () => {
    const { drawing, at, xml } = await headless(samples.ordering.draw);
    const before = await xml();
    for (const [key, text] of [['ordering', 'Sequential'], ['ordering', 'Parallel'], ['cancelRemainingInstances', 'false'], ['cancelRemainingInstances', 'true'], ['adHocCompletion', 'true'], ['adHocCompletion', ' ']] as const) say(drawing, at('t'), modelOf(at('t')), key, text);
    assert.equal(await xml(), before);
  });
  it('keeps what was said of several times when only their order changes', async () => {
    const { drawing, at } = await headless(task(several));
    setLoopKind(drawing, at('t'), 'sequential');
    assert.equal(saidIn(loopIn(modelOf(at('t')))!, 'loopCardinality'), '2');
    assert.equal(loopKindOf(modelOf(at('t'))), 'sequential');
  });
  it('fills in an event that several share for all of them, and knows who they are', async () => {
    const { drawing, at, xml, undo } = await headless(`<message id="M" name="paid"/><messageEventDefinition id="Sh" messageRef="M"/><process id="p"><startEvent id="s"/><intermediateCatchEvent id="t"><eventDefinitionRef>Sh</eventDefinitionRef></intermediateCatchEvent><endEvent id="e"><eventDefinitionRef>Sh</eventDefinitionRef></endEvent><sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="g" sourceRef="t" targetRef="e"/></process>`);
    const definition = eventOf(at('t'));
    assert.ok(isShared(definition) && spokenOf(definition) === 'message');
    assert.deepEqual(['t', 'e'].map((id) => sharing(drawing, at(id), definition).map((other) => other.id)), [['e'], ['t']]);
    referToNew(drawing, at('t'), definition, 'message', 'Đã nộp');
    assert.equal(one(eventOf(at('e')), 'messageRef')?.get('name'), 'Đã nộp');
    assert.match(await xml(), /<bpmn:messageEventDefinition id="Sh" messageRef="Message_1" \/>/);
    undo();
    assert.match(await xml(), /<bpmn:messageEventDefinition id="Sh" messageRef="M" \/>/);
  });
  it('never takes a name away, and gives each new one its own', async () => {
    const { drawing, at } = await headless(catching('<signalEventDefinition/>'));
    for (const _ of [1, 2]) referToNew(drawing, at('t'), eventOf(at('t')), 'signal', 'Tín hiệu mới');
    const [first] = rootsOf(drawing, 'signal');
    rename(drawing, at('t'), first!, 'name', ' ');
    assert.deepEqual(rootsOf(drawing, 'signal').map((model) => [model.id, textIn(model, 'name')]), [['Signal_1', 'Tín hiệu mới'], ['Signal_2', 'Tín hiệu mới 1']]);
    assert.equal(one(eventOf(at('t')), 'signalRef')?.id, 'Signal_2');
  });
  it('finds the processes of another file by its tags', () => assert.deepEqual(processesIn('<bpmn:definitions><bpmn:process isExecutable="true" id="sub" name="A &amp; B"><x/></bpmn:process><process id="other"/></bpmn:definitions>'), [{ id: 'sub', name: 'A & B' }, { id: 'other', name: 'other' }]));
});

/** What the engine reads of a diagram and the panel has no field for, and why not. */
const otherwise: Readonly<Record<string, string>> = {
  'it is drawn: what stands where, is attached to what and leads where, and what kind of element or event it is': `
    bpmn:BoundaryEvent#attachedToRef bpmn:CatchEvent#eventDefinitions bpmn:ThrowEvent#eventDefinitions bpmn:FlowElementsContainer#flowElements bpmn:FlowElementsContainer#laneSets bpmn:Process#flowElements bpmn:Process#laneSets
    bpmn:LaneSet#lanes bpmn:Lane#childLaneSet bpmn:Lane#flowNodeRef bpmn:SequenceFlow#sourceRef bpmn:SequenceFlow#targetRef bpmn:SubProcess#triggeredByEvent bpmn:Process#artifacts
    bpmn:SubProcess#artifacts bpmn:Association#sourceRef bpmn:Association#targetRef bpmn:Collaboration#participants bpmn:Collaboration#messageFlows bpmn:MessageFlow#sourceRef bpmn:MessageFlow#targetRef bpmn:Participant#processRef
    bpmn:DataObjectReference#dataObjectRef bpmn:DataStoreReference#dataStoreRef bpmn:DataAssociation#sourceRef bpmn:DataAssociation#targetRef`,
  'names of what is drawn beside the steps are written on the drawing or in the panel of what is no step': 'bpmn:MessageFlow#name bpmn:Lane#name bpmn:DataInput#name bpmn:DataOutput#name bpmn:Property#name bpmn:DataStore#name bpmn:CallableElement#name',
  'roles, groups and assignees say who does a step; resources of the standard say the same, and are kept': `
    bpmn:Activity#resources bpmn:Process#resources bpmn:GlobalTask#resources bpmn:ResourceRole#resourceRef bpmn:ResourceRole#resourceAssignmentExpression bpmn:ResourceRole#resourceParameterBindings bpmn:ResourceAssignmentExpression#expression bpmn:Resource#name`,
  'data given and kept (motcua:input, motcua:output) map data by name; associations and sets of inputs of the standard are kept as they were drawn elsewhere': `
    bpmn:Activity#ioSpecification bpmn:CallableElement#ioSpecification bpmn:Activity#dataInputAssociations bpmn:Activity#dataOutputAssociations bpmn:CatchEvent#dataOutputAssociations bpmn:ThrowEvent#dataInputs bpmn:ThrowEvent#dataInputAssociations bpmn:CatchEvent#dataOutputs
    bpmn:InputOutputSpecification#dataInputs bpmn:InputOutputSpecification#dataOutputs bpmn:InputOutputSpecification#inputSets bpmn:InputOutputSpecification#outputSets bpmn:InputSet#dataInputRefs bpmn:InputSet#optionalInputRefs bpmn:InputSet#whileExecutingInputRefs bpmn:InputSet#outputSetRefs
    bpmn:OutputSet#dataOutputRefs bpmn:OutputSet#optionalOutputRefs bpmn:OutputSet#whileExecutingOutputRefs bpmn:OutputSet#inputSetRefs bpmn:DataAssociation#transformation bpmn:DataAssociation#assignment bpmn:Assignment#from bpmn:Assignment#to bpmn:Activity#properties bpmn:Process#properties`,
  'a collection, the name of its entry and what is gathered (motcua:collection, element, outputCollection, outputElement) say the same in one word each': `
    bpmn:MultiInstanceLoopCharacteristics#loopDataInputRef bpmn:MultiInstanceLoopCharacteristics#loopDataOutputRef bpmn:MultiInstanceLoopCharacteristics#inputDataItem bpmn:MultiInstanceLoopCharacteristics#outputDataItem`,
  'what an instance throws at the edge of its activity can be drawn: an event at the end of a sub-process that is done several times throws it; behaviors drawn elsewhere are kept': `
    bpmn:MultiInstanceLoopCharacteristics#behavior bpmn:MultiInstanceLoopCharacteristics#noneBehaviorEventRef bpmn:MultiInstanceLoopCharacteristics#oneBehaviorEventRef bpmn:MultiInstanceLoopCharacteristics#complexBehaviorDefinition
    bpmn:ComplexBehaviorDefinition#condition bpmn:ComplexBehaviorDefinition#event`,
  'an event that several share is said to be shared at each of them, and filled in there; which share it is kept as it was drawn elsewhere': 'bpmn:CatchEvent#eventDefinitionRef bpmn:ThrowEvent#eventDefinitionRef',
  'keys of a message (motcua:key) say by what it finds its dossier, on both sides; correlation over whole conversations is kept as it was drawn elsewhere': `
    bpmn:Process#correlationSubscriptions bpmn:CorrelationKey#correlationPropertyRef bpmn:CorrelationProperty#correlationPropertyRetrievalExpression bpmn:CorrelationPropertyRetrievalExpression#messageRef bpmn:CorrelationPropertyRetrievalExpression#messagePath
    bpmn:CorrelationSubscription#correlationKeyRef bpmn:CorrelationSubscription#correlationPropertyBinding bpmn:CorrelationPropertyBinding#correlationPropertyRef bpmn:CorrelationPropertyBinding#dataPath bpmn:CorrelationProperty#name bpmn:CorrelationKey#name`,
  'the message is chosen itself; one that an operation names is kept': 'bpmn:MessageEventDefinition#operationRef bpmn:ReceiveTask#operationRef bpmn:SendTask#operationRef bpmn:ServiceTask#operationRef bpmn:Operation#inMessageRef bpmn:Operation#outMessageRef bpmn:MessageFlow#messageRef',
  'it is read to be refused or warned of, and changes nothing here': `
    bpmn:BusinessRuleTask#implementation bpmn:ReceiveTask#implementation bpmn:SendTask#implementation bpmn:ServiceTask#implementation bpmn:UserTask#implementation bpmn:GlobalUserTask#implementation bpmn:Process#processType
    bpmn:SequenceFlow#isImmediate bpmn:Gateway#gatewayDirection bpmn:Transaction#method bpmn:Transaction#protocol bpmn:Extension#mustUnderstand bpmn:Import#location bpmn:Lane#partitionElement bpmn:Lane#partitionElementRef bpmn:GlobalScriptTask#scriptLanguage bpmn:GlobalScriptTask#script`,
  'a call maps its inputs and outputs; values of its own come with diagrams of other engines, and are kept': 'motcua:Call#propagateLocal motcua:Own#name motcua:Own#text motcua:Local#name motcua:Local#text motcua:Kept#name motcua:Kept#text',
  'people begin the steps of an ad-hoc sub-process; a list of those that begin with it comes with diagrams of other engines, and is kept': 'motcua:AdHoc#activates',
  'every expression written here is FEEL, and every package has one process that is executed': 'bpmn:FormalExpression#language bpmn:Definitions#expressionLanguage bpmn:Definitions#targetNamespace bpmn:Process#isExecutable',
  'diagrams of other engines are translated to it; the limit, the script and the work of a step say it here': 'motcua:Step#dueDate motcua:Step#evaluates motcua:Step#variables',
};

/** What the pages of the elements do not show: data sets, resources, conversations, pools, behaviors. */
const rare = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" xmlns:x="urn:example" targetNamespace="urn:example">
  <import importType="urn:x" location="types.xsd" namespace="urn:x"/><extension mustUnderstand="false"/><message id="M" name="m"/><signal id="S" name="s"/><resource id="R" name="officer"/><dataStore id="DS"/>
  <interface id="I" name="i"><operation id="O" name="o"><inMessageRef>M</inMessageRef><outMessageRef>M</outMessageRef></operation></interface>
  <signalEventDefinition id="done" signalRef="S"/>
  <correlationProperty id="CP" name="code"><correlationPropertyRetrievalExpression messageRef="M"><messagePath>code</messagePath></correlationPropertyRetrievalExpression></correlationProperty>
  <error id="E" name="e"/><escalation id="Es" name="es"/><globalScriptTask id="G" scriptLanguage="feel"><script>1</script></globalScriptTask>
  <collaboration id="C"><participant id="A" processRef="p"/><participant id="B"/><messageFlow id="MF" sourceRef="B" targetRef="w"/><correlationKey id="K" name="k"><correlationPropertyRef>CP</correlationPropertyRef></correlationKey></collaboration>
  <process id="p" isExecutable="true"><property id="pp" name="pp"/>
    <laneSet id="ls"><lane id="l" name="clerk" partitionElementRef="R"><flowNodeRef>t</flowNodeRef><childLaneSet id="cl"><lane id="m" name="head" motcua:role="head"><flowNodeRef>t</flowNodeRef></lane></childLaneSet></lane></laneSet>
    <startEvent id="s"/><dataObject id="D" name="d"/><dataObjectReference id="DR" dataObjectRef="D"/><dataStoreReference id="SR" dataStoreRef="DS"/>
    <userTask id="t"><ioSpecification><dataInput id="i" name="i"/><dataOutput id="o" name="o"/><dataOutput id="o2" name="o2"/><inputSet id="is"><dataInputRefs>i</dataInputRefs><optionalInputRefs>i</optionalInputRefs><outputSetRefs>os</outputSetRefs></inputSet><inputSet id="is2"/><outputSet id="os"><dataOutputRefs>o</dataOutputRefs><optionalOutputRefs>o</optionalOutputRefs><inputSetRefs>is</inputSetRefs></outputSet></ioSpecification>
      <dataInputAssociation id="ia"><sourceRef>DR</sourceRef><targetRef>i</targetRef><assignment><from>d</from><to>i</to></assignment></dataInputAssociation><dataOutputAssociation id="oa"><sourceRef>o</sourceRef><targetRef>DR</targetRef><transformation>o</transformation></dataOutputAssociation><dataOutputAssociation id="ob"><sourceRef>o2</sourceRef><targetRef>SR</targetRef></dataOutputAssociation>
      <performer id="pf"><resourceAssignmentExpression><formalExpression>a</formalExpression></resourceAssignmentExpression></performer><potentialOwner id="po"><resourceRef>R</resourceRef></potentialOwner>
      <multiInstanceLoopCharacteristics behavior="Complex"><loopCardinality>2</loopCardinality><loopDataOutputRef>o2</loopDataOutputRef><complexBehaviorDefinition><condition>true</condition><event><eventDefinitionRef>done</eventDefinitionRef></event></complexBehaviorDefinition></multiInstanceLoopCharacteristics></userTask>
    <intermediateCatchEvent id="w"><messageEventDefinition><operationRef>O</operationRef></messageEventDefinition></intermediateCatchEvent>
    <sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="g" sourceRef="t" targetRef="w"/>
    <callActivity id="c" calledElement="x:G"><dataInputAssociation id="sa"><sourceRef>SR</sourceRef><targetRef>pp</targetRef></dataInputAssociation></callActivity><sequenceFlow id="h" sourceRef="w" targetRef="c"/><endEvent id="e"><errorEventDefinition errorRef="E"/></endEvent><intermediateThrowEvent id="th"><escalationEventDefinition escalationRef="Es"/></intermediateThrowEvent><sequenceFlow id="j" sourceRef="c" targetRef="th"/><sequenceFlow id="k" sourceRef="th" targetRef="e"/>
    <correlationSubscription id="CS" correlationKeyRef="K"><correlationPropertyBinding correlationPropertyRef="CP"><dataPath>code</dataPath></correlationPropertyBinding></correlationSubscription>
  </process></definitions>`;

const pools = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:example"><collaboration id="C"><participant id="A" processRef="p"/><participant id="B"/><messageFlow id="F" name="f" sourceRef="B" targetRef="s"/></collaboration><process id="p"><startEvent id="s"><messageEventDefinition/></startEvent></process></definitions>';

/** Names of properties in calls that ask for one, as they are written in the reader. */
const namedInCode = (code: string): readonly string[] => [...code.matchAll(/(?:\b(?:one|many|words|formal|condition)\((?:[\w.!$]+|problems, [\w.]+), |\.get\()'(?:motcua:)?(\w+)'/g)].map(([, name]) => name!);

describe('What the engine reads of a diagram', () => {
  const read = new Set<string>();
  const excepted = new Map(Object.entries(otherwise).flatMap(([why, listed]) => listed.trim().split(/\s+/).map((property) => [property, why] as const)));
  const offered = new Set<string>();
  before(async () => {
    const pages = globSync('docs/elements/*.md', { cwd: root }).flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/```xml\n([\s\S]*?)```/g)].map(([, xml]) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:example">${xml}</definitions>`));
    for (const property of await readProperties([...pages, rare, pools], async (xml) => [await checkBpmn(xml), await readCollaboration(xml)])) read.add(property);
    for (const key of fieldKeys) {
      const { draw, at = 't', holder = (model: Model) => model } = samples[key];
      offered.add(readAs(holder(modelOf((await headless(draw)).at(at)))!, fieldOf(key).property));
    }
    for (const name of stepTexts) offered.add(`motcua:Step#${name}`);
    for (const { writes } of acts) for (const property of writes) offered.add(property);
  });

  it('is seen in full: the diagrams here have the reader ask for each property that it names', () => {
    const seen = new Set([...read].map((property) => property.slice(property.indexOf('#') + 1)));
    // miniature and survey show a drawing, and run nothing of it
    const files = globSync('engine/bpmn/**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$|\/(foreign|juel)\/|\/(written|miniature|survey)\.ts$/.test(file));
    const missing = files.flatMap((file) => namedInCode(readFileSync(join(root, file), 'utf8')).filter((name) => !seen.has(name)).map((name) => `${file}: ${name}`));
    assert.deepEqual([...new Set(missing)], []);
  });
  it('has a field in the panel, or a reason why not', () => assert.deepEqual([...read].filter((property) => !offered.has(property) && !excepted.has(property)).toSorted(), []));
  it('has a reason only where it is read and has no field', () => assert.deepEqual([...excepted.keys()].filter((property) => offered.has(property) || !read.has(property)).toSorted(), []));
  it('is all that the panel offers', () => assert.deepEqual([...offered].filter((property) => !read.has(property)).toSorted(), []));
});
