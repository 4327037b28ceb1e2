import type { Definition } from '../definition.ts';
import type { Environment } from '../environment.ts';
import type { Data } from '../state.ts';
import { Bench } from './bench.ts';
import { seenBy } from '../seen.ts';
import { asserted } from './camunda-assertions.ts';
import { behaviorOf, react, type Behavior } from './camunda-behaviors.ts';
import { refused, shapeFault } from './camunda-instructions.ts';
import { mocksOf } from './camunda-mocks.ts';
import { dataOf, fieldsOf, open, openAdHoc, selected, textOf, type Fields, type OpenedTask, type Played } from './camunda-selection.ts';
import { instantOf } from '../iso-timer.ts';

/** What came of one test case; `problems` is empty when it passed. */
export interface PlayedCase {
  readonly name: string;
  readonly problems: readonly string[];
  /** Elements and flows that were visited, for coverage. */
  readonly visited: ReadonlySet<string>;
}

/** Variables of Camunda stand in the data by their own names. */
const complete = (played: Played, what: 'user task' | 'job', selector: unknown, variables: Data): void => {
  const { instance, element } = open(played, what, selector);
  const { step } = instance.definition.nodes[element]!;
  if (!step.outputs && Object.keys(variables).length > 0) instance.change(variables);
  instance.complete(element, step.outputs || step.result !== undefined ? variables : undefined);
};

const message = ({ bench }: Played, instruction: Fields): void => {
  const key = textOf(instruction, 'correlationKey');
  const [name, data] = [textOf(instruction, 'name'), dataOf(instruction)];
  // In Camunda a key that is a number is waited for as its text.
  const awaited = bench.instances.flatMap(({ state }) => state.subscriptions.flatMap(({ event }) => (event.kind === 'message' && event.name === name ? [event.keys['correlationKey']] : [])));
  const correlationKey = awaited.find((each) => typeof each === 'number' && String(each) === key) ?? key;
  bench.message(name, { ...(key !== '' && { keys: { correlationKey } }), ...(Object.keys(data).length > 0 && { data }) });
};

type Play = (played: Played, instruction: Fields) => void;

/** Served from the beginning of the case (camunda-mocks.ts). */
const mocked: Play = () => undefined;

const plays: Readonly<Record<string, Play>> = {
  CREATE_PROCESS_INSTANCE: ({ bench }, instruction) => {
    const definition = textOf(fieldsOf(instruction['processDefinitionSelector']), 'processDefinitionId');
    const elements = (Array.isArray(instruction['startInstructions']) ? instruction['startInstructions'] : []).map((each) => textOf(fieldsOf(each), 'elementId'));
    bench.start({ ...(definition !== '' && { definition }), elements, data: dataOf(instruction) });
  },
  COMPLETE_USER_TASK: (played, instruction) => complete(played, 'user task', instruction['userTaskSelector'], dataOf(instruction)),
  COMPLETE_JOB: (played, instruction) => complete(played, 'job', instruction['jobSelector'], dataOf(instruction)),
  THROW_BPMN_ERROR_FROM_JOB: (played, instruction) => {
    const { instance, element } = open(played, 'job', instruction['jobSelector']);
    instance.fail(element, textOf(instruction, 'errorCode'), dataOf(instruction));
  },
  PUBLISH_MESSAGE: message,
  CORRELATE_MESSAGE: message,
  BROADCAST_SIGNAL: ({ bench }, instruction) => bench.signal(textOf(instruction, 'signalName'), dataOf(instruction)),
  INCREASE_TIME: ({ bench }, instruction) => bench.advance(textOf(instruction, 'duration')),
  SET_TIME: ({ bench }, instruction) => bench.advance(textOf(instruction, 'time')),
  UPDATE_VARIABLES: (played, instruction) => void selected(played, instruction['processInstanceSelector']).change(dataOf(instruction)),
  RESOLVE_INCIDENT: (played, instruction) => {
    const selector = fieldsOf(instruction['incidentSelector']);
    const [element, process] = [textOf(selector, 'elementId'), textOf(selector, 'processDefinitionId')];
    for (const instance of played.bench.instances.filter(({ definition }) => process === '' || definition.id === process)) for (const { id, token } of instance.incidents) {
      const at = instance.state.tokens.find((candidate) => candidate.id === token)?.at;
      if (element === '' || at === element) return void instance.send({ type: 'incident.retry', incident: id });
    }
    throw new Error(`expected an incident at ${element || 'any element'}, but there is none`);
  },
  MOCK_JOB_WORKER_COMPLETE_JOB: mocked,
  MOCK_JOB_WORKER_THROW_BPMN_ERROR: mocked,
  MOCK_DMN_DECISION: mocked,
  MOCK_CHILD_PROCESS: mocked,
  // From here on it acts by itself (camunda-behaviors.ts).
  CONDITIONAL_BEHAVIOR: mocked,
  COMPLETE_JOB_AD_HOC_SUB_PROCESS: (played, instruction) => {
    const variables = dataOf(instruction);
    if (Object.keys(variables).length > 0) openAdHoc(played, instruction['jobSelector']).instance.change(variables);
    for (const each of Array.isArray(instruction['activateElements']) ? instruction['activateElements'] : []) {
      const element = textOf(fieldsOf(each), 'elementId');
      const instance = played.bench.instances.findLast(({ definition }) => Object.hasOwn(definition.nodes, element));
      if (!instance) throw new Error(`expected an element ${element || 'with an id'} to activate, but no process has one`);
      instance.activate(element, dataOf(fieldsOf(each)));
    }
    if (instruction['completionConditionFulfilled'] !== true) return;
    const { instance, element } = openAdHoc(played, instruction['jobSelector']);
    instance.enough(element, instruction['cancelRemainingInstances'] !== true);
  },
  EVALUATE_CONDITIONAL_START_EVENT: ({ bench }, instruction) => bench.ask(dataOf(instruction)),
  EVALUATE_DECISION: ({ bench, decide }, instruction) => {
    const decision = textOf(fieldsOf(instruction['decisionDefinitionSelector']), 'decisionDefinitionId');
    const answer = decide(decision, dataOf(instruction), bench.now);
    if ('failed' in answer) throw new Error(answer.failed);
  },
};

