import type { Definition, Expression, Flow, Node, StepProperties } from '../../engine/definition.ts';

/** One thing that a new version of a process does differently; the words are found by the page. */
export type ProcessChange =
  | { readonly change: 'step-added' | 'step-removed'; readonly name: string; readonly kind: string }
  | { readonly change: 'step-property'; readonly name: string; readonly property: string; readonly from: string; readonly to: string }
  | { readonly change: 'way-added' | 'way-removed'; readonly name: string }
  | { readonly change: 'way-condition'; readonly name: string; readonly from: string; readonly to: string };

const nameOf = (definition: Definition, id: string): string => definition.nodes[id]?.name ?? id;
const wayName = (definition: Definition, flow: Flow): string => `${nameOf(definition, flow.source)} → ${nameOf(definition, flow.target)}`;

const isExpression = (value: unknown): value is Expression => typeof value === 'object' && value !== null && 'text' in value;
const writing = (value: unknown): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(writing).join(', ');
  if (isExpression(value)) return value.text;
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, one]) => `${key}: ${writing(one)}`).join('; ');
  return String(value);
};

const eventOf = (node: Node): unknown => {
  if (!('event' in node)) return undefined;
  if (node.event.kind === 'timer') return node.event.timer.value;
  if (node.event.kind === 'message') return node.event.name;
  return node.event.kind === 'error' ? node.event.code : undefined;
};

/** What is compared of a step, by the names that the page has words for. */
const facts = (node: Node): Readonly<Record<string, unknown>> => {
  const { citizenName, ...step }: StepProperties = node.step;
  return { name: node.name, ...step, citizenName: citizenName?.vi, citizenNameEn: citizenName?.en, waits: eventOf(node), default: undefined };
};

/** Steps first, in the order of the new version; then the ways between steps that both versions have. */
export function processChanges(before: Definition, after: Definition): ProcessChange[] {
  const changes: ProcessChange[] = [];
  for (const node of Object.values(after.nodes)) {
    const old = before.nodes[node.id];
    const name = node.name ?? node.id;
    if (!old || old.kind !== node.kind) changes.push({ change: 'step-added', name, kind: node.kind });
    else {
      const [was, is] = [facts(old), facts(node)];
      for (const property of new Set([...Object.keys(was), ...Object.keys(is)])) {
        const [from, to] = [writing(was[property]), writing(is[property])];
        if (from !== to) changes.push({ change: 'step-property', name, property, from, to });
      }
      const [from, to] = [old, node].map((one, index) => (one.default === undefined ? '' : nameOf(index === 0 ? before : after, (index === 0 ? before : after).flows[one.default]?.target ?? '')));
      if (from !== to) changes.push({ change: 'step-property', name, property: 'default', from: from ?? '', to: to ?? '' });
    }
  }
  for (const node of Object.values(before.nodes)) if (after.nodes[node.id]?.kind !== node.kind) changes.push({ change: 'step-removed', name: node.name ?? node.id, kind: node.kind });
  return [...changes, ...wayChanges(before, after)];
}

/** Ways are known by where they lead from and to: drawing one again is no change. */
function wayChanges(before: Definition, after: Definition): ProcessChange[] {
  const ends = ({ source, target }: Flow) => `${source} ${target}`;
  const [old, next] = [before, after].map(({ flows }) => new Map(Object.values(flows).map((flow) => [ends(flow), flow])));
  const both = ({ source, target }: Flow) => before.nodes[source] !== undefined && after.nodes[source] !== undefined && before.nodes[target] !== undefined && after.nodes[target] !== undefined;
  const changes: ProcessChange[] = [];
  for (const [key, flow] of next ?? []) {
    const was = old?.get(key);
    if (!was) {
      if (both(flow) || flow.condition) changes.push({ change: 'way-added', name: wayName(after, flow) });
      continue;
    }
    const [from, to] = [was.condition?.text ?? '', flow.condition?.text ?? ''];
    if (from !== to) changes.push({ change: 'way-condition', name: wayName(after, flow), from, to });
  }
  for (const [key, flow] of old ?? []) if (!next?.has(key) && both(flow)) changes.push({ change: 'way-removed', name: wayName(before, flow) });
  return changes;
}
