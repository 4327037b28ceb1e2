import type { Data, Json } from '../../engine/state.ts';
import { table } from '../table.ts';

/** What a timer waits for, as drawn: needed to compute it again when a calendar changes. */
export interface TimerRequest {
  readonly type: 'date' | 'duration' | 'cycle';
  readonly value: string;
  readonly from: string;
}

/** Work that waits for the machine. */
export interface JobRow {
  readonly id: string;
  readonly dossierId: string;
  readonly kind: 'timer' | 'connector';
  readonly node: string;
  /** Waiting token of a connector call, subscription of a timer. */
  readonly reference: number;
  readonly connector: string | null;
  readonly inputs: Data;
  readonly timer: TimerRequest | null;
  readonly unitId: string;
  /** `failed` waits for a person: an incident is open. */
  readonly status: 'open' | 'done' | 'failed' | 'cancelled';
  /** When it is due by law; the legal effect counts from here. */
  readonly dueAt: string;
  /** When the machine tries next: `dueAt`, later after a failure; while leased, when the lease ends. */
  readonly runAt: string;
  /** When it was in fact done. */
  readonly doneAt: string | null;
  readonly attempts: number;
  /** Grows with every lease: a result that comes with an older one is refused. */
  readonly fence: number;
  /** Which worker has it in hand, or had it when it died. */
  readonly leasedBy: string | null;
  /** What an answer that comes later is waited for with, and since when; null while nothing came. */
  readonly waiting: { readonly since: string; readonly with: Json } | null;
  /** What the outside knows the call by: null for its own id, else that of the job that failed before it, when a person has the same done again. */
  readonly callKey: string | null;
  readonly error: string | null;
  readonly createdAt: string;
}

export const jobs = table<JobRow>({
  name: 'jobs',
  key: ['dossierId', 'id'],
  unique: [['id']],
  columns: {
    id: 'text', dossierId: 'text', kind: 'text', node: 'text', reference: 'integer', connector: 'text', inputs: 'json', timer: 'json',
    unitId: 'text', status: 'text', dueAt: 'text', runAt: 'text', doneAt: 'text', attempts: 'integer', fence: 'integer',
    leasedBy: 'text', waiting: 'json', callKey: 'text', error: 'text', createdAt: 'text',
  },
});
