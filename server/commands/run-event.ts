import { Type, type Static } from 'typebox';
import { parseUnrounded } from '../../engine/expression/exact-json.ts';
import { jsonFault } from '../../engine/json-fault.ts';
import type { Bench } from '../../engine/testing/bench.ts';
import type { Instance } from '../../engine/testing/instance.ts';
import { AnyJson, AnyObject, Line, shape } from '../api/shape.ts';
import { faultsOf } from '../http/validate.ts';
import { UsageError, type Terminal } from './command.ts';

/** What can happen under `motcua run`, by the member that names it; `begin` names a step of an ad-hoc sub-process, `change` gives data from outside. */
const shapes = {
  complete: shape({ complete: Line, data: Type.Optional(AnyJson), by: Type.Optional(Line) }),
  fail: shape({ fail: Line, error: Line, data: Type.Optional(AnyJson) }),
  message: shape({ message: Line, keys: Type.Optional(AnyObject), data: Type.Optional(AnyJson) }),
  signal: shape({ signal: Line, data: Type.Optional(AnyObject) }),
  begin: shape({ begin: Line, data: Type.Optional(AnyObject) }),
  change: shape({ change: AnyObject }),
  advance: shape({ advance: Line }),
  choose: shape({ choose: Line, flows: Type.Array(Line, { minItems: 1 }) }),
};
type Shapes = typeof shapes;
export type RunEvent = { [Name in keyof Shapes]: Static<Shapes[Name]> }[keyof Shapes];

/** The events in a file; throws a UsageError that says which of them is none, and why. */
export function readEvents(value: unknown, path: string): readonly RunEvent[] {
  if (!Array.isArray(value)) throw new UsageError(`expected a list of events in ${path}, such as [{ "complete": "element" }], but it holds ${value === null ? 'null' : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`}`);
  return value.map((each: unknown, index) => eventIn(each, `event ${index + 1} of ${path}`));
}

/**
 * Does events in order, those in a list or those typed one a line, and answers what was wrong with them. A list ends with
 * the first that is not possible; a person who types is told, and goes on.
 */
export async function follow(events: readonly RunEvent[] | Terminal, happen: (event: RunEvent) => void): Promise<readonly string[]> {
  const wrong: string[] = [];
  let count = 0;
  if (!('lines' in events)) {
    for (const event of events) {
      count += 1;
      const why = reasonAgainst(() => happen(event));
      if (why !== undefined) return [`event ${count}: ${why}`];
    }
    return wrong;
  }
  for await (const line of events.lines()) {
    count += 1;
    if (line.trim() === '') continue;
    const why = reasonAgainst(() => happen(typedEvent(line)));
    if (why === undefined) continue;
    wrong.push(`line ${count}: ${why}`);
    events.error(`line ${count}: ${why}\nThis line is left out; go on with the next.`);
  }
  return wrong;
}

function reasonAgainst(deed: () => void): string | undefined {
  try {
    deed();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function typedEvent(line: string): RunEvent {
  const fault = jsonFault(line);
  if (fault !== undefined) throw new UsageError(`expected an event as JSON, such as { "complete": "element" }, but ${fault}`);
  try {
    return eventIn(parseUnrounded(line), 'the event');
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`expected numbers that are kept as they are written, but ${error.message}`) : error;
  }
}

function eventIn(value: unknown, where: string): RunEvent {
  const name = typeof value === 'object' && value !== null ? Object.keys(shapes).find((each) => Object.hasOwn(value, each)) as keyof Shapes | undefined : undefined;
  if (name === undefined) throw new UsageError(`expected ${where} to have a member ${Object.keys(shapes).join(', ')}, but it is ${JSON.stringify(value).slice(0, 80)}`);
  const [fault] = faultsOf(shapes[name], value, 'en');
  if (fault !== undefined) throw new UsageError(`expected ${where} to be a "${name}", but ${fault.path || 'it'} is wrong: ${fault.message}`);
  return value as RunEvent;
}

/** Lets one event happen to an instance, or to the world that is to begin one; throws with the reason when it is not possible. */
export function happen(bench: Bench, instance: Instance | undefined, event: RunEvent): void {
  if ('signal' in event) bench.signal(event.signal, event.data);
  else if ('advance' in event) bench.advance(event.advance);
  else if ('message' in event) bench.message(event.message, { ...(event.keys === undefined ? {} : { keys: event.keys }), ...(event.data === undefined ? {} : { data: event.data }) });
  else if (instance) happenIn(bench, instance, event);
  else if ('change' in event) bench.change(event.change);
  else throw new Error(`expected the process to have begun, but ${JSON.stringify(event).slice(0, 80)} comes before anything has begun it`);
}

function happenIn(bench: Bench, instance: Instance, event: Exclude<RunEvent, { readonly signal: string } | { readonly advance: string } | { readonly message: string }>): void {
  if ('complete' in event) having(bench, instance, event.complete).complete(event.complete, event.data, event.by);
  else if ('fail' in event) having(bench, instance, event.fail).fail(event.fail, event.error, event.data);
  else if ('begin' in event) instance.activate(event.begin, event.data);
  else if ('change' in event) instance.change(event.change);
  else instance.choose(event.choose, ...event.flows);
}

/** The instance in which a task is open: the one that was started comes first, then those that it began. */
const having = (bench: Bench, instance: Instance, element: string): Instance =>
  [instance, ...bench.instances].find(({ tasks }) => tasks.some((task) => task.element === element)) ?? instance;
