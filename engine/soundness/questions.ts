import type { Definition, EventDefinition, Expression, Loop, Node, NodeId } from '../definition.ts';
import { variables } from '../expression/feel.ts';
import { handingOn } from '../mapping.ts';
import { resultName } from '../result-name.ts';
import type { Json } from '../state.ts';
import { calledBy, processOf, watchedBy } from './calls.ts';
import { coveredFlows, coveredTimes, type Covered } from './covering.ts';
import { Knowledge, within, type Given } from './facts.ts';
import { grounded, groundsOf } from './grounded.ts';
import { constant, eitherWay, isTimely, writtenBy, type Question, type Questions } from './question.ts';

const anyList: readonly Json[] = [[null], [], [null, null]];
const anyCount = [1, 0, 2] as const;

/** Every expression of the definition that decides where tokens go, with its possible answers; all others are worth nothing. */
export const questionsOf = (definition: Definition, given?: Given): Questions => {
  const nodes = Object.values(definition.nodes);
  const placed = (id: NodeId, names: readonly string[]): readonly string[] => names.map((name) => within(processOf(definition, id), name));
  const conditions = Object.values(definition.flows).flatMap(({ condition, source }) => (condition ? [{ condition, source, process: processOf(definition, source) }] : []));
  const joining = nodes.flatMap((node) => joiningConditions(definition, node).map((condition) => ({ condition, source: node.id, process: processOf(definition, node.id), texts: groundsOf(condition, node).map((says) => grounded(condition.text, says)) })));
  const knowledge = new Knowledge([...conditions.map(({ condition: { text }, process }) => ({ process, text })), ...joining.flatMap(({ process, texts }) => texts.map((text) => ({ process, text })))], given);
  const local = new Set(nodes.flatMap((node) => placed(node.id, localNames(node))));
  const isUndone = nodes.some(({ forCompensation, id }) => forCompensation && processOf(definition, id) !== definition.id);
  /** Whether an answer holds until what it reads is written. What is undone in a called process sees the data of a call that is over. */
  const holds = (process: string, condition: Expression, roots: readonly string[]): boolean => roots.length > 0 && !isTimely(condition) && !roots.some((root) => local.has(root)) && !(isUndone && process !== definition.id);
  const found = new Map<Expression, Question>();
  const reads = new Map<NodeId, readonly string[]>();
  const writes = new Map<NodeId, readonly string[]>();
  for (const { condition, source, process } of conditions) {
    const key = within(process, condition.text);
    const { paths, roots } = knowledge.condition(key);
    if (definition.nodes[source]!.kind === 'complexGateway' && readsOnly(condition, ['waitingForStart'])) {
      found.set(condition, { options: eitherWay, own: true });
      continue;
    }
    const kept = holds(process, condition, roots);
    found.set(condition, { options: constant(condition, paths) ?? eitherWay, ...(kept && { condition: key }) });
    if (kept) reads.set(source, [...reads.get(source) ?? [], ...roots]);
  }
  for (const node of nodes) {
    for (const [expression, question] of asked(definition, node)) found.set(expression, { ...question, ...(question.writes && { writes: placed(node.id, question.writes) }) });
    const own = writesAnything(node) ? knowledge.rootsIn(processOf(definition, node.id)) : placed(node.id, writtenBy(node));
    const begun = node.kind === 'callActivity' ? calledBy(definition, node).flatMap((process) => knowledge.rootsIn(process)) : [];
    writes.set(node.id, [...own, ...begun]);
    if (node.kind !== 'callActivity') continue;
    const { begin, end } = watchedBy(node);
    if (begin) found.set(begin, { options: [null], writes: begun, begins: calledBy(definition, node) });
    if (end) found.set(end, { options: [null], writes: own, ends: calledBy(definition, node) });
  }
  for (const { condition, source, process, texts } of joining) {
    const roots = texts.flatMap((text) => knowledge.condition(within(process, text)).roots);
    if (!holds(process, condition, roots)) continue;
    found.set(condition, { options: eitherWay, grounds: process });
    reads.set(source, [...reads.get(source) ?? [], ...roots]);
  }
  const covered = coveredFlows(definition, { knowledge, reads, writes }, (flow) => found.get(definition.flows[flow]!.condition!)?.condition);
  for (const [flow, how] of covered) cover(found, definition.flows[flow]!.condition, how);
  for (const [id, how] of coveredTimes(definition, { knowledge, reads, writes })) cover(found, timesOf(definition.nodes[id]!), how);
  return { of: (expression) => found.get(expression), knowledge, reads, writes, written: new Set([...writes.values()].flat()), decided: decidedBy(nodes, placed) };
};

const cover = (found: Map<Expression, Question>, expression: Expression | undefined, covered: Covered): void => {
  const question = expression && found.get(expression);
  if (question && question.options.length > Math.max(covered.lone, covered.base)) found.set(expression, { ...question, covered });
};

