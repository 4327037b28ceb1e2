import { announce } from './announce.ts';
import { breakable, doneInAdHoc } from './ad-hoc.ts';
import { release } from './cancel.ts';
import { compensate, remember } from './compensation.ts';
import { holdNow } from './condition.ts';
import { beginsWith } from './data-set.ts';
import { entriesOf, keep, kept } from './data.ts';
import { nameDeadlocks, waitAgain } from './deadlock.ts';
import type { Node } from './definition.ts';
import { born, dies, give, isTurn, nodeAt, onItsWay, placeAt, raise, rest, send, unrest, type Done, type Draft, type Pending } from './draft.ts';
import { elementOf } from './elements/index.ts';
import { subscribing } from './elements/events.ts';
import type { Failure, Move, Moving, Subscribing, Thrown } from './elements/element.ts';
import { throwError } from './failure.ts';
import { beginLoop, turnDone } from './loop.ts';
import { isApart, mapInputs, mapOutputs } from './mapping.ts';
import type { Exit, Place } from './place.ts';
import { Holding } from './holding.ts';
import { recorrelate } from './recorrelate.ts';
import { resultName } from './result-name.ts';
import { cancelTransaction, leaveTransaction } from './roll-back.ts';
import { complete, terminate } from './scope.ts';
import type { Incident, Json, Scope, Token, Wait } from './state.ts';
import { sendAlong, throwOnTheWay } from './throw.ts';
import { arm, openScope } from './watch.ts';
import { contextOf } from './view.ts';
import { givesUp } from './ways.ts';

/** The one place where what an element proposes becomes state, effects and visits. */
export const apply = (draft: Draft, token: Moving, move: Move, phase: Incident['retry']): void => {
  switch (move.do) {
    case 'leave': return leave(draft, token, move.answer, move.merge, move.throws);
    case 'take': return take(draft, token, move.flows);
    case 'wait': return wait(draft, token, move);
    case 'open': return open(draft, token, move);
    default: return applyRare(draft, token, move, phase);
  }
};

/** What few elements propose, in a function of its own: what is short is compiled into where it is called. */
const applyRare = (draft: Draft, token: Moving, move: Exclude<Move, { do: 'leave' | 'take' | 'wait' | 'open' }>, phase: Incident['retry']): void => {
  switch (move.do) {
    case 'fire': return fire(draft, token, move);
    case 'reset': return reset(draft, token, move.merge);
    case 'terminate': return terminate(draft, token);
    case 'throw': return throwError(draft, token, move.code);
    case 'compensate': return compensate(draft, token, move);
    case 'cancel': return move.phase === 'undo' ? cancelTransaction(draft, token) : leaveTransaction(draft, token);
    case 'incident': return raise(draft, [token], phase, move);
  }
};

/** Moves tokens until all of them rest, asking conditions whenever data have changed, then the joins that look at the whole graph; holds up a runaway and a crowd. */
export const settle = (draft: Draft): void => {
  const holding = new Holding(draft);
  while (draft.status === 'active') {
    while (draft.head < draft.queue.length) {
      draft.environment.watch?.(draft);
      const next = draft.queue[draft.head++]!;
      if (next.done !== undefined) goOn(draft, next, next.done);
      else if (next.inputSet !== undefined) beginAwaited(draft, next);
      else if (draft.scopes.has(next.scope) && !holding.stops(next)) arrive(draft, next);
      // A condition that begins to hold interrupts before the next token moves.
      if (draft.changed && draft.subscriptions.size > 0) holdNow(draft);
    }
    if (draft.changed && holdNow(draft)) holding.step();
    else if (!recheck(draft)) break;
  }
  if (draft.status === 'active') recorrelate(draft);
  if (draft.doubtful && draft.status === 'active') nameDeadlocks(draft);
};

/** A token that is done where it stands goes on, unless it was taken away meanwhile. */
const goOn = (draft: Draft, token: Pending, { value, inner, resting, ends }: Done): void => {
  if (resting ? !draft.tokens.has(token.id) : !draft.scopes.has(token.scope)) return;
  if (!ends) return leave(draft, token, value, undefined, undefined, inner);
  release(draft, token, 'completed');
  if (ends === 'seen') draft.visits.push({ element: token.at, did: 'leave' });
  dies(draft, token);
  if (draft.alive.get(token.scope) === 0) emptied(draft, token.scope);
};

