import type { Definition, Expression, Node, NodeId } from '../definition.ts';
import { evaluate } from '../expression/feel.ts';
import { resultName } from '../result-name.ts';
import type { Json } from '../state.ts';
import { processOf } from './calls.ts';
import type { Covered } from './covering.ts';
import { within, type Knowledge } from './facts.ts';

/** An expression of a definition as a proof sees it: what it may answer. */
export interface Question {
  readonly options: readonly Json[];
  /** Not every combination with others is tried. */
  readonly covered?: Covered;
  /** It reads nothing but what the engine itself says at that moment: it is worth what it says. */
  readonly own?: true;
  /** A condition whose answer holds until what it reads is written; otherwise each asking is new. */
  readonly condition?: string;
  /** The process over whose data it is a condition once what the engine says at that moment is written out in it (`grounded`). */
  readonly grounds?: string;
  /** Names that are written when it is asked. */
  readonly writes?: readonly string[];
  /** Processes that are called when it is asked, or have ended. */
  readonly begins?: readonly string[];
  readonly ends?: readonly string[];
}

export interface Questions {
  readonly of: (expression: Expression) => Question | undefined;
  readonly knowledge: Knowledge;
  /** Names that conditions at an element read; all names are those of one process (`within`). */
  readonly reads: ReadonlyMap<NodeId, readonly string[]>;
  /** Names that an element gives to the data; what none gives comes from outside alone. */
  readonly writes: ReadonlyMap<NodeId, readonly string[]>;
  readonly written: ReadonlySet<string>;
  /** Names under which the value of a decision is kept, by its reference. */
  readonly decided: ReadonlyMap<string, readonly string[]>;
}

export const eitherWay = [true, false] as const;
/** Whether the answer may change though no data do. */
export const isTimely = ({ text }: Expression): boolean => /\b(?:now|today)\s*\(/.test(text);

/** The value of an expression that reads nothing. */
export const constant = ({ text }: Expression, paths: readonly string[]): readonly Json[] | undefined => {
  if (paths.length > 0 || isTimely({ text })) return undefined;
  const answer = evaluate(text, {}, '2000-01-01T00:00:00Z');
  return 'failed' in answer || answer.missing.length > 0 ? undefined : [answer.value];
};

/** Names that an element gives to the data when it is done or when its event happens. */
export const writtenBy = (node: Node): readonly string[] => [resultName(node), ...Object.keys(node.step.outputs ?? {}), ...(node.kind === 'callActivity' ? Object.keys(node.keeps ?? {}) : []), ...(node.loop?.kind === 'multi' && node.loop.output ? [node.loop.output.name] : [])];

/** Conditions of the ways out of an element. */
export const conditionsAt = (definition: Definition, element: NodeId): readonly string[] =>
  definition.nodes[element]!.outgoing.flatMap((flow) => definition.flows[flow]!.condition?.text ?? []).map((text) => within(processOf(definition, element), text));
