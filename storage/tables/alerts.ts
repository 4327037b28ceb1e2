import type { Json } from '../../engine/state.ts';
import { table } from '../table.ts';

/** What the office tells everybody of something that is going on, as it stands now; one for each dossier that publishes. */
export interface AlertRow {
  readonly id: string;
  readonly dossierId: string;
  readonly unitId: string;
  readonly version: number;
  /** `in-force` until `untilAt`, or until it is closed. */
  readonly state: 'in-force' | 'ended' | 'expired' | 'cancelled';
  readonly kind: string;
  readonly level: number;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly untilAt: string;
  readonly closedAt: string | null;
  /** What is told (server/alerts/content.ts). */
  readonly content: Json;
}

export const alerts = table<AlertRow>({
  name: 'alerts',
  key: ['id'],
  unique: [['dossierId']],
  columns: { id: 'text', dossierId: 'text', unitId: 'text', version: 'integer', state: 'text', kind: 'text', level: 'integer', publishedAt: 'text', updatedAt: 'text', untilAt: 'text', closedAt: 'text', content: 'json' },
});

/** Each thing that was told, never changed. `callKey` names the call that told it, so that it is told once. */
export interface AlertVersionRow {
  readonly alertId: string;
  readonly number: number;
  readonly callKey: string;
  readonly act: 'publish' | 'end' | 'expire' | 'cancel';
  readonly at: string;
  readonly untilAt: string;
  /** Why it ended or was taken back. */
  readonly reason: { readonly vi: string; readonly en: string } | null;
  readonly content: Json;
}

export const alertVersions = table<AlertVersionRow>({
  name: 'alertVersions',
  key: ['alertId', 'number'],
  unique: [['callKey']],
  columns: { alertId: 'text', number: 'integer', callKey: 'text', act: 'text', at: 'text', untilAt: 'text', reason: 'json', content: 'json' },
});