const alone: readonly Token[] = [];
const onTask: Wait = { on: 'task' };
const onJoin: Wait = { on: 'join' };

/** A token reaches an element: enough of them have come, its boundary events are armed, its clock and dossier state spoken, its work begun. */
const arrive = (draft: Draft, token: Moving): void => {
  const place = placeAt(draft, token.at);
  const turn = place.loop !== undefined && isTurn(draft, token);
  if (draft.incidents.size > 0) waitAgain(draft, token);
  const gathered = place.startQuantity === undefined || turn ? alone : gather(draft, token, place.startQuantity);
  if (!gathered) return wait(draft, token, { do: 'wait', for: 'join' });
  if (place.hasBoundary && !turn && failsToArm(draft, token, place, gathered)) return;
  if (gathered.length > 0) mergeInto(draft, gathered);
  if (!place.loop || turn) {
    draft.visits.push(place.entered);
    if (place.announces) announce(draft, token, place.node);
  }
  beginAt(draft, token, place);
};

/** Whether the events at its boundary, which see what is mapped for it, cannot be waited for: an incident holds it then. */
const failsToArm = (draft: Draft, token: Moving, { node, inputs, inputSets, loop }: Place, gathered: readonly Token[]): boolean => {
  const failure = (inputs && !inputSets && !loop ? mapInputs(draft, token) : undefined) ?? armBoundaries(draft, token, node);
  if (failure) raise(draft, [token, ...gathered], 'arrive', failure);
  return failure !== undefined;
};

const mergeInto = (draft: Draft, gathered: readonly Token[]): void => {
  for (const other of gathered) {
    unrest(draft, other);
    dies(draft, other);
  }
};

/** The tokens that came before and are merged into this one, when the activity has as many as it needs to begin. */
const gather = (draft: Draft, token: Moving, needed: number): readonly Token[] | undefined => {
  const before = draft.tokens.values().filter(({ at, scope, wait: { on } }) => on === 'join' && at === token.at && scope === token.scope);
  return before.length + 1 < needed ? undefined : before.slice(0, needed - 1);
};

/** The element's own work, also when it is tried again. */
export const begin = (draft: Draft, token: Moving): void => beginAt(draft, token, placeAt(draft, token.at));

const beginAt = (draft: Draft, token: Moving, place: Place, awaited?: number): void => {
  const { loop, inputs, inputSets } = place;
  if (loop && !isTurn(draft, token)) return beginLoop(draft, token, loop);
  if (inputSets && !beginsWith(draft, token, inputSets, awaited)) return;
  const failure = inputs && mapInputs(draft, token);
  if (failure) return raise(draft, [token], 'enter', failure);
  const { enter } = place;
  apply(draft, token, typeof enter === 'function' ? enter(contextOf(draft, token, place)) : enter, 'enter');
};

/** An activity that waited for its data begins with the set that is there, or looks again, unless it was taken away meanwhile. */
export const beginAwaited = (draft: Draft, { id, at, inputSet }: Pick<Pending, 'id' | 'at'> & { readonly inputSet?: number | undefined }): void => {
  const token = draft.tokens.get(id);
  if (!token) return;
  unrest(draft, token);
  beginAt(draft, token, placeAt(draft, at), inputSet);
};

/** Lets an activity wait for the events at its boundary. */
export const armBoundaries = (draft: Draft, token: Moving, node: Node): Failure | undefined => {
  const context = contextOf(draft, token);
  const armed: Subscribing[] = [];
  for (const id of node.boundary) {
    const boundary = nodeAt(draft, id);
    if (boundary.kind !== 'boundaryEvent') continue;
    const wanted = subscribing(context, boundary, boundary.event);
    if ('failed' in wanted) return wanted.failed;
    armed.push(...wanted.value);
  }
  arm(draft, { token: token.id }, armed);
  return undefined;
};

