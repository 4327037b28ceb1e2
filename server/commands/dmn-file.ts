import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readDmn } from '../../engine/decision/read.ts';

/** Reads a .dmn file; models that it imports are found among the .dmn files beside it. */
export async function dmnWithImports(xml: string, path: string): ReturnType<typeof readDmn> {
  if (!/<(\w+:)?import\b/.test(xml)) return readDmn(xml);
  const names = (await readdir(dirname(path))).filter((name) => name.endsWith('.dmn') && name !== basename(path)).toSorted();
  return readDmn(xml, await Promise.all(names.map((name) => readFile(join(dirname(path), name), 'utf8'))));
}
