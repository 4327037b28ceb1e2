import type { Definition, EventDefinition } from '../../engine/definition.ts';
import { instantiates, startsOf } from '../../engine/precondition.ts';

/** Whether a process begins although nothing says where; another begins by an event, or at an element that is named. */
export const beginsAtOnce = (definition: Definition): boolean => !('rejected' in startsOf(definition, undefined));

/** How a process can be begun, for whoever typed no such event: `{ "message": "paid" }, or --start s`. */
export const waysToBegin = (definition: Definition): string => {
  const here = Object.values(definition.nodes).filter(({ id }) => instantiates(definition, definition.starts, id));
  const events = new Set(here.flatMap((node) => ('event' in node ? wordsOf(node.event) : [])));
  return [...events, `--start ${here.map(({ id }) => id).join(' or ')}`].join(', or ');
};

const wordsOf = (event: EventDefinition): readonly string[] => {
  switch (event.kind) {
    case 'message': case 'signal': return [JSON.stringify({ [event.kind]: event.name })];
    case 'timer': return ['{ "advance": … } to its time'];
    case 'conditional': return ['{ "change": … } of what it asks for'];
    case 'multiple': return event.events.flatMap(wordsOf);
    default: return [];
  }
};
