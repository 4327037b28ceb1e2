import assert from 'node:assert/strict';
import { playTestCases } from './camunda-test-cases.ts';
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
const ends = (state: string, hasActiveIncidents = false) => ({ type: 'ASSERT_PROCESS_INSTANCE', processInstanceSelector: process, state, hasActiveIncidents });

describe('Test cases of Camunda Process Test', () => {
  const passing: Readonly<Record<string, readonly object[]>> = {
    'complete user tasks and jobs, and correlate messages': [
      create, { type: 'ASSERT_USER_TASK', userTaskSelector: { taskName: 'Xem xét' }, state: 'IS_CREATED', candidateGroups: ['clerk'] }, review, elements('IS_ACTIVE', 'ship'), ship,
      { type: 'ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION', processInstanceSelector: process, messageSelector: { messageName: 'payment' }, state: 'IS_WAITING' },
      { type: 'PUBLISH_MESSAGE', name: 'payment' }, ends('IS_COMPLETED'), elements('IS_COMPLETED_IN_ORDER', 'review', 'ship', 'done'), elements('IS_NOT_ACTIVATED', 'refuse', 'lost'),
      { type: 'ASSERT_ELEMENT_INSTANCE', processInstanceSelector: process, elementSelector: { elementName: 'Xem xét' }, state: 'IS_COMPLETED' },
      { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { approved: true }, variableNames: ['approved'] },
    ],
    'let time pass': [create, review, ship, elements('IS_ACTIVE_EXACTLY', 'wait'), { type: 'INCREASE_TIME', duration: 'P3D' }, elements('IS_COMPLETED', 'expired'), ends('IS_COMPLETED')],
    'stand in for job workers': [{ type: 'MOCK_JOB_WORKER_THROW_BPMN_ERROR', jobType: 'ship-it', errorCode: 'BROKEN' }, create, review, elements('IS_COMPLETED', 'lost'), elements('IS_TERMINATED', 'ship')],
    'throw errors from jobs': [create, review, { type: 'THROW_BPMN_ERROR_FROM_JOB', jobSelector: { elementId: 'ship' }, errorCode: 'BROKEN', variables: { reason: 'wet' } }, ends('IS_COMPLETED'), { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { ship: { reason: 'wet' } } }],
    'stand in for job workers that throw errors': [{ type: 'MOCK_JOB_WORKER_THROW_BPMN_ERROR', jobType: 'ship-it', errorCode: 'BROKEN', errorMessage: 'it rained', variables: { reason: 'wet' } }, create, review, ends('IS_COMPLETED'), { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { ship: { reason: 'wet' } } }],
  };
  for (const [name, instructions] of Object.entries(passing)) {
    it(name, async () => {
      const [played] = playTestCases({ testCases: [{ name, instructions }] }, [await compiled(order)]);
      assert.deepEqual(played!.problems, []);
      assert.ok(played!.visited.has('review'));
    });
  }

  const failing: Readonly<Record<string, readonly [RegExp, ...object[]]>> = {
    'an element that was not reached': [/instruction 2, ASSERT_ELEMENT_INSTANCES: expected ship IS_ACTIVE/, create, elements('IS_ACTIVE', 'ship')],
    'a task that is not open': [/instruction 2, COMPLETE_JOB: expected an open task or job/, create, ship],
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
    'what cannot be played': [/EVALUATE_DECISION.*motcua decide/, { type: 'EVALUATE_DECISION', decisionDefinitionSelector: { decisionDefinitionId: 'd' } }],
  };
  for (const [name, [problem, ...instructions]] of Object.entries(failing)) {
    it(`say what is wrong with ${name}, and stop there`, async () => {
      const [played] = playTestCases({ testCases: [{ name, instructions: [...instructions, { type: 'DANCE' }] }] }, [await compiled(order)]);
      assert.equal(played!.problems.length, 1);
      assert.match(played!.problems[0]!, problem);
    });
  }

  it('refuse another file', () => {
    assert.throws(() => playTestCases({ cases: [] }, []), /testCases/);
    assert.throws(() => playTestCases({ testCases: [{ name: 'x', instructions: [] }, { name: 'y' }] }, []), /number 2 has not/);
  });
});