/** A test case as it is written: what it is called, and instructions yet to be looked at. */
export interface TestCase {
  readonly name: string;
  readonly instructions: readonly unknown[];
}

/** The test cases of a Camunda Process Test file (JSON test cases, schema 8.9). Throws a TypeError when `file` is none, or when nothing is in it. */
export const testCasesIn = (file: unknown): readonly TestCase[] => {
  const { testCases } = fieldsOf(file);
  if (!Array.isArray(testCases)) throw new TypeError('expected { "testCases": [{ "name", "instructions" }] } of Camunda Process Test, but there is no list of test cases');
  if (testCases.length === 0) throw new TypeError('expected at least one test case, but the list of them is empty');
  const wrong = testCases.findIndex((each) => textOf(fieldsOf(each), 'name') === '' || !Array.isArray(fieldsOf(each)['instructions']));
  if (wrong >= 0) throw new TypeError(`expected every test case to have a name and a list of instructions, but number ${wrong + 1} has not`);
  return testCases as readonly TestCase[];
};

/**
 * Plays a test case on an empty bench, whose clock begins no later than what the case sets it to. It stops at the first instruction that
 * fails; what cannot be played is a problem, and so is a case of no instructions.
 */
export const playTestCase = ({ name, instructions }: TestCase, definitions: readonly Definition[], environment: Environment = {}): PlayedCase => {
  const shaped = instructions.filter((each) => shapeFault(each) === undefined).map(fieldsOf);
  const { definitions: played, decided, ...mocks } = mocksOf(shaped, definitions, environment);
  const opened: OpenedTask[] = [];
  const bench: Bench = new Bench(played, { ...mocks, at: beginOf(shaped), told: (instance, effects) => {
    for (const effect of effects) if (effect.type === 'task.open') opened.push({ instance, element: effect.node, at: bench.now, seen: seenBy(instance.definition, instance.state, effect.token) });
  } });
  const standing: Played = { bench, decide: mocks.environment.decide, decided, opened };
  const behaviors: Behavior[] = [];
  const problems: string[] = instructions.length === 0 ? ['expected at least one instruction, but there is none'] : [];
  for (const [index, instruction] of instructions.entries()) {
    const fields = fieldsOf(instruction);
    const type = textOf(fields, 'type');
    const found = problemsOf(standing, type, instruction);
    if (found.length === 0 && type === 'CONDITIONAL_BEHAVIOR') behaviors.push(behaviorOf(fields));
    const after = found.length === 0 ? react(standing, behaviors, (action) => plays[textOf(action, 'type')]!(standing, action)) : found;
    problems.push(...after.map((problem) => `instruction ${index + 1}${type === '' ? '' : `, ${type}`}: ${problem}`));
    if (problems.length > 0) break;
  }
  return { name, problems, visited: new Set(bench.instances.flatMap(({ trace }) => trace.map(({ element }) => element))) };
};

const usualBegin = '2026-01-05T01:00:00.000Z';

const beginOf = (instructions: readonly Fields[]): string =>
  instructions.flatMap((each) => (each['type'] === 'SET_TIME' ? [instantOf(textOf(each, 'time'))!] : [])).reduce((first, time) => (time < first ? time : first), usualBegin);

const problemsOf = (played: Played, type: string, instruction: unknown): readonly string[] => {
  const fault = shapeFault(instruction);
  if (fault !== undefined) return [fault];
  if (refused[type] !== undefined) return [`expected an instruction that can be played here, but ${type} ${refused[type]}`];
  try {
    const play = plays[type];
    if (!play) return asserted(played, fieldsOf(instruction));
    play(played, fieldsOf(instruction));
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
};
