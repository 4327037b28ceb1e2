import type { Definition } from '../engine/definition.ts';
import type { Beginning, Event, Modify } from '../engine/event.ts';
import type { Scope, State, Token } from '../engine/state.ts';
import { transition } from '../engine/transition.ts';
import { stateOf } from '../storage/tables/dossiers.ts';
import type { Transaction } from '../storage/store.ts';
import { lookAt } from './open-dossier.ts';
import { replayed } from './replayed.ts';
import type { Surroundings } from './runtime.ts';

/** The last move of a dossier by hand, and the move that takes it back. */
export interface MoveBack extends Pick<Modify, 'cancel' | 'begin'> {
  readonly at: string;
  readonly actor: string;
  /** The elements where it stood before, and where the move brought it. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * The way back from the last move by hand, as long as nothing has happened since: what the move began is taken away, and
 * what it took away begins anew where it stood. Nothing where there is no such way, or the record of it is erased.
 */
export async function moveBack(world: Surroundings, tx: Transaction, dossierId: string): Promise<MoveBack | undefined> {
  const { row, procedure: { definition, environment } } = await lookAt(world, tx, world.now(), dossierId);
  const payloads = await tx.journalPayloads.find({ dossierId }, { order: [['seq', 'asc']] });
  const told = payloads.map(({ seq, payload }) => ({ seq, events: (payload as { readonly events: readonly Event[] }).events }));
  const last = told.findLast(({ events }) => events.length > 0);
  if (row.status !== 'active' || payloads.length < row.version || last === undefined) return undefined;
  const entry = await tx.journal.first({ dossierId, seq: last.seq });
  // values that were put right with a move are not taken back with it
  if (entry?.kind !== 'move' || last.events.some((event) => event.type === 'modify' && event.data !== undefined)) return undefined;
  const before = await replayed(world, tx, row, told.filter(({ seq }) => seq < last.seq).flatMap(({ events }) => events));
  if (before === undefined) return undefined;
  const now = stateOf(row);
  const [left, begun] = [differing(before, now, definition), differing(now, before, definition)];
  const back = { cancel: definition.machine === undefined ? outermost(begun, now).map(({ id }) => id) : [], begin: left.map((token) => whereOf(token, definition)) };
  if ('rejected' in transition(definition, now, { type: 'modify', at: world.now(), by: entry.actor, reason: '…', ...back }, environment)) return undefined;
  const places = (tokens: readonly Token[]): readonly string[] => [...new Set(tokens.map(({ at }) => at))];
  return { at: entry.at, actor: entry.actor, ...back, from: places(left), to: places(begun) };
}

/** Where one state stands and another does not: what stands within a scope, but of turns and called processes the whole. */
function differing(of: State, other: State, { machine }: Definition): readonly Token[] {
  const known = new Set(other.tokens.map(({ id, at }) => (machine === undefined ? String(id) : at)));
  const gone = of.tokens.filter(({ id, at }) => !known.has(machine === undefined ? String(id) : at));
  const whole = (token: Token): boolean => token.wait.on !== 'scope' || isWhole(scopeOf(of, token.wait.scope));
  return gone.filter((token) => whole(token) && !within(of, token).some(whole));
}

const isWhole = (scope: Scope | undefined): boolean => scope?.turns !== undefined || scope?.called !== undefined;
const scopeOf = ({ scopes }: State, id: number): Scope | undefined => scopes.find((scope) => scope.id === id);

/** The tokens that hold what a token stands in, from the nearest. */
function within(state: State, { scope }: Token): readonly Token[] {
  const holder = state.tokens.find(({ id }) => id === scopeOf(state, scope)?.token);
  return holder === undefined ? [] : [holder, ...within(state, holder)];
}

/** Whatever holds others takes them with it. */
const outermost = (tokens: readonly Token[], state: State): readonly Token[] => {
  const ids = new Set(tokens.map(({ id }) => id));
  return tokens.filter((token) => !within(state, token).some(({ id }) => ids.has(id)));
};

/** What waits at a join has come along a flow. */
const whereOf = ({ at, via }: Token, { nodes }: Definition): Beginning => {
  const node = nodes[at];
  return via !== undefined && node !== undefined && /^(parallel|inclusive|complex)Gateway$/.test(node.kind) ? { place: 'along', element: via } : { place: 'before', element: at };
};
