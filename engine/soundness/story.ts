import type { Visit } from '../effect.ts';
import { initialFlow } from '../statechart/way.ts';
import type { Found, Way } from './explore.ts';
import type { Model } from './model.ts';

/** How one comes to a place, as ids in order: each step that is done or event that happens, and the flows chosen after it. */
export const story = (model: Model, at: Found): readonly string[] => {
  const told: string[] = [];
  for (let now: Found | undefined = at; now; now = now.from) {
    told.unshift(...toldOf(model, now));
  }
  return told;
};

/** One step of a story. */
export const toldOf = (model: Model, { move, outcome }: Partial<Pick<Way, 'move' | 'outcome'>>): readonly string[] => [...(move ? [move.element] : []), ...chosen(model, outcome?.visits ?? [])];

const chosen = ({ processes }: Model, visits: readonly Visit[]): readonly string[] => visits.filter(({ element, did }) => {
  if (did !== 'take') return false;
  const definition = processes.map((each) => each.definition).find(({ flows }) => flows[element]);
  const source = definition?.nodes[definition.flows[element]!.source];
  return source !== undefined && !element.startsWith(initialFlow(source.id)) && source.outgoing.length > 1 && source.kind !== 'parallelGateway' && source.kind !== 'eventBasedGateway';
}).map(({ element }) => element);
