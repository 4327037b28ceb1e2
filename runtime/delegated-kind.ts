import type { Transaction } from '../storage/store.ts';
import { delegationOf } from '../storage/tables/level-delegations.ts';

/** Which kind of units decides a procedure at an instant where its rule of competence names another: that to which it was delegated, with the document. */
export async function delegatedKind(tx: Transaction, procedureKey: string, kind: string, at: string): Promise<{ readonly kind: string; readonly document?: string }> {
  const delegation = await delegationOf(tx, procedureKey, kind, at);
  return delegation === undefined ? { kind } : { kind: delegation.toKind, document: delegation.document };
}
