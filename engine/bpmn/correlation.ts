import type { ModdleElement } from 'bpmn-moddle';
import type { Conversation, CorrelationKey, Expression } from '../definition.ts';
import { everything } from './everything.ts';
import { formal } from './feel.ts';
import { many, one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';

const nameOf = (element: ModdleElement): string => words(element, 'name') ?? element.id ?? '';

/** Where the property stands in each message, by the message's name (BPMN 2.0.2, table 8.33). */
const pathsOf = (problems: Problems, property: ModdleElement): ReadonlyMap<string, Expression> => new Map(many(property, 'correlationPropertyRetrievalExpression').flatMap((retrieval) => {
  const message = one(retrieval, 'messageRef');
  const path = formal(problems, retrieval, 'messagePath', 'a path into a message', property);
  if (message && path) return [[nameOf(message), path] as const];
  if (!message || !one(retrieval, 'messagePath')) problems.incomplete('correlation', property.id, `expected ${called(property)} to say of each message where it stands in it, but one has no ${message ? 'path' : 'message'}`);
  return [];
}));

/** By message name, the keys that each message brings with all of their properties. */
const messagesOf = (problems: Problems, root: ModdleElement): Record<string, CorrelationKey[]> => {
  const messages: Record<string, CorrelationKey[]> = {};
  for (const { element: key, owner } of everything(root)) {
    if (key.$type !== 'bpmn:CorrelationKey') continue;
    const properties = many(key, 'correlationPropertyRef').map((property) => ({ name: nameOf(property), paths: pathsOf(problems, property) }));
    const whole = [...properties[0]?.paths.keys() ?? []].filter((message) => properties.every(({ paths }) => paths.has(message)));
    if (whole.length === 0) problems.incomplete('correlation', owner.id, `expected correlation key ${nameOf(key)} of ${called(owner)} to have properties that all stand in some message, but there is none`);
    for (const message of whole) (messages[message] ??= []).push({ key: key.id ?? nameOf(key), properties: Object.fromEntries(properties.map(({ name, paths }) => [name, paths.get(message)!])) });
  }
  return messages;
};

/** What a process expects of a key, computed from its data (BPMN 2.0.2, table 8.34). */
const expectedOf = (problems: Problems, process: ModdleElement): Record<string, Record<string, Expression>> => Object.fromEntries(many(process, 'correlationSubscriptions').flatMap((subscription) => {
  const key = one(subscription, 'correlationKeyRef');
  const bindings = many(subscription, 'correlationPropertyBinding').flatMap((binding) => {
    const property = one(binding, 'correlationPropertyRef');
    const path = formal(problems, binding, 'dataPath', 'a path into the data', process);
    return property && path ? [[nameOf(property), path] as const] : [];
  });
  const missing = key && many(key, 'correlationPropertyRef').map(nameOf).filter((name) => !bindings.some(([bound]) => bound === name));
  if (key && missing?.length === 0 && bindings.length === many(key, 'correlationPropertyRef').length) return [[key.id ?? nameOf(key), Object.fromEntries(bindings)] as const];
  problems.incomplete('correlation', process.id, `expected a correlation subscription of ${called(process)} to bind each property of a key once, but ${key ? `${missing?.join(', ') || 'another'} is not or not once` : 'it names no key'}`);
  return [];
}));

/** How messages of a file find the instances of each of its processes by what they bring; nothing when none does. */
export const conversationsOf = (problems: Problems, root: ModdleElement, processes: readonly ModdleElement[]): readonly (Conversation | undefined)[] => {
  const messages = messagesOf(problems, root);
  const isAny = Object.keys(messages).length > 0;
  return processes.map((process) => {
    const expected = expectedOf(problems, process);
    return isAny ? { messages, expected } : undefined;
  });
};
