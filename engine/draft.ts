import type { Definition, FlowId, Node, NodeId } from './definition.ts';
import type { Effect, Visit } from './effect.ts';
import type { Failure, Moving } from './elements/element.ts';
import type { Environment } from './environment.ts';
import { placesOf, type Place, type Places } from './place.ts';
import { Population } from './population.ts';
import { RareMap } from './rare-map.ts';
import type { Compensation, Data, Incident, Json, Scope, State, Subscription, Token, Wait } from './state.ts';
import type { Step } from './step.ts';
import { Table } from './table.ts';

/**
 * One transition's working copy of a state. It is changed in place, so that a step costs the same however many came
 * before it in the same transition; nobody outside sees it. Tokens on their way stand in `queue`, resting ones in `tokens`.
 */
export interface Draft {
  readonly definition: Definition;
  readonly places: Places;
  readonly environment: Environment;
  readonly at: string;
  readonly tokens: Table<Token>;
  readonly scopes: Table<Scope>;
  readonly subscriptions: Table<Subscription>;
  readonly incidents: Table<Incident>;
  /** Oldest first. */
  readonly compensations: Table<Compensation>;
  /** Own values of tokens, moving or resting. */
  readonly own: RareMap<number, Data>;
  /** Tokens alive in each scope, resting or moving. */
  readonly alive: Population;
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
  /** A token has begun to wait at a join, or a way was given up: a join may wait in vain now. */
  doubtful: boolean;
  status: State['status'];
  history: State['history'];
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

const none: readonly never[] = [];

export const draftOf = (definition: Definition, state: State, at: string, environment: Environment): Draft => {
  const draft: Draft = {
    definition, places: placesOf(definition), environment, at,
    tokens: new Table(state.tokens), scopes: new Table(state.scopes), subscriptions: new Table(state.subscriptions), incidents: new Table(state.incidents),
    compensations: new Table(state.compensations ?? none), own: new RareMap(),
    alive: new Population(state.tokens), queue: [], head: 0, effects: [], visits: [],
    data: state.data as Record<string, Json>, ownsData: false, layered: false, changed: false, doubtful: false, status: state.status, history: state.history, next: state.next,
  };
  for (const scope of state.scopes) if (scope.own || scope.called !== undefined) draft.layered = true;
  for (const { id, own } of state.tokens) if (own) give(draft, id, own);
  return draft;
};

export const stepOf = (draft: Draft): Step => ({
  state: {
    format: 2,
    definition: draft.definition.id,
    status: draft.status,
    data: draft.data,
    scopes: draft.scopes.values(),
    tokens: draft.own.size === 0 ? draft.tokens.values() : draft.tokens.values().map((token) => withOwn(draft, token)),
    subscriptions: draft.subscriptions.values(),
    incidents: draft.incidents.values(),
    ...(draft.compensations.size > 0 && { compensations: draft.compensations.values() }),
    ...(draft.history && { history: draft.history }),
    next: draft.next,
  },
  effects: draft.effects,
  visits: draft.visits,
});

/** While a step is made, a token's own values stand in `own`; what the token itself says of them may be from before. */
const withOwn = (draft: Draft, token: Token): Token => {
  const own = draft.own.get(token.id);
  return own === token.own || own === undefined ? token : { ...token, own };
};

export const addScope = (draft: Draft, scope: Scope): void => {
  draft.scopes.set(scope.id, scope);
  if (scope.own || scope.called !== undefined) draft.layered = true;
};

/** Gives a token values of its own, beside those it has. */
export const give = (draft: Draft, token: number, values: Data): void => {
  const before = draft.own.get(token);
  draft.own.set(token, before ? { ...before, ...values } : values);
  draft.layered = true;
};

export const nodeAt = (draft: Draft, id: NodeId): Node => draft.definition.nodes[id]!;

/** An element as every step asks for it. */
export const placeAt = (draft: Draft, id: NodeId): Place => draft.places.get(id)!;

/** A new token on its way; its id. */
export const send = (draft: Draft, at: NodeId, scope: number, via?: FlowId): number => {
  const id = born(draft, scope);
  draft.queue.push(via === undefined ? { id, at, scope } : { id, at, scope, via });
  return id;
};

/** The node of a scope that compensates while nobody waits for it. */
export const quiet = '';

/** A token is done where it stands; it goes on in its turn, unless something takes it away before. */
export const done = (draft: Draft, { id, at, scope, via }: Moving, { value, inner, ends }: Omit<Done, 'resting'> = {}): void => {
  const how: Done = { value, inner, resting: draft.tokens.has(id), ...(ends && { ends }) };
  draft.queue.push(via === undefined ? { id, at, scope, done: how } : { id, at, scope, via, done: how });
};

/** Whether a token is one instance of an activity that is done several times: it lives in the activity's loop scope. */
export const isTurn = (draft: Draft, token: Moving): boolean => draft.scopes.get(token.scope)?.turns !== undefined;

/** Counts a new token in its scope; its id. */
export const born = (draft: Draft, scope: number): number => {
  draft.alive.add(scope, 1);
  return draft.next++;
};

/** Lets a token rest where it is, or wait for something else there. */
export const rest = (draft: Draft, { id, at, scope, via }: Moving, wait: Wait): void => {
  draft.tokens.set(id, via === undefined ? { id, at, scope, wait } : { id, at, scope, via, wait });
};

/** Takes a resting token out of the state, without any word about why; the token as it rested. */
export const unrest = (draft: Draft, token: Moving): Token | undefined => draft.tokens.delete(token.id);

/** Counts a token out; how many are left in its scope. */
export const dies = (draft: Draft, token: Moving): number => {
  if (draft.layered) draft.own.delete(token.id);
  return draft.alive.add(token.scope, -1);
};

/** What would wake a token, or begin the event sub-processes of a scope. */
export const subscriptionsOf = (draft: Draft, holder: { readonly token: number } | { readonly scope: number }): readonly Subscription[] => {
  if (draft.subscriptions.size === 0) return none;
  return draft.subscriptions.values().filter(({ token, scope }) => ('token' in holder ? token === holder.token : token === undefined && scope === holder.scope));
};

/** Lets tokens rest on a new incident; its id. */
export const newIncident = (draft: Draft, tokens: readonly Moving[], retry: Incident['retry'], { code, message }: Omit<Failure, 'do'>): number => {
  const first = tokens[0]!;
  const incident = draft.next++;
  draft.incidents.set(incident, { id: incident, token: first.id, retry, code, message });
  for (const token of tokens) {
    unrest(draft, token);
    rest(draft, token, { on: 'incident', incident });
  }
  draft.effects.push({ key: `incident.raise:${incident}`, type: 'incident.raise', incident, token: first.id, node: first.at, code, message });
  return incident;
};

/** Lets tokens rest on an incident. */
export const raise = (...incident: Parameters<typeof newIncident>): void => void newIncident(...incident);
