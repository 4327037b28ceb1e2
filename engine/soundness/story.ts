import type { Visit } from '../effect.ts';
import { initialFlow } from '../statechart/way.ts';
import type { Way } from './explore.ts';
import type { Model } from './model.ts';

/** One step of a story, as ids in order: what is done or happens, and the flows chosen after it. */
export const toldOf = (model: Model, { move, outcome }: Partial<Pick<Way, 'move' | 'outcome'>>): readonly string[] => [...(move ? [move.element] : []), ...chosen(model, outcome?.visits ?? [])];

const chosen = ({ processes }: Model, visits: readonly Visit[]): readonly string[] => visits.filter(({ element, did }) => {
  if (did !== 'take') return false;
  const definition = processes.map((each) => each.definition).find(({ flows }) => flows[element]);
  const flow = definition?.flows[element];
  const source = flow && definition?.nodes[flow.source];
  return source !== undefined && !element.startsWith(initialFlow(source.id)) && (source.outgoing.length > 1 || flow?.condition !== undefined) && source.kind !== 'parallelGateway' && source.kind !== 'eventBasedGateway';
}).map(({ element }) => element);
