import type { DesignerPackage } from '../../server/api/designer.ts';
import { freshKey } from '../letters/letter-files.ts';
import { editLater, takeAway } from '../package/bench.ts';
import { decisionIds } from '../package/decision-ids.ts';
import { keyOf } from '../../procedures/key-of.ts';
import { changeTables, emptyFile, inputNames, type NewFormula, type NewTable } from './change-tables.ts';

/** The file of decisions at a path, without folder and ending; nothing where it is none. */
export const tableAt = (path: string): string | undefined => /^decisions\/([^/]+)\.dmn$/.exec(path)?.[1];

/** Files of decisions of a package, without folder and ending. */
export const tableFiles = ({ draft }: DesignerPackage): string[] => draft.files.flatMap(({ path }) => tableAt(path) ?? []);
export const pathOf = (file: string): string => `decisions/${file}.dmn`;

/** A file to be changed, and what the server holds of it. */
export interface TableFile {
  readonly file: string;
  readonly saved: string;
}

/**
 * Lays a new table or formula on the bench, in a file of its own or at the end of one that is there; answers the file.
 * `onAdded` hears by which name steps ask it, and what its file wants of them.
 */
export function addTable(opened: DesignerPackage, made: NewFormula | NewTable, into: TableFile | undefined, onAdded: (reference: string, inputs: readonly string[]) => void): string {
  const file = into?.file ?? freshKey(tableFiles(opened), keyOf(made.titles.vi) || 'table');
  const path = pathOf(file);
  void editLater(opened.key, path, into?.saved ?? '', async (now) => {
    const before = now || (await emptyFile(file, `urn:motcua:${opened.key}:${file}`, made.titles));
    const after = await changeTables(before, 'policy' in made ? { change: 'table', table: made } : { change: 'formula', formula: made });
    const had = decisionIds(path, before);
    const reference = decisionIds(path, after).find((id) => !had.includes(id));
    if (reference !== undefined) onAdded(reference, await inputNames(after));
    return after;
  });
  return file;
}

/** Takes a table away; the last of a file goes with the file. `source`: what the file says now. */
export const deleteTable = (packageKey: string, { file, saved }: TableFile, source: string, decision: string, onGone: (inputs: readonly string[]) => void): { readonly isLast: boolean } => {
  const path = pathOf(file);
  const isLast = decisionIds(path, source).length === 1;
  if (isLast) takeAway(packageKey, path, source);
  else void editLater(packageKey, path, saved, async (now) => {
    const after = await changeTables(now, { change: 'delete', decision });
    onGone(await goneInputs(now, after));
    return after;
  });
  return { isLast };
};

/** What a file asked for before a change and asks for no more. */
export async function goneInputs(before: string, after: string): Promise<string[]> {
  const [had, has] = await Promise.all([inputNames(before), inputNames(after)]);
  return had.filter((name) => !has.includes(name));
}
