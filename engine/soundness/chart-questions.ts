import type { Definition } from '../definition.ts';
import type { Action, Machine } from '../statechart/machine.ts';
import { actionsIn } from '../statechart/places.ts';
import { walk } from '../statechart/walk.ts';
import { waysOf } from '../statechart/way.ts';
import type { Json } from '../state.ts';
import { Knowledge } from './facts.ts';
import { constant, eitherWay, writtenBy, type Question, type Questions } from './question.ts';

/** What the expressions of a statechart may answer: guards both ways, timers some time, and values nothing that is known. */
export const chartQuestions = (definition: Definition, machine: Machine, given?: ReadonlyMap<string, readonly Json[]>): Questions => {
  const places = [...walk(machine, machine.id)];
  const guards = places.flatMap(({ id, state }) => waysOf(id, state).flatMap(({ transition: { guard } }) => (guard === undefined ? [] : [{ id, guard }])));
  const knowledge = new Knowledge(guards.map(({ guard }) => guard), given);
  const found = new Map<string, Question>();
  const reads = new Map<string, string[]>();
  const decided = new Map<string, string[]>();
  const written = new Set(Object.values(definition.nodes).flatMap(writtenBy));
  for (const { id, guard } of guards) {
    const { paths, roots } = knowledge.condition(guard);
    // An event is another each time.
    const isKept = paths.length > 0 && knowledge.understands(guard) && !roots.includes('event');
    found.set(guard, { options: constant({ text: guard }, paths) ?? eitherWay, ...(isKept && { condition: guard }) });
    if (isKept) reads.set(id, [...reads.get(id) ?? [], ...roots]);
  }
  for (const { id, state } of places) {
    for (const key of Object.keys(state.after ?? {})) if (key.startsWith('=')) found.set(key.slice(1).trim(), { options: ['PT1H'] });
    for (const action of actionsIn(id, state)) {
      for (const [name, text] of assigned(action)) {
        found.set(text, { ...found.get(text) ?? { options: [null] }, writes: [...found.get(text)?.writes ?? [], name] });
        written.add(name);
      }
      if (action.type !== 'decide') continue;
      const { decision, result } = action.params;
      decided.set(decision, [...decided.get(decision) ?? [], result]);
      written.add(result);
    }
  }
  return { of: ({ text }) => found.get(text), knowledge, reads, written, decided };
};

const assigned = (action: Action): readonly (readonly [name: string, text: string])[] => (action.type === 'assign' ? Object.entries(action.params) : []);
