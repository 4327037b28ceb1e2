import assert from 'node:assert/strict';
import { keepsTo } from '../testing/bar.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { readBpmn } from './read.ts';

const problemsOf = async (xml: string): Promise<readonly string[]> => {
  const reading = await readBpmn(xml);
  const found = 'problems' in reading ? reading.problems : reading.warnings;
  return found.map(({ rule, severity, element }) => `${severity} ${rule}${element === undefined ? '' : ` ${element}`}`);
};

/** A process in which `inside` stands between start and end as element `x`. */
const around = (inside: string) => `<startEvent id="s"/>${inside}<endEvent id="e"/>${flows('s -> x -> e')}`;

describe('Reading a diagram refuses, by name', () => {
  const table: Readonly<Record<string, readonly [body: string, ...found: string[]]>> = {
    'a call activity that names no process': [around('<callActivity id="x"/>'), 'error called-element x'],
    'an ad-hoc sub-process in which nothing can begin': [around('<adHocSubProcess id="x"><task id="a"/><task id="b"/><sequenceFlow id="ab" sourceRef="a" targetRef="b"/><sequenceFlow id="ba" sourceRef="b" targetRef="a"/></adHocSubProcess>'), 'error no-start x'],
    'an event sub-process without a trigger': ['<task id="t"/><subProcess id="x" triggeredByEvent="true"><startEvent id="is"/></subProcess>', 'error event-place is'],
    'an event sub-process that a flow leads to': [`<startEvent id="s"/><subProcess id="x" triggeredByEvent="true"><startEvent id="is"><signalEventDefinition/></startEvent></subProcess>${flows('s -> x')}`, 'warning missing-signal is', 'error event-sub-process-flow s-x'],
    'a quantity that is no count': [around('<task id="x" startQuantity="0"/>'), 'error quantity x'],
    'a behavior without its event': [around('<task id="x"><multiInstanceLoopCharacteristics behavior="One"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>'), 'error behavior-event x'],
    'a compensation handler that a flow leads to': [around('<task id="x" isForCompensation="true"/>'), 'error compensation-flow s-x', 'error compensation-flow x-e', 'warning compensation-unused x'],
    'a compensation boundary event without a handler': [`${around('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><compensateEventDefinition/></boundaryEvent>`, 'error compensation-handler b'],
    'a handler that is not marked as compensation': [`${around('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><compensateEventDefinition/></boundaryEvent><task id="h"/><association id="a" sourceRef="b" targetRef="h"/>`, 'error compensation-handler h'],
    'a data association that leads nowhere': [around('<task id="x"><dataInputAssociation><transformation>1</transformation></dataInputAssociation></task>'), 'error data-association x'],
    'a conditional event without a condition': [around('<intermediateCatchEvent id="x"><conditionalEventDefinition/></intermediateCatchEvent>'), 'error missing-condition x'],
    'a link without its other end': [around('<intermediateThrowEvent id="x"><linkEventDefinition name="a"/></intermediateThrowEvent>'), 'error link-pair x', 'error link-flow x-e'],
    'a link without a name': [`<startEvent id="s"/><intermediateThrowEvent id="x"><linkEventDefinition/></intermediateThrowEvent>${flows('s -> x')}`, 'error link-name x'],
    'a cancel end event outside a transaction': [`<startEvent id="s"/><endEvent id="x"><cancelEventDefinition/></endEvent>${flows('s -> x')}`, 'error cancel-place x'],
    'a cancel boundary event on what is no transaction': [`${around('<subProcess id="x"><task id="i"/></subProcess>')}<boundaryEvent id="b" attachedToRef="x"><cancelEventDefinition/></boundaryEvent>${flows('b -> e')}`, 'error cancel-host b'],
    'an error among the events that begin a process': [`<startEvent id="s"><errorEventDefinition/></startEvent><endEvent id="e"/>${flows('s -> e')}`, 'error event-place s'],
    'several events of which one may not stand there': [around('<intermediateCatchEvent id="x"><messageEventDefinition/><errorEventDefinition/></intermediateCatchEvent>'), 'warning missing-message x', 'error event-place x'],
    'an intermediate catch event that waits for nothing': [around('<intermediateCatchEvent id="x"/>'), 'error event-place x'],
    'an intermediate throw event with a timer': [around('<intermediateThrowEvent id="x"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateThrowEvent>'), 'error event-place x'],
    'a start event in a sub-process with a trigger': [around('<subProcess id="x"><startEvent id="is"><messageEventDefinition/></startEvent></subProcess>'), 'warning missing-message is', 'error event-place is'],
    'a receive task that begins instances although a flow leads to it': [around('<receiveTask id="x" instantiate="true"/>'), 'error instantiating x', 'warning missing-message x'],
    'a receive task that begins instances within a sub-process': [around('<subProcess id="x"><receiveTask id="r" instantiate="true"/></subProcess>'), 'error instantiating-receive r', 'warning missing-message r'],
    'an event gateway that begins instances within a sub-process': [around(`<subProcess id="x"><eventBasedGateway id="g" instantiate="true"/><receiveTask id="r"/>${flows('g -> r')}</subProcess>`), 'error instantiating-gateway g', 'warning missing-message r', 'error gateway-flows g'],
    'a parallel event gateway': [`<startEvent id="s"/><eventBasedGateway id="x" eventGatewayType="Parallel"/><receiveTask id="r"/>${flows('s -> x -> r')}`, 'error parallel-event-gateway x', 'warning missing-message r', 'error gateway-flows x'],
    'a timer without a time': [around('<intermediateCatchEvent id="x"><timerEventDefinition/></intermediateCatchEvent>'), 'error timer x'],
    'a timer with two times': [around('<intermediateCatchEvent id="x"><timerEventDefinition><timeDate>2026-01-01</timeDate><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>'), 'error timer x'],
    'a date that is none': [around('<intermediateCatchEvent id="x"><timerEventDefinition><timeDate>soon</timeDate></timerEventDefinition></intermediateCatchEvent>'), 'error timer x'],
    'a cycle to wait for once': [around('<intermediateCatchEvent id="x"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></intermediateCatchEvent>'), 'error timer-cycle x'],
    'an error boundary event that does not interrupt': [`${around('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><errorEventDefinition/></boundaryEvent>${flows('b -> e')}`, 'error error-interrupts b'],
    'a boundary event without an activity': [`${around('<task id="x"/>')}<boundaryEvent id="b"><errorEventDefinition/></boundaryEvent>${flows('b -> e')}`, 'error boundary-host b'],
    'a boundary event on a gateway': [`${around('<exclusiveGateway id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><errorEventDefinition/></boundaryEvent>${flows('b -> e')}`, 'error boundary-host b'],
    'a boundary event in another scope than its activity': [
      `<startEvent id="s"/><task id="x"/><subProcess id="q"><task id="it"/><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition/></boundaryEvent><task id="iu"/>${flows('b -> iu')}</subProcess>${flows('s -> x -> q')}`, 'error boundary-host b',
    ],
    'a flow without a target': [`${around('<task id="x"/>')}<sequenceFlow id="f" sourceRef="x"/>`, 'error missing-end f'],
    'a flow to what is not there': [`${around('<task id="x"/>')}<sequenceFlow id="f" sourceRef="x" targetRef="nowhere"/>`, 'error dangling-reference f', 'error missing-end f'],
    'a flow to what is no flow node': [`${around('<task id="x"/>')}<dataObject id="d"/><sequenceFlow id="f" sourceRef="x" targetRef="d"/>`, 'error flow-end f'],
    'a flow across scopes': [`${around('<task id="x"/>')}<subProcess id="q"><task id="it"/></subProcess><sequenceFlow id="f" sourceRef="x" targetRef="it"/>`, 'error crosses-scope f', 'error no-start q'],
    'a flow out of an end event': [`${around('<task id="x"/>')}${flows('e -> x')}`, 'error out-of-end e-x'],
    'a flow into a start event': [`${around('<task id="x"/>')}${flows('x -> s')}`, 'error into-start x-s'],
    'an id that appears twice': [`${around('<task id="x"/>')}<task id="x"/>`, 'error duplicate-id x'],
    'an element without an id': [`${around('<task id="x"/>')}<task/>`, 'error missing-id'],
    'an id that every object has': [`${around('<task id="x"/>')}<task id="constructor"/>`, 'error missing-id constructor'],
    'a default flow that is not outgoing': [`<startEvent id="s"/><exclusiveGateway id="x" default="s-x"/><endEvent id="e"/>${flows('s -> x -> e')}`, 'error default-flow x', 'error gateway-flows x'],
    'a default flow with a condition': [`<startEvent id="s"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>${flows('s -> x; x -> e if a')}`, 'error default-with-condition x-e', 'error gateway-flows x'],
    'a condition out of an event': [`<startEvent id="s"/><endEvent id="e"/>${flows('s -> e if a')}`, 'error misplaced-condition s-e'],
    'a condition out of a parallel gateway': [`<startEvent id="s"/><parallelGateway id="x"/><endEvent id="e"/>${flows('s -> x; x -> e if a')}`, 'error misplaced-condition x-e', 'error gateway-flows x'],
    'a condition that is no FEEL': [`<startEvent id="s"/><task id="x"/><endEvent id="e"/>${flows('s -> x; x -> e if a >')}`, 'error expression x-e'],
    'an empty condition': [`<startEvent id="s"/><task id="x"/><endEvent id="e"/>${flows('s -> x; x -> e if  ')}`, 'error expression x-e'],
    'a condition in another language': [`<startEvent id="s"/><task id="x"/><endEvent id="e"/>${flows('s -> x; x -> e if ${bean.ask()}')}`, 'error expression-language x-e'],
    'a condition in JavaScript': [`<startEvent id="s"/><task id="x"/><endEvent id="e"/>${flows('s -> x; x -> e if a').replace('<conditionExpression>', '<conditionExpression language="javascript">')}`, 'error unknown-attribute x-e', 'error expression-language x-e'],
    'a script in JavaScript': [around('<scriptTask id="x" scriptFormat="javascript"><script>1</script></scriptTask>'), 'error script-language x'],
    'a script that is no FEEL': [around('<scriptTask id="x"><script>1 +</script></scriptTask>'), 'error expression x'],
    'an event gateway that leads nowhere': [`<startEvent id="s"/><eventBasedGateway id="x"/>${flows('s -> x')}`, 'warning gateway-without-outgoing x', 'error event-gateway-target x'],
    'an event gateway that leads to a task': [`<startEvent id="s"/><eventBasedGateway id="x"/><task id="t"/>${flows('s -> x -> t')}`, 'error event-gateway-target x', 'error gateway-flows x'],
    'an event behind a gateway that others lead to': [`<startEvent id="s"/><task id="t"/><eventBasedGateway id="x"/><receiveTask id="r"/>${flows('s -> x -> r; t -> r')}`, 'warning missing-message r', 'error event-gateway-target x', 'error gateway-flows x'],
    'a receive task with a boundary event behind a gateway': [`<startEvent id="s"/><eventBasedGateway id="x"/><receiveTask id="r"/><boundaryEvent id="b" attachedToRef="r"><errorEventDefinition/></boundaryEvent>${flows('s -> x -> r; b -> e')}<endEvent id="e"/>`, 'warning missing-message r', 'error event-gateway-target x', 'error gateway-flows x'],
    'a process in which nothing can begin': [`<task id="a"/><task id="b"/>${flows('a -> b -> a')}`, 'error no-start p'],
    'a loop that nothing can end': [`<startEvent id="s"/><exclusiveGateway id="m"/><task id="x"/>${flows('s -> m -> x -> m')}`, 'error endless-loop m'],
    'a loop that no choice leaves': [`<startEvent id="s"/><exclusiveGateway id="m"/><task id="a"/><task id="b"/>${flows('s -> m; m -> a if true; m -> b if false; a -> m; b -> m')}`, 'error endless-loop s'],
    'an attribute without a meaning': [around('<task id="x" motcua:colour="red"/>'), 'error unknown-attribute x'],
    'an element that BPMN does not have': [`${around('<task id="x"/>')}<gizmo id="g"/>`, 'error unknown-element p'],
    'a clock that is not one': [around('<userTask id="x" motcua:clock="stop"/>'), 'error clock x'],
    'a dossier state out of range': [around('<userTask id="x" motcua:state="11"/>'), 'error dossier-state x'],
    'four eyes on what is no task': [around('<userTask id="x" motcua:fourEyes="s"/>'), 'error four-eyes x'],
    'a result name that every object has': [around('<userTask id="x" motcua:result="__proto__"/>'), 'error result-name x'],
    'an input without a name': [around('<serviceTask id="x"><extensionElements><motcua:input>1</motcua:input></extensionElements></serviceTask>'), 'error input-name x'],
    'an input that is no FEEL': [around('<serviceTask id="x"><extensionElements><motcua:input name="a">1 +</motcua:input></extensionElements></serviceTask>'), 'error expression x'],
    'inputs where nothing takes them': [around('<exclusiveGateway id="x"><extensionElements><motcua:input name="a">1</motcua:input></extensionElements></exclusiveGateway>'), 'error misplaced-input x', 'error gateway-flows x'],
    'a role where nobody begins': [around('<subProcess id="x"><startEvent id="y" motcua:role="handler"/><endEvent id="z"/>' + flows('y -> z') + '</subProcess>'), 'error misplaced-person y'],
    'a role at a start that time brings': [`<startEvent id="s" motcua:role="handler"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent><endEvent id="e"/>${flows('s -> e')}`, 'error misplaced-person s'],
    'a connector on a user task': [around('<userTask id="x" motcua:connector="a"/>'), 'error misplaced-connector x'],
    'a decision on a user task': [around('<userTask id="x" motcua:decision="a#b"/>'), 'error misplaced-decision x'],
    'sub-processes without end': [`<startEvent id="s"/>${Array.from({ length: 52 }, (_, depth) => `<subProcess id="q${depth}">`).join('')}${'</subProcess>'.repeat(52)}`, 'error too-deep q50'],
  };
  for (const [name, [body, ...found]] of Object.entries(table)) {
    it(name, async () => {
      const errors = (await problemsOf(diagram(body))).filter((problem) => !/^warning (unreachable|implicit-start)/.test(problem));
      assert.deepEqual(errors.toSorted(), found.toSorted());
    });
  }
});

