import assert from 'node:assert/strict';
import { playTestCase, testCasesIn } from './camunda-test-cases.ts';
import { compiled } from './compiled.ts';
import { diagram, flows } from './diagram.ts';

const order = diagram(`
  <startEvent id="s"/><userTask id="review" name="Xem xét" motcua:role="clerk"/><exclusiveGateway id="g" default="g-refuse"/><serviceTask id="ship" motcua:connector="ship-it"/><endEvent id="refuse"/>
  <boundaryEvent id="failed" attachedToRef="ship"><errorEventDefinition errorRef="E"/></boundaryEvent><endEvent id="lost"/>
  <eventBasedGateway id="wait"/><intermediateCatchEvent id="paid"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>
  <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></intermediateCatchEvent><endEvent id="done"/><endEvent id="expired"/>
  ${flows('s -> review -> g; g -> ship if approved; g -> refuse; ship -> wait -> paid -> done; wait -> late -> expired; failed -> lost')}`, '<error id="E" errorCode="BROKEN"/><message id="M" name="payment"/>');

const process = { processDefinitionId: 'p' };
const create = { type: 'CREATE_PROCESS_INSTANCE', processDefinitionSelector: process, variables: { approved: false } };
const review = { type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId: 'review' }, variables: { approved: true } };
const ship = { type: 'COMPLETE_JOB', jobSelector: { jobType: 'ship-it' } };
const elements = (state: string, ...ids: readonly string[]) => ({ type: 'ASSERT_ELEMENT_INSTANCES', processInstanceSelector: process, elementSelectors: ids.map((elementId) => ({ elementId })), state });
const once = { type: 'ASSERT_ELEMENT_INSTANCE', processInstanceSelector: process, elementSelector: { elementId: 'review' }, state: 'IS_COMPLETED' };
const ends = (state: string, hasActiveIncidents = false) => ({ type: 'ASSERT_PROCESS_INSTANCE', processInstanceSelector: process, state, hasActiveIncidents });

