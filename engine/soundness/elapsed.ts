import type { Node, NodeId } from '../definition.ts';
import { placeOf } from '../statechart/places.ts';
import type { Json, State, Subscription, Token } from '../state.ts';
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

/** How long a timer may wait, as limits, where that is drawn as a length or follows from what the data may be. */
const lengthsOf = ({ definition, questions: { knowledge }, measure: { minutes } }: Proven, { node, part = 0 }: Subscription): readonly string[] | undefined => {
  const { nodes, machine, id } = definition;
  const lengths = (all: readonly Json[] = []): readonly string[] | undefined => (all.length > 0 && all.every((each) => typeof each === 'string' && minutes(each) !== undefined) ? all as readonly string[] : undefined);
  if (machine) {
    const key = Object.keys(placeOf(machine, node).state.after ?? {})[part] ?? '';
    return lengths(key.startsWith('=') ? knowledge.valuesOf({ process: id, text: key.slice(1).trim() }) : [key]);
  }
  const at = nodes[node]!;
  if (!('event' in at)) return undefined;
  const event = at.event.kind === 'multiple' ? at.event.events[part] : at.event;
  if (event?.kind !== 'timer' || event.timer.type === 'date') return undefined;
  const { value } = event.timer;
  return typeof value === 'string' ? lengths([value.replace(/^R1\//, '')]) : event.timer.type === 'duration' ? lengths(knowledge.valuesOf({ process: processOf(definition, at.id), text: value.text })) : undefined;
};

/** When the timer is over at the latest that began when the token came. */
const timerEnd = (proven: Proven, subscription: Subscription, came: number): number | undefined => {
  const lengths = lengthsOf(proven, subscription);
  return lengths && Math.max(...lengths.map((each) => proven.measure.after(came, each)!));
};

/** All limits and lengths by which time passes in the process. */
export const limitsIn = (proven: Proven, subscriptions: readonly Subscription[]): readonly string[] => [
  ...Object.values(proven.definition.nodes).flatMap(({ step }) => step.timeLimit ?? []), ...subscriptions.flatMap((each) => (each.event.kind === 'timer' ? lengthsOf(proven, each) ?? [] : [])),
];

/** The latest until which a token that came then stays where nothing else moves it: its step's limit, or a timer that ends its wait before that; unknown when there is neither. */
const ownEnd = (proven: Proven, { subscriptions }: State, { id, at, wait }: Token, came: number): number | undefined => {
  const node = proven.definition.nodes[at]!;
  // While the clock is paused a step takes no time, and machines take none.
  if (isPause(node)) return proven.measure.afterPause(came);
  if (wait.on === 'scope' || wait.on === 'join' || wait.on === 'incident') return came;
  const limit = node.step.timeLimit === undefined ? undefined : proven.measure.after(came, node.step.timeLimit);
  const ends = subscriptions.flatMap((each) => (each.token === id && each.event.kind === 'timer' && isEnding(proven, each) ? timerEnd(proven, each, came) ?? [] : []));
  if (limit === undefined && ends.length === 0) return wait.on === 'job' ? came : undefined;
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
  const own = ownEnd(proven, state, token, came);
  if (deed.type === 'timer') {
    if (isPause(node)) return own;
    const subscription = state.subscriptions.find(({ id }) => id === deed.subscription)!;
    const ends = timerEnd(proven, subscription, came) ?? came + unknown;
    if (own === undefined || own <= came || ends <= own) return ends;
    const { timeLimit } = node.step;
    return timeLimit !== undefined && lengthsOf(proven, subscription)?.some((length) => proven.measure.mayCutShort(length, timeLimit)) ? own : undefined;
  }
  return token.wait.on === 'scope' ? Math.max(came, times.get(`>${token.at}`) ?? 0, latest(proven, state, times, token.wait.scope)) : own ?? came + unknown;
};

/** Whether what ended the wait may come at any time: a timer of no known length, or an event or work that nothing limits. */
const isUncounted = (proven: Proven, state: State, token: Token, { deed }: Move): boolean => {
  if (isPause(proven.definition.nodes[token.at]!)) return false;
  if (deed.type === 'timer') return lengthsOf(proven, state.subscriptions.find(({ id }) => id === deed.subscription)!) === undefined;
  return ownEnd(proven, state, token, 0) === undefined;
};

/** When all that is under way in the scope is done at the latest. */
const latest = (proven: Proven, state: State, times: Times, scope: number): number =>
  Math.max(0, ...within(state, scope).map((token) => {
    const came = times.get(keyOf(token)) ?? 0;
    return token.wait.on === 'task' || token.wait.on === 'job' ? ownEnd(proven, state, token, came) ?? came : came;
  }));
