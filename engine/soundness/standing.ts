import type { Definition, Node } from '../definition.ts';
import type { Draft } from '../draft.ts';
import type { Visit } from '../effect.ts';
import type { Mark, Microstep } from '../statechart/run.ts';
import type { Turns } from '../state.ts';

/** How far an event has come between two automatic steps. */
export type Standing = Draft | Microstep;

const isMicrostep = (now: Standing): now is Microstep => 'marks' in now;

/** Where tokens went for the event so far. */
export const visitsUntil = (now: Standing | undefined): readonly Visit[] => (!now ? [] : isMicrostep(now) ? now.marks.flatMap(visitsOf) : now.visits);

const visitsOf = (mark: Mark): readonly Visit[] => {
  switch (mark.did) {
    case 'enter': return [{ element: mark.id, did: 'enter' }];
    case 'exit': return [{ element: mark.id, did: 'leave' }];
    case 'take': return mark.flows.map((element) => ({ element, did: 'take' }));
    default: return [];
  }
};

/** More ends, messages and records than these are not told apart: nothing that is looked at counts further. */
const mostCounted = 4;
const ids = new Set(['id', 'token', 'scope', 'incident', 'inner', 'undoes']);
const unseen = new Set(['own', 'data', 'keys', 'from', 'message', 'entries', 'results', 'known', 'value', 'values']);

/**
 * A text that is the same for two standings within one event only when the same can follow, answers aside: all that the step still
 * reads, with ids numbered as they come, and what it has passed that the proof will count. Written when asked for, of how it stands now.
 */
export const standingText = (now: Standing, definition: Definition): (() => string) => {
  if (isMicrostep(now)) {
    const { active, history, event, raised, idle, marks } = now;
    const { length } = marks;
    return () => {
      const before = marks.slice(0, length);
      return JSON.stringify([passedText(definition, before.flatMap(visitsOf), before.flatMap((mark) => (mark.did === 'emit' ? [mark.id] : []))), active, history, event, raised, idle]);
    };
  }
  const { changed, doubtful, status, visits, effects } = now;
  const [queue, tokens, scopes] = [now.queue.slice(now.head), now.tokens.values(), now.scopes.values()];
  const others = [now.subscriptions.values(), now.incidents.values(), now.compensations.values()];
  const lengths = [visits.length, effects.length];
  return () => {
    const passed = passedText(definition, visits.slice(0, lengths[0]), effects.slice(0, lengths[1]).flatMap((effect) => (effect.type === 'message.send' ? [effect.node] : [])));
    const counted = scopes.map((scope) => ({ ...scope, turns: scope.turns && turnsText(definition.nodes[scope.node]!, scope.turns) }));
    return JSON.stringify([passed, changed, doubtful, status, queue, tokens, counted, others], numbering());
  };
};

const numbering = (): ((key: string, value: unknown) => unknown) => {
  const names = new Map<number, number>();
  const named = (id: number): number => names.get(id) ?? names.set(id, names.size).get(id)!;
  return (key, value) => {
    if (unseen.has(key)) return undefined;
    if (key === 'undo') return (value as readonly number[]).map(named);
    return typeof value === 'number' && ids.has(key) ? named(value) : value;
  };
};

/** Ends that were reached, messages that were sent, and steps by which time is counted. */
const passedText = (definition: Definition, visits: readonly Visit[], senders: readonly string[]): string => {
  const counts = new Map<string, number>();
  const count = (what: string): unknown => counts.set(what, Math.min((counts.get(what) ?? 0) + 1, mostCounted));
  for (const { element, did } of visits) {
    const node = definition.nodes[element];
    if (did === 'enter' && node?.kind === 'endEvent') count(element);
    if (did === 'enter' && node && (node.step.clock !== undefined || node.step.timeLimit !== undefined)) counts.set(`@${element}`, 1);
    if (did === 'take' && element.includes('/onDone/')) counts.set('done', 1);
  }
  for (const sender of senders) count(`!${sender}`);
  return [...counts].map(([what, often]) => `${what}*${often}`).toSorted().join(' ');
};

/** How many turns are under way, and how many there are still to be where their number is known. */
export const turnsText = ({ loop }: Node, { total, begun, done }: Turns): string => {
  const all = total ?? (loop?.kind === 'standard' ? loop.maximum : undefined);
  return `#${begun - done}${all === undefined ? '' : `/${all - done}`}`;
};
