import { close, fired } from '../cancel.ts';
import { keep } from '../data.ts';
import type { Definition, NodeId } from '../definition.ts';
import { addScope, dies, draftOf, nodeAt, raise, rest, stepOf, type Draft } from '../draft.ts';
import type { Environment } from '../environment.ts';
import type { Event, StartInstance } from '../event.ts';
import { badData, noReason, openIncident, reject, waitingMessage, waitingSignal, waitingTimer, waitingToken } from '../precondition.ts';
import type { Plan } from '../plan.ts';
import { resultName } from '../result-name.ts';
import { resolved } from '../retry.ts';
import type { Data, Incident, Json, State, Subscription, Token } from '../state.ts';
import type { Rejection, Step } from '../step.ts';
import { apply } from './apply.ts';
import { followChart } from './follow.ts';
import { hasBegun, hold, holdAt, isApart, tokenAt } from './hold.ts';
import type { Machine, MachineEvent } from './machine.ts';
import { moveChart } from './move.ts';
import { open, opening, work } from './open.ts';
import { arrange, inPlace } from './order.ts';
import { placeOf } from './places.ts';
import { play } from './play.ts';
import { doneEvent, errorEvent, invokeId, taskEvent, timerEvent } from './way.ts';

export type Chart = Definition & { readonly machine: Machine };

const init: MachineEvent = { type: 'xstate.init' };
/** Data have changed from outside: the machine only asks its "always" again. */
const changed: MachineEvent = { type: 'motcua.data' };

/** Begins an instance of a statechart; as `start` of the engine. */
export const startChart = (definition: Chart, event: StartInstance, environment: Environment): Step | Rejection => {
  if (event.node !== undefined && event.node !== definition.id) return reject('no-start', `expected ${definition.id} to begin as a whole, because it is a statechart, but got ${event.node}`, event.node);
  const unborn: State = { format: 2, definition: definition.id, status: 'active', data: {}, scopes: [], tokens: [], subscriptions: [], incidents: [], next: 1 };
  return badData(event.data) ?? does(definition, unborn, event.at, environment, (draft) => {
    addScope(draft, { id: 0, node: definition.id });
    keep(draft, { ...definition.machine.context, ...event.data });
    put(draft, init, definition.id);
  });
};

/** What an event makes of an instance of a statechart; as `transition` of the engine, which has asked whether it is active. */
export const transitionChart = (definition: Chart, state: State, event: Happening, environment: Environment): Step | Rejection => {
  const deed = decide(definition, state, event);
  return typeof deed === 'object' ? deed : does(definition, state, event.at, environment, deed);
};

/** What happens to an instance that stays on its version. */
type Happening = Exclude<Event, StartInstance | { readonly type: 'migrate' }>;

/** The instance, whose states were carried over, goes on under this version. */
export const goOver = (definition: Chart, state: State, at: string, environment: Environment, plan: Plan): Step | Rejection =>
  does(definition, state, at, environment, (draft) => followChart(draft, plan));

type Deed = (draft: Draft) => Rejection | void;

const does = (definition: Chart, state: State, at: string, environment: Environment, deed: Deed): Step | Rejection => {
  const draft = draftOf(definition, state, at, environment);
  const refused = deed(draft);
  if (refused) return refused;
  nameDeadlock(draft);
  return stepOf(draft);
};

/** An instance that nothing can move any more is a fault of the model, and said so. */
const nameDeadlock = (draft: Draft): void => {
  if (draft.status !== 'active' || draft.subscriptions.size > 0) return;
  const waiting: string[] = [];
  for (const { at, wait } of draft.tokens.look()) {
    if (wait.on === 'task' || wait.on === 'job' || wait.on === 'incident') return;
    if (wait.on !== 'scope') waiting.push(at);
  }
  const message = `expected somebody or something to be waited for, but nothing moves the states ${waiting.join(', ')} any more`;
  hold(draft, draft.definition.id, { code: 'deadlock', message }, changed);
};

