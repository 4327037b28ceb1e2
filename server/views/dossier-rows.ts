import { calendarOf } from '../../runtime/calendars.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow as Row } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { DossierState } from '../api/clock.ts';
import type { DossierRow } from '../api/desk.ts';
import type { Services } from '../services.ts';
import { dossierClock } from './clock-view.ts';
import { namesOf } from './names.ts';

/** Dossiers as lists of the desk show them, in their order, each with its open steps; those whose procedure cannot be read are left out. */
export async function dossierRows(tx: Transaction, { library, store }: Pick<Services, 'library' | 'store'>, rows: readonly Row[], at: string): Promise<{ readonly view: DossierRow; readonly open: readonly TaskRow[] }[]> {
  const open = Map.groupBy(await tx.tasks.find({ dossierId: { in: rows.map(({ id }) => id) }, status: 'open' }, { order: [['openedAt', 'asc'], ['token', 'asc']] }), ({ dossierId }) => dossierId);
  const names = await namesOf(tx, rows.map(({ unitId }) => unitId), []);
  const listed = [];
  for (const row of rows) {
    const pack = await library.listed(tx, row.procedureHash);
    if (pack === undefined) continue;
    const calendar = await calendarOf(store, tx, row.unitId);
    const steps = open.get(row.id) ?? [];
    const view: DossierRow = {
      id: row.id, code: row.code, procedure: { key: pack.procedure.key, name: pack.procedure.shortName }, subject: row.subject === '' ? null : row.subject,
      applicant: row.applicantName, unit: names.unit(row.unitId), state: row.state as DossierState, submittedAt: row.submittedAt,
      clock: dossierClock(calendar, row, at, pack.procedure.dueSoon), step: steps.at(-1)?.name ?? null,
    };
    listed.push({ view, open: steps });
  }
  return listed;
}
