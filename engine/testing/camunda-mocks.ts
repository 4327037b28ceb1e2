import type { Definition, Flow, Node } from '../definition.ts';
import type { EvaluatedDecision } from '../decision/evaluate.ts';
import type { Environment } from '../environment.ts';
import type { Data, Json } from '../state.ts';
import type { BenchOptions } from './bench.ts';
import { dataOf, textOf, type Fields } from './camunda-selection.ts';
import { ServiceError, type Service } from './service.ts';

/** What a case stands in for: job workers, decisions and called processes. In Camunda they serve from the moment they are named, here from the beginning of the case. */
export interface Mocks extends Required<Pick<BenchOptions, 'services'>> {
  readonly definitions: readonly Definition[];
  readonly environment: Environment & Required<Pick<Environment, 'decide'>>;
  /** The decisions that were asked, as they were answered. */
  readonly decided: readonly EvaluatedDecision[];
}

export const mocksOf = (instructions: readonly Fields[], given: readonly Definition[], environment: Environment): Mocks => {
  const services: Record<string, Service> = {};
  const decisions = new Map<string, Json>();
  const called = new Map<string, Data>();
  for (const instruction of instructions) {
    const type = textOf(instruction, 'jobType');
    switch (instruction['type']) {
      case 'MOCK_JOB_WORKER_COMPLETE_JOB': services[type] = () => dataOf(instruction); break;
      case 'MOCK_JOB_WORKER_THROW_BPMN_ERROR': services[type] = () => { throw new ServiceError(textOf(instruction, 'errorCode'), textOf(instruction, 'errorMessage'), dataOf(instruction)); }; break;
      case 'MOCK_DMN_DECISION': decisions.set(textOf(instruction, 'decisionDefinitionId'), (instruction['variables'] ?? null) as Json); break;
      case 'MOCK_CHILD_PROCESS': called.set(textOf(instruction, 'processDefinitionId'), dataOf(instruction)); break;
      default:
    }
  }
  for (const [process, data] of called) services[answering(process)] = () => data;
  const decided: EvaluatedDecision[] = [];
  return { services, environment: { ...environment, decide: noting(decisions, environment.decide, decided) }, definitions: [...called.keys()].reduce(standingIn, given), decided };
};

const noting = (mocked: ReadonlyMap<string, Json>, decide: Environment['decide'], decided: EvaluatedDecision[]): NonNullable<Environment['decide']> => (reference, input, at) => {
  const id = reference.slice(reference.indexOf('#') + 1);
  const value = mocked.get(id);
  if (value !== undefined) {
    decided.push({ id, name: id, value, rows: [] });
    return { value };
  }
  const answer = decide?.(reference, input, at) ?? { failed: `no decision ${reference} was given` };
  if ('value' in answer) decided.push(...answer.evaluated?.() ?? [{ id, name: id, value: answer.value, rows: [] }]);
  return answer;
};

const answering = (process: string): string => `${process} (mocked)`;

/** Whoever calls the process, or begins it, finds in its place one that answers at once. */
const standingIn = (definitions: readonly Definition[], process: string): readonly Definition[] => {
  const [begin, work, end] = [`${process} (begins)`, answering(process), `${process} (ends)`];
  const flows: Readonly<Record<string, Flow>> = Object.fromEntries([[begin, work], [work, end]].map(([source, target]) => [`${source} -> ${target}`, { id: `${source} -> ${target}`, source: source!, target: target! }]));
  const [first, second] = Object.keys(flows);
  const part = { parent: process, boundary: [], step: {} };
  const nodes: Readonly<Record<string, Node>> = {
    [begin]: { ...part, id: begin, kind: 'startEvent', event: { kind: 'none' }, incoming: [], outgoing: [first!] },
    // The entries of its answer become data of the process, as they do in Camunda.
    [work]: { ...part, id: work, kind: 'serviceTask', incoming: [first!], outgoing: [second!], step: { variables: 'always' } },
    [end]: { ...part, id: end, kind: 'endEvent', event: { kind: 'none' }, incoming: [second!], outgoing: [] },
  };
  const body = { id: process, starts: [begin], handlers: [] };
  const own: Definition = { format: 1, ...body, nodes, flows };
  const others = definitions.filter(({ id }) => id !== process).map((definition): Definition => (definition.machine ? definition : {
    ...definition, nodes: { ...definition.nodes, ...nodes }, flows: { ...definition.flows, ...flows }, processes: { ...definition.processes, [process]: body },
  }));
  return [...others, own];
};
