import type { Data } from '../state.ts';
import type { Bench } from './bench.ts';
import type { Instance } from './instance.ts';

export type Fields = { readonly [key: string]: unknown };

/** Where a test case stands. */
export interface Played {
  readonly bench: Bench;
}

export const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {});
export const textOf = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
export const dataOf = (fields: Fields, name = 'variables'): Data => fieldsOf(fields[name]) as Data;

/** The latest instance of the process that a selector names. */
export const selected = ({ bench }: Played, selector: unknown): Instance => {
  const wanted = textOf(fieldsOf(selector), 'processDefinitionId');
  const instance = bench.instances.findLast(({ definition }) => wanted === '' || definition.id === wanted);
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

/** An open task or job: by element id, name, job type or process. */
export const open = (played: Played, selector: unknown): { readonly instance: Instance; readonly element: string } => {
  const fields = fieldsOf(selector);
  const [element, name, type, process] = ['elementId', 'taskName', 'jobType', 'processDefinitionId'].map((key) => textOf(fields, key));
  for (const instance of played.bench.instances) {
    if (process !== '' && instance.definition.id !== process) continue;
    const task = instance.tasks.find((candidate) => {
      const { step } = instance.definition.nodes[candidate.element]!;
      return (element === '' || candidate.element === element) && (name === '' || candidate.name === name) && (type === '' || (step.connector ?? candidate.element) === type);
    });
    if (task) return { instance, element: task.element };
  }
  throw new Error(`expected an open task or job for ${JSON.stringify(selector)}, but there are ${played.bench.instances.flatMap(({ tasks }) => tasks.map((task) => task.element)).join(', ') || 'none'}`);
};
