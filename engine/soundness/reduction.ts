import type { Definition, EventDefinition, Node, NodeId } from '../definition.ts';
import type { State, Subscription, Token } from '../state.ts';
import type { Model, Place, Proven, Slot } from './model.ts';
import type { Move } from './moves.ts';
import { isOrderly } from './orderly.ts';
import { writtenBy } from './questions.ts';
import { isParallelJoin, reach, runFrom } from './reach.ts';

/**
 * Moves of one place that stand for all: those of a token that no other can disturb, with all that may interrupt it. The
 * token most upstream comes first: no other can come to where it stands, so that to let it wait would show nothing new
 * (a persistent set; see docs/soundness.md). All moves when there is no such token.
 */
export const reduced = (model: Model, place: Place, moves: readonly Move[]): readonly Move[] => {
  if (moves.length < 2) return moves;
  for (const [process, slot] of place.slots.entries()) {
    const proven = model.processes[process]!;
    if (!slot || slot.state.status !== 'active' || !isReducible(proven.definition)) continue;
    const own = moves.filter((move) => move.process === process);
    for (const token of slot.state.tokens) {
      if (token.wait.on === 'scope' || token.wait.on === 'join') continue;
      const chain = chainOf(slot.state, token);
      const belongs = ({ holder }: Pick<Move, 'holder'>) => ('token' in holder ? chain.tokens.has(holder.token) : chain.scopes.has(holder.scope));
      const group = own.filter(belongs);
      if (group.length === 0 || group.length === moves.length) continue;
      if (model.flows && !slot.state.subscriptions.every((each) => each.event.kind !== 'message' || !belongs({ holder: holderOf(each) }) || group.some(({ deed }) => 'subscription' in deed && deed.subscription === each.id))) continue;
      if (isAlone(proven, slot, token, chain)) return group;
    }
  }
  return moves;
};

const holderOf = ({ token, scope }: Subscription): Move['holder'] => (token === undefined ? { scope: scope! } : { token });

interface Chain {
  readonly tokens: ReadonlySet<number>;
  readonly scopes: ReadonlySet<number>;
}

/** The token, and the scopes around it with the tokens that hold them. */
const chainOf = ({ scopes, tokens }: State, token: Token): Chain => {
  const held = new Set([token.id]);
  const around = new Set<number>();
  for (let scope = scopes.find(({ id }) => id === token.scope); scope; ) {
    around.add(scope.id);
    const { token: holder } = scope;
    const outer = tokens.find(({ id }) => id === holder);
    if (outer) held.add(outer.id);
    scope = outer && scopes.find(({ id }) => id === outer.scope);
  }
  return { tokens: held, scopes: around };
};

/** Whether nothing that the token does in its next step and nothing that others may ever do before it depend on each other. */
const isAlone = ({ definition, questions }: Proven, { state }: Slot, token: Token, chain: Chain): boolean => {
  const { nodes } = definition;
  const others = state.tokens.filter(({ id }) => !chain.tokens.has(id));
  const joining = others.filter(({ at, wait }) => wait.on === 'join' && isParallelJoin(nodes[at]!));
  const entries = others.filter((other) => !joining.includes(other)).map(({ at }) => at);
  for (const { node, token: holder, scope } of state.subscriptions) {
    const beside = nodes[node]!;
    const isChains = holder === undefined ? chain.scopes.has(scope!) : chain.tokens.has(holder);
    if (isChains && beside.kind === 'boundaryEvent' && !beside.interrupting) entries.push(node);
    if (isChains && beside.kind === 'startEvent' && beside.interrupting === false) entries.push(beside.parent);
  }
  const reached = reach(definition, entries, joining.flatMap(({ via }) => via ?? []));
  if (reached.has(token.at)) return false;
  const run = [...runFrom(definition, token.at), ...exits(definition, state, token)];
  if (run.some((id) => isHarmful(nodes[id]!))) return false;
  const written = new Set(run.flatMap((id) => writtenBy(nodes[id]!)));
  const read = new Set(run.flatMap((id) => questions.reads.get(id) ?? []));
  for (const id of reached) {
    if (questions.reads.get(id)?.some((root) => written.has(root)) || (read.size > 0 && writtenBy(nodes[id]!).some((root) => read.has(root)))) return false;
  }
  return true;
};

/** Where the step goes on when the token is the last one of its scope. */
const exits = (definition: Definition, { scopes, tokens }: State, token: Token): readonly NodeId[] => {
  const found: NodeId[] = [];
  for (let last: Token | undefined = token; last && !tokens.some(({ id, scope }) => scope === last!.scope && id !== last!.id); ) {
    const { token: holder } = scopes.find(({ id }) => id === last!.scope)!;
    last = tokens.find(({ id }) => id === holder);
    if (last) found.push(...runFrom(definition, last.at));
  }
  return found;
};

/** Ends more than its own token. */
const isHarmful = (node: Node): boolean => node.kind === 'endEvent' && parts(node.event).some(({ kind }) => kind === 'terminate' || kind === 'error');

const parts = (event: EventDefinition): readonly EventDefinition[] => (event.kind === 'multiple' ? event.events : [event]);

const known = new WeakMap<Definition, boolean>();
const disturbing = new Set<EventDefinition['kind']>(['signal', 'conditional', 'compensation', 'cancel', 'escalation']);

/** Whether no element lets tokens act on each other from afar, and none can meet but at joins. */
const isReducible = (definition: Definition): boolean => {
  let answer = known.get(definition);
  if (answer === undefined) known.set(definition, (answer = Object.values(definition.nodes).every(isLocal) && isOrderly(definition)));
  return answer;
};

const isLocal = (node: Node): boolean =>
  node.kind !== 'complexGateway' && node.kind !== 'adHocSubProcess' && node.kind !== 'transaction' && node.startQuantity === undefined && node.completionQuantity === undefined
  && !node.forCompensation && (node.loop?.kind !== 'multi' || !node.loop.throws) && (!('event' in node) || !parts(node.event).some(({ kind }) => disturbing.has(kind)));
