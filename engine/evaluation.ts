import type { Expression } from './definition.ts';
import type { Environment } from './environment.ts';
import { evaluate, type Failed, type Value } from './expression/feel.ts';
import type { Data } from './state.ts';

/** What an expression of the definition is worth over the data, unless the environment answers in its place. */
export const evaluation = ({ answers }: Environment, expression: Expression, data: Data, at: string): Value | Failed =>
  answers ? { value: answers(expression), missing: [], warnings: [] } : evaluate(expression.text, data, at);
