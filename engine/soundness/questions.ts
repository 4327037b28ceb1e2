import type { Definition, EventDefinition, Expression, Loop, Node, NodeId } from '../definition.ts';
import type { Json } from '../state.ts';
import { evaluate } from '../expression/feel.ts';
import { handingOn } from '../mapping.ts';
import { chartQuestions } from './chart-questions.ts';
import { Knowledge } from './facts.ts';

/** An expression of a definition as a proof sees it: what it may answer. */
export interface Question {
  readonly options: readonly Json[];
  /** A condition whose answer holds until what it reads is written; otherwise each asking is new. */
  readonly condition?: string;
  /** Names that are written when it is asked. */
  readonly writes?: readonly string[];
}

export interface Questions {
  readonly of: (expression: Expression) => Question | undefined;
  readonly knowledge: Knowledge;
  /** Names that conditions at an element read. */
  readonly reads: ReadonlyMap<NodeId, readonly string[]>;
  /** Names that some element gives to the data; all others come from outside alone. */
  readonly written: ReadonlySet<string>;
  /** Names under which the value of a decision is kept, by its reference. */
  readonly decided: ReadonlyMap<string, readonly string[]>;
}

export const eitherWay = [true, false] as const;
const anyList: readonly Json[] = [[null], [], [null, null]];
const anyCount = [1, 0, 2] as const;

/** Every expression of the definition that decides where tokens go, with its possible answers; all others are worth nothing. */
export const questionsOf = (definition: Definition, given?: ReadonlyMap<string, readonly Json[]>): Questions => {
  if (definition.machine) return chartQuestions(definition, definition.machine, given);
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

/** The value of an expression that reads nothing. */
export const constant = ({ text }: Expression, paths: readonly string[]): readonly Json[] | undefined => {
  if (paths.length > 0 || /\b(?:now|today)\s*\(/.test(text)) return undefined;
  const answer = evaluate(text, {}, '2000-01-01T00:00:00Z');
  return 'failed' in answer || answer.missing.length > 0 ? undefined : [answer.value];
};

const isCalled = ({ nodes, processes = {} }: Definition, id: NodeId): boolean => {
  for (let node = nodes[id]; node; node = nodes[node.parent]) if (Object.hasOwn(processes, node.parent)) return true;
  return false;
};

/** Names that an element gives to the data when it is done or when its event happens. */
export const writtenBy = ({ id, step }: Node): readonly string[] => [step.result ?? id, ...Object.keys(step.outputs ?? {})];

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
