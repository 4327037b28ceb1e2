import type { Definition, FlowId, Node, NodeId } from './definition.ts';
import type { Effect, Visit } from './effect.ts';
import type { Arrivals, Context, Failure, Moving } from './elements/element.ts';
import type { Environment } from './environment.ts';
import { RareMap } from './rare-map.ts';
import type { Compensation, Data, Incident, Json, Scope, State, Subscription, Token } from './state.ts';
import { visible } from './data.ts';
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
  readonly subscriptions: RareMap<number, Subscription>;
  readonly incidents: RareMap<number, Incident>;
  /** Oldest first. */
  readonly compensations: RareMap<number, Compensation>;
  /** Own values of tokens, moving or resting. */
  readonly own: RareMap<number, Data>;
  /** Tokens alive in each scope, resting or moving. */
  readonly alive: Map<number, number>;
  /** Ids of subscriptions by the token they would wake. */
  readonly wakes: RareMap<number, number[]>;
  /** Ids of subscriptions by the scope whose event sub-processes they would begin. */
  readonly watches: RareMap<number, number[]>;
  readonly joins: RareMap<string, Join>;
  /** What is still to be done, in order; what lies before `head` is done. */
  readonly queue: Pending[];
  head: number;
  readonly effects: Effect[];
  readonly visits: Visit[];
  data: Record<string, Json>;
  ownsData: boolean;
  /** Whether any token or scope has values of its own, so that data must be looked up scope by scope. */
  layered: boolean;
  /** Data have changed since conditions were last asked. */
  changed: boolean;
  status: State['status'];
  next: number;
}

/** A token that arrives or, when `done`, is done where it stands and goes on. */
export interface Pending extends Moving {
  readonly done?: Done;
}

export interface Done {
  readonly value?: Json | undefined;
  /** The scope that the activity had, when something in it can be compensated. */
  readonly inner?: Scope | undefined;
  /** Whether the token rests in the state until then; otherwise only this queue knows it. */
  readonly resting: boolean;
  /** Ends here without taking a way out: a compensation that nobody waits for. */
  readonly ends?: 'seen' | 'unseen';
}

/** Tokens of one scope that wait at one join. */
export interface Join {
  readonly node: NodeId;
  readonly scope: number;
  readonly arrivals: Map<FlowId, number[]>;
}

const nobody: Arrivals = new Map();
const none: readonly FlowId[] = [];

const joinKey = (scope: number, node: NodeId): string => `${scope} ${node}`;

export const draftOf = (definition: Definition, state: State, at: string, environment: Environment): Draft => {
  const draft: Draft = {
    definition, environment, at,
    tokens: new Map(), scopes: new Map(), subscriptions: new RareMap(), incidents: new RareMap(), compensations: new RareMap(), own: new RareMap(),
    alive: new Map(), wakes: new RareMap(), watches: new RareMap(), joins: new RareMap(), queue: [], head: 0, effects: [], visits: [],
    data: state.data as Record<string, Json>, ownsData: false, layered: false, changed: false, status: state.status, next: state.next,
  };
  for (const scope of state.scopes) addScope(draft, scope);
  for (const token of state.tokens) {
    draft.alive.set(token.scope, draft.alive.get(token.scope)! + 1);
    if (token.own) {
      const { own, ...bare } = token;
      give(draft, token.id, own);
      rest(draft, bare);
    } else rest(draft, token);
  }
  for (const compensation of state.compensations ?? []) draft.compensations.set(compensation.id, compensation);
  for (const subscription of state.subscriptions) subscribe(draft, subscription);
  for (const incident of state.incidents) draft.incidents.set(incident.id, incident);
  return draft;
};

export const stepOf = (draft: Draft): Step => ({
  state: {
    format: 2,
    definition: draft.definition.id,
    status: draft.status,
    data: draft.data,
    scopes: [...draft.scopes.values()],
    tokens: draft.own.size === 0 ? [...draft.tokens.values()] : [...draft.tokens.values()].map((token) => withOwn(draft, token)),
    subscriptions: draft.subscriptions.size === 0 ? [] : [...draft.subscriptions.values()],
    incidents: draft.incidents.size === 0 ? [] : [...draft.incidents.values()],
    ...(draft.compensations.size > 0 && { compensations: [...draft.compensations.values()] }),
    next: draft.next,
  },
  effects: draft.effects,
  visits: draft.visits,
});

