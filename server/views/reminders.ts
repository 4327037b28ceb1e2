import type { Definition, FlowId, LocalText, NodeId } from '../../engine/definition.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import { seenBy } from '../../engine/seen.ts';
import type { Data } from '../../engine/state.ts';
import { stateOf, type DossierRow } from '../../storage/tables/dossiers.ts';
import type { JobRow } from '../../storage/tables/jobs.ts';
import type { Reminder } from '../api/dossier.ts';
import { citizenName } from './step-name.ts';

/** States in which the office has done its part, and what still waits is for later. */
const isSettled = (state: number): boolean => [3, 7, 8, 10].includes(state);

/** What the machine does on its own, at once, on the way from a timer to a notice. */
const passing: ReadonlySet<string> = new Set(['boundaryEvent', 'intermediateCatchEvent', 'startEvent', 'exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'businessRuleTask', 'scriptTask']);

/**
 * What whoever filed will be told once timers fall due that wait now, after all is done: the notices with a name for citizens
 * behind each of them. A gateway is asked with the data that the waiting token sees; one that cannot be answered yet leads all ways.
 */
export function remindersOf(definition: Definition, dossier: DossierRow, timers: readonly JobRow[], at: string): Reminder[] {
  if (dossier.status !== 'active' || !isSettled(dossier.state)) return [];
  const state = stateOf(dossier);
  return timers.flatMap(({ node, dueAt, reference }) => {
    const token = state.subscriptions.find(({ id }) => id === reference)?.token;
    const data = token === undefined ? state.data : seenBy(definition, state, token);
    return noticesBehind(definition, node, data, at).map((name) => ({ at: dueAt, name }));
  }).toSorted((one, other) => one.at.localeCompare(other.at));
}

function noticesBehind(definition: Definition, start: NodeId, data: Data, at: string): LocalText[] {
  const seen = new Set<NodeId>();
  const next = (id: NodeId): LocalText[] => {
    const node = definition.nodes[id];
    if (node === undefined || seen.has(id)) return [];
    seen.add(id);
    if (node.kind === 'serviceTask' && node.step.connector === 'notify') {
      const name = citizenName(definition, id);
      return name === undefined ? [] : [name];
    }
    // an event on the way would wait for a time of its own
    if (!passing.has(node.kind) || (id !== start && 'event' in node)) return [];
    return waysOut(definition, id, data, at).flatMap((flow) => next(definition.flows[flow]!.target));
  };
  return next(start);
}

/** The flows that a token may take: of an exclusive gateway the first that holds, and those before it that nobody can tell of yet. */
function waysOut({ nodes, flows }: Definition, id: NodeId, data: Data, at: string): readonly FlowId[] {
  const node = nodes[id]!;
  if (node.kind !== 'exclusiveGateway') return node.outgoing;
  const open: FlowId[] = [];
  for (const flow of node.outgoing) {
    const text = flow === node.default ? undefined : flows[flow]!.condition?.text;
    if (text === undefined) continue;
    const answer = evaluate(text, data, at);
    const holds = 'value' in answer && typeof answer.value === 'boolean' ? answer.value : undefined;
    if (holds === true) return [...open, flow];
    if (holds === undefined) open.push(flow);
  }
  return node.default === undefined ? open : [...open, node.default];
}
