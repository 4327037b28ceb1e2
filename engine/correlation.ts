import type { Conversation, CorrelationKey, Definition } from './definition.ts';
import { correlationAt, tell, toldOf } from './conversing.ts';
import type { Draft } from './draft.ts';
import { worth, type Answer, fail, label } from './elements/ask.ts';
import type { Context } from './elements/element.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './expression/feel.ts';
import type { Data, Json, Told } from './state.ts';

const none: readonly CorrelationKey[] = [];
const keysFor = (drawn: Conversation | undefined, message: string): readonly CorrelationKey[] => drawn?.messages[message] ?? none;

const entriesOf = (data: Json | undefined): Data => (typeof data === 'object' && data !== null && !Array.isArray(data) ? data as Data : {});

/** The keys that a message brings whole, in its content or beside it; one of which a part is missing is none (BPMN 2.0.2, 8.4.2). */
const carriedKeys = (drawn: Conversation | undefined, message: string, data: Json | undefined, at: string, beside: Data = {}): Told =>
  Object.fromEntries(keysFor(drawn, message).flatMap(({ key, properties }) => {
    const values = Object.entries(properties).map(([name, path]): [string, Json] => {
      const answer = evaluate(path.text, entriesOf(data), at);
      return [name, ('failed' in answer ? undefined : answer.value) ?? beside[name] ?? null];
    });
    return values.some(([, value]) => value === null) ? [] : [[key, Object.fromEntries(values)]];
  }));

/** As they stand beside a message: by property. */
const besideMessage = (keys: Told): Data => Object.assign({}, ...Object.values(keys)) as Data;

/** The keys that stand in what a message brings, as the process and those it calls read them. */
export const broughtKeys = ({ conversation, processes = {} }: Definition, message: string, data: Json | undefined, at: string): Data =>
  Object.assign({}, ...[...Object.values(processes).map((process) => process.conversation), conversation].map((drawn) => besideMessage(carriedKeys(drawn, message, data, at)))) as Data;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the process expects of a key by its own data; nothing when it says nothing of it. */
const expectedOf = (context: Context, { key }: CorrelationKey): Answer<Data> | undefined => {
  const expected = context.correlation.drawn?.expected[key];
  if (!expected) return undefined;
  const values: Record<string, Json> = {};
  for (const [name, path] of Object.entries(expected)) {
    const value = worth(context, path, `correlation property "${name}"`);
    if ('failed' in value) return value;
    values[name] = value.value;
  }
  return { value: values };
};

/**
 * What a message that is sent carries. It must bring its keys, and those of the conversation that it belongs to; one whose content
 * nobody writes (`unwritten`) has those of its conversation where it brings none. A proof knows no messages.
 */
export const sentKeys = (context: Context, message: string, data: Data, unwritten = false): Answer<Data> => {
  const { definition, environment, correlation, node, at } = context;
  if (!definition.conversation || environment.answers) return { value: {} };
  const carried = carriedKeys(correlation.drawn, message, data, at);
  const sent: Record<string, Data> = {};
  for (const key of keysFor(correlation.drawn, message)) {
    const names = Object.keys(key.properties).join(', ');
    const told = toldOf(correlation, key);
    const known = carried[key.key] || !unwritten ? undefined : expectedOf(context, key) ?? (told && { value: told });
    if (known && 'failed' in known) return known;
    const values = carried[key.key] ?? known?.value;
    if (!values) return { failed: fail('correlation', `expected message "${message}" of ${label(node)} to bring ${names} of correlation key ${key.key}, but it does not`) };
    if (told && !same(told, values)) return { failed: fail('correlation', `expected message "${message}" of ${label(node)} to bring the ${names} of its conversation, ${JSON.stringify(told)}, but it brings ${JSON.stringify(values)}`) };
    sent[key.key] = values;
  }
  return { value: besideMessage(sent) };
};

/** What a message must bring to be for whoever waits: what the process says of its own data, else what the first message of the conversation brought. */
export const awaitedKeys = (context: Context, message: string): Answer<Data> => {
  const { definition, correlation, environment } = context;
  if (!definition.conversation || environment.answers) return { value: {} };
  const awaited: Record<string, Json> = {};
  for (const key of keysFor(correlation.drawn, message)) {
    const expected = expectedOf(context, key);
    if (expected && 'failed' in expected) return expected;
    Object.assign(awaited, expected ? expected.value : toldOf(correlation, key));
  }
  return { value: awaited };
};

/** The first message of a conversation says which it is; what a later one brings of other keys is added. `scope` stands in the process that sends or receives it. */
export const converse = (draft: Draft, scope: number, message: string, data: Json | undefined, beside?: Data): void => {
  if (!draft.definition.conversation || draft.environment.answers) return;
  const correlation = correlationAt(draft, scope);
  const { drawn } = correlation;
  const carried = carriedKeys(drawn, message, data, draft.at, beside);
  const first = keysFor(drawn, message).filter((key) => carried[key.key] && !drawn!.expected[key.key] && !toldOf(correlation, key));
  if (first.length > 0) tell(draft, scope, Object.fromEntries(first.map(({ key }) => [key, carried[key]!])));
};

/** A message's keys as they are compared: those that it names, and those that stand in what it brings. */
export const keysOf = (definition: Definition, { name, keys = {}, data, at }: { readonly name: string; readonly keys?: Data; readonly data?: Json; readonly at: string }, environment: Environment): Data =>
  definition.conversation && !environment.answers ? { ...broughtKeys(definition, name, data, at), ...keys } : keys;
