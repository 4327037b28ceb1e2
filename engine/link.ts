import type { CallActivity, Definition, Flow, Node, Process } from './definition.ts';
import { freeze } from './freeze.ts';

/** Why a call leads nowhere, or a called process does not fit in: `element` is the call activity. */
export interface LinkFault {
  readonly element: string;
  readonly message: string;
}

/**
 * The definition with the processes in it that it calls and that stand elsewhere, and those that they call in turn. `others` holds
 * them by the name by which they are called; elements keep their ids, so no two processes may have one in common. A call that
 * finds nothing stays as it is.
 */
export const link = (definition: Definition, others: ReadonlyMap<string, Definition>): { readonly definition: Definition; readonly faults: readonly LinkFault[] } => {
  const nodes: Record<string, Node> = { ...definition.nodes };
  const flows: Record<string, Flow> = { ...definition.flows };
  const processes: Record<string, Process> = { ...definition.processes };
  let { conversation } = definition;
  const faults: LinkFault[] = [];
  const taken = new Map<Definition, string | undefined>();
  const taking = (other: Definition, by: string): string | undefined => {
    const own = new Set([...Object.keys(nodes), ...Object.keys(flows), ...Object.keys(processes), definition.id]);
    const fresh = [...Object.values(other.nodes), ...Object.values(other.flows), ...Object.values(other.processes ?? {})].filter((part) => !same(part, nodes[part.id] ?? flows[part.id] ?? processes[part.id]));
    const twice = [...fresh.map(({ id }) => id), other.id].find((id) => own.has(id));
    if (twice !== undefined) {
      faults.push({ element: by, message: `expected every id once in a process and those that it calls, but "${twice}" stands in ${definition.id} and in ${other.id}, which ${by} calls` });
      return undefined;
    }
    if (other.conversation) conversation ??= { messages: {}, expected: {} };
    Object.assign(nodes, other.nodes);
    Object.assign(flows, other.flows);
    Object.assign(processes, other.processes, { [other.id]: { id: other.id, ...(other.name !== undefined && { name: other.name }), starts: other.starts, handlers: other.handlers ?? [], ...(other.conversation && { conversation: other.conversation }) } });
    return other.id;
  };
  for (let call = open(nodes, processes, definition, others, taken); call; call = open(nodes, processes, definition, others, taken)) {
    const other = others.get(call.called)!;
    if (!taken.has(other)) taken.set(other, other.machine ? void faults.push({ element: call.id, message: `expected ${call.id} to call a process that is drawn, but "${call.called}" is a statechart, which is always the whole of a dossier: draw as BPMN what is to be called` }) : other.id === definition.id ? other.id : taking(other, call.id));
    const id = taken.get(other);
    if (id !== undefined && id !== call.called) nodes[call.id] = { ...call, called: id };
  }
  if (taken.size === 0) return { definition, faults };
  return { definition: freeze({ ...definition, nodes, flows, ...(Object.keys(processes).length > 0 && { processes }), ...(conversation && { conversation }) }), faults };
};

type Call = CallActivity & { readonly called: string };

/** A call that leads out of the definition to a process that is known and not yet tried. */
const open = (nodes: Readonly<Record<string, Node>>, processes: Readonly<Record<string, Process>>, { id }: Definition, others: ReadonlyMap<string, Definition>, taken: ReadonlyMap<Definition, string | undefined>): Call | undefined =>
  callsOutside(nodes, processes, id).find(({ called }) => others.has(called) && (!taken.has(others.get(called)!) || taken.get(others.get(called)!) !== undefined));

const callsOutside = (nodes: Readonly<Record<string, Node>>, processes: Readonly<Record<string, Process>>, id: string): readonly Call[] =>
  Object.values(nodes).filter((node): node is Call => node.kind === 'callActivity' && typeof node.called === 'string' && !processes[node.called] && node.called !== id);

/** Calls of processes that the definition does not hold. */
export const unlinked = (definition: Definition): readonly Call[] => callsOutside(definition.nodes, definition.processes ?? {}, definition.id);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
