import type { Definition } from '../definition.ts';

/** What only a place where the procedure stops with a fault may lead to: nothing is known of it before the fault is mended. */
export function beyond(definitions: readonly Definition[], stops: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = [...stops];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    for (const { nodes, flows } of definitions) {
      const next = nodes[id]?.outgoing ?? [flows[id]?.target ?? []].flat();
      for (const one of next) {
        if (found.has(one)) continue;
        found.add(one);
        ahead.push(one);
      }
    }
  }
  return found;
}
