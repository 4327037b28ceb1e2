import assert from 'node:assert/strict';
import { playTestCase } from './camunda-test-cases.ts';
import { compiled } from './compiled.ts';
import { diagram, flows } from './diagram.ts';

const process = { processDefinitionId: 'p' };
const create = { type: 'CREATE_PROCESS_INSTANCE', processDefinitionSelector: process };
const open = (elementId: string) => ({ type: 'ASSERT_USER_TASK', userTaskSelector: { elementId }, state: 'IS_CREATED' });
const complete = (elementId: string, variables: object = {}) => ({ type: 'COMPLETE_USER_TASK', userTaskSelector: { elementId }, variables });
const when = (conditions: readonly object[], ...actions: readonly object[]) => ({ type: 'CONDITIONAL_BEHAVIOR', name: 'whenever', conditions, actions });
const done = (elementId: string, amount = 1) => ({ type: 'ASSERT_ELEMENT_INSTANCE', processInstanceSelector: process, elementSelector: { elementId }, state: 'IS_COMPLETED', amount });
const ended = { type: 'ASSERT_PROCESS_INSTANCE', processInstanceSelector: process, state: 'IS_COMPLETED' };
const again = diagram(`<startEvent id="s"/><userTask id="ask"/><exclusiveGateway id="g" default="g-ask"/><userTask id="sign"/><endEvent id="e"/>${flows('s -> ask -> g; g -> sign if good; g -> ask; sign -> e')}`);
const told = diagram(`<startEvent id="s"/><userTask id="a"/><intermediateCatchEvent id="w"><messageEventDefinition messageRef="M"/></intermediateCatchEvent><endEvent id="e"/>${flows('s -> a -> w -> e')}`, '<message id="M" name="go"/>');
const waits = { type: 'ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION', processInstanceSelector: process, messageSelector: { messageName: 'go' }, state: 'IS_WAITING' };

describe('A conditional behavior of Camunda Process Test', () => {
  const passing: Readonly<Record<string, readonly [xml: string, ...instructions: object[]]>> = {
    'does the next action each time, and the last one again': [again, when([open('ask')], complete('ask', { good: false }), complete('ask', { good: false }), complete('ask', { good: true })), create, done('ask', 3), { ...open('sign') }],
    'does the last action again': [again, when([open('ask')], complete('ask', { good: false }), complete('ask', { good: true })), when([open('sign')], complete('sign')), create, done('ask', 2), ended],
    'asks for all of its conditions': [again, when([open('ask'), done('sign')], complete('ask', { good: true })), create, open('ask')],
    'acts once for what stays so': [told, when([done('a')], { type: 'UPDATE_VARIABLES', processInstanceSelector: process, variables: { told: true } }), create, complete('a'), { type: 'ASSERT_VARIABLES', processInstanceSelector: process, variables: { told: true } }],
    'sends what is waited for': [told, when([waits], { type: 'PUBLISH_MESSAGE', name: 'go' }), create, complete('a'), ended],
    'acts on what is so already': [told, create, when([open('a')], complete('a')), done('a')],
  };
  for (const [name, [xml, ...instructions]] of Object.entries(passing)) it(name, async () => assert.deepEqual(playTestCase({ name, instructions }, [await compiled(xml)]).problems, []));

  const endless = diagram(`<startEvent id="s"/><userTask id="ask"/>${flows('s -> ask -> ask')}`);
  const failing: Readonly<Record<string, readonly [RegExp, xml: string, ...instructions: object[]]>> = {
    'that never comes to rest': [/instruction 2, CREATE_PROCESS_INSTANCE: expected behavior "whenever" to come to rest, but it acted 1000 times in a row/, endless, when([open('ask')], complete('ask')), create],
    'whose action cannot be done': [/instruction 2, CREATE_PROCESS_INSTANCE: behavior "whenever", action 1, COMPLETE_USER_TASK: expected an open user task/, again, when([open('ask')], complete('sign')), create],
    'without conditions': [/expected conditions to be a list of at least one instruction, but it is \[\]/, again, when([], complete('ask'))],
    'without actions': [/expected actions to be a list of at least one instruction, but it is \[\]/, again, when([open('ask')])],
    'that asks what is no assertion': [/condition 1: expected one of ASSERT_DECISION, .*, but it is COMPLETE_USER_TASK/, again, when([complete('ask')], complete('ask'))],
    'that does what no behavior does': [/action 1: expected one of BROADCAST_SIGNAL, .*, but it is INCREASE_TIME/, again, when([open('ask')], { type: 'INCREASE_TIME', duration: 'P1D' })],
    'whose action is none': [/action 1: expected a member userTaskSelector, but there is none/, again, when([open('ask')], { type: 'COMPLETE_USER_TASK' })],
  };
  for (const [name, [problem, xml, ...instructions]] of Object.entries(failing)) it(`says what is wrong with one ${name}`, async () => {
    const { problems } = playTestCase({ name, instructions }, [await compiled(xml)]);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, problem);
  });
});
