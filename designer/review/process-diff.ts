import type { Definition, Expression, Flow, Node, StepProperties } from '../../engine/definition.ts';
import { placeOf, placeWords } from '../../engine/element-words.ts';
import type { Language } from '../../ui/language.ts';

/** One thing that a new version of a process does differently, `at` an element of the version that has it; the words are found by the page. */
export type ProcessChange = { readonly at: string; readonly name: string } & (
  | { readonly change: 'step-added' | 'step-removed'; readonly kind: string }
  | { readonly change: 'step-property'; readonly property: string; readonly from: string; readonly to: string }
  | { readonly change: 'way-added' | 'way-removed'; readonly between: Ends }
  | { readonly change: 'way-condition'; readonly between: Ends; readonly from: string; readonly to: string }
);

/** The steps that a way leads from and to. */
type Ends = readonly [source: string, target: string];

const nameIn = (definition: Definition, id: string, language: Language): string => {
  const node = definition.nodes[id];
  return node ? placeWords(placeOf(definition, node, language), language) : id;
};

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
export function processChanges(before: Definition, after: Definition, language: Language = 'vi'): ProcessChange[] {
  const changes: ProcessChange[] = [];
  for (const node of Object.values(after.nodes)) {
    const old = before.nodes[node.id];
    const about = { at: node.id, name: nameIn(after, node.id, language) };
    if (!old || old.kind !== node.kind) changes.push({ ...about, change: 'step-added', kind: node.kind });
    else {
      const [was, is] = [facts(old), facts(node)];
      for (const property of new Set([...Object.keys(was), ...Object.keys(is)])) {
        const [from, to] = [writing(was[property]), writing(is[property])];
        if (from !== to) changes.push({ ...about, change: 'step-property', property, from, to });
      }
      const [from = '', to = ''] = ([[before, old], [after, node]] as const).map(([{ flows }, { default: way }], index) => (way === undefined ? '' : nameIn(index === 0 ? before : after, flows[way]?.target ?? '', language)));
      if (from !== to) changes.push({ ...about, change: 'step-property', property: 'default', from, to });
    }
  }
  for (const node of Object.values(before.nodes)) if (after.nodes[node.id]?.kind !== node.kind) changes.push({ at: node.id, name: nameIn(before, node.id, language), change: 'step-removed', kind: node.kind });
  return [...changes, ...wayChanges(before, after, language)];
}

/** Ways are known by where they lead from and to: drawing one again is no change. */
function wayChanges(before: Definition, after: Definition, language: Language): ProcessChange[] {
  const ends = ({ source, target }: Flow) => `${source} ${target}`;
  const about = (definition: Definition, { id, source, target }: Flow) => ({ at: id, between: [source, target] as const, name: `${nameIn(definition, source, language)} → ${nameIn(definition, target, language)}` });
  const [old, next] = [before, after].map(({ flows }) => new Map(Object.values(flows).map((flow) => [ends(flow), flow])));
  const both = ({ source, target }: Flow) => before.nodes[source] !== undefined && after.nodes[source] !== undefined && before.nodes[target] !== undefined && after.nodes[target] !== undefined;
  const changes: ProcessChange[] = [];
  for (const [key, flow] of next ?? []) {
    const was = old?.get(key);
    if (!was) {
      if (both(flow) || flow.condition) changes.push({ ...about(after, flow), change: 'way-added' });
      continue;
    }
    const [from, to] = [was.condition?.text ?? '', flow.condition?.text ?? ''];
    if (from !== to) changes.push({ ...about(after, flow), change: 'way-condition', from, to });
  }
  for (const [key, flow] of old ?? []) if (!next?.has(key) && both(flow)) changes.push({ ...about(before, flow), change: 'way-removed' });
  return changes;
}
