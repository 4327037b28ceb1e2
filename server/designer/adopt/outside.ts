import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../../procedures/finding.ts';
import { valueAt } from '../../../procedures/json-place.ts';
import { blanked, fileIn, isSame, isShared, ownFiles, ownPointers, procedureFile, procedureOf, type Files } from './own-places.ts';

const warned = (file: string, element: string): Finding => ({
  rule: 'adopted-outside', severity: 'warning', element, file,
  message: `expected only places that the source leaves to its adopters to differ from it, but ${element} does; updates of it will ask whose to keep`,
  messageVi: `cần chỉ khác bản gốc ở những chỗ bản gốc cho tùy chỉnh, nhưng ${element} đã khác; khi bản gốc đổi chỗ này, bạn sẽ phải chọn giữ bên nào`,
});

/** What an adopter changed besides the places that the source leaves to it. */
export function outsideFindings(base: Files, mine: Files): Finding[] {
  const own = ownFiles(base);
  const paths = [...new Set([...Object.keys(base), ...Object.keys(mine)])].filter((path) => isShared(path) && path !== procedureFile && !own.has(path)).toSorted();
  const pointers = ownPointers(base);
  const [was, here] = [blanked(pointers, procedureOf(base)), blanked(pointers, procedureOf(mine))];
  // A procedure.json that cannot be read is told of by its own finding.
  const members = here === undefined ? [] : [...new Set([was, here].flatMap((value) => Object.keys(value ?? {})))].filter((name) => !isDeepStrictEqual(valueAt(was, `/${name}`), valueAt(here, `/${name}`)));
  return [...paths.filter((path) => !isSame(fileIn(base, path), fileIn(mine, path))).map((path) => warned(path, path)), ...members.map((name) => warned(procedureFile, `/${name}`))];
}
