import type { EvaluatedDecision } from '../decision/evaluate.ts';
import type { Environment } from '../environment.ts';
import { holdsAdHoc } from '../open-ad-hoc.ts';
import type { Data } from '../state.ts';
import type { Bench } from './bench.ts';
import type { Instance } from './instance.ts';

export type Fields = { readonly [key: string]: unknown };

/** Where a test case stands. */
export interface Played {
  readonly bench: Bench;
  readonly decide: NonNullable<Environment['decide']>;
  /** The decisions that were asked so far, as they were answered. */
  readonly decided: readonly EvaluatedDecision[];
  /** The tasks that were opened so far, and what their steps saw then. */
  readonly opened: readonly OpenedTask[];
}

/** A task as it was opened, at an instant. */
export interface OpenedTask {
  readonly instance: Instance;
  readonly element: string;
  readonly at: string;
  readonly seen: Data;
}

export const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {});
export const textOf = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
export const dataOf = (fields: Fields, name = 'variables'): Data => fieldsOf(fields[name]) as Data;

/** The latest instance of the process that a selector names. */
export const selected = ({ bench }: Played, selector: unknown): Instance => {
  const wanted = textOf(fieldsOf(selector), 'processDefinitionId');
  const instance = bench.instances.findLast(({ definition }) => wanted === '' || definition.id === wanted);
  const caller = instance ? undefined : bench.instances.findLast(({ definition }) => Object.hasOwn(definition.processes ?? {}, wanted));
  if (caller) throw new Error(`expected an instance of ${wanted}, but here it runs as a part of ${caller.definition.id}, which calls it: name that one as processDefinitionId`);
  if (!instance) throw new Error(`expected an instance of ${wanted || 'any process'}, but none was created`);
  return instance;
};

/** The id of the element that a selector names, by its id or its name. */
export const elementOf = ({ definition }: Instance, selector: unknown): string => {
  const [id, name] = [textOf(fieldsOf(selector), 'elementId'), textOf(fieldsOf(selector), 'elementName')];
  const found = id === '' ? Object.values(definition.nodes).find((node) => node.name === name)?.id : Object.hasOwn(definition.nodes, id) || Object.hasOwn(definition.flows, id) ? id : undefined;
  if (found === undefined) throw new Error(`expected an element ${id || `named "${name}"`} in ${definition.id}, but it has none`);
  return found;
};

/** Why nothing goes on, as the end of a sentence: incidents of these instances. */
export const heldUp = (instances: readonly Instance[]): string => instances.flatMap(({ incidents }) => incidents.map(({ message }) => `; incident: ${message}`)).join('');

/** The open ad-hoc sub-process that a job's selector names. */
export const openAdHoc = ({ bench }: Played, selector: unknown): { readonly instance: Instance; readonly element: string } => {
  const fields = fieldsOf(selector);
  const [element, type, process] = ['elementId', 'jobType', 'processDefinitionId'].map((key) => textOf(fields, key));
  const all = bench.instances.flatMap((instance) => instance.state.tokens.filter((token) => holdsAdHoc(instance.definition, instance.state.scopes, token)).map(({ at }) => ({ instance, element: at })));
  const found = all.find((each) => (element === '' || each.element === element) && (type === '' || all.length === 1 || each.element === type) && (process === '' || each.instance.definition.id === process));
  if (found) return found;
  throw new Error(`expected an open ad-hoc sub-process for ${JSON.stringify(selector)}, but ${all.length === 0 ? 'none is open' : `open are ${all.map((each) => each.element).join(', ')}`}`);
};

/** An open user task or job: by element id, name, job type or process. A job may be a user task's, as in Camunda. */
export const open = ({ bench }: Played, what: 'user task' | 'job', selector: unknown): { readonly instance: Instance; readonly element: string } => {
  const fields = fieldsOf(selector);
  const [element, name, type, process] = ['elementId', 'taskName', 'jobType', 'processDefinitionId'].map((key) => textOf(fields, key));
  for (const instance of bench.instances) {
    const { nodes, processes = {}, id } = instance.definition;
    if (process !== '' && id !== process && !Object.hasOwn(processes, process!)) continue;
    const task = instance.tasks.find((candidate) => {
      const node = nodes[candidate.element]!;
      return (what === 'job' || node.kind === 'userTask') && (element === '' || candidate.element === element) && (name === '' || candidate.name === name) && (type === '' || (node.step.connector ?? candidate.element) === type);
    });
    if (task) return { instance, element: task.element };
  }
  const others = bench.instances.flatMap(({ definition, tasks }) => tasks.map((task) => `${task.element} (${definition.nodes[task.element]!.kind})`)).join(', ');
  throw new Error(`expected an open ${what} for ${JSON.stringify(selector)}, but ${others === '' ? 'nothing is open' : `open are ${others}`}${heldUp(bench.instances)}`);
};
