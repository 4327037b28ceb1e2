import { contextOf } from '../view.ts';
import { arm } from '../watch.ts';
import { nodeAt, raise, rest, type Draft } from '../draft.ts';
import { inputs, text, worth, type Answer } from '../elements/ask.ts';
import type { Context, Subscribing } from '../elements/element.ts';
import type { Json, Token } from '../state.ts';
import { hold } from './hold.ts';
import { inPlace } from './order.ts';
import type { Machine, StateConfig } from './machine.ts';
import { placeOf, raisedBy } from './places.ts';

/** Event of an incident whose retry opens a state again. */
export const opening = 'motcua.open';

/**
 * Opens in the world what an active state waits for: its timers and messages, then its task or job. XState would start its
 * actors on the way; as SCXML (6.4) has it, only a state that is still active when the machine rests opens anything.
 */
export const open = (draft: Draft, token: Token): void => {
  const machine = draft.definition.machine as Machine;
  const wanted = subscribing(contextOf(draft, token), placeOf(machine, token.at).state, raisedBy(machine));
  if ('failed' in wanted) return hold(draft, token.at, wanted.failed, { type: opening });
  arm(draft, { token: token.id }, wanted.value);
  if (token.wait.on !== 'scope') work(draft, token);
};

/** The work of a state for a person or the machine, also when it is asked for again. */
export const work = (draft: Draft, token: Omit<Token, 'wait'>): void => {
  const node = nodeAt(draft, token.at);
  switch (node.kind) {
    case 'userTask':
      rest(draft, token, { on: 'task' });
      draft.effects.push({ key: `task.open:${token.id}`, type: 'task.open', token: token.id, node: node.id });
      return;
    case 'serviceTask': {
      const given = inputs(contextOf(draft, token));
      if ('failed' in given) return inPlace(draft, () => raise(draft, [token], 'enter', given.failed));
      const connector = node.step.connector ?? node.id;
      rest(draft, token, { on: 'job', connector });
      draft.effects.push({ key: `job.request:${token.id}`, type: 'job.request', token: token.id, node: node.id, connector, inputs: given.value });
      return;
    }
    case 'endEvent': return void rest(draft, token, { on: 'join' });
    default: rest(draft, token, { on: 'event' });
  }
};

/** Events that only the machine itself and its own work give. */
export const reserved = /^(xstate|task\.complete|task\.fail)\./;

/** Timers by their place in `after`, and the messages and signals of `on` that come from outside. */
export const subscribing = (context: Context, { after = {}, on = {}, meta }: StateConfig, internal: ReadonlySet<string>): Answer<readonly Subscribing[]> => {
  const found: Subscribing[] = [];
  const node = context.node.id;
  for (const [part, key] of Object.keys(after).entries()) {
    const value = text(context, key.startsWith('=') ? { text: key.slice(1).trim() } : durationOf(key), 'the timer');
    if ('failed' in value) return value;
    found.push({ node, part, event: { kind: 'timer', type: /^\d{4}-\d/.test(value.value) ? 'date' : 'duration', value: value.value, from: context.at } });
  }
  for (const name of Object.keys(on)) {
    if (reserved.test(name) || internal.has(name)) continue;
    if (meta?.signals?.includes(name)) {
      found.push({ node, event: { kind: 'signal', name } });
      continue;
    }
    const keys: Record<string, Json> = {};
    for (const [key, value] of Object.entries(meta?.messages?.[name] ?? {})) {
      const asked = worth(context, { text: value }, `message key "${key}"`);
      if ('failed' in asked) return asked;
      keys[key] = asked.value;
    }
    found.push({ node, event: { kind: 'message', name, keys } });
  }
  return { value: found };
};

/** A bare number is XState's milliseconds. */
const durationOf = (key: string): string => (/^\d+$/.test(key) ? `PT${Number(key) / 1000}S` : key);
