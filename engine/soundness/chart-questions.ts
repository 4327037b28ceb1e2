import type { Definition } from '../definition.ts';
import type { Action, Machine } from '../statechart/machine.ts';
import { actionsIn } from '../statechart/places.ts';
import { walk } from '../statechart/walk.ts';
import { waysOf } from '../statechart/way.ts';
import { Knowledge, within, type Given } from './facts.ts';
import { constant, eitherWay, isTimely, writtenBy, type Question, type Questions } from './question.ts';

/** What the expressions of a statechart may answer: guards both ways, timers some time, and values nothing that is known. */
export const chartQuestions = (definition: Definition, machine: Machine, given?: Given): Questions => {
  const places = [...walk(machine, machine.id)];
  const guards = places.flatMap(({ id, state }) => waysOf(id, state).flatMap(({ transition: { guard } }) => (guard === undefined ? [] : [{ id, guard }])));
  const knowledge = new Knowledge(guards.map(({ guard }) => ({ process: definition.id, text: guard })), given);
  const found = new Map<string, Question>();
  const reads = new Map<string, string[]>();
  const decided = new Map<string, string[]>();
  const named = (name: string): string => within(definition.id, name);
  const writes = new Map(Object.values(definition.nodes).map((node) => [node.id, writtenBy(node).map(named)] as const));
  const written = new Set([...writes.values()].flat());
  for (const { id, guard } of guards) {
    const { paths, roots } = knowledge.condition(named(guard));
    // An event is another each time.
    const isKept = paths.length > 0 && !isTimely({ text: guard }) && !roots.includes(named('event'));
    found.set(guard, { options: constant({ text: guard }, paths) ?? eitherWay, ...(isKept && { condition: named(guard) }) });
    if (isKept) reads.set(id, [...reads.get(id) ?? [], ...roots]);
  }
  for (const { id, state } of places) {
    for (const key of Object.keys(state.after ?? {})) if (key.startsWith('=')) found.set(key.slice(1).trim(), { options: ['PT1H'] });
    for (const action of actionsIn(id, state)) {
      for (const [name, text] of assigned(action)) {
        const { options = [null], writes: others = [] } = found.get(text) ?? {};
        // As a value it is asked of data that are written at the same time: no answer to keep.
        found.set(text, { options, writes: [...others, named(name)] });
        written.add(named(name));
      }
      if (action.type !== 'decide') continue;
      const { decision, result } = action.params;
      decided.set(decision, [...decided.get(decision) ?? [], named(result)]);
      written.add(named(result));
    }
  }
  return { of: ({ text }) => found.get(text), knowledge, reads, writes, written, decided };
};

const assigned = (action: Action): readonly (readonly [name: string, text: string])[] => (action.type === 'assign' ? Object.entries(action.params) : []);
