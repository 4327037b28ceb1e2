import { timerType } from '../begins.ts';
import type { Problems } from '../bpmn/problem.ts';
import { isTimerText } from '../timer-text.ts';
import { listed, type Machine, type StateConfig } from './machine.ts';
import { actionsIn } from './places.ts';
import { reserved } from './open.ts';
import { holdsStates, walk, type Place } from './walk.ts';
import { waysOf } from './way.ts';

type Say = (rule: string, message: string) => void;

/** What a machine must hold beyond its shape, state by state. */
export const checkStates = (machine: Machine, problems: Problems): void => {
  for (const time of machine.meta?.starts?.timers ?? []) if (!isSpan(time)) problems.error('timer', machine.id, `expected "timers" in "starts" of ${machine.id} to be a cycle, date or duration of ISO 8601, or a limit in working time, but there is "${time}"`);
  const seen = new Set<string>();
  for (const place of walk(machine, machine.id)) {
    const { id } = place;
    const say: Say = (rule, message) => problems.error(rule, id, `expected ${message}`);
    if (seen.has(id)) say('duplicate-id', `every state to have an id of its own, but there are several of ${id}; give one of them an "id"`);
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(id)) say('state-id', `the id of state ${id} to be letters, digits, - and _, but it is not`);
    seen.add(id);
    checkKind(place, say);
    checkWork(place, say);
    checkEvents(place, say);
    const always = waysOf(id, place.state).filter(({ event }) => event === undefined).map(({ transition }) => transition);
    const leads = always.findIndex(({ guard, target }) => guard !== undefined && listed(target).length > 0);
    // what counts on until the guard of another before it leads away comes to an end, or is stopped when its budget is used up
    if (always.some(({ guard, target }, index) => guard === undefined && listed(target).length === 0 && !(leads >= 0 && leads < index))) say('endless-loop', `an "always" without a guard to lead away from state ${id}, but it would be taken for ever`);
  }
};

const kindOf = (state: StateConfig): NonNullable<StateConfig['type']> => state.type ?? (holdsStates(state) ? 'compound' : 'atomic');

const checkKind = ({ id, state, parent }: Place, say: Say): void => {
  const kind = kindOf(state);
  const holds = holdsStates(state);
  if (holds && kind !== 'compound' && kind !== 'parallel') say('kind', `${kind} state ${id} to hold no states, but it does`);
  if (!holds && (kind === 'compound' || kind === 'parallel')) say('kind', `${kind} state ${id} to hold states, but it holds none`);
  if (!parent && !holds) say('kind', `machine ${id} to hold states, but it holds none`);
  if (kind === 'compound' && holds && (state.initial === undefined || !Object.hasOwn(state.states!, state.initial))) say('initial', `"initial" of state ${id} to be one of ${Object.keys(state.states!).join(', ')}, but it is ${state.initial ?? 'missing'}`);
  if (kind !== 'compound' && state.initial !== undefined) say('initial', `no "initial" in ${kind} state ${id}, but there is one`);
  if (kind !== 'history' && (state.history !== undefined || state.target !== undefined)) say('kind', `"history" and "target" only in a history state, but state ${id} is ${kind}`);
  if (state.onDone !== undefined && !holds) say('kind', `"onDone" only where states are held (a task leads on by "task.complete.${id}", a job by its own "onDone"), but state ${id} holds none`);
  if (kind === 'final' || kind === 'history') {
    const busy = ['on', 'after', 'always', 'invoke', ...(kind === 'history' ? ['entry', 'exit', 'meta'] : [])].filter((key) => Object.hasOwn(state, key));
    if (busy.length > 0) say('kind', `${kind} state ${id} to have no ${busy.join(', ')}, but it has`);
  }
};

/** A state asks for one thing: of a person or of the machine. */
const checkWork = ({ id, state }: Place, say: Say): void => {
  const { meta, invoke } = state;
  if (!meta?.task && !invoke) return;
  if (meta?.task && invoke) say('work', `state ${id} to have a task or an "invoke", but it has both; put them into two regions of a parallel state`);
  if (kindOf(state) !== 'atomic') say('work', `${meta?.task ? 'a task' : 'an "invoke"'} only in a state that holds no others and is not final, but ${id} is ${kindOf(state)}; put it into a region of a parallel state`);
  if (meta?.task && !Object.hasOwn(state.on ?? {}, `task.complete.${id}`)) say('work', `state ${id} to say where its task leads, as "on": { "task.complete.${id}": … }, but it does not`);
  if (invoke && !invoke.onDone) say('work', `the "invoke" of state ${id} to have "onDone", but it has none`);
};

const checkEvents = ({ id, state }: Place, say: Say): void => {
  for (const name of Object.keys(state.on ?? {})) {
    if (name === '' || name.includes('*')) say('event', `an event's full name in "on" of state ${id}, but it is "${name}": a message that has no name cannot be waited for`);
    else if (name.startsWith('xstate.') || name.startsWith('motcua.')) say('event', `names in "on" of state ${id} that are not the machine's own, but there is "${name}"; use "after", "onDone" or "onError"`);
  }
  for (const key of Object.keys(state.after ?? {})) {
    if (!isTime(key)) say('timer', `times in "after" of state ${id} as milliseconds, an ISO 8601 duration, a limit in working time such as "3 working days" or "= FEEL", but there is "${key}"`);
  }
  for (const action of actionsIn(id, state)) {
    if (action.type === 'raise' && (reserved.test(action.params.event) || action.params.event.startsWith('motcua.') || action.params.event.includes('*'))) say('event', `a raised event of state ${id} to have a name of its own, but it is "${action.params.event}"`);
    if (action.type === 'assign' && Object.hasOwn(action.params, 'event')) say('event', `state ${id} to keep no value as "event", because it names the event at hand, but it does`);
  }
  for (const name of Object.keys(state.meta?.messages ?? {})) if (!Object.hasOwn(state.on ?? {}, name)) say('event', `"messages" of state ${id} to name events of its "on", but there is no "${name}"`);
  for (const name of state.meta?.signals ?? []) {
    if (!Object.hasOwn(state.on ?? {}, name) || reserved.test(name)) say('event', `"signals" of state ${id} to name events of its "on", but there is no "${name}"`);
    else if (Object.hasOwn(state.meta?.messages ?? {}, name)) say('event', `"${name}" of state ${id} to be a signal or a message with keys, but it is both`);
  }
};

const isTime = (key: string): boolean => key.startsWith('=') || /^\d{1,15}$/.test(key) || (timerType(key) === 'duration' && isSpan(key));

/** Whether a text is a time in ISO 8601, or a limit in working time. */
const isSpan = (value: string): boolean => isTimerText(timerType(value), value);
