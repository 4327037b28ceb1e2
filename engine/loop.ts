import { cancel, close, leaveScope } from './cancel.ts';
import { handlerOf } from './compensation.ts';
import { keep } from './data.ts';
import type { EventDefinition, Loop } from './definition.ts';
import { addScope, dies, done, give, nodeAt, ownOf, placeAt, raise, rest, send, type Draft } from './draft.ts';
import type { Answer } from './elements/ask.ts';
import type { Context, Failure, Moving } from './elements/element.ts';
import { throwing } from './elements/events.ts';
import { yes, type Outcome } from './elements/loop-meaning.ts';
import { meaningOf } from './elements/loops.ts';
import { countsOf } from './elements/multi-instance.ts';
import { throwFrom } from './failure.ts';
import type { Data, Json, Scope, Turns } from './state.ts';
import { throwOne } from './throw.ts';
import { contextOf } from './view.ts';

/** A token reaches an activity that is done several times: its instances begin, all at once or the first. */
export const beginLoop = (draft: Draft, token: Moving, loop: Loop): void => {
  const plan = meaningOf(loop).plan(contextOf(draft, token), loop);
  if ('failed' in plan) return raise(draft, [token], 'enter', plan.failed);
  const gathers = loop.kind === 'multi' && loop.output !== undefined;
  const { total } = plan.value;
  if (total === 0) {
    draft.visits.push({ element: token.at, did: 'enter' });
    if (gathers) keep(draft, { [loop.output.name]: [] }, token.scope, token.id);
    rest(draft, token, { on: 'event' }); // Its boundary events may still happen before its turn to go on.
    return done(draft, token);
  }
  const id = draft.next++;
  const results = gathers ? { results: Array.from({ length: total ?? 0 }, () => null) } : {};
  rest(draft, token, { on: 'scope', scope: id });
  const begun = loop.kind === 'multi' && !loop.sequential ? total! : 1;
  addScope(draft, counted({ id, node: token.at, token: token.id }, { ...plan.value, begun, done: 0, ...results }));
  for (let index = 0; index < begun; index += 1) beginTurn(draft, draft.scopes.get(id)!, loop, index);
};

type Multi = Extract<Loop, { kind: 'multi' }>;

const counted = (scope: Scope, turns: Turns): Scope => ({ ...scope, turns, own: countsOf(turns) });

/** Sends the instance on its way that has this index among those that have begun. */
const beginTurn = (draft: Draft, { id, node, turns }: Scope, loop: Loop, index: number): void => {
  const token = send(draft, node, id);
  const counter = { loopCounter: index + 1 };
  give(draft, token, loop.kind === 'multi' ? { ...counter, ...entryOf(loop, turns!.entries?.[index]) } : counter);
};

const entryOf = ({ own, element }: Multi, entry: Json | undefined): Data | undefined =>
  own === undefined && entry === undefined ? undefined : { ...(own !== undefined && { [own]: null }), ...(element !== undefined && entry !== undefined && { [element]: entry }) };

/** What one finished instance makes of the loop. Changes nothing. */
const outcome = (draft: Draft, token: Moving, { turns }: Scope & { readonly turns: Turns }, loop: Loop): Answer<Outcome> => {
  const done = turns.done + 1;
  const counter = Number(ownOf(draft, token.id)?.['loopCounter'] ?? done);
  return meaningOf(loop).outcome(contextOf(draft, token), loop, { ...turns, done }, counter);
};

/** One instance is done: the loop goes on, or it is over and the others are cancelled. */
export const turnDone = (draft: Draft, token: Moving): void => {
  const scope = draft.scopes.get(token.scope)! as Scope & { readonly turns: Turns };
  const loop = placeAt(draft, token.at).loop!;
  const result = outcome(draft, token, scope, loop);
  if ('failed' in result) return raise(draft, [token], 'leave', result.failed);
  if (loop.kind === 'multi' && loop.throws) {
    const failure = throwsOf(draft, token, scope, loop.throws, result.value.turns);
    if (failure) return raise(draft, [token], 'leave', failure);
    if (!draft.scopes.has(scope.id)) return;
  }
  const turns = noted(draft, token, loop, result.value.turns);
  draft.visits.push({ element: token.at, did: 'leave' });
  dies(draft, token);
  const isOver = result.value.over;
  const next = !isOver && (loop.kind === 'standard' || loop.sequential);
  draft.scopes.set(scope.id, counted(scope, next ? { ...turns, begun: turns.begun + 1 } : turns));
  if (isOver) over(draft, scope.id, loop);
  else if (next) beginTurn(draft, draft.scopes.get(scope.id)!, loop, turns.begun);
};

/** With what the finished instance knew of itself, when a handler can undo it: its number, its entry and what it left. */
const noted = (draft: Draft, token: Moving, loop: Loop, turns: Turns): Turns => {
  if (handlerOf(draft.definition, nodeAt(draft, token.at)) === undefined) return turns;
  const names = new Set(['loopCounter', ...(loop.kind === 'multi' ? [loop.element, loop.own] : [])]);
  const values = Object.fromEntries(Object.entries(ownOf(draft, token.id) ?? {}).filter(([name]) => names.has(name)));
  return { ...turns, known: [...turns.known ?? [], values] };
};

/** The events of the behaviors None, One and Complex, thrown where the activity's own boundary catches them; an error that no one catches ends the instance. */
const throwsOf = (draft: Draft, token: Moving, scope: Scope, throws: NonNullable<Multi['throws']>, turns: Turns): Failure | undefined => {
  const context = contextOf(draft, token);
  const counts = countsOf(turns);
  for (const { when, event } of throws) {
    if (when === 'first' && turns.done > 1) continue;
    if (typeof when === 'object') {
      const answer = yes(context.seeing({ data: { ...context.data, ...counts } }), when, 'the condition of its behavior');
      if ('failed' in answer) return answer.failed;
      if (!answer.value) continue;
    }
    const failure = throwHere(draft, context, scope, event, turns.done);
    if (failure) return failure;
    if (!draft.scopes.has(scope.id)) return undefined;
  }
  return undefined;
};

const throwHere = (draft: Draft, context: Context, scope: Scope, event: EventDefinition, turn: number): Failure | undefined => {
  const thrown = throwing(context, event);
  if ('failed' in thrown) return thrown.failed;
  for (const [index, each] of thrown.value.throws.entries()) throwOne(draft, { ...context.token, scope: scope.id }, each, `${context.token.id}.${turn}.${index}`);
  if (event.kind === 'error' && !throwFrom(draft, scope.id, { kind: 'error', code: event.code }) && !draft.environment.sketch) close(draft, 'failed');
  return undefined;
};

/** The loop is over: instances that still run are cancelled, results are kept, and the activity goes on. */
const over = (draft: Draft, id: number, loop: Loop): void => {
  for (const token of draft.tokens.values()) if (token.scope === id && draft.tokens.has(token.id)) cancel(draft, token);
  const scope = draft.scopes.get(id)!;
  const activity = draft.tokens.get(scope.token!)!;
  const kept = draft.compensations.size > 0 && draft.compensations.look().some(({ scope: of }) => of === id);
  leaveScope(draft, id, kept);
  if (loop.kind === 'multi' && loop.output) keep(draft, { [loop.output.name]: scope.turns?.results ?? [] }, activity.scope, activity.id);
  done(draft, activity, { inner: scope });
};
