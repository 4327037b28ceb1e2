import type { Transaction } from '../storage/store.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import { listingOf } from '../storage/tables/tasks.ts';
import type { Listing, TaskRow } from '../storage/tables/tasks.ts';

/** Keeps beside a dossier's open steps what lists say of it, where that is not what they say yet. */
export async function list(tx: Transaction, dossier: DossierRow, tasks: readonly TaskRow[]): Promise<void> {
  for (const task of tasks) {
    if (!isListed(dossier, task)) await tx.tasks.set({ dossierId: task.dossierId, id: task.id }, listingOf(dossier, task));
  }
}

export function isListed(dossier: DossierRow, task: TaskRow): boolean {
  const listing = listingOf(dossier, task);
  return (Object.keys(listing) as (keyof Listing)[]).every((name) => listing[name] === task[name]);
}
