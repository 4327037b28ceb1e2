import type { Node, NodeId } from '../definition.ts';
import { placeOf } from '../statechart/places.ts';
import type { State, Subscription, Token } from '../state.ts';
import { processOf } from './calls.ts';
import type { Way } from './explore.ts';
import type { Proven } from './model.ts';
import type { Move } from './moves.ts';

/** How late it may be, in minutes of the measure since the clock began: by element, when its token came; by `>element`, when the last one inside was done. */
export type Times = ReadonlyMap<string, number>;

/** What a step makes of the times; absent when it cannot happen while limits are kept. */
export interface Passed {
  readonly times: Times;
  readonly now: number;
  /** The step whose own time passed, and when its token had come to it. */
  readonly spent?: { readonly step: NodeId; readonly since: number };
  /** Where one waited for as long as nobody knows. */
  readonly uncounted?: NodeId;
}

const keyOf = ({ at, via, wait }: Token): string => (wait.on === 'join' ? `${at}<${via ?? ''}` : at);

export const isPause = ({ step }: Node): boolean => step.clock?.startsWith('pause:') ?? false;

/** How long a timer waits at most, where that is drawn as a length or follows from what the data may be. */
const timerOf = ({ definition, questions: { knowledge }, measure: { minutes } }: Proven, { node, part = 0 }: Subscription): number | undefined => {
  const { nodes, machine, id } = definition;
  const longest = (process: string, text: string): number | undefined => {
    const lengths = knowledge.valuesOf({ process, text })?.map((value) => (typeof value === 'string' ? minutes(value) : undefined)) ?? [];
    return lengths.length > 0 && lengths.every((each) => each !== undefined) ? Math.max(...lengths) : undefined;
  };
  if (machine) {
    const key = Object.keys(placeOf(machine, node).state.after ?? {})[part] ?? '';
    return key.startsWith('=') ? longest(id, key.slice(1).trim()) : minutes(key);
  }
  const at = nodes[node]!;
  if (!('event' in at)) return undefined;
  const event = at.event.kind === 'multiple' ? at.event.events[part] : at.event;
  if (event?.kind !== 'timer' || event.timer.type === 'date') return undefined;
  const { value } = event.timer;
  return typeof value === 'string' ? minutes(value.replace(/^R1\//, '')) : event.timer.type === 'duration' ? longest(processOf(definition, at.id), value.text) : undefined;
};

/** The longest that a token stays where nothing else moves it: its step's limit, or a timer that ends its wait before that; unknown when there is neither. */
const ownTime = (proven: Proven, { subscriptions }: State, { id, at, wait }: Token): number | undefined => {
  const node = proven.definition.nodes[at]!;
  // While the clock is paused a step takes no time, and machines take none.
  if (isPause(node) || wait.on === 'scope' || wait.on === 'join' || wait.on === 'incident') return 0;
  const limit = node.step.timeLimit === undefined ? undefined : proven.measure.minutes(node.step.timeLimit);
  const ends = subscriptions.flatMap((each) => (each.token === id && each.event.kind === 'timer' && isEnding(proven, each) ? timerOf(proven, each) ?? [] : []));
  if (limit === undefined && ends.length === 0) return wait.on === 'job' ? 0 : undefined;
  return Math.min(limit ?? Infinity, ...ends);
};

/** Whether the wait of the token is over when the event happens. */
const isEnding = ({ definition: { nodes } }: Proven, { node }: Subscription): boolean => {
  const at = nodes[node]!;
  return at.kind !== 'boundaryEvent' || at.interrupting;
};

/** Tokens within a scope, at any depth. */
const within = (state: State, scope: number): readonly Token[] => state.tokens.filter((token) => around(state, token).includes(scope));

const around = ({ scopes, tokens }: State, token: Token): readonly number[] => {
  const found: number[] = [];
  for (let scope = scopes.find(({ id }) => id === token.scope); scope; ) {
    found.push(scope.id);
    const holder = tokens.find(({ id }) => id === scope!.token);
    scope = holder && scopes.find(({ id }) => id === holder.scope);
  }
  return found;
};

/** Longer than any limit: how long one waits where nobody knows, to see what comes of it. */
export const endless = 1e9;

/** Steps side by side take the time of the longer one: a token that comes of several is as late as the last of them. Waits of no known length take no time, but one `forever`. */
export const passed = (proven: Proven, before: State, times: Times, { move, outcome }: Way, forever?: NodeId): Passed | undefined => {
  const { definition } = proven;
  const after = outcome.place.slots[0]!.state;
  const { holder } = move;
  const mover = 'token' in holder ? before.tokens.find(({ id }) => id === holder.token) : undefined;
  const lateness = mover ? doneAt(proven, before, times, mover, move, move.element === forever ? endless : 0) : latest(proven, before, times, 'scope' in holder ? holder.scope : 0);
  if (lateness === undefined) return undefined;
  const left = before.tokens.filter(({ id }) => !after.tokens.some((token) => token.id === id));
  const isDone = definition.machine === undefined || outcome.visits.some(({ element, did }) => did === 'take' && element.includes('/onDone/'));
  const joined = isDone ? left.filter(({ wait }) => wait.on === 'join').map((token) => times.get(keyOf(token)) ?? 0) : [];
  const event = 'subscription' in move.deed ? before.subscriptions.find(({ id }) => id === (move.deed as { readonly subscription?: number }).subscription) : undefined;
  const isBeside = event !== undefined && !isEnding(proven, event);
  const scopes = mover ? around(before, mover) : [];
  const holders = before.tokens.filter((token) => token.wait.on === 'scope' && scopes.includes(token.wait.scope));
  const closed = !isDone ? [] : holders.filter((token) => left.includes(token)).map(({ at }) => times.get(`>${at}`) ?? 0);
  const now = Math.max(lateness, ...joined, ...closed);
  const known = new Map(before.tokens.map((token) => [token.id, token]));
  const next = new Map<string, number>();
  for (const token of after.tokens) {
    const old = known.get(token.id);
    const stays = old?.at === token.at && old.wait.on === token.wait.on && (old !== mover || old.wait.on === 'scope' || isBeside);
    const key = keyOf(token);
    next.set(key, Math.max(next.get(key) ?? 0, stays ? times.get(keyOf(old)) ?? 0 : now));
    if (token.wait.on === 'scope') next.set(`>${token.at}`, Math.max(stays ? times.get(`>${token.at}`) ?? 0 : 0, holders.includes(old!) ? now : 0));
  }
  // A wait of no known length is had once on a way, as a limit is: else each turn of a loop would be later than all before.
  const takesTime = mover && (move.element === forever || (definition.nodes[mover.at]!.step.timeLimit !== undefined && mover.wait.on !== 'scope'));
  const spent = takesTime ? { step: mover.at, since: times.get(keyOf(mover)) ?? 0 } : undefined;
  return { times: next, now, ...(spent && { spent }), ...(mover && isUncounted(proven, before, mover, move) && { uncounted: move.element }) };
};

/** When the token is done by the move at the latest. */
const doneAt = (proven: Proven, state: State, times: Times, token: Token, { deed }: Move, unknown: number): number | undefined => {
  const node = proven.definition.nodes[token.at]!;
  const came = times.get(keyOf(token)) ?? 0;
  if (deed.type === 'timer') {
    if (isPause(node)) return came;
    const subscription = state.subscriptions.find(({ id }) => id === deed.subscription)!;
    const waits = timerOf(proven, subscription) ?? unknown;
    const own = ownTime(proven, state, token);
    return own !== undefined && own > 0 && waits > own ? undefined : came + waits;
  }
  return token.wait.on === 'scope' ? Math.max(came, times.get(`>${token.at}`) ?? 0, latest(proven, state, times, token.wait.scope)) : came + (ownTime(proven, state, token) ?? unknown);
};

/** Whether what ended the wait may come at any time: a timer of no known length, or an event or work that nothing limits. */
const isUncounted = (proven: Proven, state: State, token: Token, { deed }: Move): boolean => {
  if (isPause(proven.definition.nodes[token.at]!)) return false;
  if (deed.type === 'timer') return timerOf(proven, state.subscriptions.find(({ id }) => id === deed.subscription)!) === undefined;
  return ownTime(proven, state, token) === undefined;
};

/** When all that is under way in the scope is done at the latest. */
const latest = (proven: Proven, state: State, times: Times, scope: number): number =>
  Math.max(0, ...within(state, scope).map((token) => (times.get(keyOf(token)) ?? 0) + (token.wait.on === 'task' || token.wait.on === 'job' ? ownTime(proven, state, token) ?? 0 : 0)));
