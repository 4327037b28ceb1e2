/** Types whose JSON form is text: ISO 8601, made into a FEEL value before it is compared. */
export type TypeName = 'string' | 'number' | 'boolean' | 'date' | 'time' | 'dateTime' | 'dayTimeDuration' | 'yearMonthDuration' | 'Any';

interface Constrained {
  /** Tests that a value must pass (allowed values, and the constraint of a type). */
  readonly values?: string;
}

/** What an item definition says of values (DMN 1.5, 7.3.2). */
export type ItemType = Constrained & (
  | { readonly kind: 'simple'; readonly name: TypeName }
  | { readonly kind: 'structure'; readonly fields: Readonly<Record<string, ItemType>> }
  | { readonly kind: 'list'; readonly of: ItemType }
  | { readonly kind: 'function'; readonly parameters: number }
);

export const anything: ItemType = { kind: 'simple', name: 'Any' };

export const isAnything = (type: ItemType): boolean => type.kind === 'simple' && type.name === 'Any' && type.values === undefined;

/** The type of a column: simple, or `Any`. */
export const simpleName = (type: ItemType): TypeName => (type.kind === 'simple' ? type.name : 'Any');
