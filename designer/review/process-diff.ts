import type { Definition, Flow, Node } from '../../engine/definition.ts';
import { placeOf, placeWords } from '../../engine/element-words.ts';
import type { Action, StateConfig } from '../../engine/statechart/machine.ts';
import { listed } from '../../engine/statechart/machine.ts';
import { walk } from '../../engine/statechart/walk.ts';
import type { Language } from '../../ui/language.ts';
import { leadsOf, type Spot } from '../chart/leads.ts';
import { factsOf, type Fact } from './told/node-facts.ts';
import { isSame } from './told/shape.ts';

/** What of a step is told: of a node of any process, and of a state of a statechart alone. */
export type Property = Fact | 'default' | 'entry' | 'exit' | 'leads' | 'leadActions' | 'leadReenter' | 'leadOrder' | 'stateType' | 'history' | 'historyTarget' | 'initial' | 'messages' | 'signals' | 'stateNotes';
/** What of the whole is told. */
export type WholeProperty = 'conversation' | 'processes' | 'context' | 'starts' | 'wholeName';

/** One thing that a new version of a process does differently, `at` an element of the version that has it; the words are found by the page. */
export type ProcessChange = { readonly at: string; readonly name: string } & (
  | { readonly change: 'step-added' | 'step-removed'; readonly kind: string }
  /** As the definition has it: `entry` names one of several values under a property, `lead` the event of a way of a state. */
  | { readonly change: 'step-property'; readonly property: Property; readonly from?: unknown; readonly to?: unknown; readonly entry?: string; readonly lead?: Pick<Spot, 'list' | 'key'> }
  /** As the definition has it; of processes their names by id. */
  | { readonly change: 'process-property'; readonly property: WholeProperty; readonly from?: unknown; readonly to?: unknown }
  | { readonly change: 'way-added' | 'way-removed'; readonly between: Ends }
  | { readonly change: 'way-condition'; readonly between: Ends; readonly from: string; readonly to: string }
  | { readonly change: 'way-name'; readonly property: 'name' | 'nameEn'; readonly between: Ends; readonly from: string; readonly to: string }
  | { readonly change: 'way-order'; readonly targets: readonly string[] }
);

/** The steps that a way leads from and to. */
type Ends = readonly [source: string, target: string];

const nameIn = (definition: Definition, id: string, language: Language): string => {
  const node = definition.nodes[id];
  return node ? placeWords(placeOf(definition, node, language), language) : id;
};

/** Properties that hold several values by name: each is told by itself. */
const byName: ReadonlySet<string> = new Set<Property>(['inputs', 'outputs', 'messageKeys']);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function factChanges(before: Node, after: Node): readonly { readonly property: Property; readonly from: unknown; readonly to: unknown; readonly entry?: string }[] {
  const [was, is] = [factsOf(before), factsOf(after)];
  return [...new Set([...Object.keys(is), ...Object.keys(was)] as Fact[])].flatMap((property) => {
    const [from, to] = [was[property], is[property]];
    if (isSame(from, to)) return [];
    if (!byName.has(property)) return [{ property, from, to }];
    const [old, next] = [isRecord(from) ? from : {}, isRecord(to) ? to : {}];
    return [...new Set([...Object.keys(next), ...Object.keys(old)])].filter((entry) => !isSame(old[entry], next[entry])).map((entry) => ({ property, from: old[entry], to: next[entry], entry }));
  });
}

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

/** Steps first, in the order of the new version; then the ways between steps that both versions have. */
export function processChanges(before: Definition, after: Definition, language: Language = 'vi'): ProcessChange[] {
  const changes: ProcessChange[] = [];
  for (const node of Object.values(after.nodes)) {
    const old = before.nodes[node.id];
    const about = { at: node.id, name: nameIn(after, node.id, language) };
    if (!old || old.kind !== node.kind) changes.push({ ...about, change: 'step-added', kind: node.kind });
    else {
      for (const { property, from, to, entry } of factChanges(old, node)) changes.push({ ...about, change: 'step-property', property, ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(entry !== undefined && { entry }) });
      const [was, is] = [before.flows[old.default ?? '']?.target, after.flows[node.default ?? '']?.target];
      // the step it leads to may be called otherwise by now; that is told of the step
      if (was !== is) changes.push({ ...about, change: 'step-property', property: 'default', ...(was !== undefined && { from: nameIn(before, was, language) }), ...(is !== undefined && { to: nameIn(after, is, language) }) });
      if (isReordered(before, old, after, node)) changes.push({ ...about, change: 'way-order', targets: node.outgoing.filter((id) => id !== node.default).map((id) => after.flows[id]!.target) });
    }
  }
  for (const node of Object.values(before.nodes)) if (after.nodes[node.id]?.kind !== node.kind) changes.push({ at: node.id, name: nameIn(before, node.id, language), change: 'step-removed', kind: node.kind });
  return [...changes, ...wayChanges(before, after, language), ...machineChanges(before, after, language), ...wholeChanges(before, after)];
}

type StateChange = { readonly property: Property; readonly from?: unknown; readonly to?: unknown; readonly lead?: Pick<Spot, 'list' | 'key'> };

