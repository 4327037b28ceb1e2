import type { Definition, InputSet, NodeId } from './definition.ts';
import { variables } from './expression/feel.ts';
import { seenBy } from './seen.ts';
import type { Data, Json, State } from './state.ts';

/** An activity that waits until one of its sets of inputs is there: what each of them lacks, by path. */
export interface AwaitedData {
  readonly token: number;
  readonly node: NodeId;
  readonly sets: readonly (readonly string[])[];
}

/** What a set of inputs needs, by path in the data. */
export const neededBy = ({ available }: InputSet): readonly string[] => [...variables(available.text)];

/** The activities that wait for data, in the order in which their tokens came (BPMN 2.0.2, 10.4.2). */
export const awaitedData = (definition: Definition, state: State): readonly AwaitedData[] =>
  state.tokens.flatMap(({ id, at, wait }) => {
    const sets = definition.nodes[at]?.step.inputSets;
    const isAwaited = wait.on === 'event' && state.subscriptions.some(({ token, node, event }) => token === id && node === at && event.kind === 'conditional');
    if (!sets || !isAwaited) return [];
    const data = seenBy(definition, state, id);
    return [{ token: id, node: at, sets: sets.map((set) => lacking(set, data)) }];
  });

/** What has no value; all of it when each has one, but what is calculated from them has none. */
const lacking = (set: InputSet, data: Data): readonly string[] => {
  const needed = neededBy(set);
  const missing = needed.filter((path) => valueAt(data, path) == null);
  return missing.length > 0 ? missing : needed;
};

const valueAt = (data: Data, path: string): Json | undefined =>
  path.split('.').reduce<Json | undefined>((value, name) => (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name) ? (value as Data)[name] : undefined), data);
