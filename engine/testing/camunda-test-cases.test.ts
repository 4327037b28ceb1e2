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
    'another assignee': [/its assignee cannot/, create, { type: 'ASSERT_USER_TASK', userTaskSelector: { elementId: 'review' }, assignee: 'an' }],
    'a judgement by a model': [/asks a language model/, { type: 'ASSERT_VARIABLE', processInstanceSelector: process, variableName: 'x', satisfiesJudge: { expectation: 'good' } }],
    'a decision that is not there': [/EVALUATE_DECISION: no decision d was given/, { type: 'EVALUATE_DECISION', decisionDefinitionSelector: { decisionDefinitionId: 'd' } }],
    'a decision that nobody asked': [/ASSERT_DECISION: expected the decision "Fee" to have been evaluated, but none was/, create, { type: 'ASSERT_DECISION', decisionSelector: { decisionDefinitionName: 'Fee' } }],
    'a row of a table that is none': [/expected matchedRules to be a list of whole numbers of at least 1/, create, { type: 'ASSERT_DECISION', decisionSelector: { decisionDefinitionId: 'd' }, matchedRules: [0] }],
    'what answers a listener': [/COMPLETE_JOB_USER_TASK_LISTENER answers a listener/, create, { type: 'COMPLETE_JOB_USER_TASK_LISTENER', jobSelector: { jobType: 'x' } }],
    'what acts by itself': [/CONDITIONAL_BEHAVIOR acts whenever Camunda happens to look/, create, { type: 'CONDITIONAL_BEHAVIOR', conditions: [], actions: [] }],
  };
  for (const [name, [problem, ...instructions]] of Object.entries(failing)) {
    it(`say what is wrong with ${name}, and stop there`, async () => {
      const { problems } = playTestCase({ name, instructions: [...instructions, { type: 'DANCE' }] }, [await compiled(order)]);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, problem);
    });
  }

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
