export type Dialect = 'sqlite' | 'postgres';

/**
 * One step of the schema.
 * Statements use only what both databases say alike; column types are `text` (also for JSON) and `integer` (also for flags).
 */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}
