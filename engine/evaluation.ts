import type { Expression, FlowId } from './definition.ts';
import type { Environment } from './environment.ts';
import { evaluate, type Failed, type Value } from './expression/feel.ts';
import type { Data } from './state.ts';

const kept = { kept: true } as const;

/** What an expression of the definition is worth over the data, unless the environment answers in its place. `flow`: whose guard it is, in a statechart. */
export const evaluation = ({ answers }: Environment, expression: Expression, data: Data, at: string, flow?: FlowId): Value | Failed =>
  answers ? { value: answers(expression, flow, data), missing: [], warnings: [] } : evaluate(expression.text, data, at, kept);
