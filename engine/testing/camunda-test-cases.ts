import type { Definition } from '../definition.ts';
import type { Environment } from '../environment.ts';
import type { Data, Json } from '../state.ts';
import { Bench, type BenchOptions } from './bench.ts';
import { asserted } from './camunda-assertions.ts';
import { shapeFault } from './camunda-instructions.ts';
import { dataOf, fieldsOf, open, selected, textOf, type Fields, type Played } from './camunda-selection.ts';
import { instantOf } from '../iso-timer.ts';
import { ServiceError, type Service } from './service.ts';

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

/** What cannot be played on the bench; it is said, never skipped in silence. */
const unplayable = (why: string): Play => (_played, { type }) => {
  throw new Error(`expected an instruction that can be played here, but ${String(type)} ${why}`);
};

const mocked: Play = () => undefined;

const plays: Readonly<Record<string, Play>> = {
  CREATE_PROCESS_INSTANCE: ({ bench }, instruction) => {
    const definition = textOf(fieldsOf(instruction['processDefinitionSelector']), 'processDefinitionId');
    bench.start({ ...(definition !== '' && { definition }), data: dataOf(instruction) });
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
  MOCK_CHILD_PROCESS: unplayable('stands in for a process that is called here for real'),
  COMPLETE_JOB_AD_HOC_SUB_PROCESS: (played, instruction) => {
    for (const each of Array.isArray(instruction['activateElements']) ? instruction['activateElements'] : []) {
      const element = textOf(fieldsOf(each), 'elementId');
      const instance = played.bench.instances.findLast(({ definition }) => Object.hasOwn(definition.nodes, element));
      if (!instance) throw new Error(`expected an element ${element || 'with an id'} to activate, but no process has one`);
      instance.activate(element, dataOf(fieldsOf(each)));
    }
  },
  COMPLETE_JOB_USER_TASK_LISTENER: unplayable('answers a listener, and there are none'),
  EVALUATE_CONDITIONAL_START_EVENT: unplayable('begins instances by a condition from outside'),
  EVALUATE_DECISION: unplayable('tests a decision alone: use motcua decide'),
  ASSERT_VARIABLE: unplayable('asks a language model to judge'),
  ASSERT_DECISION: unplayable('looks into a decision: use motcua decide'),
};

/** Job workers and decisions that the case stands in for; in Camunda they serve from the moment they are named. */
const mocksOf = (instructions: readonly Fields[], environment: Environment): BenchOptions => {
  const services: Record<string, Service> = {};
  const decisions = new Map<string, Json>();
  for (const instruction of instructions) {
    const type = textOf(instruction, 'jobType');
    if (instruction['type'] === 'MOCK_JOB_WORKER_COMPLETE_JOB') services[type] = () => dataOf(instruction);
    if (instruction['type'] === 'MOCK_JOB_WORKER_THROW_BPMN_ERROR') services[type] = () => { throw new ServiceError(textOf(instruction, 'errorCode'), textOf(instruction, 'errorMessage'), dataOf(instruction)); };
    if (instruction['type'] === 'MOCK_DMN_DECISION') decisions.set(textOf(instruction, 'decisionDefinitionId'), (instruction['variables'] ?? null) as Json);
  }
  const { decide } = environment;
  return {
    services,
    environment: {
      ...environment,
      decide: (reference, input, at) => {
        const value = decisions.get(reference.slice(reference.indexOf('#') + 1));
        if (value !== undefined) return { value };
        return decide?.(reference, input, at) ?? { failed: `no decision ${reference} was given` };
      },
    },
  };
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
  const bench = new Bench(definitions, { ...mocksOf(shaped, environment), at: beginOf(shaped) });
  const problems: string[] = instructions.length === 0 ? ['expected at least one instruction, but there is none'] : [];
  for (const [index, instruction] of instructions.entries()) {
    const fields = fieldsOf(instruction);
    const type = textOf(fields, 'type');
    problems.push(...problemsOf({ bench }, type, instruction).map((problem) => `instruction ${index + 1}${type === '' ? '' : `, ${type}`}: ${problem}`));
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
  try {
    const play = plays[type];
    if (!play) return asserted(played, fieldsOf(instruction));
    play(played, fieldsOf(instruction));
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
};
