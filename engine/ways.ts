import type { Definition, FlowId, Node, NodeId } from './definition.ts';
import { upstream } from './upstream.ts';

/** Numbers of flows into a join, by the place from which a token may come by them, and by the flows' own ids. */
type Ways = ReadonlyMap<string, readonly number[]>;

const leading = new WeakMap<Definition, Map<NodeId, Ways>>();

/** For each place the flows into a join to which a token that stands there may ever come. Computed once per definition. */
export const ways = (definition: Definition, join: NodeId): Ways => {
  let tables = leading.get(definition);
  if (!tables) leading.set(definition, (tables = new Map()));
  const known = tables.get(join);
  if (known) return known;
  const table = new Map<string, number[]>();
  for (const [index, [flow, { ever }]] of [...upstream(definition, join)].entries()) {
    table.set(flow, [index]);
    for (const place of ever) {
      const flows = table.get(place);
      if (flows) flows.push(index);
      else table.set(place, [index]);
    }
  }
  tables.set(join, table);
  return table;
};

const waits = ({ kind, incoming, startQuantity }: Node): boolean =>
  startQuantity !== undefined || (incoming.length > 1 && (kind === 'parallelGateway' || kind === 'inclusiveGateway' || kind === 'complexGateway'));

interface Known {
  readonly joins: readonly NodeId[];
  /** By the flows taken. */
  readonly answers: Map<string, boolean>;
}

/** A wide inclusive split can be left in more ways than are worth keeping. */
const mostAnswers = 10_000;

const givenUp = new WeakMap<Definition, Known>();

/** Whether a token that leaves an element by these flows can come to fewer flows into joins than while it stood there. Found out once for each choice. */
export const givesUp = (definition: Definition, node: Node, taken: readonly FlowId[]): boolean => {
  let known = givenUp.get(definition);
  if (!known) givenUp.set(definition, (known = { joins: Object.values(definition.nodes).filter(waits).map(({ id }) => id), answers: new Map() }));
  const { joins, answers } = known;
  if (joins.length === 0) return false;
  // A flow has one source, so that alone it says where it is taken from.
  const key = taken.length === 1 ? taken[0]! : `${node.id} ${taken.join(' ')}`;
  const before = answers.get(key);
  if (before !== undefined) return before;
  if (answers.size >= mostAnswers) answers.clear();
  const answer = joins.some((join) => loses(definition, join, node, taken));
  answers.set(key, answer);
  return answer;
};

const loses = (definition: Definition, join: NodeId, { id }: Node, taken: readonly FlowId[]): boolean => {
  const table = ways(definition, join);
  const before = table.get(id);
  if (!before) return false;
  const left = new Set(taken.flatMap((flow) => {
    const { target } = definition.flows[flow]!;
    return table.get(target === join ? flow : target) ?? [];
  }));
  return before.some((flow) => !left.has(flow));
};