const decide = (definition: Chart, state: State, event: Happening): Deed | Rejection => {
  switch (event.type) {
    case 'task.complete':
    case 'job.complete': {
      const token = waitingToken(definition, state, event.token, event.type === 'task.complete' ? 'task' : 'job');
      return 'rejected' in token ? token : (draft) => completed(draft, token, event.data ?? null);
    }
    case 'task.fail': {
      const token = waitingToken(definition, state, event.token, 'task');
      return 'rejected' in token ? token : (draft) => failed(draft, token, `task.fail.${token.at}`, { ...event, code: event.error, message: event.message ?? `expected task ${token.at} to succeed, but it failed with ${event.error}` });
    }
    case 'job.fail': {
      const token = waitingToken(definition, state, event.token, 'job');
      return 'rejected' in token ? token : (draft) => failed(draft, token, errorEvent(invokeId(token.at, placeOf(definition.machine, token.at).state)), event);
    }
    case 'message': {
      const subscription = waitingMessage(state, event.name, event.keys ?? {}, event.subscription);
      return 'rejected' in subscription ? subscription : (draft) => happened(draft, subscription, event.data);
    }
    case 'timer': {
      const subscription = waitingTimer(state, event.subscription);
      return 'rejected' in subscription ? subscription : (draft) => happened(draft, subscription, undefined);
    }
    case 'happen': {
      const subscription = state.subscriptions.find(({ id }) => id === event.subscription);
      return subscription ? (draft) => happened(draft, subscription, event.data) : reject('no-event', `expected subscription ${event.subscription} to be open, but it is not: it may have happened`);
    }
    case 'data': return badData(event.data) ?? ((draft) => {
      keep(draft, event.data);
      if (hasBegun(draft)) put(draft, changed, definition.id);
    });
    case 'incident.retry': {
      const incident = openIncident(state, event.incident);
      if ('rejected' in incident) return incident;
      return (event.data && badData(event.data)) ?? ((draft) => {
        if (event.data) keep(draft, event.data);
        retry(draft, incident);
      });
    }
    case 'incident.skip': {
      const incident = openIncident(state, event.incident);
      if ('rejected' in incident) return incident;
      return noReason(event) ?? (event.data && badData(event.data)) ?? ((draft) => skip(draft, incident, event.data));
    }
    case 'modify': return noReason(event) ?? (event.data && badData(event.data)) ?? ((draft) => moveChart(draft, event, (move) => void put(draft, move, definition.id)));
    case 'cancel': return (draft) => close(draft, 'terminated');
    case 'signal': return waitingSignal(state, event.name) ?? ((draft) => (put(draft, { type: event.name, data: event.data ?? null }, definition.id) ? undefined : reject('no-signal', `expected signal "${event.name}" to lead to a transition, but no guard lets it through now`)));
    case 'task.escalate': return reject('no-event', `expected an escalation to be caught, but ${definition.id} is a statechart, which knows none`);
    case 'adHoc.begin':
    case 'adHoc.complete': return reject('no-ad-hoc', `expected an open ad-hoc sub-process, but ${definition.id} is a statechart, which has none`);
    case 'choose': return reject('no-gateway', `expected a gateway, but ${definition.id} is a statechart, which has none`, event.gateway);
  }
};

/**
 * Puts an event to the machine, and what it made of it into the draft; whether it took a transition. One that cannot be
 * taken is held where it would be lost with the state: by the token whose own work brought it, or at the state it is for.
 */
const put = (draft: Draft, event: MachineEvent, held: Token | NodeId): boolean => {
  const chart = draft.definition as Chart;
  const standing = { active: activeIn(draft), data: draft.data as Data, history: draft.history ?? {} };
  const played = play(chart, standing, event, draft.at, draft.environment);
  if ('code' in played) {
    if (typeof held === 'string') hold(draft, held, played, event);
    else holdAt(draft, held, played, bare(event));
    return true;
  }
  draft.data = played.data as Record<string, Json>;
  const { active, history, done } = played.rest;
  if (Object.keys(history).length > 0) draft.history = history;
  const entered = apply(draft, played.marks);
  arrange(draft, active);
  if (done) close(draft, 'completed');
  else for (const token of entered) open(draft, token);
  return played.marks.length > 0;
};

const none: readonly NodeId[] = [];

/** The active states in the order of their tokens, each once: what waits for a repair has tokens besides. */
const activeIn = (draft: Draft): readonly NodeId[] => {
  if (!hasBegun(draft)) return none;
  const active = draft.tokens.look().map(({ at }) => at);
  return draft.incidents.size > 0 ? [...new Set(active)] : active;
};

