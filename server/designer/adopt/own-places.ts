import { isDeepStrictEqual } from 'node:util';
import { adoptedFile } from '../../../procedures/adopted.ts';
import { valueAt, withValueAt } from '../../../procedures/json-place.ts';
import { readJson } from '../../../procedures/package-files.ts';
import type { PackageFile } from '../../../storage/tables/procedures.ts';

export type Files = Readonly<Record<string, PackageFile>>;

export const procedureFile = 'procedure.json';

/** A file of the package that the adopter and the source share. What is called is taken along anew when a package is published; adopted.json is the adopter's alone. */
export const isShared = (path: string): boolean => path !== adoptedFile && !path.startsWith('called/');

export const fileIn = (files: Files, path: string): PackageFile | undefined => (Object.hasOwn(files, path) ? files[path] : undefined);

export const isSame = (one: PackageFile | undefined, other: PackageFile | undefined): boolean =>
  one === undefined || other === undefined ? one === other : 'text' in one ? 'text' in other && one.text === other.text : !('text' in other) && one.sha256 === other.sha256;

/** The object in procedure.json; nothing when it cannot be read. */
export function procedureOf(files: Files): object | undefined {
  const file = fileIn(files, procedureFile);
  const reading = file !== undefined && 'text' in file ? readJson(procedureFile, file.text) : undefined;
  return reading !== undefined && 'value' in reading && typeof reading.value === 'object' && reading.value !== null ? reading.value : undefined;
}

/** An adopter goes by a key and names of its own. */
const named = ['/key', '/name', '/shortName'];

const declared = (files: Files): readonly string[] => {
  const { customise } = (procedureOf(files) ?? {}) as { readonly customise?: unknown };
  return Array.isArray(customise) ? customise.filter((place) => typeof place === 'string') : [];
};

/** Whole files that a source leaves to its adopters. */
export const ownFiles = (source: Files): ReadonlySet<string> => new Set(declared(source).filter((place) => !place.startsWith('/')));

/** Places in procedure.json that a source leaves to its adopters. */
export const declaredPointers = (source: Files): readonly string[] => declared(source).filter((place) => place.startsWith('/'));

/** Such places, and those that are every adopter's. */
export const ownPointers = (source: Files): readonly string[] => [...named, ...declaredPointers(source)];

/** procedure.json with places blank. */
export const blanked = (pointers: readonly string[], value: unknown): unknown => pointers.reduce((rest, pointer) => withValueAt(rest, pointer, null), value);

/** Whether two procedure.json say the same but for such places. */
export const isSameBut = (pointers: readonly string[], one: unknown, other: unknown): boolean => isDeepStrictEqual(blanked(pointers, one), blanked(pointers, other));

/** procedure.json with places as they stand in another one, absent where they are absent there. */
export const withPlacesOf = (pointers: readonly string[], value: unknown, other: unknown): unknown => pointers.reduce((rest, pointer) => withValueAt(rest, pointer, valueAt(other, pointer)), value);
