import type { Data, Json } from '../state.ts';
import { dataOf, elementOf, fieldsOf, heldUp, selected, textOf, type Fields, type Played } from './camunda-selection.ts';
import { elementIs, elementsAre } from './camunda-elements.ts';
import { userTask } from './camunda-user-task.ts';
import type { Instance } from './instance.ts';

const equal = (left: Json | undefined, right: Json | undefined): boolean => JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
const sorted = (value: Json | undefined): unknown => {
  if (Array.isArray(value)) return value.map((each: Json) => sorted(each));
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each as Json)]));
};

const statuses: Readonly<Record<string, readonly Instance['status'][]>> = {
  IS_ACTIVE: ['active'], IS_COMPLETED: ['completed'], IS_TERMINATED: ['terminated', 'failed'], IS_CREATED: ['active', 'completed', 'terminated', 'failed'],
};

type Assertion = (instance: Instance, instruction: Fields) => readonly string[];

const processInstance: Assertion = (instance, instruction) => {
  const [state, incidents] = [textOf(instruction, 'state'), instruction['hasActiveIncidents']];
  const problems: string[] = [];
  if (state !== '' && !statuses[state]?.includes(instance.status)) problems.push(`expected the instance of ${instance.definition.id} ${state}, but it is ${instance.status}${heldUp([instance])}`);
  if (typeof incidents === 'boolean' && incidents !== instance.incidents.length > 0) problems.push(`expected ${incidents ? 'an incident' : 'no incident'}, but there are ${instance.incidents.length}: ${instance.incidents.map(({ message }) => message).join('; ') || 'none'}`);
  return problems;
};

/** What an open element alone knows, or why nobody can say; of several the oldest. */
const ownOf = ({ state }: Instance, element: string): Data | string => {
  const token = state.tokens.find(({ at }) => at === element);
  if (!token) return `expected ${element} to be open, because its own variables go with it, but it is not`;
  const scope = token.wait.on === 'scope' ? token.wait.scope : undefined;
  return { ...token.own, ...state.scopes.find(({ id }) => id === scope)?.own };
};

const variables: Assertion = (instance, instruction) => {
  const data = 'elementSelector' in instruction ? ownOf(instance, elementOf(instance, instruction['elementSelector'])) : instance.data;
  if (typeof data === 'string') return [data];
  const names = Array.isArray(instruction['variableNames']) ? instruction['variableNames'].map(String) : [];
  const missing = names.filter((name) => !Object.hasOwn(data, name)).map((name) => `expected a variable ${name}, but there is none`);
  const other = Object.entries(dataOf(instruction)).filter(([name, value]) => !Object.hasOwn(data, name) || !equal(data[name], value));
  return [...missing, ...other.map(([name, value]) => `expected ${name} to be ${JSON.stringify(value)}, but it is ${JSON.stringify(data[name]) ?? 'not there'}`)];
};

const subscription: Assertion = (instance, instruction) => {
  const [name, state] = [textOf(fieldsOf(instruction['messageSelector']), 'messageName'), textOf(instruction, 'state')];
  const waits = instance.state.subscriptions.some(({ event }) => event.kind === 'message' && event.name === name);
  const correlated = instance.events.some((event) => event.type === 'message' && event.name === name);
  const holds = state === 'IS_WAITING' ? waits : state === 'IS_NOT_WAITING' ? !waits : correlated;
  return holds ? [] : [`expected message "${name}" ${state}, but it is ${waits ? 'waited for' : 'not waited for'} and was ${correlated ? '' : 'not '}received`];
};

/** The newest answer of the decision; one that a process required counts as one that was asked alone. */
const decision = ({ decided }: Played, instruction: Fields): readonly string[] => {
  const selector = fieldsOf(instruction['decisionSelector']);
  const [id, name] = [textOf(selector, 'decisionDefinitionId'), textOf(selector, 'decisionDefinitionName')];
  const wanted = id === '' ? `"${name}"` : id;
  const found = decided.findLast((each) => (id === '' || each.id === id) && (name === '' || each.name === name));
  if (!found) return [`expected the decision ${wanted} to have been evaluated, but ${decided.length === 0 ? 'none was' : `only ${[...new Set(decided.map((each) => each.id))].join(', ')} was`}`];
  const rows = (member: string): readonly number[] => (Array.isArray(instruction[member]) ? instruction[member] as number[] : []);
  const matched = found.rows.join(', ') || 'none';
  const missing = rows('matchedRules').filter((row) => !found.rows.includes(row));
  const others = rows('notMatchedRules').filter((row) => found.rows.includes(row));
  return [
    ...('output' in instruction && (found.value === undefined || !equal(instruction['output'] as Json, found.value)) ? [`expected ${wanted} to answer ${JSON.stringify(instruction['output'])}, but it answered ${JSON.stringify(found.value) ?? 'what JSON cannot carry'}`] : []),
    ...(missing.length > 0 ? [`expected the rules ${missing.join(', ')} of ${wanted} to match, but those that did are ${matched}`] : []),
    ...(others.length > 0 ? [`expected the rules ${others.join(', ')} of ${wanted} not to match, but those that did are ${matched}`] : []),
    ...(instruction['noMatchedRules'] === true && found.rows.length > 0 ? [`expected no rule of ${wanted} to match, but those that did are ${matched}`] : []),
  ];
};

/** What an assertion of Camunda Process Test finds wrong; nothing when it holds. */
export const asserted = (played: Played, instruction: Fields): readonly string[] => {
  const type = textOf(instruction, 'type');
  if (type === 'ASSERT_USER_TASK') return userTask(played, instruction);
  if (type === 'ASSERT_DECISION') return decision(played, instruction);
  const instance = selected(played, instruction['processInstanceSelector']);
  switch (type) {
    case 'ASSERT_PROCESS_INSTANCE': return processInstance(instance, instruction);
    case 'ASSERT_VARIABLES': return variables(instance, instruction);
    case 'ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION': return subscription(instance, instruction);
    case 'ASSERT_ELEMENT_INSTANCE': {
      const problem = elementIs(instance, elementOf(instance, instruction['elementSelector']), textOf(instruction, 'state'), Number(instruction['amount'] ?? 1));
      return problem === undefined ? [] : [problem];
    }
    default: {
      const selectors = Array.isArray(instruction['elementSelectors']) ? instruction['elementSelectors'] : [];
      return elementsAre(instance, selectors.map((selector) => elementOf(instance, selector)), textOf(instruction, 'state'));
    }
  }
};