describe('Reading a diagram warns', () => {
  const table: Readonly<Record<string, readonly [body: string, ...found: string[]]>> = {
    'of a gateway that leads nowhere': [`<startEvent id="s"/><task id="a"/><task id="b"/><parallelGateway id="x"/>${flows('s -> a -> x; s -> b -> x')}`, 'warning gateway-without-outgoing x'],
    'of a boundary event that leads nowhere': [`${around('<task id="x"/>')}<boundaryEvent id="b" attachedToRef="x"><errorEventDefinition/></boundaryEvent>`, 'warning boundary-without-outgoing b'],
    'of elements that no token can enter': [`<startEvent id="s"/><userTask id="a"/><userTask id="b"/>${flows('a -> b -> a')}`, 'warning unreachable a', 'warning unreachable b'],
    'of elements that begin although nothing leads to them': [`<startEvent id="s"/><task id="a"/><task id="b"/>${flows('a -> b')}`, 'warning implicit-start a'],
    'of a choice that cannot be made': [`<startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/><task id="b"/>${flows('s -> x -> a; x -> b')}`, 'warning missing-condition x-a', 'warning missing-condition x-b'],
    'of a condition that is none once': [`<startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/><task id="b"/>${flows('s -> x; x -> a if n +; x -> b if n')}`, 'error expression x-a'],
    'of a script task without a script': [around('<scriptTask id="x"/>'), 'warning missing-script x'],
    'of a business rule task without a decision': [around('<businessRuleTask id="x"/>'), 'warning missing-decision x'],
    'of extensions of other products': [around('<task id="x" xmlns:activiti="http://activiti.org/bpmn" activiti:assignee="me"/>'), 'warning foreign-extension x'],
    'of a message event without a message': [around('<receiveTask id="x"/>'), 'warning missing-message x'],
  };
  for (const [name, [body, ...found]] of Object.entries(table)) {
    it(name, async () => assert.deepEqual(await problemsOf(diagram(body)), found));
  }
});

