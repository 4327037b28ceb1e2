import { after, instantOf } from '../iso-timer.ts';
import { fieldsOf, type Fields } from './camunda-selection.ts';

/**
 * The members of each instruction of Camunda Process Test (JSON test cases 8.9, and what 8.10 adds so far): `name:kind`, `?` where it may be left out, `~` where
 * it may stand there but cannot be played here unless it is false. Kinds are values, states, or selectors of the tables below.
 */
const process = 'processInstanceSelector:process';
export const members: Readonly<Record<string, string>> = {
  CREATE_PROCESS_INSTANCE: 'processDefinitionSelector:process variables?:object startInstructions?:beginnings runtimeInstructions~:list',
  COMPLETE_USER_TASK: 'userTaskSelector:task variables?:object useExampleData~:flag',
  COMPLETE_JOB: 'jobSelector:job variables?:object useExampleData~:flag',
  COMPLETE_JOB_AD_HOC_SUB_PROCESS: 'jobSelector:job variables?:object activateElements?:activations cancelRemainingInstances?:flag completionConditionFulfilled?:flag',
  COMPLETE_JOB_USER_TASK_LISTENER: 'jobSelector:job denied?:flag deniedReason?:text corrections?:object',
  THROW_BPMN_ERROR_FROM_JOB: 'jobSelector:job errorCode:text errorMessage?:text variables?:object',
  PUBLISH_MESSAGE: 'name:text correlationKey?:text variables?:object timeToLive?:count messageId~:text',
  CORRELATE_MESSAGE: 'name:text correlationKey?:text variables?:object',
  BROADCAST_SIGNAL: 'signalName:text variables?:object',
  INCREASE_TIME: 'duration:duration',
  SET_TIME: 'time:instant',
  UPDATE_VARIABLES: `${process} variables:object elementSelector~:element`,
  RESOLVE_INCIDENT: 'incidentSelector:incident',
  MOCK_JOB_WORKER_COMPLETE_JOB: 'jobType:text variables?:object useExampleData~:flag',
  MOCK_JOB_WORKER_THROW_BPMN_ERROR: 'jobType:text errorCode:text errorMessage?:text variables?:object',
  MOCK_DMN_DECISION: 'decisionDefinitionId:text variables?:object',
  MOCK_CHILD_PROCESS: 'processDefinitionId:text variables?:object versionTag?:text',
  EVALUATE_CONDITIONAL_START_EVENT: 'variables:object',
  EVALUATE_DECISION: 'decisionDefinitionSelector:decisionDefinition variables?:object',
  ASSERT_DECISION: 'decisionSelector:decision output?:any matchedRules?:rows notMatchedRules?:rows noMatchedRules?:flag',
  ASSERT_PROCESS_INSTANCE: `${process} state?:stateOfInstance hasActiveIncidents?:flag`,
  ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION: `${process} messageSelector:message state:stateOfSubscription`,
  ASSERT_ELEMENT_INSTANCE: `${process} elementSelector:element state:stateOfElement amount?:times`,
  ASSERT_ELEMENT_INSTANCES: `${process} elementSelectors:elements state:stateOfElements`,
  ASSERT_USER_TASK: 'userTaskSelector:task state?:stateOfTask assignee?:text candidateGroups?:texts priority~:count elementId?:text name?:text dueDate?:instant followUpDate~:text',
  ASSERT_VARIABLE: `${process} elementSelector?:element variableName:text satisfiesJudge:object`,
  ASSERT_VARIABLES: `${process} elementSelector?:element variableNames?:texts variables?:object`,
  CONDITIONAL_BEHAVIOR: 'name?:text conditions:some actions:some',
};
/** Instructions that mean nothing here, and why: the end of a sentence. */
export const refused: Readonly<Record<string, string>> = {
  COMPLETE_JOB_USER_TASK_LISTENER: 'answers a listener of a user task, and there are none',
  ASSERT_VARIABLE: 'asks a language model to judge',
};
/** What a conditional behavior may wait for and do. */
const within: Readonly<Record<string, readonly string[]>> = {
  conditions: ['ASSERT_DECISION', 'ASSERT_ELEMENT_INSTANCE', 'ASSERT_ELEMENT_INSTANCES', 'ASSERT_PROCESS_INSTANCE', 'ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION', 'ASSERT_USER_TASK', 'ASSERT_VARIABLES'],
  actions: ['BROADCAST_SIGNAL', 'COMPLETE_JOB', 'COMPLETE_JOB_AD_HOC_SUB_PROCESS', 'COMPLETE_USER_TASK', 'CORRELATE_MESSAGE', 'PUBLISH_MESSAGE', 'RESOLVE_INCIDENT', 'THROW_BPMN_ERROR_FROM_JOB', 'UPDATE_VARIABLES'],
};
/** What a selector may name; one of them has to be there. */
const selectors: Readonly<Record<string, readonly string[]>> = {
  process: ['processDefinitionId'], task: ['elementId', 'taskName', 'processDefinitionId'], job: ['jobType', 'elementId', 'processDefinitionId'], incident: ['elementId', 'processDefinitionId'],
  element: ['elementId', 'elementName'], decision: ['decisionDefinitionId', 'decisionDefinitionName'], decisionDefinition: ['decisionDefinitionId'], message: ['messageName'],
};
const states: Readonly<Record<string, readonly string[]>> = {
  stateOfInstance: ['IS_ACTIVE', 'IS_COMPLETED', 'IS_CREATED', 'IS_TERMINATED'],
  stateOfSubscription: ['IS_WAITING', 'IS_NOT_WAITING', 'IS_CORRELATED'],
  stateOfElement: ['IS_ACTIVE', 'IS_COMPLETED', 'IS_TERMINATED'],
  stateOfElements: ['IS_ACTIVE', 'IS_COMPLETED', 'IS_TERMINATED', 'IS_NOT_ACTIVE', 'IS_NOT_ACTIVATED', 'IS_ACTIVE_EXACTLY', 'IS_COMPLETED_IN_ORDER'],
  // IS_FAILED, which the format also has, is what a listener does to a task, and there are none
  stateOfTask: ['IS_CREATED', 'IS_COMPLETED', 'IS_CANCELED'],
};
const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (holds: (each: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.every(holds);
const values: Readonly<Record<string, readonly [article: string, holds: (value: unknown) => boolean]>> = {
  any: ['anything', () => true], text: ['a text', isText], flag: ['true or false', (value) => typeof value === 'boolean'], count: ['a whole number', Number.isSafeInteger],
  times: ['a whole number of at least 1', (value) => Number.isSafeInteger(value) && Number(value) >= 1], list: ['a list', Array.isArray], some: ['a list of at least one instruction', (value) => Array.isArray(value) && value.length > 0], rows: ['a list of whole numbers of at least 1, which are rows of the decision table', isListOf((each) => Number.isSafeInteger(each) && Number(each) >= 1)], texts: ['a list of texts', isListOf(isText)], object: ['an object', isObject],
  duration: ['a duration of ISO 8601 such as PT48H', (value) => isText(value) && after('2026-01-01T00:00:00.000Z', value) !== undefined],
  instant: ['an instant such as 2026-01-19T13:00:00Z', (value) => isText(value) && /T.*(Z|[+-]\d\d:\d\d)$/.test(value) && instantOf(value) !== undefined],
  beginnings: ['a list of { "elementId" }', isListOf((each) => isObject(each) && isText(each['elementId']) && Object.keys(each).length === 1)],
  activations: ['a list of { "elementId", "variables"? }', isListOf((each) => isObject(each) && isText(each['elementId']) && (each['variables'] === undefined || isObject(each['variables'])))],
};

/** What is wrong with the shape of an instruction; nothing when it is one that can be tried. */
export const shapeFault = (instruction: unknown): string | undefined => {
  if (!isObject(instruction) || !isText(instruction['type'])) return `expected an instruction { "type": … } of Camunda Process Test, but it is ${JSON.stringify(instruction)}`;
  const { type } = instruction;
  if (!Object.hasOwn(members, type)) return `expected an instruction of Camunda Process Test (${Object.keys(members).join(', ')}), but this is none`;
  const known = members[type]!.split(' ').map((member) => /^(\w+)([?~]?):(\w+)$/.exec(member)!);
  const names = known.map(([, name]) => name!);
  const unknown = Object.keys(instruction).find((name) => name !== 'type' && !names.includes(name));
  if (unknown !== undefined) return `expected no members but ${names.join(', ')}, but there is ${unknown}`;
  for (const [, name = '', mark, kind = ''] of known) {
    const value = instruction[name];
    if (value === undefined && mark === '') return `expected a member ${name}, but there is none`;
    const wanted = value === undefined ? undefined : otherwise(kind, value);
    if (wanted !== undefined) return `expected ${name} to be ${wanted}, but it is ${JSON.stringify(value)}`;
    if (value !== undefined && value !== false && mark === '~') return `expected an instruction that can be played here, but its ${name} cannot`;
  }
  if (instruction['cancelRemainingInstances'] === true && instruction['completionConditionFulfilled'] !== true) return 'expected cancelRemainingInstances only with completionConditionFulfilled, which ends the sub-process, but that is not said';
  return type === 'CONDITIONAL_BEHAVIOR' ? faultWithin(instruction) : undefined;
};

/** What is wrong with the first condition or action of a behavior that cannot be tried. */
const faultWithin = (instruction: Fields): string | undefined => {
  for (const [list, allowed] of Object.entries(within)) for (const [index, each] of (instruction[list] as readonly unknown[]).entries()) {
    const type = isObject(each) && isText(each['type']) ? each['type'] : undefined;
    const fault = type === undefined || allowed.includes(type) ? shapeFault(each) : `expected one of ${allowed.join(', ')}, but it is ${type}`;
    if (fault !== undefined) return `${list.slice(0, -1)} ${index + 1}: ${fault}`;
  }
  return undefined;
};

/** What a value of that kind has to be, where this one is not. */
const otherwise = (kind: string, value: unknown): string | undefined => {
  if (states[kind]) return states[kind].includes(String(value)) ? undefined : `one of ${states[kind].join(', ')}`;
  if (kind === 'elements') return Array.isArray(value) && value.length > 0 && value.every((each) => otherwise('element', each) === undefined) ? undefined : `a list of at least one object with ${selectors['element']!.join(' or ')}`;
  const allowed = selectors[kind];
  if (!allowed) return values[kind]![1](value) ? undefined : values[kind]![0];
  // What a message is correlated by is not kept here once it has arrived.
  const named = Object.entries(fieldsOf(value));
  return named.length > 0 && named.every(([name, said]) => allowed.includes(name) && isText(said)) ? undefined : `an object with ${allowed.join(' or ')}`;
};