const wait = (draft: Draft, token: Moving, move: Move & { do: 'wait' }): void => {
  switch (move.for) {
    case 'task':
      rest(draft, token, onTask);
      draft.effects.push({ key: `task.open:${token.id}`, type: 'task.open', token: token.id, node: token.at });
      return;
    case 'job':
      return request(draft, token, move);
    case 'join':
      if (!move.beside) draft.doubtful = true;
      rest(draft, token, onJoin);
      return;
    case 'event':
    case 'gateway':
      rest(draft, token, { on: move.for });
      arm(draft, { token: token.id }, move.subscribe);
  }
};

const request = (draft: Draft, token: Moving, { connector, inputs }: Move & { do: 'wait'; for: 'job' }): void => {
  rest(draft, token, { on: 'job', connector });
  draft.effects.push({ key: `job.request:${token.id}`, type: 'job.request', token: token.id, node: token.at, connector, inputs });
};

const nobody: readonly number[] = [];
/** Stands for the token where none waits. */
const noToken = -1;

/** Done with the element: what it opened is closed, what it throws is thrown, then it chooses its way out. `inner` is the scope it had. */
export const leave = (draft: Draft, token: Moving, value?: Json, merge = nobody, throws?: readonly Thrown[], inner?: Scope): void => {
  if (merge.length > 0) consume(draft, token, merge);
  const place = placeAt(draft, token.at);
  if (value !== undefined) answer(draft, token, place.node, value);
  release(draft, token, 'completed');
  if (throws && !throwOnTheWay(draft, token, throws)) return;
  if (place.hasBoundary || inner) remember(draft, token, place.node, inner);
  wayOut(draft, token, place);
};

/** Takes away tokens that go on as one with another. */
const consume = (draft: Draft, { at, scope }: Join, merge: readonly number[]): void => {
  if (merge.length > 0) draft.doubtful = true;
  // The youngest first: they stand last in the table, where they are found at once and nothing moves up.
  for (let index = merge.length - 1; index >= 0; index -= 1) {
    const merged = onItsWay({ id: merge[index]!, at, scope });
    release(draft, merged, 'completed');
    dies(draft, merged);
  }
};

/** Keeps an element's answer under its result name; when outputs are mapped, they alone are kept, and the answer is theirs to see. */
export const answer = (draft: Draft, token: Moving, node: Node, value: Json): void => {
  if (isApart(node)) return give(draft, token.id, { [resultName(node)]: value });
  if (!node.step.outputs || node.step.variables === 'always') keep(draft, kept(node, value), token.scope, token.id);
  if (node.step.outputs) give(draft, token.id, { ...entriesOf(value), [resultName(node)]: value });
};

/** Chooses the ways out, also when they are chosen again. */
export const wayOut = (draft: Draft, token: Moving, place = placeAt(draft, token.at)): void => {
  const { outputs, loop } = place;
  if (outputs && (!loop || isTurn(draft, token))) {
    const failure = mapOutputs(draft, token, outputs);
    if (failure) return raise(draft, [token], 'leave', failure);
  }
  passOn(draft, token, place);
};

/** Goes on from an element that is done, or counts as done: nothing of its own is kept any more. */
export const passOn = (draft: Draft, token: Moving, place = placeAt(draft, token.at)): void => {
  if (place.loop && isTurn(draft, token)) return turnDone(draft, token);
  const leave = place.straight && !draft.environment.choices ? place.straight : place.leave;
  apply(draft, token, typeof leave === 'function' ? leave(contextOf(draft, token, place)) : leave, 'leave');
};

const take = (draft: Draft, token: Moving, flows: readonly string[]): void => {
  const { node, outgoing, hasBoundary, isInAdHoc, exits, left, sends } = placeAt(draft, token.at);
  const failure = sends && draft.skipped !== token.id && sendAlong(draft, token, sends);
  if (failure) return raise(draft, [token], 'leave', failure);
  draft.visits.push(left);
  if ((flows.length < outgoing.length || hasBoundary) && givesUp(draft.definition, node, flows)) draft.doubtful = true;
  for (let index = 0; index < flows.length; index += 1) go(draft, token, exits[flows === outgoing ? index : outgoing.indexOf(flows[index]!)]!);
  dies(draft, token);
  if (isInAdHoc && breakable(draft, token.scope)) return doneInAdHoc(draft, token.scope);
  if (flows.length === 0 && draft.alive.get(token.scope) === 0) emptied(draft, token.scope);
};

