import { fieldsOf, textOf, type Fields } from './camunda-selection.ts';

/**
 * The members of each instruction of Camunda Process Test (JSON test cases 8.9): `name:kind`, `?` where it may be left out, `~` where
 * it may stand there but cannot be played here unless it is false. Kinds are values, or selectors of the second table.
 */
const process = 'processInstanceSelector:process';
const members: Readonly<Record<string, string>> = {
  CREATE_PROCESS_INSTANCE: 'processDefinitionSelector:process variables?:object startInstructions~:list runtimeInstructions~:list',
  COMPLETE_USER_TASK: 'userTaskSelector:task variables?:object useExampleData~:flag',
  COMPLETE_JOB: 'jobSelector:job variables?:object useExampleData~:flag',
  COMPLETE_JOB_AD_HOC_SUB_PROCESS: 'jobSelector:job variables?:object activateElements?:list cancelRemainingInstances~:flag completionConditionFulfilled~:flag',
  COMPLETE_JOB_USER_TASK_LISTENER: 'jobSelector:job denied?:flag deniedReason?:text corrections?:object',
  THROW_BPMN_ERROR_FROM_JOB: 'jobSelector:job errorCode:text errorMessage?:text variables?:object',
  PUBLISH_MESSAGE: 'name:text correlationKey?:text variables?:object timeToLive~:count messageId~:text',
  CORRELATE_MESSAGE: 'name:text correlationKey?:text variables?:object',
  BROADCAST_SIGNAL: 'signalName:text variables?:object',
  INCREASE_TIME: 'duration:text',
  SET_TIME: 'time:text',
  UPDATE_VARIABLES: `${process} variables:object elementSelector~:element`,
  RESOLVE_INCIDENT: 'incidentSelector:incident',
  MOCK_JOB_WORKER_COMPLETE_JOB: 'jobType:text variables?:object useExampleData~:flag',
  MOCK_JOB_WORKER_THROW_BPMN_ERROR: 'jobType:text errorCode:text errorMessage?:text variables?:object',
  MOCK_DMN_DECISION: 'decisionDefinitionId:text variables?:object',
  MOCK_CHILD_PROCESS: 'processDefinitionId:text variables?:object',
  EVALUATE_CONDITIONAL_START_EVENT: 'variables:object',
  EVALUATE_DECISION: 'decisionDefinitionSelector:decision variables?:object',
  ASSERT_DECISION: 'decisionSelector:decision output?:any matchedRules?:list notMatchedRules?:list noMatchedRules?:flag',
  ASSERT_PROCESS_INSTANCE: `${process} state?:text hasActiveIncidents?:flag`,
  ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION: `${process} messageSelector:message state:text`,
  ASSERT_ELEMENT_INSTANCE: `${process} elementSelector:element state:text amount?:count`,
  ASSERT_ELEMENT_INSTANCES: `${process} elementSelectors:elements state:text`,
  ASSERT_USER_TASK: 'userTaskSelector:task state?:text assignee~:text candidateGroups?:list priority~:count elementId?:text name?:text dueDate~:text followUpDate~:text',
  ASSERT_VARIABLE: `${process} elementSelector?:element variableName:text satisfiesJudge:object`,
  ASSERT_VARIABLES: `${process} elementSelector~:element variableNames?:list variables?:object`,
};
/** What a selector may name; one of them has to be there. */
const selectors: Readonly<Record<string, readonly string[]>> = {
  process: ['processDefinitionId'], task: ['elementId', 'taskName', 'processDefinitionId'], job: ['jobType', 'elementId', 'processDefinitionId'], incident: ['elementId', 'processDefinitionId'],
  element: ['elementId', 'elementName'], decision: ['decisionDefinitionId', 'decisionDefinitionName'], message: ['messageName'],
};
const values: Readonly<Record<string, (value: unknown) => boolean>> = {
  any: () => true, text: (value) => typeof value === 'string', flag: (value) => typeof value === 'boolean', count: Number.isSafeInteger, list: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
const articles: Readonly<Record<string, string>> = { text: 'a text', flag: 'true or false', count: 'a whole number', list: 'a list', object: 'an object' };

/** What is wrong with the shape of an instruction; nothing when it is one that can be tried. */
export const shapeFault = (instruction: Fields): string | undefined => {
  const known = members[textOf(instruction, 'type')]?.split(' ').map((member) => /^(\w+)([?~]?):(\w+)$/.exec(member)!);
  if (!known) return 'expected an instruction of Camunda Process Test, but this is none';
  const names = known.map(([, name]) => name!);
  const unknown = Object.keys(instruction).find((name) => name !== 'type' && !names.includes(name));
  if (unknown !== undefined) return `expected no members but ${names.join(', ')}, but there is ${unknown}`;
  for (const [, name = '', mark, kind = ''] of known) {
    const value = instruction[name];
    if (value === undefined && mark === '') return `expected a member ${name}, but there is none`;
    const fault = value === undefined ? undefined : faultOf(kind, value);
    if (fault !== undefined) return `expected ${name} to be ${fault}`;
    if (value !== undefined && value !== false && mark === '~') return `expected an instruction that can be played here, but its ${name} cannot`;
  }
  return undefined;
};

const faultOf = (kind: string, value: unknown): string | undefined => {
  if (kind === 'elements') return Array.isArray(value) ? value.map((each) => faultOf('element', each)).find((fault) => fault !== undefined) : `a list, but it is ${JSON.stringify(value)}`;
  const allowed = selectors[kind];
  if (!allowed) return values[kind]!(value) ? undefined : `${articles[kind]}, but it is ${JSON.stringify(value)}`;
  // What a message is correlated by is not kept here once it has arrived.
  const named = Object.entries(fieldsOf(value));
  return named.length > 0 && named.every(([name, said]) => allowed.includes(name) && typeof said === 'string') ? undefined : `an object with ${allowed.join(' or ')}, but it is ${JSON.stringify(value)}`;
};