describe('Test cases of Camunda Process Test', () => {
  const passing: Readonly<Record<string, readonly object[]>> = {
    'complete user tasks and jobs, and correlate messages': [
      create, { type: 'ASSERT_USER_TASK', userTaskSelector: { taskName: 'Xem xét' }, state: 'IS_CREATED', candidateGroups: ['clerk'] }, review, elements('IS_ACTIVE', 'ship'), ship,
      { type: 'ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION', processInstanceSelector: process, messageSelector: { messageName: 'payment' }, state: 'IS_WAITING' },
      { type: 'PUBLISH_MESSAGE', name: 'payment', timeToLive: 60_000 }, ends('IS_COMPLETED'), elements('IS_COMPLETED_IN_ORDER', 'review', 'ship', 'done'), elements('IS_NOT_ACTIVATED', 'refuse', 'lost'),
      { type: 'ASSERT_ELEMENT_INSTANCE', processInstanceSelector: process, elementSelector: { elementName: 'Xem xét' }, state: 'IS_COMPLETED' },
      { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { approved: true }, variableNames: ['approved'] },
    ],
    'begin no later than the time they set': [{ type: 'SET_TIME', time: '2025-10-01T08:00:00Z' }, create, review, ship, { type: 'SET_TIME', time: '2025-10-03T08:00:00Z' }, elements('IS_COMPLETED', 'expired')],
    'let time pass': [create, review, ship, elements('IS_ACTIVE_EXACTLY', 'wait'), { type: 'INCREASE_TIME', duration: 'P3D' }, elements('IS_COMPLETED', 'expired'), ends('IS_COMPLETED')],
    'stand in for job workers': [{ type: 'MOCK_JOB_WORKER_THROW_BPMN_ERROR', jobType: 'ship-it', errorCode: 'BROKEN' }, create, review, elements('IS_COMPLETED', 'lost'), elements('IS_TERMINATED', 'ship')],
    'throw errors from jobs': [create, review, { type: 'THROW_BPMN_ERROR_FROM_JOB', jobSelector: { elementId: 'ship' }, errorCode: 'BROKEN', variables: { reason: 'wet' } }, ends('IS_COMPLETED'), { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { ship: { reason: 'wet' } } }],
    'stand in for job workers that throw errors': [{ type: 'MOCK_JOB_WORKER_THROW_BPMN_ERROR', jobType: 'ship-it', errorCode: 'BROKEN', errorMessage: 'it rained', variables: { reason: 'wet' } }, create, review, ends('IS_COMPLETED'), { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { ship: { reason: 'wet' } } }],
  };
  for (const [name, instructions] of Object.entries(passing)) {
    it(name, async () => {
      const played = playTestCase({ name, instructions }, [await compiled(order)]);
      assert.deepEqual(played.problems, []);
      assert.ok(played.visited.has('review'));
    });
  }

  const failing: Readonly<Record<string, readonly [RegExp, ...unknown[]]>> = {
    'an element that was not reached': [/instruction 2, ASSERT_ELEMENT_INSTANCES: expected ship IS_ACTIVE/, create, elements('IS_ACTIVE', 'ship')],
    'a task that is not open': [/instruction 2, COMPLETE_JOB: expected an open job for \{"jobType":"ship-it"\}, but open are review \(userTask\)/, create, ship],
    'a task of a service': [/expected an open user task for \{"elementId":"ship"\}, but open are ship \(serviceTask\)/, create, review, { type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId: 'ship' } }],
    'what an incident holds up': [/expected an open user task .*, but nothing is open; incident: .*OTHER/, create, review, { type: 'THROW_BPMN_ERROR_FROM_JOB', jobSelector: { elementId: 'ship' }, errorCode: 'OTHER' }, review],
    'no instruction at all': [/^instruction 2: expected an instruction \{ "type": … \} .*, but it is 5$/, create, 5],
    'a state that is none': [/expected state to be one of IS_ACTIVE, IS_COMPLETED, IS_TERMINATED, .*, but it is "IS_HAPPY"/, create, elements('IS_HAPPY', 'review')],
    'a state of tasks that is none': [/expected state to be one of IS_CREATED, IS_COMPLETED, IS_CANCELED, but it is "IS_ACTIVE"/, create, { type: 'ASSERT_USER_TASK', userTaskSelector: { elementId: 'review' }, state: 'IS_ACTIVE' }],
    'elements that are none': [/expected elementSelectors to be a list of at least one object/, create, elements('IS_ACTIVE_EXACTLY')],
    'an amount that holds of anything': [/expected amount to be a whole number of at least 1, but it is 0/, create, { ...once, amount: 0 }],
    'an element that came less often': [/expected review IS_COMPLETED 2 times, but it is active 0, completed 1/, create, review, once, { ...once, amount: 2 }],
    'names of variables that are none': [/expected variableNames to be a list of texts, but it is \[5\]/, create, { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variableNames: [5] }],
    'null where nothing is': [/expected zz to be null, but it is not there/, create, { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { zz: null } }],
    'an instant for a duration': [/expected duration to be a duration of ISO 8601 such as PT48H, but it is "2027-01-01T00:00:00Z"/, create, { type: 'INCREASE_TIME', duration: '2027-01-01T00:00:00Z' }],
    'a duration for an instant': [/expected time to be an instant such as/, create, { type: 'SET_TIME', time: 'PT1H' }],
    'a day that does not exist': [/expected time to be an instant such as .*, but it is "2026-02-30T00:00:00Z"/, create, { type: 'SET_TIME', time: '2026-02-30T00:00:00Z' }],
    'time that runs back': [/expected an instant not before 2026-02-01T00:00:00.000Z, where the clock stands, but got 2026-01-31T23:00:00.000Z/, create, { type: 'SET_TIME', time: '2026-02-01T07:00:00+07:00' }, { type: 'SET_TIME', time: '2026-02-01T06:00:00+07:00' }],
    'another value': [/expected approved to be true, but it is false/, create, { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { approved: true } }],
    'an instruction that is none': [/instruction 1, DANCE: expected an instruction/, { type: 'DANCE' }],
    'an element that is activated and nowhere drawn': [/instruction 2, COMPLETE_JOB_AD_HOC_SUB_PROCESS: expected an element nobody to activate, but no process has one/, create, { type: 'COMPLETE_JOB_AD_HOC_SUB_PROCESS', jobSelector: { jobType: 'x' }, activateElements: [{ elementId: 'nobody' }] }],
    'an element that is asserted and nowhere drawn': [/expected an element nobody in p, but it has none/, create, elements('IS_NOT_ACTIVATED', 'nobody')],
    'a member that is unknown': [/expected no members but signalName, variables, but there is name/, { type: 'BROADCAST_SIGNAL', signalName: 's', name: 's' }],
    'a member that is missing': [/instruction 1, COMPLETE_JOB: expected a member jobSelector, but there is none/, { type: 'COMPLETE_JOB' }],
    'a member of another kind': [/expected variables to be an object, but it is \[1\]/, { ...create, variables: [1] }],
    'a selector that names nothing': [/expected jobSelector to be an object with jobType or elementId or processDefinitionId, but it is \{\}/, { type: 'COMPLETE_JOB', jobSelector: {} }],
    'a wish that would be ignored': [/its useExampleData cannot/, create, { ...review, useExampleData: true }],
    'another assignee': [/expected review to be assigned to an, but it is to nobody/, create, { type: 'ASSERT_USER_TASK', userTaskSelector: { elementId: 'review' }, assignee: 'an' }],
    'a priority': [/its priority cannot/, create, { type: 'ASSERT_USER_TASK', userTaskSelector: { elementId: 'review' }, priority: 5 }],
    'a judgement by a model': [/asks a language model/, { type: 'ASSERT_VARIABLE', processInstanceSelector: process, variableName: 'x', satisfiesJudge: { expectation: 'good' } }],
    'a decision that is not there': [/EVALUATE_DECISION: no decision d was given/, { type: 'EVALUATE_DECISION', decisionDefinitionSelector: { decisionDefinitionId: 'd' } }],
    'a decision that nobody asked': [/ASSERT_DECISION: expected the decision "Fee" to have been evaluated, but none was/, create, { type: 'ASSERT_DECISION', decisionSelector: { decisionDefinitionName: 'Fee' } }],
    'a row of a table that is none': [/expected matchedRules to be a list of whole numbers of at least 1/, create, { type: 'ASSERT_DECISION', decisionSelector: { decisionDefinitionId: 'd' }, matchedRules: [0] }],
    'what answers a listener': [/COMPLETE_JOB_USER_TASK_LISTENER answers a listener/, create, { type: 'COMPLETE_JOB_USER_TASK_LISTENER', jobSelector: { jobType: 'x' } }],
  };
  for (const [name, [problem, ...instructions]] of Object.entries(failing)) {
    it(`say what is wrong with ${name}, and stop there`, async () => {
      const { problems } = playTestCase({ name, instructions: [...instructions, { type: 'DANCE' }] }, [await compiled(order)]);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, problem);
    });
  }

  describe('begin in the midst', () => {
    const nested = diagram(`<startEvent id="s"/><userTask id="first"/><subProcess id="sub"><startEvent id="is"/><userTask id="a"/><userTask id="b"/><endEvent id="ie"/>${flows('is -> a -> b -> ie')}</subProcess><userTask id="last"/><endEvent id="e"/>
      <boundaryEvent id="late" attachedToRef="sub" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="remind"/>
      <userTask id="many"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><subProcess id="turns"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><userTask id="inTurn"/></subProcess>
      ${flows('s -> first -> sub -> last -> e; late -> remind; last -> many -> turns')}`);
    const at = (...ids: readonly string[]) => ({ ...create, startInstructions: ids.map((elementId) => ({ elementId })) });
    const task = (elementId: string) => ({ type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId } });
    const passing: Readonly<Record<string, readonly object[]>> = {
      'at a step': [at('last'), elements('IS_ACTIVE_EXACTLY', 'last'), elements('IS_NOT_ACTIVATED', 's', 'first', 'sub'), { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { approved: false } }],
      'within a sub-process, whose boundary events wait': [at('b'), elements('IS_ACTIVE_EXACTLY', 'sub', 'b'), { type: 'INCREASE_TIME', duration: 'P1D' }, elements('IS_ACTIVE', 'remind'), task('b'), elements('IS_ACTIVE', 'last')],
      'at several steps': [at('first', 'a', 'b'), elements('IS_ACTIVE_EXACTLY', 'first', 'sub', 'a', 'b')],
      'at a step that is done several times': [at('many'), { ...once, elementSelector: { elementId: 'many' }, state: 'IS_ACTIVE', amount: 2 }],
      'as usual when the list is empty': [at(), elements('IS_ACTIVE_EXACTLY', 'first')],
    };
    for (const [name, instructions] of Object.entries(passing)) it(name, async () => assert.deepEqual(playTestCase({ name, instructions }, [await compiled(nested)]).problems, []));
    for (const [name, id, problem] of [['at no step', 'nobody', /expected an element nobody to begin at, but p has none/], ['at a boundary event', 'late', /expected an element to begin at, but late is a boundaryEvent/], ['at a start event', 's', /expected an element to begin at, but s is a startEvent/], ['within what is done several times', 'inTurn', /expected to begin inTurn within sub-processes that are done once, but turns is done several times/]] as const) {
      it(`but not ${name}`, async () => assert.match(playTestCase({ name, instructions: [at(id)] }, [await compiled(nested)]).problems[0]!, problem));
    }
    it('only with elements', async () => assert.match(playTestCase({ name: 'x', instructions: [{ ...create, startInstructions: [5] }] }, [await compiled(nested)]).problems[0]!, /expected startInstructions to be a list of \{ "elementId" \}/));
  });

  describe('know who has a task and until when', () => {
    const assigned = diagram(`<startEvent id="s"/><subProcess id="sub"><userTask id="u" motcua:assignee="clerk" motcua:candidates="b, a" motcua:dueDate="P2D"><extensionElements><motcua:input name="clerk">who + "1"</motcua:input></extensionElements></userTask></subProcess><userTask id="v" motcua:role="head" motcua:dueDate="2026-03-01T08:00:00+07:00"/><userTask id="w" motcua:timeLimit="2 working days"/>${flows('s -> sub -> v -> w')}`);
    const asserted = (elementId: string, expected: object) => ({ type: 'ASSERT_USER_TASK', userTaskSelector: { elementId }, ...expected });
    const begun = { ...create, variables: { who: 'an' } };
    const play = async (...instructions: readonly object[]) => playTestCase({ name: 'x', instructions: [begun, ...instructions] }, [await compiled(assigned)]).problems;
    it('also when it is done', async () => {
      const u = asserted('u', { assignee: 'an1', candidateGroups: ['a', 'b'], dueDate: '2026-01-07T08:00:00+07:00' });
      assert.deepEqual(await play(u, { type: 'INCREASE_TIME', duration: 'P1D' }, u, { type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId: 'u' } }, { type: 'UPDATE_VARIABLES', processInstanceSelector: process, variables: { who: 'binh' } }, u, asserted('v', { candidateGroups: ['head'], dueDate: '2026-03-01T01:00:00Z' })), []);
    });
    for (const [name, expected, problem] of [
      ['assignee', { assignee: 'an' }, /expected u to be assigned to an, but it is to an1/], ['date', { dueDate: '2026-01-08T08:00:00+07:00' }, /expected u to be due 2026-01-08T08:00:00\+07:00, but it is 2026-01-07T01:00:00.000Z/],
      ['date that is none', { dueDate: 'soon' }, /expected dueDate to be an instant/], ['groups', { candidateGroups: ['a'] }, /expected candidate groups a of u, but they are b, a/],
    ] as const) it(`or say what is wrong: ${name}`, async () => assert.match((await play(asserted('u', expected)))[0]!, problem));
    it('or that there is none', async () => {
      const done = (elementId: string) => ({ type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId } });
      assert.match((await play(asserted('v', { dueDate: '2026-01-08T08:00:00+07:00' })))[0]!, /expected a user task v, but none was opened/);
      assert.match((await play(done('u'), done('v'), asserted('w', { dueDate: '2026-01-08T08:00:00+07:00' })))[0]!, /expected w to be due .*, but its limit "2 working days" is counted by a calendar, and a bench has none/);
    });
  });

  describe('look at the variables of a step alone', () => {
    const own = diagram(`<startEvent id="s"/><userTask id="u"><extensionElements><motcua:input name="half">n / 2</motcua:input></extensionElements></userTask><subProcess id="sub"><dataObject id="note" name="note"/><userTask id="v"/></subProcess>${flows('s -> u -> sub')}`);
    const of = (elementId: string, rest: object) => ({ type: 'ASSERT_VARIABLES', processInstanceSelector: process, elementSelector: { elementId }, ...rest });
    const play = async (...instructions: readonly object[]) => playTestCase({ name: 'x', instructions: [{ ...create, variables: { n: 8 } }, ...instructions] }, [await compiled(own)]).problems;
    it('as long as it is open', async () => {
      assert.deepEqual(await play(of('u', { variables: { half: 4 }, variableNames: ['half'] }), { type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId: 'u' } }, of('sub', { variables: { note: null } })), []);
      assert.match((await play(of('u', { variables: { n: 8 } })))[0]!, /expected n to be 8, but it is not there/);
      assert.match((await play(of('sub', { variables: { note: null } })))[0]!, /expected sub to be open, because its own variables go with it, but it is not/);
    });
  });

  describe('end ad-hoc sub-processes', () => {
    const adHoc = (cancel: boolean) => diagram(`<startEvent id="s"/><adHocSubProcess id="x" cancelRemainingInstances="${cancel}"><userTask id="a"/><userTask id="b"/></adHocSubProcess><userTask id="after"/>${flows('s -> x -> after')}`);
    const job = (rest: object) => ({ type: 'COMPLETE_JOB_AD_HOC_SUB_PROCESS', jobSelector: { elementId: 'x' }, ...rest });
    const cases: Readonly<Record<string, readonly object[]>> = {
      'when nothing runs in it': [create, job({ completionConditionFulfilled: true }), elements('IS_ACTIVE_EXACTLY', 'after')],
      'with what runs in it': [create, job({ activateElements: [{ elementId: 'a' }] }), job({ completionConditionFulfilled: true, cancelRemainingInstances: true }), elements('IS_ACTIVE_EXACTLY', 'after'), elements('IS_TERMINATED', 'a')],
      'when what runs in it is done': [create, job({ activateElements: [{ elementId: 'a' }] }), job({ completionConditionFulfilled: true }), elements('IS_ACTIVE_EXACTLY', 'x', 'a'), { type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId: 'a' } }, elements('IS_ACTIVE_EXACTLY', 'after')],
      'with variables': [create, job({ variables: { found: 3 }, completionConditionFulfilled: true }), { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { found: 3 } }],
    };
    for (const [name, instructions] of Object.entries(cases)) for (const cancel of [true, false]) it(`${name}${cancel ? '' : ', whatever the drawing says'}`, async () => assert.deepEqual(playTestCase({ name, instructions: instructions }, [await compiled(adHoc(cancel))]).problems, []));
    it('of which there is one', async () => {
      const said = async (...instructions: readonly object[]) => playTestCase({ name: 'x', instructions: [create, ...instructions] }, [await compiled(adHoc(true))]).problems[0]!;
      assert.match(await said(job({ jobSelector: { elementId: 'y' }, completionConditionFulfilled: true })), /expected an open ad-hoc sub-process for \{"elementId":"y"\}, but open are x/);
      assert.match(await said(job({ cancelRemainingInstances: true })), /expected cancelRemainingInstances only with completionConditionFulfilled/);
    });
  });

  it('refuse another file', () => {
    assert.throws(() => testCasesIn({ cases: [] }), /no list of test cases/);
    assert.throws(() => testCasesIn({ testCases: [] }), /at least one test case, but the list of them is empty/);
    assert.throws(() => testCasesIn({ testCases: [{ name: 'x', instructions: [] }, { name: 'y' }] }), /number 2 has not/);
  });

  it('say so of a case without instructions, which tests nothing', async () => {
    assert.deepEqual(playTestCase({ name: 'x', instructions: [] }, [await compiled(order)]).problems, ['expected at least one instruction, but there is none']);
  });

  it('count elements exactly', async () => {
    const twice = await compiled(diagram(`<startEvent id="s"/><parallelGateway id="f"/><task id="t"/><endEvent id="e"/>${flows('s -> f -> t -> e')}<sequenceFlow id="again" sourceRef="f" targetRef="t"/>`));
    const came = (amount: object) => playTestCase({ name: 'x', instructions: [create, { ...once, elementSelector: { elementId: 't' }, ...amount }] }, [twice]).problems;
    assert.deepEqual(came({ amount: 2 }), []);
    assert.match(came({})[0]!, /expected t IS_COMPLETED 1 times, but it is active 0, completed 2/);
  });

  it('say that a called process runs as a part of its caller, and find its tasks by its id', async () => {
    const [calling, called] = await Promise.all([compiled(diagram(`<startEvent id="s"/><callActivity id="c" calledElement="child"/><endEvent id="e"/>${flows('s -> c -> e')}`)), compiled(diagram(`<startEvent id="cs"/><userTask id="ct"/><endEvent id="ce"/>${flows('cs -> ct -> ce')}`).replace('process id="p"', 'process id="child"'))]);
    const task = { type: 'COMPLETE_USER_TASK', userTaskSelector: { processDefinitionId: 'child' } };
    assert.deepEqual(playTestCase({ name: 'x', instructions: [{ ...create, variables: {} }, task, ends('IS_COMPLETED')] }, [calling, called]).problems, []);
    assert.match(playTestCase({ name: 'x', instructions: [create, { ...ends('IS_ACTIVE'), processInstanceSelector: { processDefinitionId: 'child' } }] }, [calling, called]).problems[0]!, /here it runs as a part of p, which calls it: name that one/);
  });
});
