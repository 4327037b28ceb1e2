import { beginsBy } from './begins.ts';
import type { Definition, EventDefinition } from './definition.ts';
import { startedBy, type Start } from './started-by.ts';

/** A message or signal, by which one process begins another or goes on. */
export interface Word {
  readonly kind: 'message' | 'signal';
  readonly name: string;
}

const wordsOf = (event: EventDefinition | undefined): readonly Word[] => {
  if (event?.kind === 'multiple') return event.events.flatMap(wordsOf);
  return event?.kind === 'message' || event?.kind === 'signal' ? [{ kind: event.kind, name: event.name }] : [];
};

/** What begins an instance, when another says it. */
export const wordsThatBegin = (definition: Definition): readonly Word[] => {
  const { nodes, flows, starts, id } = definition;
  const instantiating = Object.values(nodes).filter((node) => node.parent === id).flatMap((node) => {
    if (node.kind === 'receiveTask' && node.instantiate) return wordsOf(node.event);
    if (node.kind !== 'eventBasedGateway' || !node.instantiate) return [];
    return node.outgoing.map((flow) => nodes[flows[flow]!.target]!).flatMap((behind) => ('event' in behind ? wordsOf(behind.event) : []));
  });
  return [...starts.flatMap((start) => wordsOf(beginsBy(definition, start))), ...instantiating];
};

/** What an instance says to others on its way; a statechart names none here. */
export const wordsSaid = ({ nodes }: Definition): readonly Word[] =>
  Object.values(nodes).flatMap((node) => (node.kind === 'sendTask' || node.kind === 'intermediateThrowEvent' || node.kind === 'endEvent' ? wordsOf(node.event) : []));

/** Whether an instance may begin without a word or a time: whoever files, or the office, begins it. */
export const beginsPlainly = ({ starts, nodes }: Definition): boolean => starts.some((id) => {
  const node = nodes[id]!;
  return node.kind !== 'startEvent' || node.event.kind === 'none';
});

/** Where an instance begins that nobody begins but another's word: the first such word. */
export const startByWord = (definition: Definition): Start | undefined => {
  const [word] = beginsPlainly(definition) ? [] : wordsThatBegin(definition);
  return word && startedBy(definition, word)[0];
};
