import { table } from '../table.ts';

/** A turn of a start timer that has come, or a word that could not begin a dossier: it has not begun yet, and the row goes when it does. */
export interface StartTurnRow {
  /** The id that the dossier will have. */
  readonly dossierId: string;
  /** Where it begins: the procedure, the start event, and which of its events. */
  readonly procedureKey: string;
  readonly node: string;
  readonly part: number;
  readonly unitId: string;
  /** The word that should have begun it; null for a timer. */
  readonly postId: string | null;
  /** When the dossier begins by law, however late the machine is. */
  readonly dueAt: string;
  /** `failed` waits for a person. */
  readonly status: 'open' | 'failed';
  readonly runAt: string;
  readonly attempts: number;
  readonly error: string | null;
  /** Who has had it tried again; null while nobody has. */
  readonly retriedBy: string | null;
}

export const startTurns = table<StartTurnRow>({
  name: 'startTurns',
  key: ['dossierId'],
  columns: {
    dossierId: 'text', procedureKey: 'text', node: 'text', part: 'integer', unitId: 'text', postId: 'text', dueAt: 'text', status: 'text', runAt: 'text', attempts: 'integer', error: 'text',
    retriedBy: 'text',
  },
});
