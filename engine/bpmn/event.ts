import type { ModdleElement } from 'bpmn-moddle';
import type { EventDefinition, Expression, TimerDefinition } from '../definition.ts';
import { feel, speaksFeel } from './feel.ts';
import { many, one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';
import { named } from './step.ts';

type Reader = (problems: Problems, element: ModdleElement, definition: ModdleElement) => EventDefinition | undefined;

const keysOf = (problems: Problems, element: ModdleElement): { readonly keys?: readonly { name: string; value: Expression }[] } => {
  const keys = named(problems, element, 'motcua:Key');
  return keys ? { keys: Object.entries(keys).map(([name, value]) => ({ name, value })) } : {};
};

/** The message that an event or receive task refers to, by the message's name; without one, by the element's own id. */
export const messageOf = (problems: Problems, element: ModdleElement, definition: ModdleElement): EventDefinition & { kind: 'message' } => {
  const message = one(definition, 'messageRef');
  if (!message) problems.warn('missing-message', element.id, `expected ${called(element)} to refer to a message, but it refers to none: its name is taken to be ${element.id}`);
  return { kind: 'message', name: (message && (words(message, 'name') ?? message.id)) ?? element.id!, ...keysOf(problems, element) };
};

const timerKinds = { timeDate: 'date', timeDuration: 'duration', timeCycle: 'cycle' } as const;

const timer: Reader = (problems, element, definition) => {
  const given = Object.entries(timerKinds).flatMap(([property, type]) => {
    const expression = one(definition, property);
    return expression ? [{ type, text: words(expression, 'body') ?? '', language: expression.get('language') }] : [];
  });
  const [first] = given;
  if (given.length !== 1 || !first || first.text === '') {
    problems.error('timer', element.id, `expected ${called(element)} to have one date, duration or cycle, but it has ${given.length === 1 ? 'an empty one' : given.length}`);
    return undefined;
  }
  const value = timerValue(problems, element, first);
  return value === undefined ? undefined : { kind: 'timer', timer: { type: first.type, value } };
};

const timerValue = (problems: Problems, element: ModdleElement, { text, language, type }: { text: string; language: unknown; type: string }): TimerDefinition['value'] | undefined => {
  if (text.startsWith('=') || (typeof language === 'string' && speaksFeel(language)) || /^[$#]\{/.test(text)) {
    return feel(problems, element.id!, `the timer of ${called(element)}`, text);
  }
  if (type === 'date' && Number.isNaN(Date.parse(text))) {
    problems.error('timer', element.id, `expected the date of ${called(element)} to be an ISO 8601 date-time or =FEEL, but it is "${text}"`);
    return undefined;
  }
  return text;
};

const error: Reader = (_problems, _element, definition) => {
  const reference = one(definition, 'errorRef');
  const code = reference && (words(reference, 'errorCode') ?? words(reference, 'name') ?? reference.id);
  return code === undefined ? { kind: 'error' } : { kind: 'error', code };
};

const readers: Readonly<Record<string, Reader>> = {
  'bpmn:MessageEventDefinition': messageOf,
  'bpmn:TimerEventDefinition': timer,
  'bpmn:ErrorEventDefinition': error,
  'bpmn:TerminateEventDefinition': () => ({ kind: 'terminate' }),
};

/** The event's definition when it is one of the allowed kinds for its place; otherwise a problem. */
export const eventOf = (problems: Problems, element: ModdleElement, allowed: readonly EventDefinition['kind'][]): EventDefinition | undefined => {
  const definitions = [...many(element, 'eventDefinitions'), ...many(element, 'eventDefinitionRef')];
  if (definitions.length > 1 || element.get('parallelMultiple') === true) {
    problems.error('multiple-event', element.id, `expected ${called(element)} to have one event definition, but multiple events are not executed`);
    return undefined;
  }
  const [definition] = definitions;
  if (!definition) return accepted(problems, element, allowed, { kind: 'none' });
  const read = readers[definition.$type];
  if (read) {
    const event = read(problems, element, definition);
    return event && accepted(problems, element, allowed, event);
  }
  const kind = definition.$type.replace(/^bpmn:|EventDefinition$/g, '').toLowerCase();
  problems.error(`${kind}-event`, element.id, `expected an event that is executed, but ${called(element)} is a ${kind} event, which is not executed yet`);
  return undefined;
};

const accepted = (problems: Problems, element: ModdleElement, allowed: readonly EventDefinition['kind'][], event: EventDefinition): EventDefinition | undefined => {
  if (allowed.includes(event.kind)) return event;
  problems.error('event-place', element.id, `expected ${called(element)} to be one of ${allowed.join(', ')}, but it is ${event.kind}`);
  return undefined;
};