const withOwn = (draft: Draft, token: Token): Token => {
  const own = draft.own.get(token.id);
  return own ? { ...token, own } : token;
};

export const addScope = (draft: Draft, scope: Scope): void => {
  draft.scopes.set(scope.id, scope);
  draft.alive.set(scope.id, 0);
  if (scope.own || scope.called !== undefined) draft.layered = true;
};

/** Gives a token values of its own, beside those it has. */
export const give = (draft: Draft, token: number, values: Data): void => {
  draft.own.set(token, { ...draft.own.get(token), ...values });
  draft.layered = true;
};

export const nodeAt = (draft: Draft, id: NodeId): Node => draft.definition.nodes[id]!;

export const contextOf = (draft: Draft, token: Moving): Context => ({
  definition: draft.definition,
  environment: draft.environment,
  at: draft.at,
  data: draft.layered ? visible(draft, token.scope, token.id) : draft.data,
  node: nodeAt(draft, token.at),
  token,
  arrivals: draft.joins.get(joinKey(token.scope, token.at))?.arrivals ?? nobody,
  fired: draft.scopes.get(token.scope)?.fired?.[token.at] ?? none,
  resting: () => [...draft.tokens.values()].filter((other) => other.scope === token.scope),
});

/** A new token on its way; its id. */
export const send = (draft: Draft, at: NodeId, scope: number, via?: FlowId): number => {
  const id = born(draft, scope);
  draft.queue.push(via === undefined ? { id, at, scope } : { id, at, scope, via });
  return id;
};

/** A token is done where it stands; it goes on in its turn, unless something takes it away before. */
export const done = (draft: Draft, { id, at, scope, via }: Moving, how: Omit<Done, 'resting'> = {}): void => {
  draft.queue.push({ id, at, scope, ...(via !== undefined && { via }), done: { ...how, resting: draft.tokens.has(id) } });
};

/** Whether a token is one instance of an activity that is done several times: it lives in the activity's loop scope. */
export const isTurn = (draft: Draft, token: Moving): boolean => draft.scopes.get(token.scope)?.turns !== undefined;

/** Counts a new token in its scope; its id. */
export const born = (draft: Draft, scope: number): number => {
  draft.alive.set(scope, (draft.alive.get(scope) ?? 0) + 1);
  return draft.next++;
};

export const rest = (draft: Draft, token: Token): void => {
  draft.tokens.set(token.id, token);
  if (token.wait.on !== 'join') return;
  const key = joinKey(token.scope, token.at);
  let join = draft.joins.get(key);
  if (!join) draft.joins.set(key, (join = { node: token.at, scope: token.scope, arrivals: new Map() }));
  const via = token.via ?? '';
  const waiting = join.arrivals.get(via);
  if (waiting) waiting.push(token.id);
  else join.arrivals.set(via, [token.id]);
};

/** Takes a resting token out of the state, without any word about why. */
export const unrest = (draft: Draft, token: Moving): void => {
  const resting = draft.tokens.get(token.id);
  if (!resting) return;
  draft.tokens.delete(token.id);
  if (resting.wait.on !== 'join') return;
  const key = joinKey(token.scope, token.at);
  const { arrivals } = draft.joins.get(key)!;
  const via = resting.via ?? '';
  const others = arrivals.get(via)!.filter((id) => id !== token.id);
  if (others.length > 0) arrivals.set(via, others);
  else arrivals.delete(via);
  if (arrivals.size === 0) draft.joins.delete(key);
};

export const dies = (draft: Draft, token: Moving): void => {
  draft.alive.set(token.scope, draft.alive.get(token.scope)! - 1);
  if (draft.layered) draft.own.delete(token.id);
};

export const subscribe = (draft: Draft, subscription: Subscription): void => {
  draft.subscriptions.set(subscription.id, subscription);
  const [holders, holder] = subscription.token === undefined ? [draft.watches, subscription.scope!] : [draft.wakes, subscription.token];
  const held = holders.get(holder);
  if (held) held.push(subscription.id);
  else holders.set(holder, [subscription.id]);
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
