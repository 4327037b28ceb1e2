import type { Definition, Node, NodeId } from '../definition.ts';
import { surelyRests } from '../rest.ts';
import type { State } from '../state.ts';
import { isContainer } from '../watch.ts';
import type { Questions } from './question.ts';

/** Whether one who stands at an element may come to ask, before what was known is written anew: on the way out of it when its work is done, or as that begins. */
interface Asking {
  readonly after: ReadonlySet<NodeId>;
  readonly from: ReadonlySet<NodeId>;
}

const known = new WeakMap<Questions, Map<string, Asking>>();

/**
 * Whether the answer of a condition can make a difference yet: whether a token, or an event that is waited for, comes to where one of
 * its names is asked on some way on which none of them is written before. Steps of people and of workers write what they give
 * whenever they are done (`outcomesOf`); all else is taken to write nothing.
 */
export const mayBeAsked = (definition: Definition, questions: Questions, key: string, { tokens, subscriptions }: State): boolean => {
  let byCondition = known.get(questions);
  if (!byCondition) known.set(questions, (byCondition = new Map()));
  let asking = byCondition.get(key);
  if (!asking) byCondition.set(key, (asking = askingOf(definition, questions, new Set(questions.knowledge.condition(key).roots))));
  const { after, from } = asking;
  return tokens.some(({ at, wait }) => (wait.on === 'task' || wait.on === 'job' ? from : after).has(at)) || subscriptions.some(({ node }) => from.has(node) || from.has(definition.nodes[node]!.parent));
};

const askingOf = (definition: Definition, { reads, writes }: Questions, roots: ReadonlySet<string>): Asking => {
  const { nodes, flows, processes = {} } = definition;
  const after = new Set<NodeId>();
  const from = new Set<NodeId>();
  const isOne = (name: string): boolean => roots.has(name);
  const begun = (node: Node): readonly NodeId[] => [
    ...(isContainer(node) ? [...node.starts, ...node.handlers] : []),
    ...(node.kind === 'callActivity' ? (typeof node.called === 'string' ? [processes[node.called]] : Object.values(processes)).flatMap((called) => [...called?.starts ?? [], ...called?.handlers ?? []]) : []),
  ];
  const leads = (node: Node): boolean => (reads.get(node.id) ?? []).some(isOne) || node.outgoing.some((flow) => from.has(flows[flow]!.target));
  for (let before = -1; before !== after.size + from.size;) {
    before = after.size + from.size;
    for (const node of Object.values(nodes)) {
      const isAside = node.boundary.some((id) => from.has(id)) || begun(node).some((id) => from.has(id));
      if (isAside || leads(node)) after.add(node.id);
      if (isAside || (leads(node) && !(isWrittenAt(node) && (writes.get(node.id) ?? []).some(isOne)))) from.add(node.id);
    }
  }
  return { after, from };
};

/** Whether no token passes the element but by a step of its own; of several instances there may be none. */
const isWrittenAt = (node: Node): boolean => node.loop === undefined && node.kind.endsWith('Task') && surelyRests(node);
