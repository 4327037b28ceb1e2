import { cancel } from './cancel.ts';
import { keep } from './data.ts';
import type { Definition, Node, NodeId } from './definition.ts';
import { addScope, born, isTurn, nodeAt, rest, setOut, type Draft } from './draft.ts';
import { label } from './elements/ask.ts';
import type { Moving } from './elements/element.ts';
import type { Beginning, Modify } from './event.ts';
import { announce } from './announce.ts';
import { armBoundaries, passOn } from './fold.ts';
import { mapInputs } from './mapping.ts';
import { reject } from './precondition.ts';
import type { Scope, Token } from './state.ts';
import type { Rejection } from './step.ts';
import { isContainer, watch } from './watch.ts';

const joining: ReadonlySet<Node['kind']> = new Set(['parallelGateway', 'inclusiveGateway', 'complexGateway']);

/** The process or sub-process whose elements live in a scope; nothing for loops and compensations, which hold none of their own. */
export const holderOf = (definition: Definition, { node, token, called, turns, undo }: Scope): NodeId | undefined => {
  if (token === undefined) return definition.id;
  if (called !== undefined) return called;
  return turns || undo ? undefined : node;
};

/**
 * A person changes where an instance stands: tokens are taken away with all that is within them, others begin. Scopes that are
 * left empty end with them; scopes that are needed are opened. Refused, and nothing changes, when it would leave nothing.
 */
export const modify = (draft: Draft, { cancel: taken, begin, data }: Modify): Rejection | undefined => {
  const known = new Set(draft.tokens.values().map(({ id }) => id));
  for (const id of taken) {
    const refused = takeAway(draft, known, id);
    if (refused) return refused;
  }
  if (data) keep(draft, data);
  const placed: { readonly token: Moving; readonly after: boolean }[] = [];
  for (const beginning of begin) {
    const token = place(draft, beginning);
    if ('rejected' in token) return token;
    placed.push({ token, after: beginning.place === 'after' });
  }
  const refused = leaveEmpty(draft) ?? watchAgain(draft);
  if (refused) return refused;
  for (const { token, after } of placed) if (!after) setOut(draft, token);
  for (const { token, after } of placed) if (after && draft.scopes.has(token.scope)) passOn(draft, token);
  return undefined;
};

/** Whether something is being undone within a token's scopes: half of it done, nobody could say what is left. */
const holdsUndoing = (draft: Draft, { wait }: Token): boolean => wait.on === 'scope' && isUndoing(draft, wait.scope);
const isUndoing = (draft: Draft, scope: number): boolean =>
  compensates(draft, scope) || draft.tokens.values().some((token) => token.scope === scope && holdsUndoing(draft, token));

const takeAway = (draft: Draft, known: ReadonlySet<number>, id: number): Rejection | undefined => {
  const token = draft.tokens.get(id);
  if (!token) return known.has(id) ? undefined : reject('no-token', `expected a token ${id} to take away, but there is none: it may have moved on`);
  if (isTurn(draft, token)) return reject('no-token', `expected the whole of ${label(nodeAt(draft, token.at))} to be taken away, because the number of its turns is fixed, but got one of them`, token.at);
  if (compensates(draft, token.scope)) return reject('no-token', `expected a token that does not compensate, but ${label(nodeAt(draft, token.at))} does`, token.at);
  if (holdsUndoing(draft, token)) return reject('no-token', `expected a token within which nothing is being compensated, but ${label(nodeAt(draft, token.at))} waits for that: let it be done first`, token.at);
  cancel(draft, token);
  return undefined;
};

const compensates = (draft: Draft, scope: number): boolean => {
  const { undo, undoes } = draft.scopes.get(scope)!;
  return undo !== undefined || undoes !== undefined;
};

/** A scope without tokens ends with the token that holds it; an ad-hoc sub-process waits for its next step. */
const leaveEmpty = (draft: Draft): Rejection | undefined => {
  const isEmpty = (scope: Scope): boolean =>
    scope.token !== undefined && draft.alive.get(scope.id) === 0 && (scope.turns !== undefined || nodeAt(draft, scope.node).kind !== 'adHocSubProcess');
  for (let empty = [...draft.scopes.values()].find(isEmpty); empty; empty = [...draft.scopes.values()].find(isEmpty)) {
    const refused = takeAway(draft, new Set(), empty.token!);
    if (refused) return refused;
  }
  return draft.alive.get(0) === 0 ? reject('no-token', 'expected something to go on after the change, but nothing would; withdraw the dossier instead') : undefined;
};

