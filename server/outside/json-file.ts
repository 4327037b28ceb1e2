import { readFileSync } from 'node:fs';
import { jsonFault } from '../../engine/json-fault.ts';

/** The JSON of a file of the installation; `refuse` says why it cannot be read as such. */
export function jsonIn(path: string, refuse: (why: string) => never): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return refuse((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(jsonFault(text) ?? (error as Error).message);
  }
}
