import type { Json } from '../state.ts';
import { dataOf, elementOf, fieldsOf, heldUp, selected, textOf, type Fields, type Played } from './camunda-selection.ts';
import type { Instance } from './instance.ts';

const equal = (left: Json | undefined, right: Json | undefined): boolean => JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
const sorted = (value: Json | undefined): unknown => {
  if (Array.isArray(value)) return value.map((each: Json) => sorted(each));
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each as Json)]));
};

/** How often an element was entered, left and cancelled, and stands open. */
const counts = ({ trace }: Instance, element: string): { readonly completed: number; readonly terminated: number; readonly active: number } => {
  const of = (did: string): number => trace.filter((visit) => visit.element === element && visit.did === did).length;
  const [entered, completed, terminated] = [of('enter') + of('take'), of('leave') + of('take'), of('cancel')];
  return { completed, terminated, active: entered - completed - terminated };
};

/** So often exactly; without `times`, at least once. */
const elementIs = (instance: Instance, element: string, state: string, times?: number): string | undefined => {
  const { completed, terminated, active } = counts(instance, element);
  const count = state === 'IS_ACTIVE' ? active : state === 'IS_COMPLETED' ? completed : terminated;
  return (times === undefined ? count > 0 : count === times) ? undefined : `expected ${element} ${state}${times === undefined ? '' : ` ${times} times`}, but it is active ${active}, completed ${completed} and terminated ${terminated} times${heldUp([instance])}`;
};

const elementsAre = (instance: Instance, elements: readonly string[], state: string): readonly string[] => {
  const active = elements.map((element) => counts(instance, element).active);
  switch (state) {
    case 'IS_NOT_ACTIVE': return elements.filter((_, index) => active[index]! > 0).map((element) => `expected ${element} not to be active, but it is`);
    case 'IS_NOT_ACTIVATED': return elements.filter((element) => instance.visited.includes(element)).map((element) => `expected ${element} never to be entered, but it was`);
    case 'IS_ACTIVE_EXACTLY': {
      const others = Object.keys(instance.definition.nodes).filter((id) => counts(instance, id).active > 0 && !elements.includes(id));
      return [...elements.filter((_, index) => active[index]! < 1).map((element) => `expected ${element} to be active, but it is not`), ...others.map((id) => `expected only ${elements.join(', ')} to be active, but ${id} is too`)];
    }
    case 'IS_COMPLETED_IN_ORDER': {
      const left = instance.trace.filter(({ did, element }) => did === 'leave' && elements.includes(element)).map(({ element }) => element);
      let at = 0;
      for (const element of left) if (element === elements[at]) at += 1;
      return at === elements.length ? [] : [`expected ${elements.join(', ')} to be completed in this order, but it was ${left.join(', ') || 'none'}`];
    }
    default: return elements.flatMap((element) => elementIs(instance, element, state) ?? []);
  }
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

const variables: Assertion = (instance, instruction) => {
  const names = Array.isArray(instruction['variableNames']) ? instruction['variableNames'].map(String) : [];
  const missing = names.filter((name) => !Object.hasOwn(instance.data, name)).map((name) => `expected a variable ${name}, but there is none`);
  const other = Object.entries(dataOf(instruction)).filter(([name, value]) => !Object.hasOwn(instance.data, name) || !equal(instance.data[name], value));
  return [...missing, ...other.map(([name, value]) => `expected ${name} to be ${JSON.stringify(value)}, but it is ${JSON.stringify(instance.data[name]) ?? 'not there'}`)];
};

const subscription: Assertion = (instance, instruction) => {
  const [name, state] = [textOf(fieldsOf(instruction['messageSelector']), 'messageName'), textOf(instruction, 'state')];
  const waits = instance.state.subscriptions.some(({ event }) => event.kind === 'message' && event.name === name);
  const correlated = instance.events.some((event) => event.type === 'message' && event.name === name);
  const holds = state === 'IS_WAITING' ? waits : state === 'IS_NOT_WAITING' ? !waits : correlated;
  return holds ? [] : [`expected message "${name}" ${state}, but it is ${waits ? 'waited for' : 'not waited for'} and was ${correlated ? '' : 'not '}received`];
};

const userTask = (played: Played, instruction: Fields): readonly string[] => {
  const selector = fieldsOf(instruction['userTaskSelector']);
  const [wanted, name, state] = [textOf(selector, 'elementId') || textOf(instruction, 'elementId'), textOf(selector, 'taskName'), textOf(instruction, 'state')];
  const instance = selected(played, selector);
  const node = Object.values(instance.definition.nodes).find(({ id, name: called, kind }) => kind === 'userTask' && (wanted === '' ? called === name : id === wanted));
  if (!node) return [`expected a user task ${wanted || name}, but ${instance.definition.id} has none`];
  const of: Readonly<Record<string, string>> = { IS_CREATED: 'IS_ACTIVE', IS_COMPLETED: 'IS_COMPLETED', IS_CANCELED: 'IS_TERMINATED' };
  const problem = state === '' ? undefined : elementIs(instance, node.id, of[state]!);
  const groups = instruction['candidateGroups'];
  const candidates = node.step.candidates ?? (node.step.role === undefined ? [] : [node.step.role]);
  const wrong = Array.isArray(groups) && !equal(groups as Json, candidates) ? [`expected candidate groups ${groups.join(', ')} of ${node.id}, but they are ${candidates.join(', ') || 'none'}`] : [];
  const called = textOf(instruction, 'name');
  return [...(problem === undefined ? [] : [problem]), ...wrong, ...(called !== '' && called !== node.name ? [`expected ${node.id} to be named "${called}", but it is "${node.name ?? ''}"`] : [])];
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
