import type { Definition, EventDefinition, Expression, Loop, Node, NodeId } from '../definition.ts';
import type { Json } from '../state.ts';
import { handingOn } from '../mapping.ts';
import { Knowledge } from './facts.ts';
import { constant, eitherWay, writtenBy, type Question, type Questions } from './question.ts';

const anyList: readonly Json[] = [[null], [], [null, null]];
const anyCount = [1, 0, 2] as const;

/** Every expression of the definition that decides where tokens go, with its possible answers; all others are worth nothing. */
export const questionsOf = (definition: Definition, given?: ReadonlyMap<string, readonly Json[]>): Questions => {
  const nodes = Object.values(definition.nodes);
  const local = new Set(nodes.flatMap(localNames));
  const texts = new Set<string>();
  const found = new Map<Expression, Question>();
  const reads = new Map<NodeId, string[]>();
  for (const { condition } of Object.values(definition.flows)) if (condition) texts.add(condition.text);
  const knowledge = new Knowledge(texts, given);
  for (const flow of Object.values(definition.flows)) {
    if (!flow.condition) continue;
    const { paths, roots } = knowledge.condition(flow.condition.text);
    const kept = paths.length > 0 && knowledge.understands(flow.condition.text) && !roots.some((root) => local.has(root)) && !isCalled(definition, flow.source);
    found.set(flow.condition, { options: constant(flow.condition, paths) ?? eitherWay, ...(kept && { condition: flow.condition.text }) });
    if (kept) reads.set(flow.source, [...reads.get(flow.source) ?? [], ...roots]);
  }
  for (const node of nodes) {
    for (const [expression, question] of asked(definition, node)) found.set(expression, question);
  }
  return { of: (expression) => found.get(expression), knowledge, reads, written: new Set(nodes.flatMap(writtenBy)), decided: decidedBy(nodes) };
};

const decidedBy = (nodes: readonly Node[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const { id, kind, step } of nodes) {
    if (kind === 'businessRuleTask' && step.decision !== undefined) found.set(step.decision, [...found.get(step.decision) ?? [], step.result ?? id]);
  }
  return found;
};

const isCalled = ({ nodes, processes = {} }: Definition, id: NodeId): boolean => {
  for (let node = nodes[id]; node; node = nodes[node.parent]) if (Object.hasOwn(processes, node.parent)) return true;
  return false;
};

/** Names that mean something else inside an activity than around it. */
const localNames = ({ own = [], loop, step, kind }: Node): readonly string[] => [
  ...own, ...(loop ? ['loopCounter'] : []), ...(loop?.kind === 'multi' && loop.element !== undefined ? [loop.element] : []),
  ...(handingOn.has(kind) ? [] : Object.keys(step.inputs ?? {})),
];

function* asked(definition: Definition, node: Node): Generator<readonly [Expression, Question]> {
  const { step, loop } = node;
  if (step.script) yield [step.script, { options: [null], writes: [step.result ?? node.id] }];
  for (const [name, expression] of Object.entries(step.outputs ?? {})) yield [expression, { options: [null], writes: [name] }];
  if ('activation' in node && node.activation) yield [node.activation, { options: eitherWay }];
  if (node.kind === 'adHocSubProcess' && node.completion) yield [node.completion, { options: eitherWay }];
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
    if (loop.condition) yield [loop.condition, { options: eitherWay }];
    return;
  }
  if (loop.collection) yield [loop.collection, { options: anyList }];
  if (loop.cardinality) yield [loop.cardinality, { options: counts(loop.cardinality) }];
  if (loop.completion) yield [loop.completion, { options: eitherWay }];
  if (loop.output) yield [loop.output.value, { options: [null], writes: [loop.output.name] }];
  for (const { when } of loop.throws ?? []) if (typeof when === 'object') yield [when, { options: eitherWay }];
}

/** Two instances stand for any greater number. */
const counts = ({ text }: Expression): readonly Json[] => {
  const drawn = Number(text);
  return Number.isInteger(drawn) && drawn >= 0 ? [Math.min(drawn, 2)] : anyCount;
};
