import { table } from '../table.ts';

/** A place of which somebody wants to hear: what a unit tells, or what happens within some metres of a spot. */
export interface WatchRow {
  readonly id: string;
  readonly accountId: string;
  /** As they call it. */
  readonly name: string;
  readonly unitId: string | null;
  /** Longitude and latitude in ten-millionths of a degree; null for a unit. */
  readonly x: number | null;
  readonly y: number | null;
  readonly radius: number | null;
  readonly createdAt: string;
}

export const watches = table<WatchRow>({
  name: 'watches',
  key: ['id'],
  columns: { id: 'text', accountId: 'text', name: 'text', unitId: 'text', x: 'integer', y: 'integer', radius: 'integer', createdAt: 'text' },
});

/** That something was told of such a place: once for each person and version, whichever of their places it is about. */
export interface AlertNewsRow {
  readonly accountId: string;
  readonly alertId: string;
  readonly number: number;
  readonly watchName: string;
  readonly at: string;
  readonly readAt: string | null;
}

export const alertNews = table<AlertNewsRow>({
  name: 'alertNews',
  key: ['accountId', 'alertId', 'number'],
  columns: { accountId: 'text', alertId: 'text', number: 'integer', watchName: 'text', at: 'text', readAt: 'text' },
});
