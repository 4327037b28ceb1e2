import type { LocalText } from '../../engine/definition.ts';
import { decoded } from '../../procedures/elsewhere/decode.ts';
import type { Offered } from '../../procedures/elsewhere/take.ts';
import { refusals } from '../../procedures/elsewhere/refusals.ts';

/** A package that is zipped, or files of other tools, or why they are neither. */
export type Chosen = { readonly zip: File } | { readonly offered: readonly Offered[] } | { readonly refused: LocalText };

const mostBytes = 8_000_000;

/** What was chosen, read as text; nothing is sent anywhere. */
export async function readFiles(files: readonly File[]): Promise<Chosen> {
  const [first] = files;
  if (first !== undefined && files.length === 1 && await isZip(first)) return { zip: first };
  const offered: Offered[] = [];
  for (const file of files) {
    if (file.size > mostBytes) return { refused: refusals.tooLarge(file.name, file.size, 2_000_000) };
    const reading = decoded(file.name, new Uint8Array(await file.arrayBuffer()));
    if ('refused' in reading) return reading;
    offered.push({ name: file.name.normalize('NFC').slice(0, 200), text: reading.text });
  }
  return offered.length === 0 ? { refused: refusals.none() } : { offered };
}

const isZip = async (file: File): Promise<boolean> => /\.zip$/i.test(file.name) || new TextDecoder('latin1').decode(await file.slice(0, 4).arrayBuffer()) === 'PK\u0003\u0004';