describe('Reading what is no diagram', () => {
  const repeated = (text: string, times: number) => diagram(text.repeat(times));
  const table: Readonly<Record<string, readonly [xml: string, first: string]>> = {
    'nothing at all': ['', 'error malformed'],
    'plain text': ['xin chào', 'error malformed'],
    'another document': ['<html><body/></html>', 'error malformed'],
    'a document cut short': [diagram('<task id="a"/>').slice(0, -30), 'error malformed'],
    'a document type with entities': [`<!DOCTYPE d [<!ENTITY a "aaaa">]>${diagram('<task id="a" name="&a;"/>')}`, 'error document-type'],
    'a file beyond all measure': [repeated('<task id="a"/>', 200_000), 'error too-large'],
    'a hundred thousand equal ids': [repeated('<task id="a"/>', 100_000), 'error malformed'],
    'a hundred thousand unknown elements': [repeated('<gizmo id="a"/>', 100_000), 'error malformed'],
    'a deep pile of unknown elements': [diagram(`${'<gizmo>'.repeat(50_000)}${'</gizmo>'.repeat(50_000)}`), 'error malformed'],
    'a diagram without a process': [diagram('').replace(/<process.*<\/process>/s, ''), 'error which-process'],
  };
  for (const [name, [xml, first]] of Object.entries(table)) {
    it(`finds fault with ${name}, without delay`, async () => {
      const started = performance.now();
      const reading = await readBpmn(xml);
      assert.ok('problems' in reading);
      assert.equal(`error ${reading.problems[0]!.rule}`, first);
      const took = performance.now() - started;
      assert.ok(keepsTo(took, 2000), `${took} ms`);
    });
  }
});

