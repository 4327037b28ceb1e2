import type { Definition, EventDefinition, Expression, Flow, Node, StepProperties } from '../../engine/definition.ts';
import { placeOf, placeWords } from '../../engine/element-words.ts';
import { walk } from '../../engine/statechart/walk.ts';
import type { Language } from '../../ui/language.ts';

/** One thing that a new version of a process does differently, `at` an element of the version that has it; the words are found by the page. */
export type ProcessChange = { readonly at: string; readonly name: string } & (
  | { readonly change: 'step-added' | 'step-removed'; readonly kind: string }
  | { readonly change: 'step-property'; readonly property: string; readonly from: string; readonly to: string }
  /** Something else that is executed changed, for which there are no words of its own. */
  | { readonly change: 'step-otherwise' | 'process-otherwise' }
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

/** An event without what `eventOf` tells of it. */
const restOfEvent = (event: EventDefinition): unknown => {
  if (event.kind === 'timer') return { ...event, timer: event.timer.type };
  if (event.kind === 'message') return { ...event, name: '' };
  return event.kind === 'error' ? { ...event, code: '' } : event;
};

/** What is told of a step in words of its own, or follows from what is told of others: where its ways lead, and what stands within it. */
const told = new Set(['id', 'kind', 'name', 'step', 'incoming', 'outgoing', 'default', 'boundary', 'starts', 'handlers', 'event']);

/** Whether no two of the ways can be open at once, so that the order in which they are tried says nothing: each is for another value of the same data. */
const holdApart = (ways: readonly Flow[]): boolean => {
  const compared = ways.map(({ condition }) => /^([\p{L}_][\p{L}\p{N}_.]*) = ("[^"\\]*"|\d+|true|false)$/u.exec(condition?.text.trim() ?? ''));
  return compared.every((each) => each?.[1] === compared[0]?.[1] && each !== null) && new Set(compared.map((each) => each?.[2])).size === ways.length;
};

/** Whether ways that both versions have are tried in another order, where that says which is taken. */
const isReordered = (before: Definition, old: Node, after: Definition, node: Node): boolean => {
  const waysOf = ({ flows }: Definition, { outgoing, default: otherwise }: Node): readonly Flow[] => outgoing.filter((id) => id !== otherwise).map((id) => flows[id]!);
  const [was, now] = [waysOf(before, old), waysOf(after, node)];
  if (node.kind !== 'exclusiveGateway' || holdApart(now)) return false;
  const targets = (ways: readonly Flow[], others: readonly Flow[]): string => ways.map(({ target }) => target).filter((target) => others.some((other) => other.target === target)).join(' ');
  return targets(was, now) !== targets(now, was);
};

/** All else that is executed of a step, as one text: whether it interrupts, how it loops, what it calls, in which part it stands. */
const restOf = (node: Node): string => {
  const own = Object.entries(node).filter(([key]) => !told.has(key)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([own, 'event' in node ? restOfEvent(node.event) : null]);
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
      if (restOf(old) !== restOf(node) || isReordered(before, old, after, node)) changes.push({ ...about, change: 'step-otherwise' });
    }
  }
  for (const node of Object.values(before.nodes)) if (after.nodes[node.id]?.kind !== node.kind) changes.push({ at: node.id, name: nameIn(before, node.id, language), change: 'step-removed', kind: node.kind });
  const ways = wayChanges(before, after, language);
  const all = [...changes, ...ways];
  return [...all, ...machineChanges(before, after, all, language), ...wholeChanges(before, after)];
}

/** Of a statechart: what its states do that is neither work nor a way, and the order in which ways are tried. */
function machineChanges(before: Definition, after: Definition, said: readonly ProcessChange[], language: Language): ProcessChange[] {
  const states = ({ machine }: Definition) => new Map(machine ? [...walk(machine, machine.id)].map(({ id, state: { states: _within, meta: _told, ...own } }) => [id, own]) : []);
  const old = states(before);
  return [...states(after)].flatMap(([id, own]): ProcessChange[] => {
    const was = old.get(id);
    if (!was || said.some(({ at, change }) => at === id && change === 'step-otherwise')) return [];
    const isOnItsWays = said.some((change) => 'between' in change && change.between[0] === id);
    const differs = isOnItsWays ? JSON.stringify(was, withoutWays) !== JSON.stringify(own, withoutWays) : JSON.stringify(was) !== JSON.stringify(own);
    return differs ? [id === after.machine?.id ? { at: after.id, name: after.name ?? after.id, change: 'process-otherwise' } : { at: id, name: nameIn(after, id, language), change: 'step-otherwise' }] : [];
  });
}

/** Where ways lead and when they are taken has words of its own. */
const withoutWays = (key: string, value: unknown): unknown => (key === 'guard' || key === 'target' ? undefined : value);

const parts = new Set(['format', 'id', 'name', 'nodes', 'flows', 'machine', 'starts', 'handlers']);

/** What belongs to the whole: the processes that it holds besides, and what is said of them all. */
function wholeChanges(before: Definition, after: Definition): ProcessChange[] {
  const rest = (definition: Definition) => JSON.stringify(Object.entries(definition).filter(([key]) => !parts.has(key)).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return rest(before) === rest(after) ? [] : [{ at: after.id, name: after.name ?? after.id, change: 'process-otherwise' }];
}

/** Ways are known by where they lead from and to: drawing one again is no change. */
function wayChanges(before: Definition, after: Definition, language: Language): ProcessChange[] {
  const ends = ({ source, target }: Flow, nth = 0) => `${source} ${target} ${nth}`;
  const about = (definition: Definition, { id, source, target }: Flow) => ({ at: id, between: [source, target] as const, name: `${nameIn(definition, source, language)} → ${nameIn(definition, target, language)}` });
  const [old, next] = [before, after].map(({ flows }) => {
    // Several ways may lead from one step to the same other one.
    const known = new Map<string, Flow>();
    for (const flow of Object.values(flows)) {
      let nth = 0;
      while (known.has(ends(flow, nth))) nth += 1;
      known.set(ends(flow, nth), flow);
    }
    return known;
  });
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
