import { workingMinutes } from '../calendar/working-minutes.ts';
import type { Definition, Node, NodeId } from '../definition.ts';
import { placeOf } from '../statechart/places.ts';
import type { State, Subscription, Token } from '../state.ts';
import type { Way } from './explore.ts';
import type { Move } from './moves.ts';

/** How late it may be, in working minutes since the clock began: by element, when its token came; by `>element`, when the last one inside was done. */
export type Times = ReadonlyMap<string, number>;

/** What a step makes of the times; absent when it cannot happen while limits are kept. */
export interface Passed {
  readonly times: Times;
  readonly now: number;
  /** The step whose own time passed. */
  readonly spent?: NodeId;
}

const keyOf = ({ at, via, wait }: Token): string => (wait.on === 'join' ? `${at}<${via ?? ''}` : at);

export const isPause = ({ step }: Node): boolean => step.clock?.startsWith('pause:') ?? false;

/** The longest that a step's own work takes; while the clock is paused it takes none. */
const ownTime = (node: Node): number => (isPause(node) || node.step.timeLimit === undefined ? 0 : workingMinutes(node.step.timeLimit) ?? 0);

/** How long a timer waits, where that is drawn as a length. */
const timerOf = ({ nodes, machine }: Definition, { node, part = 0 }: Subscription): number => {
  if (machine) {
    const key = Object.keys(placeOf(machine, node).state.after ?? {})[part] ?? '';
    return workingMinutes(key) ?? 0;
  }
  const at = nodes[node]!;
  if (!('event' in at)) return 0;
  const event = at.event.kind === 'multiple' ? at.event.events[part] : at.event;
  return event?.kind === 'timer' && event.timer.type === 'duration' && typeof event.timer.value === 'string' ? workingMinutes(event.timer.value) ?? 0 : 0;
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

/** Steps side by side take the time of the longer one: a token that comes of several is as late as the last of them. */
export const passed = (definition: Definition, before: State, times: Times, { move, outcome }: Way): Passed | undefined => {
  const after = outcome.place.slots[0]!.state;
  const { holder } = move;
  const mover = 'token' in holder ? before.tokens.find(({ id }) => id === holder.token) : undefined;
  const lateness = mover ? doneAt(definition, before, times, mover, move) : latest(definition, before, times, 'scope' in holder ? holder.scope : 0);
  if (lateness === undefined) return undefined;
  const left = before.tokens.filter(({ id }) => !after.tokens.some((token) => token.id === id));
  const isDone = definition.machine === undefined || outcome.visits.some(({ element, did }) => did === 'take' && element.includes('/onDone/'));
  const joined = isDone ? left.filter(({ wait }) => wait.on === 'join').map((token) => times.get(keyOf(token)) ?? 0) : [];
  const scopes = mover ? around(before, mover) : [];
  const holders = before.tokens.filter((token) => token.wait.on === 'scope' && scopes.includes(token.wait.scope));
  const closed = holders.filter((token) => left.includes(token)).map(({ at }) => times.get(`>${at}`) ?? 0);
  const now = Math.max(lateness, ...joined, ...closed);
  const known = new Map(before.tokens.map((token) => [token.id, token]));
  const next = new Map<string, number>();
  for (const token of after.tokens) {
    const old = known.get(token.id);
    const stays = old?.at === token.at && old.wait.on === token.wait.on && !(old === mover && old.wait.on !== 'scope');
    const key = keyOf(token);
    next.set(key, Math.max(next.get(key) ?? 0, stays ? times.get(keyOf(old)) ?? 0 : now));
    if (token.wait.on === 'scope') next.set(`>${token.at}`, Math.max(stays ? times.get(`>${token.at}`) ?? 0 : 0, holders.includes(old!) ? now : 0));
  }
  const spent = mover && definition.nodes[mover.at]!.step.timeLimit !== undefined && mover.wait.on !== 'scope' ? mover.at : undefined;
  return { times: next, now, ...(spent !== undefined && { spent }) };
};

/** When the token is done by the move at the latest. */
const doneAt = (definition: Definition, state: State, times: Times, token: Token, { deed }: Move): number | undefined => {
  const node = definition.nodes[token.at]!;
  const came = times.get(keyOf(token)) ?? 0;
  const own = ownTime(node);
  if (deed.type === 'timer') {
    if (isPause(node)) return came;
    const waits = timerOf(definition, state.subscriptions.find(({ id }) => id === deed.subscription)!);
    return own > 0 && waits > own ? undefined : came + waits;
  }
  return token.wait.on === 'scope' ? Math.max(came, times.get(`>${token.at}`) ?? 0, latest(definition, state, times, token.wait.scope)) : came + own;
};

/** When all that is under way in the scope is done at the latest. */
const latest = (definition: Definition, state: State, times: Times, scope: number): number =>
  Math.max(0, ...within(state, scope).map((token) => (times.get(keyOf(token)) ?? 0) + (token.wait.on === 'task' || token.wait.on === 'job' ? ownTime(definition.nodes[token.at]!) : 0)));
