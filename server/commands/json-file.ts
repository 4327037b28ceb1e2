import { readFile } from 'node:fs/promises';
import type { Json } from '../../engine/state.ts';
import { UsageError } from './command.ts';

/** The JSON in a file that an option names; undefined when the option was not given. */
export async function jsonFile(path: string | undefined): Promise<Json | undefined> {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Json;
  } catch (error) {
    throw new UsageError(`expected JSON in ${path}, but ${(error as Error).message}`);
  }
}
