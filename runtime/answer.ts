/** What a command gives back: its value, or why nothing was changed. */
export type Answer<Value> = Accepted<Value> | Refusal;

export interface Accepted<Value> {
  readonly ok: true;
  readonly value: Value;
  /** True when the same key had been accepted before and this is that first answer. */
  readonly repeated: boolean;
}

/** Where a value is wrong: `path` as "work.footprint" or "floors.0.area"; `messageVi` says it to readers of Vietnamese. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
  readonly messageVi?: string;
  /** Nothing was answered where something must be. */
  readonly missing?: boolean;
}

/**
 * The caller's fault; nothing changed. For HTTP: not-found 404, forbidden 403, conflict, closed and key-reused 409, invalid 422.
 * `conflict` says who was first and when, and which version is now there, as far as known.
 */
export type Refusal = { readonly ok: false; readonly message: string } & (
  | { readonly refused: 'not-found' | 'forbidden' | 'closed' | 'key-reused' }
  | { readonly refused: 'conflict'; readonly who?: string; readonly when?: string; readonly version?: number }
  | { readonly refused: 'invalid'; readonly faults: readonly FieldFault[] }
);

/** Leaves a command's transaction with nothing kept. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
