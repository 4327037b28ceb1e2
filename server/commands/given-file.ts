import { readFile } from 'node:fs/promises';
import { jsonFault, nameTwice } from '../../engine/json-fault.ts';
import { unrounded } from '../../engine/expression/exact-json.ts';
import type { Json } from '../../engine/state.ts';
import { UsageError } from './command.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is none', ENOTDIR: 'its folder is a file', EISDIR: 'it is a folder', EACCES: 'this account may not read it', EPERM: 'this account may not read it', ENAMETOOLONG: 'the name is too long',
};

/** Why the system did not give a file or folder, in our words. */
export const reasonOf = (error: unknown): string => reasons[String((error as NodeJS.ErrnoException).code)] ?? (error as Error).message;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file that the caller names. */
export async function givenText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`expected a file at ${path}, but ${reasonOf(error)}`);
  });
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UsageError(`expected text in UTF-8 in ${path}, but it holds other bytes`);
  }
}

/** The JSON in a file that the caller names; `revive` as JSON.parse has it. A number that would be rounded is refused, and a name that stands twice. */
export async function givenJson(path: string, revive: (name: string, value: unknown, context: { readonly source?: string }) => unknown = unrounded): Promise<Json> {
  const text = await givenText(path);
  let value: Json;
  try {
    value = JSON.parse(text, revive as Parameters<typeof JSON.parse>[1]) as Json;
  } catch (error) {
    throw new UsageError(`expected JSON in ${path}, but ${jsonFault(text) ?? (error as Error).message}`);
  }
  const twice = nameTwice(text);
  if (twice !== undefined) throw new UsageError(`expected every name once in its object in ${path}, but ${twice}`);
  return value;
}
