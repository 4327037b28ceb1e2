import type { NodeId } from './definition.ts';
import { nodeAt, quiet, raise, rest, type Draft } from './draft.ts';
import { label } from './elements/ask.ts';
import type { Moving } from './elements/element.ts';
import type { Token } from './state.ts';
import { ways } from './ways.ts';

/** The tokens that wait in one scope at one join. */
interface Held {
  readonly at: NodeId;
  readonly tokens: Token[];
}

/** A scope with waiting joins, and where tokens may still set out in it. */
interface Waiting {
  readonly joins: Held[];
  readonly alive: NodeId[];
}

const hold = (scopes: Map<number, Waiting>, token: Token): void => {
  let waiting = scopes.get(token.scope);
  if (!waiting) scopes.set(token.scope, (waiting = { joins: [], alive: [] }));
  const held = waiting.joins.find(({ at }) => at === token.at);
  if (held) held.tokens.push(token);
  else waiting.joins.push({ at: token.at, tokens: [token] });
};

/** Whether a token may still move by itself: it does not wait at a join, nor for a compensation that nobody waits for. */
const isAlive = (draft: Draft, { wait }: Token): boolean => wait.on !== 'join' && (wait.on !== 'scope' || draft.scopes.get(wait.scope)?.node !== quiet);

/** Steps that people may still begin in a scope. */
const beginnable = (draft: Draft, scope: number): readonly NodeId[] => {
  const { node, interrupted, turns, undo } = draft.scopes.get(scope)!;
  const holder = draft.definition.nodes[node];
  return holder?.kind === 'adHocSubProcess' && !holder.sequential && !interrupted && !turns && !undo ? holder.starts : [];
};

const nowhere: readonly number[] = [];

/** Takes one off those that are missing; how many that makes less. */
const taken = (missing: Uint8Array, index: number): number => {
  if (missing[index] !== 1) return 0;
  missing[index] = 0;
  return 1;
};

/** Whether none of those who can still move has a way to what the join needs: a parallel join each missing flow, others any more tokens at all. */
const isStuck = (draft: Draft, { at, tokens }: Held, alive: readonly NodeId[]): boolean => {
  const { kind, incoming, startQuantity } = nodeAt(draft, at);
  const leads = ways(draft.definition, at);
  const missing = new Uint8Array(incoming.length).fill(1);
  let left = incoming.length;
  const serve = (place: string): void => {
    for (const flow of leads.get(place) ?? nowhere) left -= taken(missing, flow);
  };
  if (startQuantity === undefined && kind !== 'complexGateway') for (const { via } of tokens) serve(via!);
  const most = kind === 'parallelGateway' ? 0 : left - 1;
  for (const place of alive) {
    serve(place);
    if (left <= most) return false;
  }
  return true;
};

const none: readonly Held[] = [];

/** The joins that wait in vain. */
export const stuckJoins = (draft: Draft): readonly Held[] => {
  const resting = draft.tokens.look();
  if (!resting.some(({ wait }) => wait.on === 'join')) return none;
  const scopes = new Map<number, Waiting>();
  for (const token of resting) if (token.wait.on === 'join') hold(scopes, token);
  for (const token of resting) if (isAlive(draft, token)) scopes.get(token.scope)?.alive.push(token.at);
  return [...scopes].flatMap(([scope, { joins, alive }]) => {
    alive.push(...beginnable(draft, scope));
    return joins.filter((held) => isStuck(draft, held, alive));
  });
};

/**
 * Names each join at which tokens wait for others that cannot come any more, as soon as that is certain whatever happens: a fault
 * of the model. What else goes on in the instance is not disturbed.
 */
export const nameDeadlocks = (draft: Draft): void => {
  for (const { at, tokens } of stuckJoins(draft)) {
    const node = nodeAt(draft, at);
    raise(draft, tokens, node.startQuantity === undefined ? 'enter' : 'arrive', { code: 'deadlock', message: `expected more tokens to arrive at ${label(node)}, but none that is left can come there` });
  }
};

/** Another token has come to a join after all, moved by hand: those that were held there in vain wait again with it. */
export const waitAgain = (draft: Draft, { at, scope }: Moving): void => {
  for (const token of draft.tokens.values()) {
    const { wait } = token;
    if (wait.on !== 'incident' || token.at !== at || token.scope !== scope) continue;
    const incident = draft.incidents.get(wait.incident);
    if (incident && incident.code !== 'deadlock') continue;
    rest(draft, token, { on: 'join' });
    draft.doubtful = true;
    if (!incident) continue;
    draft.incidents.delete(incident.id);
    draft.effects.push({ key: `incident.resolve:${incident.id}`, type: 'incident.resolve', incident: incident.id, node: at });
  }
};