/** A scope that no event sub-process interrupts any more, because a person took that away, watches for its events again, from now on. */
const watchAgain = (draft: Draft): Rejection | undefined => {
  for (const { interrupted, ...scope } of draft.scopes.values()) {
    // An ad-hoc sub-process that only waits for its open steps is marked in the same way.
    if (!interrupted || draft.definition.nodes[scope.node]?.kind === 'adHocSubProcess' || isCancelled(draft, scope) || draft.tokens.values().some(({ at, scope: id }) => id === scope.id && nodeAt(draft, at).kind === 'eventSubProcess')) continue;
    draft.scopes.set(scope.id, scope);
    const unwatched = watch(draft, scope.id);
    if (unwatched) return reject('no-place', unwatched.message, scope.node);
  }
  return undefined;
};

/** A new token where a person wants it, in a scope that is open or is opened for it. */
const place = (draft: Draft, { place: where, element, scope: wanted }: Beginning): Moving | Rejection => {
  const { definition } = draft;
  const flow = where === 'along' && Object.hasOwn(definition.flows, element) ? definition.flows[element] : undefined;
  const id = flow?.target ?? element;
  const node = Object.hasOwn(definition.nodes, id) ? definition.nodes[id] : undefined;
  if (where === 'along' && !flow) return reject('no-place', `expected a flow of ${definition.id}, but there is no ${element}`, element);
  if (!node) return reject('no-place', `expected an element of ${definition.id}, but there is no ${element}`, element);
  const unfit = whyUnfit(node, where);
  if (unfit) return reject('no-place', unfit, id);
  const scope = scopeFor(draft, node.parent, id, wanted);
  if (typeof scope === 'object') return scope;
  return { id: born(draft, scope), at: id, scope, ...(flow && { via: flow.id }) };
};

const whyUnfit = (node: Node, where: Beginning['place']): string | undefined => {
  if (node.kind === 'eventSubProcess') return `expected a place where a token can begin, but ${label(node)} is begun by its event alone`;
  if (node.forCompensation || (node.kind === 'boundaryEvent' && node.event.kind === 'compensation')) return `expected a place where a token can begin, but ${label(node)} is begun by compensation alone`;
  if (where === 'before' && joining.has(node.kind) && node.incoming.length > 1) return `expected a place where a token can begin, but ${label(node)} joins its flows: name the one to come along (${node.incoming.join(', ')})`;
  if (where === 'after' && node.kind === 'eventBasedGateway') return `expected a place where a token can begin, but ${label(node)} is left by the event that happens: name the flow`;
  return undefined;
};

/** A transaction that ends by its cancel event once all is compensated. */
const isCancelled = (draft: Draft, { id, node }: Scope): boolean =>
  draft.definition.nodes[node]?.kind === 'transaction' && draft.tokens.values().some(({ scope, at, wait }) => scope === id && wait.on === 'scope' && nodeAt(draft, at).kind === 'endEvent');

const scopeFor = (draft: Draft, holder: NodeId, element: NodeId, wanted: number | undefined): number | Rejection => {
  const open = [...draft.scopes.values()].filter((scope) => holderOf(draft.definition, scope) === holder && !compensates(draft, scope.id));
  const cancelled = open.find((scope) => isCancelled(draft, scope));
  if (cancelled) return reject('no-place', `expected ${label(nodeAt(draft, cancelled.node))} to go on, but it is cancelled and what was done in it is being compensated`, element);
  const found = wanted === undefined ? open : open.filter(({ id }) => id === wanted);
  if (found.length === 1) return found[0]!.id;
  if (found.length > 1) return reject('no-place', `expected the scope to be named for ${element}, because ${open.map(({ id }) => id).join(', ')} are open`, element);
  if (wanted !== undefined) return reject('no-place', `expected one of the open scopes (${open.map(({ id }) => id).join(', ') || 'none'}) for ${element}, but got ${wanted}`, element);
  return openFor(draft, holder);
};

/** Opens a sub-process without beginning its start events: its boundary events are armed, its event sub-processes watched for. */
const openFor = (draft: Draft, holder: NodeId): number | Rejection => {
  const node = Object.hasOwn(draft.definition.nodes, holder) ? nodeAt(draft, holder) : undefined;
  if (!isContainer(node)) return reject('no-place', `expected ${holder} to be called at the time, but it is not: begin at the call activity`, holder);
  if (node.kind === 'eventSubProcess' || node.loop) return reject('no-place', `expected ${label(node)} to be open, but it is not, and it cannot be opened in the middle`, holder);
  const around = scopeFor(draft, node.parent, holder, undefined);
  if (typeof around === 'object') return around;
  const token: Moving = { id: born(draft, around), at: holder, scope: around };
  const failure = armBoundaries(draft, token, node) ?? mapInputs(draft, token);
  if (failure) return reject('no-place', failure.message, holder);
  draft.visits.push({ element: holder, did: 'enter' });
  announce(draft, token, node);
  const id = draft.next++;
  rest(draft, token, { on: 'scope', scope: id });
  addScope(draft, { id, node: holder, token: token.id, ...(node.own && { own: Object.fromEntries(node.own.map((name) => [name, null])) }) });
  const unwatched = watch(draft, id);
  return unwatched ? reject('no-place', unwatched.message, holder) : id;
};
