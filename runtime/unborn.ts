import { GENESIS } from '../storage/chain.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';

/** What is the same for every dossier before its process starts. */
export function unborn(now: string): Pick<DossierRow, 'begunBy' | 'state' | 'status' | 'progress' | 'data' | 'clock' | 'version' | 'head' | 'submittedAt' | 'acceptedAt' | 'dueAt' | 'soonAt' | 'lateAt' | 'pausedAt' | 'endedAt' | 'updatedAt'> {
  return {
    begunBy: null, state: 1, status: 'active', progress: { format: 2, definition: '', status: 'active', scopes: [], tokens: [], subscriptions: [], incidents: [], next: 1 },
    data: {}, clock: null, version: 0, head: GENESIS, submittedAt: now, acceptedAt: null, dueAt: null, soonAt: null, lateAt: null, pausedAt: null, endedAt: null, updatedAt: now,
  };
}
