import type { Transaction } from '../../storage/store.ts';
import type { AlertRow, AlertVersionRow } from '../../storage/tables/alerts.ts';
import type { AlertContent, AlertPage, AlertView } from '../api/alert.ts';
import { namesOf, type Names } from '../views/names.ts';

const week = 7 * 86_400_000;
const most = { inForce: 200, over: 50, told: 100 };

/** What was judged when it was told (connectors/publish.ts). */
export const contentOf = ({ content }: Pick<AlertRow | AlertVersionRow, 'content'>): AlertContent => content as unknown as AlertContent;

/** An alert whose time has passed is over, whether its dossier has heard so or not. */
export const stateAt = ({ state, untilAt }: AlertRow, at: string): AlertView['state'] => (state === 'in-force' && untilAt <= at ? 'expired' : state);

function viewOf(row: AlertRow, names: Names, at: string): AlertView {
  const state = stateAt(row, at);
  const { id, version, publishedAt, updatedAt, untilAt, closedAt } = row;
  return { id, version, state, unit: names.unit(row.unitId), publishedAt, updatedAt, until: untilAt, closedAt: state === 'in-force' ? null : (closedAt ?? untilAt), ...contentOf(row) };
}

/** What is in force, the gravest first, and what ended within a week, the latest first. */
export async function alertsAt(tx: Transaction, at: string): Promise<{ readonly inForce: readonly AlertView[]; readonly over: readonly AlertView[] }> {
  const inForce = await tx.alerts.find({ state: 'in-force', untilAt: { gt: at } }, { order: [['level', 'desc'], ['updatedAt', 'desc'], ['id', 'asc']], limit: most.inForce });
  const over = await tx.alerts.find({ untilAt: { lte: at, gt: new Date(Date.parse(at) - week).toISOString() } }, { order: [['untilAt', 'desc'], ['id', 'asc']], limit: most.over });
  const names = await namesOf(tx, [...inForce, ...over].map(({ unitId }) => unitId));
  const view = (row: AlertRow) => viewOf(row, names, at);
  return { inForce: inForce.map(view), over: over.map(view) };
}

export interface AlertOpened {
  readonly alert: AlertView;
  /** The oldest first. */
  readonly versions: readonly AlertVersionRow[];
}

/** One alert with all that was told of it; whatever was told stays public. */
export async function alertOf(tx: Transaction, id: string, at: string): Promise<AlertOpened | undefined> {
  const row = await tx.alerts.first({ id });
  if (row === undefined) return undefined;
  const versions = await tx.alertVersions.find({ alertId: id }, { order: [['number', 'desc']], limit: most.told });
  return { alert: viewOf(row, await namesOf(tx, [row.unitId]), at), versions: versions.toReversed() };
}

export const toldOf = (versions: readonly AlertVersionRow[]): AlertPage['told'] => versions.toReversed().map((row) => {
  const { level, levelName, headline, description, depthCm } = contentOf(row);
  const { number, act, at, untilAt, reason } = row;
  return { number, act, at, until: untilAt, reason, level, levelName, headline, description, depthCm };
});
