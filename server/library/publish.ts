import { CalendarError } from '../../engine/calendar/failure.ts';
import { hasErrors, type Finding } from '../../procedures/finding.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import { scheduleStarts, startRows, type Offered } from '../../runtime/schedule-starts.ts';
import type { FileStore } from '../../storage/files.ts';
import type { Store, Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';
import { ProblemError } from '../http/problem-error.ts';
import { admitRoles } from './admit-roles.ts';
import { inspectPackage, type Inspection, type Loaded } from './inspect.ts';
import { keepFiles } from './package-files.ts';

/** A package that may be published. */
export interface Ready extends Loaded {
  readonly files: ProcedureVersionRow['files'];
}

/** What is to be published: checked, named by its hash, its files kept. Nothing is published while a check finds an error. */
export async function readyToPublish(
  files: FileStore, content: PackageFiles, inspect: (content: PackageFiles) => Promise<Inspection> = inspectPackage,
): Promise<Ready | { readonly findings: readonly Finding[] }> {
  const { findings, loaded } = await inspect(content);
  if (loaded === undefined || hasErrors(findings)) return { findings };
  return { ...loaded, files: await keepFiles(files, content) };
}

/** Who publishes, and when. `from`, a later instant, is when the version is to be offered: at once without it. */
export interface Publishing {
  readonly account: string;
  readonly at: string;
  readonly note: string | null;
  readonly from?: string;
}

/**
 * Writes a version with the next number, and offers it, at once or when its day comes. The same content is the same version: it is
 * offered again, or at another time, not doubled. Other versions that are to come stay so, except at the very same time.
 * Throws invalid when the unit or a time is none, rejected when what is offered already is to be offered later.
 */
export async function publish(store: Store, tx: Transaction, { files, ...loaded }: Ready, { account, at, note, from }: Publishing): Promise<ProcedureVersionRow> {
  const { key, hash } = loaded;
  const known = await tx.procedureVersions.first({ hash });
  const last = await tx.procedureVersions.first({ key }, { order: [['number', 'desc']] });
  const row: ProcedureVersionRow = known ?? { key, hash, files, number: (last?.number ?? 0) + 1, publishedAt: at, publishedBy: account, note, offered: false, offeredFrom: null, offeredAt: null, offerError: null };
  await admitRoles(tx, loaded.roles ?? {}, { account, at });
  if (known === undefined) await tx.procedureVersions.insert(row);
  if (from === undefined) {
    await offer(store, tx, loaded, at);
    return { ...row, offered: true, offeredFrom: null, offeredAt: at, offerError: null };
  }
  if (row.offered) throw new ProblemError('rejected', { detail: { vi: `Nội dung này đang được áp dụng (phiên bản ${row.number}), không hẹn ngày được.`, en: `This content is in force already (version ${row.number}); it cannot be set for a later day.` } });
  // What would not begin on its day is told to the person who is still there.
  await asPublished(async () => startRows(store, tx, [], await offeredBy(tx, loaded), from));
  await tx.procedureVersions.update({ key, offeredFrom: from }, { offeredFrom: null });
  await tx.procedureVersions.update({ hash }, { offeredFrom: from, offerError: null });
  return { ...row, offeredFrom: from };
}

/** From `at` on new dossiers are filed on this version, and begin by its timers; the one before begins none any more. */
export async function offer(store: Store, tx: Transaction, loaded: Loaded, at: string): Promise<void> {
  const { key, hash } = loaded;
  await tx.procedureVersions.update({ key, offered: true }, { offered: false });
  await tx.procedureVersions.update({ hash }, { offered: true, offeredFrom: null, offeredAt: at, offerError: null });
  await asPublished(async () => scheduleStarts(store, tx, await offeredBy(tx, loaded), at));
}

async function offeredBy(tx: Transaction, { key, hash, timers, office }: Loaded): Promise<Offered> {
  const unit = office === undefined ? undefined : await tx.units.first({ code: office });
  if (office !== undefined && unit === undefined) throw notPublished('office.unit', `expected the code of a unit, but there is no ${office}`);
  return { key, hash, timers, unitId: unit?.id ?? '' };
}

async function asPublished(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CalendarError) throw notPublished('process.bpmn', error.message);
    throw error;
  }
}

const notPublished = (path: string, message: string): ProblemError => new ProblemError('invalid', { errors: [{ path, message }] });
