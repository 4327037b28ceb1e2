import type { Definition, Node } from '../../engine/definition.ts';
import type { Run } from '../measure.ts';
import type { Workload } from '../workloads.ts';
import { definitionOf } from './motcua.ts';

// What one would write in an afternoon for just these diagrams, with the contract that makes an engine of use: a state of plain data
// that can be stored between any two events, the tasks that were opened and closed, and where tokens went. Nothing else: no data
// and conditions, no failures, no timers and messages to be told of, no boundary events.

interface Token {
  readonly id: number;
  readonly at: string;
  /** The token of the sub-process it lives in; 0 is the process. */
  readonly inside: number;
}

interface State {
  readonly tokens: readonly Token[];
  readonly next: number;
}

interface Step {
  readonly state: State;
  readonly effects: { readonly key: string; readonly type: 'task.open' | 'task.close'; readonly token: number; readonly node: string }[];
  readonly visits: { readonly element: string; readonly did: 'enter' | 'leave' | 'take' }[];
}

type Way = Pick<Node, 'id' | 'kind'> & { readonly incoming: number; readonly flows: readonly string[]; readonly targets: readonly string[]; readonly start?: string | undefined; readonly times: number };

/** Flows out of gateways that are chosen in the construction permit; elsewhere the default flow. */
const chosen = /received$|^signDecision_number$|^feeDue_requestFee$/;

const wayOf = (definition: Definition, node: Node): Way => {
  const forced = node.outgoing.find((flow) => chosen.test(flow) && !flow.endsWith('notReceived')) ?? node.default;
  const flows = node.kind === 'exclusiveGateway' && forced !== undefined ? [forced] : node.outgoing;
  return {
    id: node.id, kind: node.kind, incoming: node.incoming.length, flows, targets: flows.map((flow) => definition.flows[flow]!.target),
    start: node.kind === 'subProcess' ? node.starts[0] : undefined, times: node.loop?.kind === 'multi' ? Number(node.loop.cardinality!.text) : 1,
  };
};

/** Moves tokens on until all of them wait. */
const settle = (ways: ReadonlyMap<string, Way>, { tokens, next }: State, arriving: readonly Token[], { effects, visits }: Pick<Step, 'effects' | 'visits'>): Step => {
  const resting = [...tokens];
  const queue = [...arriving];
  let ids = next;
  const leave = (token: Token, targets: readonly string[], flows: readonly string[]): void => {
    visits.push({ element: token.at, did: 'leave' });
    for (const element of flows) visits.push({ element, did: 'take' });
    for (const at of targets) queue.push({ id: ids++, at, inside: token.inside });
    if (targets.length > 0 || token.inside === 0) return;
    const { inside } = token;
    if (resting.some((other) => other.inside === inside) || queue.some((other, index) => index > head && other.inside === inside)) return;
    const around = resting.splice(resting.findIndex(({ id }) => id === inside), 1)[0]!;
    const way = ways.get(around.at)!;
    leave(around, way.targets, way.flows);
  };
  let head = 0;
  for (; head < queue.length; head += 1) {
    const token = queue[head]!;
    const way = ways.get(token.at)!;
    visits.push({ element: token.at, did: 'enter' });
    if (way.kind === 'userTask') {
      resting.push(token);
      effects.push({ key: `task.open:${token.id}`, type: 'task.open', token: token.id, node: token.at });
    } else if (way.kind === 'eventBasedGateway') resting.push(token);
    else if (way.kind === 'parallelGateway' && way.incoming > 1) {
      const others = resting.filter(({ at, inside }) => at === token.at && inside === token.inside);
      if (others.length + 1 < way.incoming) resting.push(token);
      else {
        for (const other of others) resting.splice(resting.indexOf(other), 1);
        leave(token, way.targets, way.flows);
      }
    } else if (way.start !== undefined) {
      resting.push(token);
      for (let count = 0; count < way.times; count += 1) queue.push({ id: ids++, at: way.start, inside: token.id });
    } else leave(token, way.targets, way.flows);
  }
  return { state: { tokens: resting, next: ids }, effects, visits };
};

/** The oldest waiting task is completed; behind a gateway the first event happens. */
const advance = (ways: ReadonlyMap<string, Way>, state: State): Step => {
  const token = state.tokens.find(({ at }) => ways.get(at)!.start === undefined && ways.get(at)!.kind !== 'parallelGateway')!;
  const way = ways.get(token.at)!;
  const targets = way.kind === 'eventBasedGateway' ? way.targets.slice(0, 1) : way.targets;
  const rest = { tokens: state.tokens.filter((other) => other !== token), next: state.next + targets.length };
  const effects: Step['effects'] = way.kind === 'userTask' ? [{ key: `task.close:${token.id}`, type: 'task.close', token: token.id, node: token.at }] : [];
  const visits: Step['visits'] = [{ element: token.at, did: 'leave' }, ...way.flows.slice(0, targets.length).map((element) => ({ element, did: 'take' as const }))];
  return settle(ways, rest, targets.map((at, index) => ({ id: state.next + index, at, inside: token.inside })), { effects, visits });
};

export const tokenLoop = async ({ xml, activities }: Workload): Promise<Run | undefined> => {
  if (!xml) return undefined;
  const definition = await definitionOf(xml('true', 'false'));
  const ways = new Map(Object.values(definition.nodes).map((node) => [node.id, wayOf(definition, node)]));
  const [start] = definition.starts;
  return () => {
    let { state } = settle(ways, { tokens: [], next: 2 }, [{ id: 1, at: start!, inside: 0 }], { effects: [], visits: [] });
    while (state.tokens.length > 0) ({ state } = advance(ways, state));
    return activities;
  };
};
