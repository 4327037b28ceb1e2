import { parseTimeLimit } from '../../engine/calendar/limit.ts';
import type { Definition, Node, NodeId } from '../../engine/definition.ts';
import { error, warning, nodesOf, type Rule } from './rule.ts';

const minutesOfADay = 8 * 60;

/** A limit in working minutes, a working day being eight hours; undefined when it cannot be read. */
function minutesOf(limit: string): number | undefined {
  try {
    const read = parseTimeLimit(limit);
    if (read.unit === 'same_day') return minutesOfADay;
    return read.amount * (read.unit.endsWith('day') ? minutesOfADay : read.unit.endsWith('hour') ? 60 : 1);
  } catch {
    return undefined;
  }
}

const inDays = (minutes: number): string => `${Math.round((minutes / minutesOfADay) * 100) / 100} working days`;

/** Where the dossier goes next, through the borders of sub-processes and along thrown errors. */
function nextOf(definition: Definition, node: Node): readonly NodeId[] {
  const { nodes, flows } = definition;
  const targets = ({ outgoing }: Node) => outgoing.map((flow) => flows[flow]!.target);
  const caught = node.boundary.filter((id) => !isError(nodes[id]!));
  const inside = startsIn(definition, node);
  if (inside.length > 0) return [...inside, ...caught];
  if (node.kind !== 'endEvent') return [...targets(node), ...caught];
  const hosts = hostsOf(definition, node.parent);
  if (node.event.kind !== 'error') return hosts.flatMap(targets);
  const { code } = node.event;
  const tried = new Set<NodeId>();
  for (let around = hosts; around.length > 0; around = around.flatMap(({ parent }) => hostsOf(definition, parent)).filter(({ id }) => !tried.has(id))) {
    const catchers = around.flatMap(({ boundary }) => boundary.filter((id) => catches(nodes[id]!, code)));
    if (catchers.length > 0) return catchers;
    for (const { id } of around) tried.add(id);
  }
  return [];
}

/** Where a sub-process or a called process begins. */
const startsIn = ({ processes = {} }: Definition, node: Node): readonly NodeId[] =>
  node.kind === 'callActivity' ? (typeof node.called === 'string' ? processes[node.called]?.starts ?? [] : Object.values(processes).flatMap(({ starts }) => starts)) : 'handlers' in node ? node.starts : [];

/** What goes on when a sub-process or a called process is done. */
const hostsOf = ({ nodes, processes = {} }: Definition, holder: NodeId): readonly Node[] => {
  const own = nodes[holder];
  if (own) return [own];
  return processes[holder] ? Object.values(nodes).filter((node) => node.kind === 'callActivity' && (typeof node.called !== 'string' || node.called === holder)) : [];
};

const isError = (node: Node): boolean => 'event' in node && node.event.kind === 'error';
const catches = (node: Node, code: string | undefined): boolean => 'event' in node && node.event.kind === 'error' && (node.event.code === undefined || node.event.code === code);

interface Way {
  readonly minutes: number;
  readonly next?: NodeId;
}

/** The longest way from `start` to a step that ends the clock; loops count once. */
function longest(definition: Definition, start: NodeId): Map<NodeId, Way> {
  const ways = new Map<NodeId, Way>();
  const entered = new Set<NodeId>();
  const work: { readonly id: NodeId; readonly leave: boolean }[] = [{ id: start, leave: false }];
  for (let step = work.pop(); step; step = work.pop()) {
    const node = definition.nodes[step.id]!;
    if (!step.leave) {
      if (entered.has(step.id)) continue;
      entered.add(step.id);
      work.push({ id: step.id, leave: true }, ...nextOf(definition, node).map((id) => ({ id, leave: false })));
      continue;
    }
    const { clock, timeLimit } = node.step;
    const own = clock?.startsWith('pause:') || timeLimit === undefined ? 0 : (minutesOf(timeLimit) ?? 0);
    let best: Way | undefined = clock === 'end' ? { minutes: own } : undefined;
    for (const next of clock === 'end' ? [] : nextOf(definition, node)) {
      const way = ways.get(next);
      if (way && (!best || own + way.minutes > best.minutes)) best = { minutes: own + way.minutes, next };
    }
    if (best) ways.set(step.id, best);
  }
  return ways;
}

/** The steps' own limits, added up on the longest way while the clock runs, fit into the time the law allows. */
export const timeSum: Rule = {
  name: 'time-sum',
  *check(loaded) {
    const { definition, procedure } = loaded;
    for (const node of nodesOf(loaded)) {
      const { timeLimit } = node.step;
      if (timeLimit !== undefined && minutesOf(timeLimit) === undefined) yield error(node.id, `expected the time limit of ${node.id} to be like "3 working days", but it is "${timeLimit}"`);
    }
    const allowed = minutesOf(procedure.timeLimit.limit) ?? 0;
    const starts = nodesOf(loaded).filter(({ step }) => step.clock === 'start');
    if (starts.length === 0) yield warning(definition.id, 'expected a step that starts the clock, but there is none');
    for (const { id } of starts) {
      const ways = longest(definition, id);
      const way = ways.get(id);
      if (!way) yield error(id, `expected the clock that starts at ${id} to end at some step, but no way leads to one`);
      else if (way.minutes > allowed) {
        const counterexample: NodeId[] = [];
        for (let at: NodeId | undefined = id; at !== undefined; at = ways.get(at)!.next) counterexample.push(at);
        yield { severity: 'error', element: id, counterexample, message: `expected the steps to take at most ${procedure.timeLimit.limit}, but the longest way takes ${inDays(way.minutes)}` };
      }
    }
  },
};
