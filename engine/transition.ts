import { close } from './cancel.ts';
import type { Definition, Node } from './definition.ts';
import { beginInAdHoc, endAdHoc } from './ad-hoc.ts';
import { beginWith } from './begin.ts';
import { converse, keysOf } from './correlation.ts';
import { answered, entriesOf, keep } from './data.ts';
import { draftOf, nodeAt, onItsWay, raise, stepOf, type Draft } from './draft.ts';
import type { Environment } from './environment.ts';
import type { Event, StartInstance } from './event.ts';
import { label } from './elements/ask.ts';
import { throwOutOf } from './failure.ts';
import { answer, apply, leave, settle } from './fold.ts';
import { follow } from './follow.ts';
import { carried, obstacles } from './migrate.ts';
import { modify } from './modify.ts';
import { adHocScope, badData, noReason, openChoice, openIncident, reject, startsOf, waitingMessage, waitingSignal, waitingTimer, waitingToken } from './precondition.ts';
import { resolved, retry } from './retry.ts';
import { skip } from './skip.ts';
import { goOver, startChart, transitionChart, type Chart } from './statechart/transition.ts';
import type { Json, State, Token } from './state.ts';
import type { Rejection, Step } from './step.ts';
import { broadcast } from './throw.ts';
import { trigger } from './trigger.ts';

/** What an accepted event does to the draft, before tokens move on by themselves; a deed that cannot be done leaves the state as it was. */
type Deed = (draft: Draft) => Rejection | void;

type Completion = Event & { readonly type: 'task.complete' | 'job.complete' };

/**
 * Begins an instance. Pure: the same definition, event and environment give the same step.
 * Without `node` it begins at the only start event that has no trigger; `node` names a start event, a receive task or an
 * event behind a gateway that begins instances. What nothing leads to begins with it, and alone when there are no start
 * events (BPMN 2.0.2, 13.3.1).
 */
export const start = (definition: Definition, event: StartInstance, environment: Environment = {}): Step | Rejection => {
  if (isChart(definition)) return startChart(definition, event, environment);
  const starts = startsOf(definition, event.node);
  if ('rejected' in starts) return starts;
  const unborn: State = {
    format: 2, definition: definition.id, status: 'active', data: {}, scopes: [],
    tokens: [], subscriptions: [], incidents: [], next: 1,
  };
  return badData(event.data) ?? does(definition, unborn, event.at, environment, (draft) => {
    // A receive task, or an event behind a gateway, keeps what it brings as ever, whichever of several was the first.
    const first = event.node === undefined ? undefined : nodeAt(draft, event.node);
    if (first && first.kind !== 'startEvent' && 'event' in first) keep(draft, answered(first, event.data));
    if (!first || !isMappedAlone(first)) keep(draft, event.data);
    for (const id of starts) {
      const { kind, step: { initiator, result } } = nodeAt(draft, id);
      if (initiator !== undefined) keep(draft, { [initiator]: event.by });
      if (result !== undefined && (id === event.node || kind === 'startEvent')) keep(draft, { [result]: event.data });
    }
    return beginWith(draft, starts, event);
  });
};

/** Of what a start event of Camunda 8 brings, only what it maps becomes data. */
const isMappedAlone = (first: Node): boolean => first.kind === 'startEvent' && first.event.kind !== 'none' && first.step.variables === 'unmapped' && first.step.outputs !== undefined;

/**
 * What an event makes of an instance. Pure; time comes with the event. A rejection changes nothing and says why;
 * faults of model, data or connector are incidents in the new state.
 */
export const transition = (definition: Definition, state: State, event: Event, environment: Environment = {}): Step | Rejection => {
  if (event.type === 'start') return reject('started', `expected an instance that has not begun, but ${definition.id} is ${state.status}`);
  if (state.status !== 'active') return reject('closed', `expected an active instance, but it is ${state.status}`);
  if (event.type === 'migrate') return migrate(definition, state, event, environment);
  if (isChart(definition)) return transitionChart(definition, state, event, environment);
  if (event.type === 'task.complete' || event.type === 'job.complete') return completes(definition, state, event, environment);
  const deed = decide(definition, state, event, environment);
  return 'rejected' in deed ? deed : does(definition, state, event.at, environment, deed);
};

/** What most events say. */
const completes = (definition: Definition, state: State, event: Completion, environment: Environment): Step | Rejection => {
  const token = waitingToken(definition, state, event.token, event.type === 'task.complete' ? 'task' : 'job');
  if ('rejected' in token) return token;
  const draft = draftOf(definition, state, event.at, environment);
  const { performer } = nodeAt(draft, token.at).step;
  if (performer !== undefined) keep(draft, { [performer]: event.by }, token.scope, token.id);
  leave(draft, onItsWay(token), event.data);
  settle(draft);
  return stepOf(draft);
};

/** The two families of definitions: a statechart is executed by its machine, a BPMN process by its elements. */
const isChart = (definition: Definition): definition is Chart => definition.machine !== undefined;

