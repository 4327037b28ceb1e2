import { table } from '../table.ts';

/** Where what a dossier is about lies, for those that say so: found by whoever looks around a place. */
export interface SpotRow {
  /** Names it for people who may not know its dossier. */
  readonly id: string;
  readonly dossierId: string;
  readonly procedureKey: string;
  /** The answer that tells its kind; empty where the procedure has no kinds. */
  readonly kind: string;
  /** Longitude and latitude in ten-millionths of a degree. */
  readonly x: number;
  readonly y: number;
  readonly at: string;
}

export const spots = table<SpotRow>({
  name: 'spots',
  key: ['id'],
  unique: [['dossierId']],
  columns: { id: 'text', dossierId: 'text', procedureKey: 'text', kind: 'text', x: 'integer', y: 'integer', at: 'text' },
});

/** Somebody who reports the same as a dossier, and hears what becomes of it. */
export interface FollowerRow {
  readonly spotId: string;
  readonly accountId: string;
  readonly at: string;
  /** The state of the dossier when they looked last. */
  readonly seenState: number;
}

export const followers = table<FollowerRow>({
  name: 'followers',
  key: ['spotId', 'accountId'],
  columns: { spotId: 'text', accountId: 'text', at: 'text', seenState: 'integer' },
});
