import type { ModdleElement } from 'bpmn-moddle';
import type { EventDefinition, Expression, TimerDefinition } from '../definition.ts';
import { isTimerText } from '../timer-text.ts';
import { definitionsOf } from './event-definitions.ts';
import { condition, feel, speaksFeel } from './feel.ts';
import { hasJuel } from './juel/translate.ts';
import { flowName, referredMessage } from './message-flow.ts';
import { one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';
import { named } from './step.ts';

type Reader = (problems: Problems, element: ModdleElement, definition: ModdleElement) => EventDefinition | undefined;

const keysOf = (problems: Problems, element: ModdleElement): { readonly keys?: readonly { name: string; value: Expression }[] } => {
  const keys = named(problems, element, 'motcua:Key');
  return keys ? { keys: Object.entries(keys).map(([name, value]) => ({ name, value })) } : {};
};

/** The message that an event or receive task refers to, by the message's name; without one, by the element's own id. */
export const messageOf = (problems: Problems, element: ModdleElement, definition: ModdleElement): EventDefinition & { kind: 'message' } => {
  const message = referredMessage(definition);
  const flow = message ? undefined : flowName(element);
  if (!message && flow === undefined) problems.warn('missing-message', element.id, `expected ${called(element)} to refer to a message, but it refers to none: its name is taken to be ${element.id}`);
  return { kind: 'message', name: (message && (words(message, 'name') ?? message.id)) ?? flow ?? element.id!, ...keysOf(problems, element) };
};

const timerKinds = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;

const timer: Reader = (problems, element, definition) => {
  const given = Object.entries(timerKinds).flatMap(([property, type]) => {
    const expression = one(definition, property);
    return expression ? [{ type, text: words(expression, 'body') ?? '', language: expression.get('language') }] : [];
  });
  const [first] = given;
  if (given.length !== 1 || !first || first.text === '') {
    problems.incomplete('timer', element.id, `expected ${called(element)} to have one date, duration or cycle, but it has ${given.length === 1 ? 'an empty one' : given.length}`);
    if (!problems.sketch) return undefined;
    const again = element.$type !== 'bpmn:IntermediateCatchEvent';
    return { kind: 'timer', timer: again ? { type: 'cycle', value: 'R/P1D' } : { type: 'duration', value: 'P1D' } };
  }
  const value = timerValue(problems, element, first);
  return value === undefined ? undefined : { kind: 'timer', timer: { type: first.type, value } };
};

const timerValue = (problems: Problems, element: ModdleElement, { text, language, type }: { text: string; language: unknown; type: TimerDefinition['type'] }): TimerDefinition['value'] | undefined => {
  if (text.startsWith('=') || (typeof language === 'string' && speaksFeel(language)) || hasJuel(text)) {
    return feel(problems, element.id!, `the timer of ${called(element)}`, text, true);
  }
  if (type === 'cycle' && !isTimerText(type, text)) {
    problems.error('timer', element.id, `expected the cycle of ${called(element)} to be ISO 8601 such as R3/PT10H, cron with days of the week by name such as "0 0 8 * * MON-FRI", or =FEEL, but it is "${text}"`);
    return undefined;
  }
  if (type === 'duration' && !isTimerText(type, text)) {
    problems.error('timer', element.id, `expected the duration of ${called(element)} to be ISO 8601 such as PT10H, a limit such as "2 working days", or =FEEL, but it is "${text}"`);
    return undefined;
  }
  if (!isTimerText(type, text)) {
    problems.error('timer', element.id, `expected the date of ${called(element)} to be a date or date and time in ISO 8601 such as 2026-03-01T08:00:00+07:00, or =FEEL, but it is "${text}"`);
    return undefined;
  }
  return text;
};

/** The code of the error or escalation that an event refers to; without a reference it is about any. */
const coded = (kind: 'error' | 'escalation', property: string): Reader => (_problems, _element, definition) => {
  const reference = one(definition, property);
  const code = reference && (words(reference, `${kind}Code`) ?? words(reference, 'name') ?? reference.id);
  return code === undefined ? { kind } : { kind, code };
};

const signal: Reader = (problems, element, definition) => {
  const reference = one(definition, 'signalRef');
  if (!reference && problems.sketch) return { kind: 'signal', name: '' };
  if (!reference) problems.warn('missing-signal', element.id, `expected ${called(element)} to refer to a signal, but it refers to none: its name is taken to be ${element.id}`);
  return { kind: 'signal', name: (reference && (words(reference, 'name') ?? reference.id)) ?? element.id! };
};

/** Stands in for an event that a sketch leaves open: it happens by hand alone. */
const never: EventDefinition = { kind: 'conditional', condition: { text: 'false' } };

const conditional: Reader = (problems, element, definition) => {
  const given = one(definition, 'condition');
  if (given && words(given, 'body') !== undefined) {
    const asked = condition(problems, definition, 'condition', 'the condition', element);
    return asked && { kind: 'conditional', condition: asked };
  }
  problems.incomplete('missing-condition', element.id, `expected conditional event ${called(element)} to have a condition, but it has none and would never happen`);
  return problems.sketch ? never : undefined;
};

const link: Reader = (problems, element, definition) => {
  const name = words(definition, 'name') ?? words(element, 'name');
  if (name !== undefined) return { kind: 'link', name };
  problems.incomplete('link-name', element.id, `expected link event ${called(element)} to have a name, but it has none and cannot be joined to its other end`);
  return problems.sketch ? { kind: 'link', name: '' } : undefined;
};

const compensation: Reader = (_problems, _element, definition) => {
  const activity = one(definition, 'activityRef')?.id;
  return { kind: 'compensation', wait: definition.get('waitForCompletion') !== false, ...(activity !== undefined && { activity }) };
};

const readers: Readonly<Record<string, Reader>> = {
  'bpmn:MessageEventDefinition': messageOf,
  'bpmn:TimerEventDefinition': timer,
  'bpmn:ErrorEventDefinition': coded('error', 'errorRef'),
  'bpmn:EscalationEventDefinition': coded('escalation', 'escalationRef'),
  'bpmn:SignalEventDefinition': signal,
  'bpmn:ConditionalEventDefinition': conditional,
  'bpmn:LinkEventDefinition': link,
  'bpmn:CompensateEventDefinition': compensation,
  'bpmn:CancelEventDefinition': () => ({ kind: 'cancel' }),
  'bpmn:TerminateEventDefinition': () => ({ kind: 'terminate' }),
};

/** Reads one event definition, wherever it stands. */
export const readEvent = (problems: Problems, element: ModdleElement, definition: ModdleElement): EventDefinition | undefined => {
  const read = readers[definition.$type];
  if (read) return read(problems, element, definition);
  problems.error('unknown-event', element.id, `expected an event of BPMN 2.0.2, but ${called(element)} is a ${definition.$type.replace(/^\w+:|EventDefinition$/g, '')} event`);
  return undefined;
};

/** The event's definition when it is one of the allowed kinds for its place; otherwise a problem. Shared definitions are read as if they stood in the event. */
export const eventOf = (problems: Problems, element: ModdleElement, allowed: readonly EventDefinition['kind'][]): EventDefinition | undefined => {
  const definitions = definitionsOf(element);
  const [first] = definitions;
  const flow = problems.sketch && element.$instanceOf('bpmn:CatchEvent') ? flowName(element) : undefined;
  if (!first && flow !== undefined && allowed.includes('message')) return { kind: 'message', name: flow };
  if (!first && problems.sketch && !allowed.includes('none')) {
    problems.warn('missing-event', element.id, `expected ${called(element)} to say what happens, but it says nothing`);
    return never;
  }
  if (!first) return accepted(problems, element, allowed, { kind: 'none' });
  if (definitions.length === 1) {
    const event = readEvent(problems, element, first);
    return event && accepted(problems, element, allowed, event);
  }
  if (!allowed.includes('multiple')) return accepted(problems, element, allowed, { kind: 'multiple', parallel: false, events: [] });
  const events: EventDefinition[] = [];
  for (const definition of definitions) {
    const event = readEvent(problems, element, definition);
    const fits = event && accepted(problems, element, allowed, event);
    if (!fits) return undefined;
    events.push(fits);
  }
  const parallel = element.get('parallelMultiple') === true;
  return standTogether(problems, element, events, parallel) ? { kind: 'multiple', parallel, events } : undefined;
};

type Kinds = ReadonlySet<EventDefinition['kind']>;
/** A link is one of a pair, and what cancels or is undone is found by the one event that is drawn for it. */
const alone: { readonly caught: Kinds; readonly thrown: Kinds } = { caught: new Set(['link', 'cancel', 'compensation']), thrown: new Set(['link', 'cancel']) };
/** Nobody waits for these: they look outwards for who catches them, once. */
const unawaited: Kinds = new Set(['error', 'escalation']);
/** After one of these nothing of the scope is left that another could end. */
const last: Kinds = new Set(['error', 'terminate']);

/** Whether one event can be all of these: each can be waited for where all are needed, and each is thrown. */
const standTogether = (problems: Problems, element: ModdleElement, events: readonly EventDefinition[], parallel: boolean): boolean => {
  const lone = events.find(({ kind }) => alone[element.$instanceOf('bpmn:CatchEvent') ? 'caught' : 'thrown'].has(kind));
  const missed = parallel ? events.find(({ kind }) => unawaited.has(kind)) : undefined;
  const [first, second] = events.filter(({ kind }) => last.has(kind));
  if (lone) problems.error('event-place', element.id, `expected ${called(element)} to gather events that can stand together, but one of them is ${lone.kind}`);
  else if (missed) problems.error('event-place', element.id, `expected ${called(element)} to need only events that can be waited for, because it needs all of them, but one of them is ${missed.kind}`);
  else if (first && second && !element.$instanceOf('bpmn:CatchEvent')) problems.error('event-place', element.id, `expected ${called(element)} to end its scope in one way, but it would by ${first.kind} and by ${second.kind}`);
  else return true;
  return false;
};

const accepted = (problems: Problems, element: ModdleElement, allowed: readonly EventDefinition['kind'][], event: EventDefinition): EventDefinition | undefined => {
  if (allowed.includes(event.kind)) return event;
  problems.error('event-place', element.id, `expected ${called(element)} to be one of ${allowed.join(', ')}, but it is ${event.kind}`);
  return undefined;
};
