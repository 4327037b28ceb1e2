import type { Definition, FlowId, Node, NodeId } from './definition.ts';
import type { Effect, Visit } from './effect.ts';
import type { Failure, Moving } from './elements/element.ts';
import type { Environment } from './environment.ts';
import { placesOf, type Place, type Places } from './place.ts';
import { Population } from './population.ts';
import { RareMap } from './rare-map.ts';
import type { Compensation, Data, Incident, Json, Scope, State, Subscription, Token, Wait } from './state.ts';
import type { Step } from './step.ts';
import { Table, TokenTable } from './table.ts';

/**
 * One transition's working copy of a state. It is changed in place, so that a step costs the same however many came
 * before it in the same transition; nobody outside sees it. Tokens on their way stand in `queue`, resting ones in `tokens`.
 */
export interface Draft {
  readonly definition: Definition;
  readonly places: Places;
  /** The place that was asked for last, because most are asked for several times in a row. */
  near: Place | undefined;
  readonly environment: Environment;
  readonly at: string;
  readonly tokens: TokenTable;
  readonly scopes: Table<Scope>;
  readonly subscriptions: Table<Subscription>;
  readonly incidents: Table<Incident>;
  /** Oldest first. */
  readonly compensations: Table<Compensation>;
  /** Own values of tokens on their way; those of a resting token stand with it. See `ownOf`. */
  readonly carried: RareMap<Data>;
  /** Tokens alive in each scope, resting or moving. */
  readonly alive: Population;
  /** What is still to be done, in order; what lies before `head` is done. */
  readonly queue: Pending[];
  head: number;
  readonly effects: Effect[];
  readonly visits: Visit[];
  data: Record<string, Json>;
  ownsData: boolean;
  /** Whether any token or scope has values of its own, so that data must be looked up scope by scope; not known until somebody asks. */
  layered: boolean | undefined;
  /** Data have changed since conditions were last asked. */
  changed: boolean;
  /** A token has begun to wait at a join, or a way was given up: a join may wait in vain now. */
  doubtful: boolean;
  /** The token of a step that a person skips: what flows out of it is not sent. */
  skipped: number | undefined;
  status: State['status'];
  history: State['history'];
  conversation: State['conversation'];
  next: number;
}

/**
 * A token that arrives or, when `done`, is done where it stands and goes on. All have the same fields in the same order,
 * whatever they are for: every step reads them many times, and one shape is quicker to read than many.
 */