const go = (draft: Draft, { scope }: Moving, { flow, target, tokens, taken }: Exit): void => {
  for (let count = tokens; count > 0; count -= 1) {
    draft.visits.push(taken);
    send(draft, target, scope, flow);
  }
};

const open = (draft: Draft, token: Moving, { body, called, own }: Move & { do: 'open' }): void => {
  const id = draft.next++;
  rest(draft, token, { on: 'scope', scope: id });
  const scope: Scope = { id, node: token.at, token: token.id };
  openScope(draft, called === undefined && own === undefined ? scope : { ...scope, ...(called !== undefined && { called }), ...(own && { own }) }, body.starts);
  if (body.starts.length === 0 && !placeAt(draft, token.at).waitsForSteps) complete(draft, id);
};

/** A complex gateway goes on and remembers with which flows. */
const fire = (draft: Draft, token: Moving, { merge, fired }: Move & { do: 'fire' }): void => {
  remembers(draft, token, fired);
  give(draft, token.id, { waitingForStart: true });
  leave(draft, token, undefined, merge);
};

const remembers = (draft: Draft, { at, scope: id }: Join, flows: readonly string[]): void => {
  const { fired, ...scope } = draft.scopes.get(id)!;
  const { [at]: _, ...others } = fired ?? {};
  const now = flows.length > 0 ? { ...others, [at]: flows } : others;
  draft.scopes.set(id, Object.keys(now).length > 0 ? { ...scope, fired: now } : scope);
};

/** A complex gateway goes on for all who came later, if any, and waits for its start again; tokens that came twice ask anew. */
const reset = (draft: Draft, { at, scope }: Join, merge: readonly number[]): void => {
  remembers(draft, { at, scope }, []);
  const token = { id: born(draft, scope), at, scope };
  consume(draft, token, merge);
  give(draft, token.id, { waitingForStart: false });
  passOn(draft, token);
  for (const other of draft.tokens.values()) {
    if (other.wait.on !== 'join' || other.at !== at || other.scope !== scope || !draft.tokens.has(other.id)) continue;
    unrest(draft, other);
    begin(draft, other);
  }
};

/** A scope has lost its last token: it is done, unless a complex gateway in it goes on when it is reset. */
const emptied = (draft: Draft, scope: number): void => {
  const { fired } = draft.scopes.get(scope)!;
  if (fired === undefined) complete(draft, scope);
  else reset(draft, { at: Object.keys(fired)[0]!, scope }, nobody);
};

type Join = Pick<Moving, 'at' | 'scope'>;

/** Joins that look at the whole graph and wait: for tokens, or to be reset. Each once. */
const waitingJoins = (draft: Draft): readonly Join[] => {
  const found = new Map<string, Join>();
  for (const { at, scope, wait } of draft.tokens.values()) {
    if (wait.on === 'join' && elementOf(nodeAt(draft, at).kind).recheck) found.set(`${scope} ${at}`, { at, scope });
  }
  for (const { id: scope, fired } of draft.scopes.values()) for (const at of Object.keys(fired ?? {})) found.set(`${scope} ${at}`, { at, scope });
  return [...found.values()];
};

/** Lets the first waiting join go on that looks at the whole graph and may; whether there was one. */
const recheck = (draft: Draft): boolean => {
  if (!draft.places.looksAround) return false;
  for (const place of waitingJoins(draft)) {
    let oldest = Infinity;
    for (const [waiting] of contextOf(draft, { ...place, id: noToken }).arrivals.values()) oldest = Math.min(oldest, waiting!);
    const token = draft.tokens.get(oldest) ?? { ...place, id: noToken };
    const move = elementOf(nodeAt(draft, place.at).kind).recheck!(contextOf(draft, token));
    if (!move) continue;
    apply(draft, token, move, 'enter');
    return true;
  }
  return false;
};
