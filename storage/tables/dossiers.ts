import type { Data, State } from '../../engine/state.ts';
import { table } from '../table.ts';

/** Where the process stands; the data stands beside it, so that erasing personal data touches one column. */
export type Progress = Omit<State, 'data'>;

export interface DossierRow {
  readonly id: string;
  readonly code: string;
  readonly procedureKey: string;
  readonly procedureHash: string;
  /** The competent unit; `receivingUnitId` took it in. */
  readonly unitId: string;
  readonly receivingUnitId: string;
  /** Null, as all of the applicant, when nobody filed it: time or a program outside began it for the office. */
  readonly applicantAccount: string | null;
  readonly applicantName: string | null;
  /** Second factor of the public tracking page: the applicant's phone, digits only. */
  readonly applicantPhone: string | null;
  /** Code, name and subject folded to plain lower-case letters, for searching. */
  readonly search: string;
  readonly subject: string;
  /** Who of the office began it at the desk; null for any other. */
  readonly begunBy: string | null;
  readonly channel: 'online' | 'counter' | 'post' | 'office';
  /** National dossier state, 1–10. */
  readonly state: number;
  readonly status: State['status'];
  readonly progress: Progress;
  readonly data: Data;
  /** Legal clock as engine/calendar keeps it; null before it starts. */
  readonly clock: unknown;
  /** Expected by the next command; the number of the newest journal entry. */
  readonly version: number;
  /** Hash of the newest journal entry. */
  readonly head: string;
  readonly submittedAt: string;
  readonly acceptedAt: string | null;
  readonly dueAt: string | null;
  /** From when on the legal clock is due soon, and after when it is late, as it stands: null for what will not come, and while it is paused. */
  readonly soonAt: string | null;
  readonly lateAt: string | null;
  /** When the legal clock was paused; null while it runs. */
  readonly pausedAt: string | null;
  readonly endedAt: string | null;
  readonly updatedAt: string;
}

export const dossiers = table<DossierRow>({
  name: 'dossiers',
  key: ['id'],
  unique: [['code']],
  columns: {
    id: 'text', code: 'text', procedureKey: 'text', procedureHash: 'text', unitId: 'text', receivingUnitId: 'text',
    applicantAccount: 'text', applicantName: 'text', applicantPhone: 'text', search: 'text', subject: 'text', begunBy: 'text', channel: 'text',
    state: 'integer', status: 'text', progress: 'json', data: 'json', clock: 'json', version: 'integer', head: 'text',
    submittedAt: 'text', acceptedAt: 'text', dueAt: 'text', soonAt: 'text', lateAt: 'text', pausedAt: 'text', endedAt: 'text', updatedAt: 'text',
  },
});

const together = new WeakMap<Progress, State>();

/** The engine's state, put together again: of the same parts it is the same, so that what is found out about it can be kept. */
export function stateOf({ progress, data }: Pick<DossierRow, 'progress' | 'data'>): State {
  let state = together.get(progress);
  if (state?.data !== data) together.set(progress, (state = { ...progress, data }));
  return state;
}

/** Text as it is searched for: no case, no marks, đ as d. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll(/\s+/g, ' ').trim();
}
