import { table } from '../table.ts';

/** A word between the citizen and the unit about one dossier. */
export interface MessageRow {
  readonly id: string;
  readonly dossierId: string;
  readonly author: string;
  readonly side: 'citizen' | 'staff';
  readonly body: string;
  readonly at: string;
}

export const messages = table<MessageRow>({
  name: 'messages',
  key: ['dossierId', 'id'],
  unique: [['id']],
  columns: { id: 'text', dossierId: 'text', author: 'text', side: 'text', body: 'text', at: 'text' },
});

/** One rating per dossier, after the result; shown without the name. */
export interface RatingRow {
  readonly dossierId: string;
  /** 1 (very dissatisfied) to 5 (very satisfied). */
  readonly stars: number;
  readonly comment: string | null;
  readonly answers: unknown;
  readonly at: string;
}

export const ratings = table<RatingRow>({
  name: 'ratings',
  key: ['dossierId'],
  columns: { dossierId: 'text', stars: 'integer', comment: 'text', answers: 'json', at: 'text' },
});