const does = (definition: Definition, state: State, at: string, environment: Environment, deed: Deed): Step | Rejection => {
  const draft = draftOf(definition, state, at, environment);
  const refused = deed(draft);
  if (refused) return refused;
  settle(draft);
  return stepOf(draft);
};

/** The instance goes on under the version that the event names, with all that waits in it. */
const migrate = (former: Definition, state: State, event: Event & { readonly type: 'migrate' }, environment: Environment): Step | Rejection => {
  const version = environment.version?.(event.to);
  if (!version) return reject('no-version', `expected a version ${event.to} to go to, but there is none`);
  const { definition } = version;
  const plan = { former, definition, mapping: event.mapping };
  const [obstacle] = obstacles(plan, state);
  if (obstacle) return reject('no-place', obstacle.message, obstacle.element);
  const there = carried(plan, state);
  return noReason(event) ?? (isChart(definition) ? goOver(definition, there, event.at, version.environment, plan) : does(definition, there, event.at, version.environment, (draft) => follow(draft, plan)));
};

/** Rejects the event, or says what it does. */
const decide = (definition: Definition, state: State, event: Exclude<Event, StartInstance | Completion | { readonly type: 'migrate' }>, environment: Environment): Deed | Rejection => {
  switch (event.type) {
    case 'task.fail': {
      const token = waitingToken(definition, state, event.token, 'task');
      return 'rejected' in token ? token : (draft) => failed(draft, token, { code: 'task-failed', ...event });
    }
    case 'task.escalate': {
      const token = waitingToken(definition, state, event.token, 'task');
      if ('rejected' in token) return token;
      return (draft) => {
        if (event.data !== undefined) answer(draft, token, nodeAt(draft, token.at), event.data);
        throwOutOf(draft, token, { kind: 'escalation', code: event.escalation, values: { ...entriesOf(event.data ?? null), ...(event.message !== undefined && { message: event.message }) } });
      };
    }
    case 'job.fail': {
      const token = waitingToken(definition, state, event.token, 'job');
      return 'rejected' in token ? token : (draft) => failed(draft, token, event);
    }
    case 'message': {
      const subscription = waitingMessage(state, event.name, keysOf(definition, event, environment), event.subscription);
      return 'rejected' in subscription ? subscription : (draft) => {
        converse(draft, subscription.scope ?? draft.tokens.get(subscription.token!)!.scope, event.name, event.data, event.keys);
        trigger(draft, subscription, event.data);
      };
    }
    case 'signal': {
      const waiting = waitingSignal(state, event.name);
      return waiting ?? ((draft) => broadcast(draft, event.name, event.data));
    }
    case 'adHoc.begin': {
      const scope = adHocScope(definition, state, event.token, event.node);
      if (typeof scope === 'object') return scope;
      return (event.data && badData(event.data)) ?? ((draft) => beginInAdHoc(draft, scope, event.node, event.data));
    }
    case 'adHoc.complete': {
      const scope = adHocScope(definition, state, event.token, undefined);
      return typeof scope === 'object' ? scope : (draft) => endAdHoc(draft, scope, event.waits);
    }
    case 'timer': {
      const subscription = waitingTimer(state, event.subscription);
      return 'rejected' in subscription ? subscription : (draft) => trigger(draft, subscription, undefined);
    }
    case 'happen': {
      const subscription = state.subscriptions.find(({ id }) => id === event.subscription);
      return subscription ? (draft) => trigger(draft, subscription, event.data) : reject('no-event', `expected subscription ${event.subscription} to be open, but it is not: it may have happened`);
    }
    case 'data': return badData(event.data) ?? ((draft) => keep(draft, event.data));
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
    case 'modify': return noReason(event) ?? (event.data && badData(event.data)) ?? ((draft) => modify(draft, event));
    case 'cancel': return (draft) => close(draft, 'terminated');
    case 'choose': {
      const incident = openChoice(definition, state, event.gateway, event.flows);
      if ('rejected' in incident) return incident;
      return (draft) => {
        for (const token of resolved(draft, incident)) apply(draft, token, { do: 'take', flows: event.flows }, 'leave');
      };
    }
  }
};

/** Work that failed is an error when it has a code that a boundary catches, otherwise an incident. */
const failed = (draft: Draft, token: Token, fault: { readonly error?: string; readonly code: string; readonly message?: string; readonly data?: Json }): void => {
  const node = nodeAt(draft, token.at);
  const brought = entriesOf(fault.data ?? null);
  const isCatchers = fault.error !== undefined && node.step.variables === 'unmapped';
  if (fault.data !== undefined && !isCatchers) answer(draft, token, node, fault.data);
  const values = { ...brought, ...(fault.message !== undefined && { message: fault.message }) };
  if (fault.error !== undefined && throwOutOf(draft, token, { kind: 'error', code: fault.error, values, ...(isCatchers && { brought }) })) return;
  const message = fault.message ?? `expected error "${fault.error}" of ${label(node)} to be caught, but no boundary event does`;
  if (token.wait.on === 'task') draft.effects.push({ key: `task.close:${token.id}`, type: 'task.close', token: token.id, node: node.id, reason: 'cancelled' });
  raise(draft, [token], 'enter', { code: fault.code, message });
};
