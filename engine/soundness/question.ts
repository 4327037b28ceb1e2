import type { Expression, Node, NodeId } from '../definition.ts';
import { evaluate } from '../expression/feel.ts';
import type { Json } from '../state.ts';
import type { Knowledge } from './facts.ts';

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
/** The value of an expression that reads nothing. */
export const constant = ({ text }: Expression, paths: readonly string[]): readonly Json[] | undefined => {
  if (paths.length > 0 || /\b(?:now|today)\s*\(/.test(text)) return undefined;
  const answer = evaluate(text, {}, '2000-01-01T00:00:00Z');
  return 'failed' in answer || answer.missing.length > 0 ? undefined : [answer.value];
};

/** Names that an element gives to the data when it is done or when its event happens. */
export const writtenBy = ({ id, step }: Node): readonly string[] => [step.result ?? id, ...Object.keys(step.outputs ?? {})];
