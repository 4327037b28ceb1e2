import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const compressible = /\.(html|js|css|json|svg|txt|map)$/;
const largest = 8_000_000;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** A text made smaller; runs off the main thread. */
export const packedText = (text: string): Promise<Buffer> => zip(text);

const kept = new Map<string, Promise<Buffer>>();
const mostKept = 400;

/** A text file of the apps compressed, once for each state of the file; undefined when it is not worth it. Runs off the main thread. */
export function compressed(file: string, encoding: Encoding, facts: { readonly size: number; readonly mtimeMs: number }): Promise<Buffer> | undefined {
  if (!compressible.test(file) || facts.size < 1000 || facts.size > largest) return undefined;
  const key = `${encoding} ${facts.mtimeMs} ${file}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const making = readFile(file).then((bytes) => (encoding === 'br' ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : zip(bytes)));
  making.catch(() => kept.delete(key));
  kept.set(key, making);
  const oldest = kept.keys().next().value;
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return making;
}
