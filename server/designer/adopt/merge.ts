import { isDeepStrictEqual } from 'node:util';
import { adoptedFile, type Adopted } from '../../../procedures/adopted.ts';
import { valueAt } from '../../../procedures/json-place.ts';
import { declaredPointers, fileIn, isSame, isSameBut, isShared, ownFiles, ownPointers, procedureFile, procedureOf, withPlacesOf, type Files } from './own-places.ts';

/** The version that was adopted, the one that the source has now, and what the adopter made of the first. */
export interface Sides { readonly base: Files; readonly theirs: Files; readonly mine: Files }

/** A file that the source changed: its own is taken, the adopter's is kept, or a person chooses. `kept` are places in procedure.json where the adopter's stands although the source changed it. */
export interface Update { readonly path: string; readonly way: 'take' | 'keep' | 'choose'; readonly kept: readonly string[] }

/** What the source changed, and what becomes of each such file. What it did not change stays as the adopter has it. */
export function updatesOf(sides: Sides): Update[] {
  const { base, theirs, mine } = sides;
  const own = ownFiles(theirs);
  return [...new Set([base, theirs, mine].flatMap((files) => Object.keys(files)))].filter(isShared).toSorted().flatMap((path): Update[] => {
    const [was, is, here] = [fileIn(base, path), fileIn(theirs, path), fileIn(mine, path)];
    if (isSame(was, is) || isSame(is, here)) return [];
    if (path === procedureFile) return updateOfProcedure(sides);
    return [{ path, way: own.has(path) ? 'keep' : isSame(was, here) ? 'take' : 'choose', kept: [] }];
  });
}

function updateOfProcedure(sides: Sides): Update[] {
  const pointers = ownPointers(sides.theirs);
  const [was, is, here] = [procedureOf(sides.base), procedureOf(sides.theirs), procedureOf(sides.mine)];
  const kept = held(declaredPointers(sides.theirs), was, here).filter((pointer) => !isDeepStrictEqual(valueAt(was, pointer), valueAt(is, pointer)) && !isDeepStrictEqual(valueAt(is, pointer), valueAt(here, pointer)));
  const isTheirs = isSameBut(pointers, was, is) || isSameBut(pointers, is, here);
  if (isTheirs) return kept.length === 0 ? [] : [{ path: procedureFile, way: 'keep', kept }];
  return [{ path: procedureFile, way: isSameBut(pointers, was, here) ? 'take' : 'choose', kept }];
}

/** Whose file stands, by path: needed where a person chooses, allowed where the adopter's is kept. */
export type Choices = ReadonlyMap<string, 'mine' | 'theirs'>;

/** Files that a person has yet to choose. */
export const undecided = (updates: readonly Update[], choices: Choices): string[] => updates.flatMap(({ path, way }) => (way === 'choose' && !choices.has(path) ? [path] : []));

/** The adopter's files with the update: nothing that is the adopter's own is lost, but what was chosen away. `adopted` is what they stand on now. */
export function merged(sides: Sides, choices: Choices, adopted: Adopted): Files {
  const files = new Map(Object.entries(sides.mine));
  for (const update of updatesOf(sides)) {
    const { path, way } = update;
    if (way !== 'take' && choices.get(path) !== 'theirs') continue;
    const theirs = path === procedureFile ? printed(mergedProcedure(sides, update)) : fileIn(sides.theirs, path);
    if (theirs === undefined) files.delete(path);
    else files.set(path, theirs);
  }
  return Object.fromEntries(files.set(adoptedFile, adoptedText(adopted)));
}

function mergedProcedure({ base, theirs, mine }: Sides, { way, kept }: Update): unknown {
  const [was, is, here] = [procedureOf(base), procedureOf(theirs), procedureOf(mine)];
  // Only the source's places were wanted beside what else the adopter has.
  if (way === 'keep') return withPlacesOf(kept, here, is);
  return here === undefined ? is : withPlacesOf(held(ownPointers(theirs), was, here), is, here);
}

/** Places that the adopter has, or has emptied: one that is new in the source is filled by it. */
const held = (pointers: readonly string[], was: unknown, here: unknown): readonly string[] => pointers.filter((pointer) => valueAt(was, pointer) !== undefined || valueAt(here, pointer) !== undefined);

const printed = (value: unknown): { readonly text: string } => ({ text: `${JSON.stringify(value, null, 2)}\n` });

/** adopted.json as it is written. */
export const adoptedText = ({ from, version }: Adopted): { readonly text: string } => printed({ from, version });
