import type { Data } from '../engine/state.ts';
import { canonical } from '../storage/canonical.ts';
import type { Transaction } from '../storage/store.ts';
import { matchOf, type SubscriptionRow } from '../storage/tables/subscriptions.ts';

/** Who waits for a message of this name and these keys, the longest first: all that they name must be the same (BPMN 2.0.2, 8.4.2). */
export async function whoWaits(tx: Transaction, name: string, keys: Data): Promise<readonly SubscriptionRow[]> {
  const found = await tx.subscriptions.find({ kind: 'message', name, ...findable(keys) }, { order: [['openedAt', 'asc'], ['dossierId', 'asc']] });
  return found.filter((waiting) => Object.entries(waiting.keys).every(([key, value]) => Object.hasOwn(keys, key) && canonical(keys[key]) === canonical(value)));
}

/** With more keys than this there are too many choices of some of them: then all who wait are looked at. */
const mostKeys = 6;

/** Whoever waits asks for some or all keys of the message: they are found by each choice of them, and those of before by none. */
function findable(keys: Data): { readonly match?: { readonly in: readonly string[] } } {
  const named = Object.entries(keys);
  if (named.length > mostKeys) return {};
  const choices = named.reduce<Data[]>((sets, [name, value]) => [...sets, ...sets.map((set) => ({ ...set, [name]: value }))], [{}]);
  return { match: { in: ['', ...choices.map(matchOf)] } };
}
