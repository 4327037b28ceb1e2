import type { Definition, FlowId, Node, NodeId } from '../definition.ts';
import { isContainer } from '../watch.ts';
import { eventParts } from './event-parts.ts';
import type { Knowledge } from './facts.ts';
import { isReducible } from './local.ts';

/**
 * Choices that do not touch each other: not every combination of their answers is tried, but each answer given by all of them,
 * and each of them alone in giving `lone` where the others give `base`. What then follows any combination is what follows these,
 * side by side.
 */
export interface Covered {
  /** The same for those that are answered together. */
  readonly group: string;
  /** Which of the group it is. */
  readonly member: string;
  /** Which of its possible answers, by their order. */
  readonly lone: number;
  readonly base: number;
  /** As long as no fact is known about these: what the answer leads to writes them. */
  readonly unknown: readonly string[];
}

/** Of fewer choices every combination is tried. */
const fewest = 4;

interface Known {
  readonly knowledge: Knowledge;
  /** What conditions at an element read, and what an element writes; see `Questions`. */
  readonly reads: ReadonlyMap<NodeId, readonly string[]>;
  readonly writes: ReadonlyMap<NodeId, readonly string[]>;
}

/**
 * The flows out of an inclusive split whose branches touch nothing but each their own flow into one inclusive join: which of them
 * are taken is seen by that join alone, and it goes on in any case. `keyOf` names the condition of a flow.
 */
export const coveredFlows = (definition: Definition, known: Known, keyOf: (flow: FlowId) => string | undefined): ReadonlyMap<FlowId, Covered> => {
  const found = new Map<FlowId, Covered>();
  if (!isReducible(definition)) return found;
  for (const split of Object.values(definition.nodes)) {
    if (split.kind !== 'inclusiveGateway') continue;
    const conditions = split.outgoing.flatMap((flow) => keyOf(flow) ?? []);
    if (conditions.length < fewest || !areFree(conditions, split, known)) continue;
    const branches = branchesOf(definition, split);
    if (!branches || !areApart(branches, conditions, known) || !areAlike(branches, known)) continue;
    const unknown = branches.flatMap((branch) => writtenIn(branch, known));
    for (const flow of split.outgoing) if (keyOf(flow) !== undefined) found.set(flow, { group: split.id, member: flow, lone: 0, base: 1, unknown });
  }
  return found;
};

/** Work that is done several times at once, where it does not matter for others how often: by the element. */
export const coveredTimes = (definition: Definition, { writes }: Known): ReadonlyMap<NodeId, Covered> => {
  if (!isReducible(definition)) return new Map();
  const some = Object.values(definition.nodes).filter(({ kind, loop }) => kind.endsWith('ask') && loop?.kind === 'multi' && !loop.completion && !loop.throws);
  return new Map(some.length < fewest ? [] : some.map(({ id }) => [id, { group: 'times', member: id, lone: 1, base: 2, unknown: writes.get(id)! }]));
};

/** Whether each may hold whatever the others and all other conditions say. */
const areFree = (conditions: readonly string[], split: Node, { knowledge, reads }: Known): boolean => {
  const roots = new Set(conditions.flatMap((key) => knowledge.condition(key).roots));
  if ([...reads].some(([id, read]) => id !== split.id && read.some((root) => roots.has(root)))) return false;
  const understood = conditions.filter((key) => knowledge.understands(key));
  const paths = understood.map((key) => knowledge.condition(key).paths);
  return new Set(paths.flat()).size === paths.flat().length && understood.every((key) => conditions.every((other) => other === key || !knowledge.condition(other).paths.some((path) => knowledge.condition(key).paths.includes(path))));
};

type Branch = ReadonlySet<NodeId>;

/** All that lies on each flow between the split and an inclusive join, where nothing else leads in or out. */
const branchesOf = (definition: Definition, split: Node): readonly Branch[] | undefined => {
  for (const join of Object.values(definition.nodes)) {
    if (join.kind !== 'inclusiveGateway' || join.parent !== split.parent || join.incoming.length < 2 || join === split) continue;
    const branches = split.outgoing.map((flow) => behind(definition, flow, join.id));
    if (isBlock(definition, split, join, branches)) return branches.map((branch) => new Set([...branch].flatMap((id) => [...within(definition.nodes, id)].map((node) => node.id))));
  }
  return undefined;
};

const behind = ({ nodes, flows }: Definition, from: FlowId, join: NodeId): Branch => {
  const found = new Set<NodeId>();
  const work = [flows[from]!.target];
  for (let id = work.pop(); id !== undefined; id = work.pop()) {
    if (id === join || found.has(id)) continue;
    found.add(id);
    work.push(...nodes[id]!.outgoing.map((flow) => flows[flow]!.target), ...nodes[id]!.boundary);
  }
  return found;
};

const isBlock = ({ nodes, flows }: Definition, split: Node, join: Node, branches: readonly Branch[]): boolean => {
  const sourceOf = (flow: FlowId): NodeId => flows[flow]!.source;
  if (!join.incoming.every((flow) => sourceOf(flow) === split.id || branches.some((branch) => branch.has(sourceOf(flow))))) return false;
  if (new Set(branches.flatMap((branch) => [...branch])).size !== branches.reduce((sum, { size }) => sum + size, 0)) return false;
  return branches.every((branch) => [...branch].every((id) => {
    const { incoming, outgoing } = nodes[id]!;
    return id !== split.id && outgoing.length > 0 && incoming.every((flow) => branch.has(sourceOf(flow)) || sourceOf(flow) === split.id) && [...within(nodes, id)].every(isQuiet);
  }));
};

/** The element and all that stands in it. */
function* within(nodes: Definition['nodes'], id: NodeId): Generator<Node> {
  yield nodes[id]!;
  if (isContainer(nodes[id])) for (const inner of Object.values(nodes)) if (inner.parent === id) yield* within(nodes, inner.id);
}

/** Acts on nothing around it: it calls nobody, and ends nothing but its own token. */
const isQuiet = (node: Node): boolean =>
  node.kind !== 'callActivity' && !(node.kind === 'endEvent' && eventParts(node.event).some(({ kind }) => kind !== 'none'));

const writtenIn = (branch: Branch, { writes }: Known): readonly string[] => [...branch].flatMap((id) => writes.get(id) ?? []);

/** Whether no branch reads what another writes, and none writes what the split reads. */
const areApart = (branches: readonly Branch[], conditions: readonly string[], known: Known): boolean => {
  const asked = new Set(conditions.flatMap((key) => known.knowledge.condition(key).roots));
  return branches.every((branch) => {
    const written = new Set(writtenIn(branch, known));
    return ![...asked].some((root) => written.has(root)) && branches.every((other) => other === branch || ![...other].some((id) => known.reads.get(id)?.some((root) => written.has(root))));
  });
};

/**
 * Whether it shows in no more than one of the branches that it was taken, or all of them can be passed together: what others say
 * holds none of them up. Else two may lead to what neither leads to alone, and never all.
 */
const areAlike = (branches: readonly Branch[], known: Known): boolean => {
  const inside = new Set(branches.flatMap((branch) => [...branch]));
  const readAround = new Set([...known.reads].flatMap(([id, read]) => (inside.has(id) ? [] : read)));
  const shown = branches.filter((branch) => writtenIn(branch, known).some((root) => readAround.has(root)));
  return shown.length < 2 || branches.every((branch) => {
    const written = new Set(writtenIn(branch, known));
    return [...branch].every((id) => known.reads.get(id)?.every((root) => written.has(root)) ?? true);
  });
};
