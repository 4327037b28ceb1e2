import type { Decision } from './model.ts';

/** Ids of decisions that require each other in a circle, first and last the same; undefined when there is none. */
export function cycle(decisions: readonly Decision[]): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const required of decisions.find((decision) => decision.id === id)?.requires ?? []) {
      const found = visit(required, [...path, id]);
      if (found !== undefined) return found;
    }
    done.add(id);
    return undefined;
  };
  for (const { id } of decisions) {
    const found = visit(id, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