describe('Reading a diagram', () => {
  const read = async (body: string, outside = '', process?: string) => {
    const reading = await readBpmn(diagram(body, outside), process === undefined ? {} : { process });
    assert.ok('definition' in reading, JSON.stringify(reading));
    return reading.definition;
  };

  it('reads what a procedure says of a step', async () => {
    const { nodes } = await read(`<userTask id="u" name="Thẩm định" motcua:form="check" motcua:role="expert" motcua:unit="competent" motcua:timeLimit="3 working days" motcua:clock="pause:supplement"
      motcua:state="4" motcua:fourEyes="v w" motcua:result="check" motcua:letters="a b" motcua:citizenName="Đang xem xét" motcua:citizenNameEn="Under review" motcua:nameEn="Appraise"/><userTask id="v"/><userTask id="w"/>`);
    assert.deepEqual(nodes['u'], {
      id: 'u', name: 'Thẩm định', kind: 'userTask', parent: 'p', incoming: [], outgoing: [], boundary: [],
      step: {
        form: 'check', role: 'expert', unit: 'competent', timeLimit: '3 working days', clock: 'pause:supplement', state: 4, fourEyes: ['v', 'w'], result: 'check', letters: ['a', 'b'],
        citizenName: { vi: 'Đang xem xét', en: 'Under review' }, nameEn: 'Appraise',
      },
    });
  });

  it('gives the role of its lane to a user task without one', async () => {
    const { nodes } = await read(`<laneSet><lane name="clerk"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef></lane><lane name="Lãnh đạo"><flowNodeRef>c</flowNodeRef></lane></laneSet>
      <userTask id="a"/><userTask id="b" motcua:role="leader"/><userTask id="c"/>`);
    assert.deepEqual(['a', 'b', 'c'].map((id) => nodes[id]!.step.role), ['clerk', 'leader', undefined]);
  });

  it('goes by the role that a lane says before its name, and takes codes with an underscore', async () => {
    const { nodes } = await read(`<laneSet><lane name="Cán bộ thụ lý" motcua:role="handler"><flowNodeRef>a</flowNodeRef></lane><lane name="section_head"><flowNodeRef>b</flowNodeRef></lane></laneSet><userTask id="a"/><userTask id="b"/>`);
    assert.deepEqual(['a', 'b'].map((id) => nodes[id]!.step.role), ['handler', 'section_head']);
  });
  it('gives the role of a lane to the steps of ad-hoc sub-processes in it, however deep, and of one that it holds itself', async () => {
    const { nodes } = await read(`<laneSet><lane name="clerk"><flowNodeRef>x</flowNodeRef></lane></laneSet><adHocSubProcess id="x"><laneSet><lane name="expert"><flowNodeRef>b</flowNodeRef></lane></laneSet>
      <userTask id="a"/><userTask id="b"/><subProcess id="y"><adHocSubProcess id="z"><userTask id="c"/></adHocSubProcess></subProcess></adHocSubProcess>`);
    assert.deepEqual(['a', 'b', 'c'].map((id) => nodes[id]!.step.role), ['clerk', 'expert', 'clerk']);
  });
  it('gives the role of a lane to what stands in a lane within it that says none', async () => {
    const { nodes } = await read(`<laneSet><lane name="Phòng" motcua:role="clerk"><childLaneSet><lane name="Bàn 1"><flowNodeRef>a</flowNodeRef><childLaneSet><lane name="Ghế"><flowNodeRef>c</flowNodeRef></lane></childLaneSet></lane><lane name="Bàn 2" motcua:role="expert"><flowNodeRef>b</flowNodeRef></lane></childLaneSet></lane></laneSet>
      <userTask id="a"/><userTask id="b"/><userTask id="c"/>`);
    assert.deepEqual(['a', 'b', 'c'].map((id) => nodes[id]!.step.role), ['clerk', 'expert', 'clerk']);
  });
  it('gives the role of a lane to the tasks of the sub-processes in it, unless they have their own', async () => {
    const { nodes } = await read(`<laneSet><lane name="clerk"><flowNodeRef>x</flowNodeRef></lane></laneSet><subProcess id="x"><laneSet><lane name="expert"><flowNodeRef>c</flowNodeRef></lane></laneSet>
      <userTask id="a"/><userTask id="b" motcua:role="leader"/><userTask id="c"/><userTask id="d" motcua:candidates="sales"/><subProcess id="y"><userTask id="e"/></subProcess></subProcess><userTask id="f"/>`);
    assert.deepEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => nodes[id]!.step.role), ['clerk', 'leader', 'expert', undefined, 'clerk', undefined]);
  });

  it('reads what a global task says of the step', async () => {
    const { nodes } = await read('<callActivity id="c" calledElement="g"/><callActivity id="d" calledElement="h" motcua:decision="own#fee"/>', '<globalUserTask id="g" motcua:form="common" motcua:role="officer"/><globalBusinessRuleTask id="h" motcua:decision="common#fee" motcua:result="fee"/>');
    assert.deepEqual([nodes['c']!.step, nodes['d']!.step], [{ form: 'common', role: 'officer' }, { decision: 'own#fee', result: 'fee' }]);
  });

  it('knows who does a user task from its resources', async () => {
    const owner = (inside: string) => `<potentialOwner id="o">${inside}</potentialOwner>`;
    const who = async (inside: string) => {
      const { role, candidates, assignee } = (await read(`<laneSet><lane name="clerk"><flowNodeRef>x</flowNodeRef></lane></laneSet><userTask id="x">${inside}</userTask>`, '<resource id="r" name="officer"/><resource id="q" name="Phòng Quản lý đô thị"/>')).nodes['x']!.step;
      return { role, candidates, assignee };
    };
    assert.deepEqual(await who(owner('<resourceRef>r</resourceRef>')), { role: 'officer', candidates: undefined, assignee: undefined });
    assert.deepEqual(await who(owner('<resourceRef>q</resourceRef>')), { role: undefined, candidates: ['Phòng Quản lý đô thị'], assignee: undefined });
    assert.deepEqual(await who(`${owner('<resourceRef>r</resourceRef>')}${owner('<resourceRef>q</resourceRef>').replace('"o"', '"o2"')}`), { role: undefined, candidates: ['officer', 'Phòng Quản lý đô thị'], assignee: undefined });
    assert.deepEqual(await who('<humanPerformer id="o"><resourceAssignmentExpression><formalExpression>assigned.account</formalExpression></resourceAssignmentExpression></humanPerformer>'), { role: 'clerk', candidates: undefined, assignee: 'assigned.account' });
    const listed = (text: string): string => owner(`<resourceAssignmentExpression><formalExpression>${text}</formalExpression></resourceAssignmentExpression>`);
    assert.deepEqual(await who(listed('user(kermit), group(officer)')), { role: 'officer', candidates: undefined, assignee: undefined });
    assert.deepEqual(await who(listed(' group(officer) ,group(head) ')), { role: undefined, candidates: ['officer', 'head'], assignee: undefined });
  });

  it('hands out what nobody can change', async () => {
    const definition = await read(around('<userTask id="x"/>'));
    assert.throws(() => Object.assign(definition.nodes['x']!.step, { role: 'anyone' }), TypeError);
  });

  it('composes letters and marks', async () => {
    const { nodes } = await read(`<userTask id="u" name="${'Thẩm định'.normalize('NFD')}"/>`);
    assert.equal(nodes['u']!.name, 'Thẩm định');
  });

  it('takes the process that is asked for, or the executable one', async () => {
    const other = '<process id="other"><task id="o"/></process>';
    assert.equal((await read('<task id="a"/>', other)).id, 'p');
    assert.equal((await read('<task id="a"/>', other, 'other')).id, 'other');
    assert.deepEqual(await problemsOf(diagram('<task id="a"/>', '<process id="more" isExecutable="true"><task id="o"/></process>')), ['error which-process']);
    const two = await readBpmn(diagram('<task id="a"/>', '<process id="more" isExecutable="true"><task id="o"/></process>'));
    assert.match('problems' in two ? two.problems[0]!.message : '', /more, p are: a pool .* is a procedure of its own, which may keep this drawing/, 'it names the way out');
  });

  it('takes text that was decoded already, whatever encoding it names', async () => {
    assert.deepEqual(await problemsOf(diagram('<task id="a"/>').replace('UTF-8', 'ISO-8859-1')), ['warning encoding']);
  });

  it('speaks of a refused element only, not of what surrounds it', async () => {
    assert.deepEqual(await problemsOf(diagram(`<startEvent id="s"/><callActivity id="x"/><exclusiveGateway id="g" default="g-e"/><endEvent id="e"/>${flows('s -> x -> g -> e')}`)), ['error called-element x']);
  });

  it('leaves data objects, notes and groups to the eye', async () => {
    const { nodes } = await read(`<task id="a"/><dataObject id="d"/><dataObjectReference id="r" dataObjectRef="d"/><textAnnotation id="t"><text>x</text></textAnnotation><association id="y" sourceRef="a" targetRef="t"/>`);
    assert.deepEqual(Object.keys(nodes), ['a']);
  });
});
