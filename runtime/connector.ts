import type { Data, Json } from '../engine/state.ts';
import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';

/** A call that a service task asks for. */
export interface Call {
  /** The same for every try of this call: what an outside system needs to do it once. */
  readonly key: string;
  readonly dossier: DossierRow;
  readonly node: string;
  readonly inputs: Data;
  /** When it became due: the instant of its legal effect. */
  readonly at: string;
  /** Of this try, from 1. */
  readonly attempt: number;
  /** What an earlier answer left to wait with, and since when. */
  readonly waiting: { readonly since: string; readonly with: Json } | null;
  /** What an outside system can name the work by when it calls back. */
  readonly job: string;
}

/** The connector that does what packages describe (`connectors/` in a package). */
export const described = 'described';

/**
 * Done (the answer stands at the step's result in the data), an error that the process catches by its code,
 * an answer that comes later and is asked for again after so many milliseconds, a passing trouble that is tried again (`after`
 * milliseconds; `last`: not again, where the connector knows better than the house), or a lasting one that a person must mend.
 */
export type Outcome =
  | { readonly done: Json }
  | { readonly error: string; readonly message: string; readonly data?: Json }
  | { readonly wait: Json; readonly after: number }
  | { readonly retry: string; readonly after?: number; readonly last?: boolean }
  | { readonly failed: string; readonly code: string };

/** What a connector inside the transaction may use besides the rows. */
export interface Hands {
  readonly tx: Transaction;
  readonly now: string;
  readonly newId: () => string;
}

/**
 * How a service task is done.
 * `within`: only touches the database, in the same transaction as the completion of its step: exactly once.
 * `call`: reaches outside the house; at least once, with `call.key`.
 */
export type Connector =
  | {
      readonly kind: 'transactional';
      readonly within: (call: Call, hands: Hands) => Promise<Outcome>;
    }
  | {
      readonly kind: 'external';
      readonly call: (call: Call, signal: AbortSignal) => Promise<Outcome>;
      /** Runs in the completing transaction, e.g. to write the row that belongs to what was made. */
      readonly within?: (call: Call, done: Json, hands: Hands) => Promise<Outcome>;
      /** Milliseconds until a try is given up; default 30,000. */
      readonly timeout?: number;
    };
