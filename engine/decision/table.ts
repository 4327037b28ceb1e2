import type { TypeName } from './item-type.ts';

export const hitPolicies = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] as const;
export type HitPolicy = (typeof hitPolicies)[number];
export const aggregations = ['SUM', 'MIN', 'MAX', 'COUNT'] as const;
export type Aggregation = (typeof aggregations)[number];

export interface DecisionTable {
  readonly kind: 'table';
  readonly id: string;
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly rules: readonly Rule[];
}

export interface InputColumn {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly type: TypeName;
  /** Tests that every value must pass, when the model says which values there are. */
  readonly values?: string;
}

export interface OutputColumn {
  readonly id: string;
  readonly name: string;
  /** Possible values, the first with the highest priority. */
  readonly values?: string;
  /** Expression for when no rule matches. */
  readonly otherwise?: string;
}

export interface Rule {
  readonly id: string;
  /** One cell of tests per input column, `-` for any. */
  readonly tests: readonly string[];
  /** One expression per output column. */
  readonly results: readonly string[];
}
