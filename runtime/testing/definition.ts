import type { Definition, Flow, Node } from '../../engine/definition.ts';

/** A node as a test writes it: the links come from the flows. */
type Drawn = Node extends infer One ? (One extends Node ? Omit<One, 'id' | 'parent' | 'incoming' | 'outgoing' | 'boundary' | 'step'> & Partial<Pick<One, 'step'>> : never) : never;

/** `flows` are lines "source -> target" or "source -> target: condition"; a default flow is marked with "*" before the target. */
export function drawn(id: string, nodes: Readonly<Record<string, Drawn>>, flows: readonly string[]): Definition {
  const lines: Flow[] = flows.map((line, index) => {
    const [, source = '', target = '', condition] = /^(\S+) -> \*?(\S+?)(?:: (.+))?$/.exec(line) ?? [];
    return { id: `f${index + 1}`, source, target, ...(condition === undefined ? {} : { condition: { text: condition } }) };
  });
  const defaults = new Map(flows.flatMap((line, index) => (line.includes('-> *') ? [[lines[index]?.source, lines[index]?.id] as const] : [])));
  const entries = Object.entries(nodes).map(([name, node]) => {
    const boundary = Object.entries(nodes).filter(([, other]) => other.kind === 'boundaryEvent' && other.attachedTo === name).map(([other]) => other);
    const links = { incoming: lines.filter(({ target }) => target === name).map((flow) => flow.id), outgoing: lines.filter(({ source }) => source === name).map((flow) => flow.id) };
    const byDefault = defaults.get(name);
    return [name, { step: {}, ...node, id: name, parent: id, ...links, boundary, ...(byDefault === undefined ? {} : { default: byDefault }) }];
  });
  return {
    format: 1, id, starts: Object.entries(nodes).filter(([, node]) => node.kind === 'startEvent').map(([name]) => name),
    nodes: Object.fromEntries(entries) as Definition['nodes'], flows: Object.fromEntries(lines.map((flow) => [flow.id, flow])),
  };
}
