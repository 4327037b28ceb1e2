import type { FlowId, NodeId } from './definition.ts';
import { nodeAt, quiet, raise, rest, type Draft } from './draft.ts';
import { label } from './elements/ask.ts';
import type { Moving } from './elements/element.ts';
import type { Token } from './state.ts';
import { ways } from './upstream.ts';

/** The tokens that wait in one scope at one join. */
interface Held {
  readonly at: NodeId;
  readonly scope: number;
  readonly tokens: Token[];
}

const joinsOf = (draft: Draft): readonly Held[] => {
  const found = new Map<string, Held>();
  for (const token of draft.tokens.values()) {
    if (token.wait.on !== 'join') continue;
    const { at, scope } = token;
    const place = `${scope} ${at}`;
    const held = found.get(place);
    if (held) held.tokens.push(token);
    else found.set(place, { at, scope, tokens: [token] });
  }
  return [...found.values()];
};

/** Where tokens may still set out in a scope: those that do not wait at joins, and the steps that people may begin. */
function* alive(draft: Draft, scope: number): Generator<NodeId> {
  for (const { at, scope: own, wait } of draft.tokens.values()) {
    if (own === scope && wait.on !== 'join' && (wait.on !== 'scope' || draft.scopes.get(wait.scope)?.node !== quiet)) yield at;
  }
  const { node, interrupted } = draft.scopes.get(scope)!;
  const holder = draft.definition.nodes[node];
  if (holder?.kind === 'adHocSubProcess' && !holder.sequential && !interrupted) yield* holder.starts;
}

/** Whether none of those who can still move has a way to what the join needs: a parallel join each missing flow, others any more tokens at all. */
const isStuck = (draft: Draft, { at, scope, tokens }: Held): boolean => {
  const { kind, incoming, startQuantity } = nodeAt(draft, at);
  const came = new Set(tokens.map(({ via }) => via));
  const needed = new Set<FlowId>(startQuantity !== undefined || kind === 'complexGateway' ? incoming : incoming.filter((flow) => !came.has(flow)));
  const { size } = needed;
  const leads = ways(draft.definition, at);
  for (const place of alive(draft, scope)) {
    for (const flow of leads.get(place) ?? []) needed.delete(flow);
    if (kind === 'parallelGateway' ? needed.size === 0 : needed.size < size) return false;
  }
  return true;
};

/** The joins that wait in vain. */
export const stuckJoins = (draft: Draft): readonly Held[] => joinsOf(draft).filter((held) => isStuck(draft, held));

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