/** What a join with a condition of its own asks. */
const joiningConditions = ({ flows }: Definition, node: Node): readonly Expression[] =>
  node.kind === 'complexGateway' ? [node.activation, ...node.outgoing.map((flow) => flows[flow]!.condition)].filter((condition) => condition !== undefined) : [];

/** What says how often something is done at once. */
const timesOf = ({ loop }: Node): Expression | undefined => (loop?.kind === 'multi' ? loop.collection ?? loop.cardinality : undefined);

/** Whether the names that an element gives to the data are not drawn: all that a called process has, or the entries of an answer. */
const writesAnything = (node: Node): boolean => (node.kind === 'callActivity' && node.propagate === true) || (node.step.variables !== undefined && node.step.result === undefined);

const decidedBy = (nodes: readonly Node[], placed: (id: NodeId, names: readonly string[]) => readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const node of nodes) {
    const { decision } = node.step;
    if (node.kind === 'businessRuleTask' && decision !== undefined) found.set(decision, [...found.get(decision) ?? [], ...placed(node.id, [resultName(node)])]);
  }
  return found;
};

/** Names that mean something else inside an activity than around it. */
const localNames = ({ own = [], loop, step, kind, ...node }: Node): readonly string[] => [
  ...own, ...(kind === 'complexGateway' ? ['waitingForStart'] : []), ...(loop ? ['loopCounter'] : []), ...(loop?.kind === 'multi' && loop.element !== undefined ? [loop.element] : []), ...(loop?.kind === 'multi' && loop.own !== undefined ? [loop.own] : []),
  ...(handingOn.has(kind) ? [] : Object.keys(step.inputs ?? {})), ...('values' in node ? Object.keys({ ...node.values, ...node.locals }) : []),
];

function* asked(definition: Definition, node: Node): Generator<readonly [Expression, Question]> {
  const { step, loop } = node;
  if (step.script) yield [step.script, { options: [null], writes: [resultName(node)] }];
  for (const outputs of [step.outputs ?? {}, ...(step.outputSets ?? []).map((set) => set.outputs)]) for (const [name, expression] of Object.entries(outputs)) yield [expression, { options: [null], writes: [name] }];
  if (node.kind === 'callActivity') for (const [name, expression] of [...Object.entries(node.locals ?? {}), ...Object.entries(node.keeps ?? {})]) yield [expression, { options: [null], writes: [name] }];
  for (const { available } of step.inputSets ?? []) yield [available, { options: either(available) }];
  // That work gives what it says is no matter of the drawing.
  for (const { available, rule = available } of step.outputSets ?? []) for (const expression of [available, rule]) yield [expression, { options: [true] }];
  if ('activation' in node && node.activation) yield [node.activation, { options: either(node.activation), ...(readsOnly(node.activation, ['activationCount', 'arrived']) && { own: true }) }];
  if (node.kind === 'adHocSubProcess' && node.completion) yield [node.completion, { options: either(node.completion) }];
  // Whatever begins with it may as well be begun by people, which is proven anyway.
  if (node.kind === 'adHocSubProcess' && node.activates) yield [node.activates, { options: [[]] }];
  if (node.kind === 'callActivity' && typeof node.called !== 'string') yield [node.called, { options: Object.keys(definition.processes ?? {}) }];
  if ('event' in node) yield* askedByEvent(node.event);
  if (loop) yield* askedByLoop(loop);
}

function* askedByEvent(event: EventDefinition): Generator<readonly [Expression, Question]> {
  if (event.kind === 'multiple') for (const each of event.events) yield* askedByEvent(each);
  if (event.kind === 'timer' && typeof event.timer.value !== 'string') yield [event.timer.value, { options: ['PT1H'] }];
}

function* askedByLoop(loop: Loop): Generator<readonly [Expression, Question]> {
  if (loop.kind === 'standard') {
    if (loop.condition) yield [loop.condition, { options: either(loop.condition) }];
    return;
  }
  if (loop.collection) yield [loop.collection, { options: anyList }];
  if (loop.cardinality) yield [loop.cardinality, { options: counts(loop.cardinality) }];
  if (loop.completion) yield [loop.completion, { options: either(loop.completion) }];
  if (loop.output) yield [loop.output.value, { options: [null], writes: [loop.output.name] }];
  for (const { when } of loop.throws ?? []) if (typeof when === 'object') yield [when, { options: eitherWay }];
}

/** Whether an expression reads something, and nothing but these names. */
const readsOnly = ({ text }: Expression, names: readonly string[]): boolean => {
  const read = variables(text);
  return read.length > 0 && read.every((name) => names.includes(name));
};

/** What a condition may answer by itself: one that reads nothing always the same. */
const either = (condition: Expression): readonly Json[] => constant(condition, variables(condition.text)) ?? eitherWay;

/** Two instances stand for any greater number. */
const counts = ({ text }: Expression): readonly Json[] => {
  const drawn = Number(text);
  return Number.isInteger(drawn) && drawn >= 0 ? [Math.min(drawn, 2)] : anyCount;
};
