import { hasErrors, type Finding } from '../../procedures/finding.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { FileStore } from '../../storage/files.ts';
import type { Transaction } from '../../storage/store.ts';
import type { ProcedureVersionRow } from '../../storage/tables/procedures.ts';
import { inspectPackage, type Inspection } from './inspect.ts';
import { keepFiles } from './package-files.ts';

/** What is to be published: checked, named by its hash, its files kept. Nothing is published while a check finds an error. */
export async function readyToPublish(
  files: FileStore, content: PackageFiles, inspect: (content: PackageFiles) => Promise<Inspection> = inspectPackage,
): Promise<{ readonly key: string; readonly hash: string; readonly files: ProcedureVersionRow['files'] } | { readonly findings: readonly Finding[] }> {
  const { findings, loaded } = await inspect(content);
  if (loaded === undefined || hasErrors(findings)) return { findings };
  return { ...loaded, files: await keepFiles(files, content) };
}

/** Writes a version with the next number. The same content is the same version: it is offered again, not doubled. */
export async function publish(tx: Transaction, ready: { readonly key: string; readonly hash: string; readonly files: ProcedureVersionRow['files'] }, by: { readonly account: string; readonly at: string; readonly note: string | null }): Promise<ProcedureVersionRow> {
  const known = await tx.procedureVersions.first({ hash: ready.hash });
  const last = await tx.procedureVersions.first({ key: ready.key }, { order: [['number', 'desc']] });
  await tx.procedureVersions.update({ key: ready.key, offered: true }, { offered: false });
  if (known !== undefined) {
    await tx.procedureVersions.update({ hash: known.hash }, { offered: true });
    return { ...known, offered: true };
  }
  const row: ProcedureVersionRow = { ...ready, number: (last?.number ?? 0) + 1, publishedAt: by.at, publishedBy: by.account, note: by.note, offered: true };
  await tx.procedureVersions.insert(row);
  return row;
}
