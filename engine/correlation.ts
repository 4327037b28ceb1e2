import type { CorrelationKey, Definition } from './definition.ts';
import type { Draft } from './draft.ts';
import { worth, type Answer, fail, label } from './elements/ask.ts';
import type { Context } from './elements/element.ts';
import type { Environment } from './environment.ts';
import { evaluate } from './expression/feel.ts';
import type { Data, Json } from './state.ts';

/** Values of correlation keys, by key and property. */
type Keys = Readonly<Record<string, Data>>;

const none: readonly CorrelationKey[] = [];
const keysFor = ({ conversation }: Definition, message: string): readonly CorrelationKey[] => conversation?.messages[message] ?? none;

const entriesOf = (data: Json | undefined): Data => (typeof data === 'object' && data !== null && !Array.isArray(data) ? data as Data : {});

/** The keys that a message brings whole; one of which a part is missing is none (BPMN 2.0.2, 8.4.2). */
export const carriedKeys = (definition: Definition, message: string, data: Json | undefined, at: string): Keys =>
  Object.fromEntries(keysFor(definition, message).flatMap(({ key, properties }) => {
    const values = Object.entries(properties).map(([name, path]): [string, Json] => {
      const answer = evaluate(path.text, entriesOf(data), at);
      return [name, 'failed' in answer ? null : answer.value];
    });
    return values.some(([, value]) => value === null) ? [] : [[key, Object.fromEntries(values)]];
  }));

/** As they stand beside a message: by property. */
export const besideMessage = (keys: Keys): Data => Object.assign({}, ...Object.values(keys)) as Data;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a message that is sent carries. It must bring its keys, and those of the conversation that it belongs to. A proof knows no messages. */
export const sentKeys = (context: Context, message: string, data: Data): Answer<Data> => {
  const { definition, environment, conversation, node, at } = context;
  if (!definition.conversation || environment.answers) return { value: {} };
  const carried = carriedKeys(definition, message, data, at);
  for (const { key, properties } of keysFor(definition, message)) {
    const names = Object.keys(properties).join(', ');
    if (!carried[key]) return { failed: fail('correlation', `expected message "${message}" of ${label(node)} to bring ${names} of correlation key ${key}, but it does not`) };
    if (conversation?.[key] && !same(conversation[key], carried[key])) return { failed: fail('correlation', `expected message "${message}" of ${label(node)} to bring the ${names} of its conversation, ${JSON.stringify(conversation[key])}, but it brings ${JSON.stringify(carried[key])}`) };
  }
  return { value: besideMessage(carried) };
};

/** What a message must bring to be for whoever waits: what the process says of its own data, else what the first message of the conversation brought. */
export const awaitedKeys = (context: Context, message: string): Answer<Data> => {
  const { definition, conversation, environment } = context;
  if (!definition.conversation || environment.answers) return { value: {} };
  const awaited: Record<string, Json> = {};
  for (const { key } of keysFor(definition, message)) {
    const expected = definition.conversation.expected[key];
    for (const [name, path] of Object.entries(expected ?? {})) {
      const value = worth(context, path, `correlation property "${name}"`);
      if ('failed' in value) return value;
      awaited[name] = value.value;
    }
    if (!expected) Object.assign(awaited, conversation?.[key]);
  }
  return { value: awaited };
};

/** The first message of a conversation says which it is; what a later one brings of other keys is added. */
export const converse = (draft: Draft, message: string, data: Json | undefined): void => {
  if (!draft.definition.conversation || draft.environment.answers) return;
  const { expected } = draft.definition.conversation;
  for (const [key, values] of Object.entries(carriedKeys(draft.definition, message, data, draft.at))) {
    if (!expected[key] && !draft.conversation?.[key]) draft.conversation = { ...draft.conversation, [key]: values };
  }
};

/** A message's keys as they are compared: those that it names, and those that stand in what it brings. */
export const keysOf = (definition: Definition, { name, keys = {}, data, at }: { readonly name: string; readonly keys?: Data; readonly data?: Json; readonly at: string }, environment: Environment): Data =>
  definition.conversation && !environment.answers ? { ...besideMessage(carriedKeys(definition, name, data, at)), ...keys } : keys;