export interface Pending extends Moving {
  readonly via: FlowId | undefined;
  readonly done: Done | undefined;
  /** It waited for its data: the set of inputs with which it begins now. */
  readonly inputSet: number | undefined;
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

export const draftOf = (definition: Definition, state: State, at: string, environment: Environment): Draft => ({
  definition, places: placesOf(definition), near: undefined, environment, at,
  tokens: new TokenTable(state.tokens, state.next), scopes: new Table(state.scopes), subscriptions: new Table(state.subscriptions), incidents: new Table(state.incidents),
  compensations: new Table(state.compensations ?? none), carried: new RareMap(),
  alive: new Population(state.tokens), queue: [], head: 0, effects: [], visits: [],
  data: state.data as Record<string, Json>, ownsData: false, layered: undefined, changed: false, doubtful: false, skipped: undefined, status: state.status, history: state.history, conversation: state.conversation, next: state.next,
});

export const stepOf = (draft: Draft): Step => {
  const state: { -readonly [K in keyof State]: State[K] } = {
    format: 2,
    definition: draft.definition.id,
    status: draft.status,
    data: draft.data,
    scopes: draft.scopes.values(),
    tokens: draft.tokens.values(),
    subscriptions: draft.subscriptions.values(),
    incidents: draft.incidents.values(),
    next: draft.next,
  };
  if (draft.compensations.size > 0) state.compensations = draft.compensations.values();
  if (draft.history) state.history = draft.history;
  if (draft.conversation) state.conversation = draft.conversation;
  return { state, effects: draft.effects, visits: draft.visits };
};

export const addScope = (draft: Draft, scope: Scope): void => {
  draft.scopes.set(scope.id, scope);
  if (scope.own || scope.called !== undefined) draft.layered = true;
};

/** Whether data must be looked up scope by scope. */
export const isLayered = (draft: Draft): boolean =>
  (draft.layered ??= draft.scopes.look().some(({ own, called }) => own !== undefined || called !== undefined) || draft.tokens.look().some(({ own }) => own !== undefined));

/** What a token alone knows, moving or resting. */
export const ownOf = (draft: Draft, token: number): Data | undefined => draft.carried.get(token) ?? draft.tokens.get(token)?.own;

/** Gives a token values of its own, beside those it has. */
export const give = (draft: Draft, token: number, values: Data): void => {
  draft.layered = true;
  const resting = draft.tokens.get(token);
  const before = resting ? resting.own : draft.carried.get(token);
  const own = before ? { ...before, ...values } : values;
  if (resting) draft.tokens.set(token, { ...resting, own });
  else draft.carried.set(token, own);
};

export const nodeAt = (draft: Draft, id: NodeId): Node => draft.definition.nodes[id]!;

/** An element as every step asks for it. */
export const placeAt = (draft: Draft, id: NodeId): Place => (draft.near?.id === id ? draft.near : (draft.near = draft.places.byId.get(id)!));

/** A token as it stands in the queue. */
export const onItsWay = ({ id, at, scope, via }: Moving): Pending => ({ id, at, scope, via, done: undefined, inputSet: undefined });

/** A token that is counted already arrives in its turn. */
export const setOut = (draft: Draft, token: Moving): void => void draft.queue.push(onItsWay(token));

/** A new token on its way; its id. */
export const send = (draft: Draft, at: NodeId, scope: number, via?: FlowId): number => {
  const id = born(draft, scope);
  draft.queue.push({ id, at, scope, via, done: undefined, inputSet: undefined });
  return id;
};

/** The node of a scope that compensates while nobody waits for it. */
export const quiet = '';

/** A token is done where it stands; it goes on in its turn, unless something takes it away before. */
export const done = (draft: Draft, { id, at, scope, via }: Moving, { value, inner, ends }: Omit<Done, 'resting'> = {}): void => {
  const how: Done = { value, inner, resting: draft.tokens.has(id), ...(ends && { ends }) };
  draft.queue.push({ id, at, scope, via, done: how, inputSet: undefined });
};

/** Whether a token is one instance of an activity that is done several times: it lives in the activity's loop scope. */
export const isTurn = (draft: Draft, token: Moving): boolean => draft.scopes.get(token.scope)?.turns !== undefined;

/** Counts a new token in its scope; its id. */
export const born = (draft: Draft, scope: number): number => {
  draft.alive.add(scope, 1);
  return draft.next++;
};

/** Lets a token rest where it is, or wait for something else there; the token as it rests. */
export const rest = (draft: Draft, { id, at, scope, via }: Moving, wait: Wait): Token => {
  const token = via === undefined ? { id, at, scope, wait } : { id, at, scope, via, wait };
  const before = draft.tokens.set(id, token);
  const own = draft.carried.get(id) ?? before?.own;
  return own === undefined ? token : keepOwn(draft, { ...token, own });
};

const keepOwn = (draft: Draft, token: Token): Token => {
  draft.tokens.set(token.id, token);
  draft.carried.delete(token.id);
  return token;
};

/** Takes a resting token out of the state, without any word about why; the token as it rested. */
export const unrest = (draft: Draft, token: Moving): Token | undefined => {
  const rested = draft.tokens.delete(token.id);
  if (!rested?.own) return rested;
  draft.layered = true;
  draft.carried.set(token.id, rested.own);
  return rested;
};

/** Counts a token out. */
export const dies = (draft: Draft, token: Moving): void => {
  draft.carried.delete(token.id);
  draft.alive.add(token.scope, -1);
};

/** What would wake a token, or begin the event sub-processes of a scope. */
export const subscriptionsOf = (draft: Draft, holder: { readonly token: number } | { readonly scope: number }): readonly Subscription[] => {
  if (draft.subscriptions.size === 0) return none;
  return draft.subscriptions.look().filter(({ token, scope }) => ('token' in holder ? token === holder.token : token === undefined && scope === holder.scope));
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