/** What a person or a connector answered stands in the data, and is read from there when the event is taken again. */
const bare = ({ type }: MachineEvent): MachineEvent => ({ type });

/** Work is done: its answer is kept, and leads on. An answer that leads nowhere is a fault of the model, not to be lost. */
const completed = (draft: Draft, token: Token, answer: Json): void => {
  const node = nodeAt(draft, token.at);
  keep(draft, { [resultName(node)]: answer });
  if (token.wait.on === 'task') draft.effects.push({ key: `task.close:${token.id}`, type: 'task.close', token: token.id, node: node.id, reason: 'completed' });
  answered(draft, rest(draft, token, { on: 'event' }));
};

const answered = (draft: Draft, token: Token): void => {
  const node = nodeAt(draft, token.at);
  const answer = draft.data[resultName(node)] ?? null;
  const event: MachineEvent = node.kind === 'userTask'
    ? { type: taskEvent(node.id), data: answer }
    : { type: doneEvent(invokeId(node.id, placeOf((draft.definition as Chart).machine, node.id).state)), output: answer };
  if (put(draft, event, token)) return;
  holdAt(draft, token, { code: 'no-transition', message: `expected the answer of state ${node.id} to lead to a transition, but no guard of ${event.type} holds` }, bare(event));
};

/** Work that failed for a reason the model knows is an event of the machine; anything else, or what it does not take, is an incident. */
const failed = (draft: Draft, token: Token, type: string, { error, code, message, data }: { readonly error?: string; readonly code: string; readonly message: string; readonly data?: Json }): void => {
  if (token.wait.on === 'task') draft.effects.push({ key: `task.close:${token.id}`, type: 'task.close', token: token.id, node: token.at, reason: 'cancelled' });
  const idle = rest(draft, token, { on: 'event' });
  if (error !== undefined && put(draft, { type, error: { code: error, message, data: data ?? null } }, draft.definition.id)) return;
  inPlace(draft, () => raise(draft, [idle], 'enter', { code, message }));
};

/** A timer is over with it; a message may come again as long as the state is active. */
const happened = (draft: Draft, subscription: Subscription, data: Json | undefined): Rejection | void => {
  if (subscription.event.kind === 'timer') {
    fired(draft, subscription);
    const { state } = placeOf((draft.definition as Chart).machine, subscription.node);
    put(draft, { type: timerEvent(Object.keys(state.after ?? {})[subscription.part ?? 0]!, subscription.node) }, subscription.node);
    return undefined;
  }
  if (subscription.event.kind === 'conditional') return undefined;
  const { kind, name } = subscription.event;
  if (put(draft, { type: name, data: data ?? null }, draft.definition.id)) return undefined;
  return reject(kind === 'signal' ? 'no-signal' : 'no-message', `expected ${kind} "${name}" to lead to a transition, but no guard lets it through now`, subscription.node);
};

/** Does again what failed: takes the event, opens the state, or asks for its work. */
const retry = (draft: Draft, incident: Incident): void => {
  const apart = isApart(draft, draft.tokens.get(incident.token)!);
  const { event } = incident;
  if (!apart) {
    const idle = idleAgain(draft, incident);
    return event ? answered(draft, idle) : work(draft, idle);
  }
  const [token] = resolved(draft, incident);
  dies(draft, token!);
  if (event!.type === opening) open(draft, tokenAt(draft, token!.at)!);
  else put(draft, event!, token!.at);
};

/** The token of a state whose own work failed, under a new id, so that what is asked of the world again is not taken for the first time. */
const idleAgain = (draft: Draft, incident: Incident): Token => inPlace(draft, () => {
  const [token] = resolved(draft, incident);
  return rest(draft, token!, { on: 'event' });
});

/** An event that cannot be taken is let go; work that failed is taken as answered with the data. */
const skip = (draft: Draft, incident: Incident, data: Data | undefined): Rejection | void => {
  const { at } = draft.tokens.get(incident.token)!;
  if (incident.code === 'deadlock' || incident.event?.type === init.type || incident.event?.type === opening) return reject('no-place', `expected a state that can be left, but ${at} waits for its data to be mended`, at);
  const apart = isApart(draft, draft.tokens.get(incident.token)!);
  if (data) keep(draft, data);
  if (apart) dies(draft, resolved(draft, incident)[0]!);
  else answered(draft, idleAgain(draft, incident));
  return undefined;
};