/** Of a statechart: what its states do that is neither work nor where a way leads. */
function machineChanges(before: Definition, after: Definition, language: Language): ProcessChange[] {
  const states = ({ machine }: Definition) => new Map(machine ? [...walk(machine, machine.id)].map(({ id, state }) => [id, state]) : []);
  const old = states(before);
  return [...states(after)].flatMap(([id, state]): ProcessChange[] => {
    const was = old.get(id);
    return was ? stateChanges(id, was, state).map((one): ProcessChange => ({ at: id === after.machine?.id ? after.id : id, name: id === after.machine?.id ? (after.name ?? '') : nameIn(after, id, language), change: 'step-property', ...one })) : [];
  });
}

const actionsOf = (actions: StateConfig['entry']): readonly Action[] => listed(actions);

/** What of a state is told, or why it is not; the compiler asks for a new member. */
const stateMembers = {
  // known by them, or told as steps and ways
  id: null, states: null, on: null, after: null, always: null, onDone: null, invoke: null, meta: null,
  type: 'stateType', initial: 'initial', history: 'history', target: 'historyTarget', entry: 'entry', exit: 'exit', description: 'stateNotes', tags: 'stateNotes',
} as const satisfies { readonly [K in keyof StateConfig]-?: Property | null };

function stateChanges(id: string, was: StateConfig, is: StateConfig): readonly StateChange[] {
  const own = (Object.keys(stateMembers) as (keyof StateConfig)[]).flatMap((key): StateChange[] => {
    const property = stateMembers[key];
    const [from, to] = key === 'entry' || key === 'exit' ? [actionsOf(was[key]), actionsOf(is[key])] : [was[key], is[key]];
    return property === null || isSame(from, to) ? [] : [{ property, from, to }];
  });
  const said = (['messages', 'signals'] as const).flatMap((key): StateChange[] => (isSame(was.meta?.[key], is.meta?.[key]) ? [] : [{ property: key, from: was.meta?.[key], to: is.meta?.[key] }]));
  const [old, next] = [leadsOf(id, was), leadsOf(id, is)];
  const where = ({ list, key, index }: Spot): string => `${list} ${key} ${index}`;
  const before = new Map(old.map((lead) => [where(lead.spot), lead]));
  const after = new Set(next.map(({ spot }) => where(spot)));
  const leads = next.flatMap(({ spot, transition }): StateChange[] => {
    const former = before.get(where(spot))?.transition;
    if (!former) return [{ property: 'leads', to: transition, lead: spot }];
    const [from, to] = [listed(former.actions), listed(transition.actions)];
    return [
      ...(isSame(from, to) ? [] : [{ property: 'leadActions' as const, from, to, lead: spot }]),
      ...(isSame(former.reenter ?? false, transition.reenter ?? false) ? [] : [{ property: 'leadReenter' as const, from: former.reenter ?? false, to: transition.reenter ?? false, lead: spot }]),
      ...(isSame(former.description, transition.description) ? [] : [{ property: 'stateNotes' as const, from: former.description, to: transition.description }]),
    ];
  });
  const gone = old.filter(({ spot }) => !after.has(where(spot))).map(({ spot, transition }): StateChange => ({ property: 'leads', from: transition, lead: spot }));
  // ways of one event are asked in their order
  const moved = next.some(({ spot, transition }) => before.get(where(spot)) !== undefined && !isSame(before.get(where(spot))?.transition.target, transition.target));
  return [...own, ...said, ...leads, ...gone, ...(moved ? [{ property: 'leadOrder' as const }] : [])];
}

/** Under which name each member of the whole is told, or why it is not; the compiler asks for a new one. */
const wholeMembers = {
  // known by it, told as steps and ways, or as states with what the whole has besides
  format: null, id: null, nodes: null, flows: null, starts: null, handlers: null, machine: null,
  name: 'wholeName', processes: 'processes', conversation: 'conversation',
} as const satisfies { readonly [K in keyof Definition]-?: WholeProperty | null };

const wholeOf = (definition: Definition): readonly (readonly [WholeProperty, unknown])[] => [
  ...(Object.keys(wholeMembers) as (keyof Definition)[]).flatMap((key) => {
    const property = wholeMembers[key];
    return property === null ? [] : [[property, key === 'processes' && definition.processes ? Object.fromEntries(Object.values(definition.processes).map(({ id, name }) => [id, name ?? ''])) : definition[key]] as const];
  }),
  ['context', definition.machine?.context], ['starts', definition.machine?.meta?.starts],
];

/** What belongs to the whole: its name, the processes that it holds besides, how messages find it, and with what it begins. */
function wholeChanges(before: Definition, after: Definition): ProcessChange[] {
  const was = new Map(wholeOf(before));
  return wholeOf(after).flatMap(([property, to]): ProcessChange[] => {
    const from = was.get(property);
    return isSame(from, to) ? [] : [{ at: after.id, name: after.name ?? '', change: 'process-property', property, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
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
    for (const property of ['name', 'nameEn'] as const) if ((was[property] ?? '') !== (flow[property] ?? '')) changes.push({ ...about(after, flow), change: 'way-name', property, from: was[property] ?? '', to: flow[property] ?? '' });
  }
  for (const [key, flow] of old ?? []) if (!next?.has(key) && both(flow)) changes.push({ ...about(before, flow), change: 'way-removed' });
  return changes;
}
