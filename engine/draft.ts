import type { Definition, FlowId, Node, NodeId } from './definition.ts';
import type { Effect, Visit } from './effect.ts';
import type { Arrivals, Context, Failure, Moving } from './elements/element.ts';
import type { Environment } from './environment.ts';
import type { Data, Incident, Json, Scope, State, Subscription, Token } from './state.ts';
import type { Step } from './step.ts';

/**
 * One transition's working copy of a state. It is changed in place, so that a step costs the same however many came
 * before it in the same transition; nobody outside sees it. Tokens on their way stand in `queue`, resting ones in `tokens`.
 */
export interface Draft {
  readonly definition: Definition;
  readonly environment: Environment;
  readonly at: string;
  readonly tokens: Map<number, Token>;
  readonly scopes: Map<number, Scope>;
  readonly subscriptions: Map<number, Subscription>;
  readonly incidents: Map<number, Incident>;
  /** Tokens alive in each scope, resting or moving. */
  readonly alive: Map<number, number>;
  /** Ids of subscriptions by the token they would wake. */
  readonly wakes: Map<number, number[]>;
  readonly joins: Map<string, Join>;
  readonly queue: Moving[];
  readonly effects: Effect[];
  readonly visits: Visit[];
  data: Record<string, Json>;
  ownsData: boolean;
  status: State['status'];
  next: number;
}

/** Tokens of one scope that wait at one join. */
export interface Join {
  readonly node: NodeId;
  readonly scope: number;
  readonly arrivals: Map<FlowId, number[]>;
}

const nobody: Arrivals = new Map();

const joinKey = (scope: number, node: NodeId): string => `${scope} ${node}`;

export const draftOf = (definition: Definition, state: State, at: string, environment: Environment): Draft => {
  const draft: Draft = {
    definition, environment, at,
    tokens: new Map(), scopes: new Map(), subscriptions: new Map(), incidents: new Map(),
    alive: new Map(), wakes: new Map(), joins: new Map(), queue: [], effects: [], visits: [],
    data: state.data as Record<string, Json>, ownsData: false, status: state.status, next: state.next,
  };
  for (const scope of state.scopes) {
    draft.scopes.set(scope.id, scope);
    draft.alive.set(scope.id, 0);
  }
  for (const token of state.tokens) {
    draft.alive.set(token.scope, draft.alive.get(token.scope)! + 1);
    rest(draft, token);
  }
  for (const subscription of state.subscriptions) subscribe(draft, subscription);
  for (const incident of state.incidents) draft.incidents.set(incident.id, incident);
  return draft;
};

export const stepOf = (draft: Draft): Step => ({
  state: {
    format: 1,
    definition: draft.definition.id,
    status: draft.status,
    data: draft.data,
    scopes: [...draft.scopes.values()],
    tokens: [...draft.tokens.values()],
    subscriptions: [...draft.subscriptions.values()],
    incidents: [...draft.incidents.values()],
    next: draft.next,
  },
  effects: draft.effects,
  visits: draft.visits,
});

export const nodeAt = (draft: Draft, id: NodeId): Node => draft.definition.nodes[id]!;

export const contextOf = (draft: Draft, token: Moving): Context => ({
  definition: draft.definition,
  environment: draft.environment,
  at: draft.at,
  data: draft.data,
  node: nodeAt(draft, token.at),
  token,
  arrivals: draft.joins.get(joinKey(token.scope, token.at))?.arrivals ?? nobody,
  resting: () => [...draft.tokens.values()].filter((other) => other.scope === token.scope),
});

/** A new token on its way. */
export const send = (draft: Draft, at: NodeId, scope: number, via?: FlowId): void => {
  draft.alive.set(scope, (draft.alive.get(scope) ?? 0) + 1);
  const id = draft.next++;
  draft.queue.push(via === undefined ? { id, at, scope } : { id, at, scope, via });
};

export const rest = (draft: Draft, token: Token): void => {
  draft.tokens.set(token.id, token);
  if (token.wait.on !== 'join' || token.via === undefined) return;
  const key = joinKey(token.scope, token.at);
  let join = draft.joins.get(key);
  if (!join) draft.joins.set(key, (join = { node: token.at, scope: token.scope, arrivals: new Map() }));
  const waiting = join.arrivals.get(token.via);
  if (waiting) waiting.push(token.id);
  else join.arrivals.set(token.via, [token.id]);
};

/** Takes a resting token out of the state, without any word about why. */
export const unrest = (draft: Draft, token: Moving): void => {
  const resting = draft.tokens.get(token.id);
  if (!resting) return;
  draft.tokens.delete(token.id);
  if (resting.wait.on !== 'join' || resting.via === undefined) return;
  const key = joinKey(token.scope, token.at);
  const { arrivals } = draft.joins.get(key)!;
  const others = arrivals.get(resting.via)!.filter((id) => id !== token.id);
  if (others.length > 0) arrivals.set(resting.via, others);
  else arrivals.delete(resting.via);
  if (arrivals.size === 0) draft.joins.delete(key);
};

export const dies = (draft: Draft, token: Moving): void => {
  draft.alive.set(token.scope, draft.alive.get(token.scope)! - 1);
};

export const subscribe = (draft: Draft, subscription: Subscription): void => {
  draft.subscriptions.set(subscription.id, subscription);
  const wakes = draft.wakes.get(subscription.token);
  if (wakes) wakes.push(subscription.id);
  else draft.wakes.set(subscription.token, [subscription.id]);
};

export const keep = (draft: Draft, values: Data): void => {
  if (!draft.ownsData) draft.data = { ...draft.data };
  draft.ownsData = true;
  for (const [name, value] of Object.entries(values)) draft.data[name] = value;
};

/** Keeps an element's answer under its result name. */
export const answer = (draft: Draft, node: Node, value: Json | undefined): void => {
  if (value !== undefined) keep(draft, { [node.step.result ?? node.id]: value });
};

/** Lets tokens rest on an incident. */
export const raise = (draft: Draft, tokens: readonly Moving[], retry: Incident['retry'], { code, message }: Omit<Failure, 'do'>): void => {
  const first = tokens[0]!;
  const incident = draft.next++;
  draft.incidents.set(incident, { id: incident, token: first.id, retry, code, message });
  for (const token of tokens) {
    unrest(draft, token);
    rest(draft, { ...token, wait: { on: 'incident', incident } });
  }
  draft.effects.push({ key: `incident.raise:${incident}`, type: 'incident.raise', incident, token: first.id, node: first.at, code, message });
};
