import { table } from '../table.ts';
import type { TimerRequest } from './jobs.ts';

/** A timer that begins dossiers of a published procedure. */
export interface StartTimerRow {
  readonly procedureKey: string;
  /** The start event; `part` numbers its events when it has several, else 0. */
  readonly node: string;
  readonly part: number;
  /** The version that is offered: its next dossier begins on it. */
  readonly procedureHash: string;
  /** As it is drawn: a version that draws it so again takes it over as it stands. */
  readonly drawn: Pick<TimerRequest, 'type'> & { readonly text: string };
  /** What is left of it. */
  readonly timer: TimerRequest;
  /** Whose dossiers it begins, and by whose calendar. */
  readonly unitId: string;
  /** `done`: its last turn has come. `ended`: its procedure is not offered any more. `failed`: it waits for a person, who has it set again. */
  readonly status: 'open' | 'done' | 'ended' | 'failed';
  /** When its next turn comes by law; `runAt` is when the machine tries, later after a failure. */
  readonly dueAt: string;
  readonly runAt: string;
  readonly attempts: number;
  readonly error: string | null;
}

export const startTimers = table<StartTimerRow>({
  name: 'startTimers',
  key: ['procedureKey', 'node', 'part'],
  columns: {
    procedureKey: 'text', node: 'text', part: 'integer', procedureHash: 'text', drawn: 'json', timer: 'json', unitId: 'text', status: 'text',
    dueAt: 'text', runAt: 'text', attempts: 'integer', error: 'text',
  },
});
