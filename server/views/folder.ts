import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { LetterRow } from '../../storage/tables/letters.ts';
import type { PaymentRow } from '../../storage/tables/payments.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { PaymentView } from '../api/fee.ts';
import type { SupplementView } from '../api/supplement.ts';
import type { Package } from '../library/package.ts';
import type { Services } from '../services.ts';
import { namesOf, type Names } from './names.ts';
import { paymentViews } from './payment-view.ts';
import { supplementView } from './supplement-view.ts';

/** A dossier with all that lies in it, fetched together: what both the citizen's and the desk's views are made of. */
export interface Folder {
  readonly dossier: DossierRow;
  readonly pack: Package;
  readonly calendar: CompiledCalendar;
  /** In the order they were opened. */
  readonly tasks: readonly TaskRow[];
  readonly letters: readonly LetterRow[];
  readonly payments: readonly PaymentRow[];
  readonly paid: readonly PaymentView[];
  readonly supplements: readonly SupplementView[];
  readonly names: Names;
  readonly at: string;
}

export type Shelf = Pick<Services, 'library' | 'store'>;

/** The version of its procedure that a dossier goes by. */
export async function packOf(tx: Transaction, { library }: Pick<Shelf, 'library'>, { id, procedureHash }: DossierRow): Promise<Package> {
  const pack = await library.version(tx, procedureHash);
  if (pack === undefined) throw new Error(`expected procedure version ${procedureHash} of dossier ${id}, but it is not there`);
  return pack;
}

export async function openFolder(tx: Transaction, { library, store }: Shelf, dossier: DossierRow, at: string): Promise<Folder> {
  const pack = await packOf(tx, { library }, dossier);
  const here = { dossierId: dossier.id };
  const [tasks, letters, payments, asked, calendar] = await Promise.all([
    tx.tasks.find(here, { order: [['openedAt', 'asc'], ['token', 'asc']] }),
    tx.letters.find(here, { order: [['issuedAt', 'asc']] }),
    tx.payments.find(here, { order: [['createdAt', 'asc']] }),
    tx.supplements.find(here, { order: [['number', 'asc']] }),
    calendarOf(store, tx, dossier.unitId),
  ]);
  const form = pack.forms.get(pack.procedure.forms.application);
  return {
    dossier, pack, calendar, tasks, letters, payments, at,
    paid: await paymentViews(tx, payments),
    supplements: asked.map((row) => supplementView(row, form, tasks, letters)),
    names: await namesOf(tx, [dossier.unitId, dossier.receivingUnitId, ...tasks.map(({ unitId }) => unitId)], tasks.flatMap(({ claimedBy, closedBy }) => [claimedBy, closedBy]), dossier),
  };
}
