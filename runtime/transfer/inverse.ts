import type { Definition } from '../../engine/definition.ts';

/** The plan back. Elements that became one with another have no way back by themselves: they are in `merged`, by the id they have now. */
export function inverse(former: Definition, mapping: Readonly<Record<string, string>>): { readonly mapping: Readonly<Record<string, string>>; readonly merged: ReadonlySet<string> } {
  const origins = new Map<string, string[]>();
  for (const id of [...Object.keys(former.nodes), ...Object.keys(former.flows)]) {
    const now = mapping[id] ?? id;
    origins.set(now, [...(origins.get(now) ?? []), id]);
  }
  const entries = [...origins].filter(([now, [was]]) => was !== now);
  return {
    mapping: Object.fromEntries(entries.map(([now, [was]]) => [now, was ?? now])),
    merged: new Set([...origins].filter(([, from]) => from.length > 1).map(([now]) => now)),
  };
}
