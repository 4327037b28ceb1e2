import type { ItemType } from '../item-type.ts';
import type { DecisionTable } from '../table.ts';

/** The logic of a decision, a business knowledge model or a part of one (DMN 1.5, 7.3.1 and 10.2). */
export type Logic = LiteralExpression | DecisionTable | ContextLogic | InvocationLogic | FunctionLogic | RelationLogic | ListLogic | ConditionalLogic | IterationLogic | FilterLogic | Undecided;

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly id: string;
  readonly text: string;
}

/** Entries in order, each seeing those before it; the one without a name is the result. */
export interface ContextLogic {
  readonly kind: 'context';
  readonly entries: readonly { readonly name?: string; readonly item: ItemType; readonly value: Logic }[];
}

export interface InvocationLogic {
  readonly kind: 'invocation';
  readonly callee: LiteralExpression;
  readonly bindings: readonly { readonly name: string; readonly value: Logic }[];
}

export interface FunctionLogic {
  readonly kind: 'function';
  readonly parameters: readonly { readonly name: string; readonly item: ItemType }[];
  readonly body: Logic;
  readonly result: ItemType;
}

export interface RelationLogic {
  readonly kind: 'relation';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Logic[])[];
}

export interface ListLogic {
  readonly kind: 'list';
  readonly elements: readonly Logic[];
}

export interface ConditionalLogic {
  readonly kind: 'conditional';
  readonly condition: Logic;
  readonly consequence: Logic;
  readonly otherwise: Logic;
}

export interface IterationLogic {
  readonly kind: 'for' | 'some' | 'every';
  readonly variable: string;
  readonly source: Logic;
  readonly body: Logic;
}

export interface FilterLogic {
  readonly kind: 'filter';
  readonly source: Logic;
  readonly match: Logic;
}

/** A decision without logic: its value must be given (DMN 1.5, 6.3.7). */
export interface Undecided {
  readonly kind: 'undecided';
}
