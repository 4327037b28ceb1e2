import type { EventDefinition, Node } from '../definition.ts';
import type { Json } from '../state.ts';
import { seeing } from '../view.ts';
import { text, worth, type Answer } from './ask.ts';
import type { Context, Subscribing } from './element.ts';

/** What an event waits for, spelled out with the data of now; nothing when it is caught in other ways, as errors are, or waits for nothing. */
export const subscribing = (context: Context, node: Node, event: EventDefinition, part?: number): Answer<readonly Subscribing[]> => {
  const own = seeing(context, { node });
  const one = (wanted: Subscribing['event']): Answer<readonly Subscribing[]> => ({ value: [{ node: node.id, ...(part !== undefined && { part }), event: wanted }] });
  switch (event.kind) {
    case 'timer': {
      const value = text(own, event.timer.value, 'the timer');
      return 'failed' in value ? value : one({ kind: 'timer', type: event.timer.type, value: value.value, from: context.at });
    }
    case 'message': {
      const keys: Record<string, Json> = {};
      for (const key of event.keys ?? []) {
        const value = worth(own, key.value, `message key "${key.name}"`);
        if ('failed' in value) return value;
        keys[key.name] = value.value;
      }
      return one({ kind: 'message', name: event.name, keys });
    }
    case 'signal': return one({ kind: 'signal', name: event.name });
    case 'conditional': return one({ kind: 'conditional', held: false });
    case 'multiple': return all(event.events.map((each, index) => subscribing(context, node, each, index)));
    default: return { value: [] };
  }
};

const all = (answers: readonly Answer<readonly Subscribing[]>[]): Answer<readonly Subscribing[]> => {
  const found: Subscribing[] = [];
  for (const answer of answers) {
    if ('failed' in answer) return answer;
    found.push(...answer.value);
  }
  return { value: found };
};
