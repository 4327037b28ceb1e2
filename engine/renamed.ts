import type { Definition, Node } from './definition.ts';

/** The same definition with another id for every element, flow and process; answers are kept under the names they had, connectors are the same. */
export const renamed = (definition: Definition, name: (id: string) => string): { readonly definition: Definition; readonly mapping: Readonly<Record<string, string>> } => {
  const ids = [...Object.keys(definition.nodes), ...Object.keys(definition.flows), ...Object.keys(definition.processes ?? {}), definition.id];
  const mapping = Object.fromEntries(ids.map((id) => [id, name(id)]));
  const to = (id: string): string => mapping[id] ?? id;
  const node = (was: Node): Node => {
    const events = JSON.parse(JSON.stringify(was), (key, value: unknown) => (naming.has(key) && typeof value === 'string' ? to(value) : lists.has(key) && Array.isArray(value) ? value.map((id: string) => to(id)) : value)) as Node;
    return { ...events, origin: was.origin ?? was.id, step: { ...events.step, ...(was.kind === 'serviceTask' && { connector: was.step.connector ?? was.id }) } };
  };
  const body = <T extends { readonly starts: readonly string[]; readonly handlers?: readonly string[] }>(of: T): T => ({ ...of, starts: of.starts.map(to), ...(of.handlers && { handlers: of.handlers.map(to) }) });
  return {
    mapping,
    definition: {
      ...body(definition), id: to(definition.id),
      ...(definition.processes && { processes: Object.fromEntries(Object.entries(definition.processes).map(([id, process]) => [to(id), body({ ...process, id: to(id) })])) }),
      nodes: Object.fromEntries(Object.values(definition.nodes).map((was) => [to(was.id), node(was)])),
      ...(definition.conversation && { conversation: definition.conversation }),
      flows: Object.fromEntries(Object.values(definition.flows).map((flow) => [to(flow.id), { ...flow, id: to(flow.id), source: to(flow.source), target: to(flow.target) }])),
    },
  };
};

const naming: ReadonlySet<string> = new Set(['id', 'parent', 'default', 'attachedTo', 'handler', 'called', 'activity']);
const lists: ReadonlySet<string> = new Set(['incoming', 'outgoing', 'boundary', 'starts', 'handlers', 'fourEyes']);
