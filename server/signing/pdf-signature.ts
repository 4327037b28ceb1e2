import { createHash } from 'node:crypto';
import { partOf } from './der.ts';
import { readSignature, type ReadSignature } from './cms.ts';

/** Bytes that are kept free for a signature: with its certificates and a time stamp one takes some five thousand. */
const room = 12_288;
const rangeWidth = 10;

/** A paper with an empty place for a signature, and the hash of all but that place: what is signed. */
export interface Prepared {
  readonly bytes: Buffer;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/**
 * Adds a place for a signature to a paper that this house has set, as an incremental update (ISO 32000-1, 7.5.6 and 12.8; ETSI EN 319 142-1): the bytes
 * before it stay as they are. `name`: of whoever signs; `at`: when, as an instant. Throws for a PDF that is written otherwise than ours.
 */
export function withRoom(pdf: Uint8Array, { name, at }: { readonly name: string; readonly at: string }): Prepared {
  const file = Buffer.from(pdf);
  const text = file.toString('latin1');
  const tail = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const [, trailer = '', start = ''] = tail ?? [];
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);
  const table = offsetsOf(text, Number(start));
  const root = refOf(trailer, 'Root');
  const catalogue = objectAt(text, table, root);
  const page = Number(/\/Kids \[\s*(\d+) 0 R/.exec(objectAt(text, table, refOf(catalogue, 'Pages')))?.[1]);
  const pageText = objectAt(text, table, page);
  const [signature, field] = [size, size + 1];
  const added: Readonly<Record<number, string>> = {
    [root]: joined(catalogue, `/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>`),
    [page]: /\/Annots \[/.test(pageText) ? pageText.replace('/Annots [', `/Annots [${field} 0 R `) : joined(pageText, `/Annots [${field} 0 R]`),
    [signature]: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${hexText(name)} /M (D:${at.replaceAll(/[-:T]/g, '').slice(0, 14)}Z) /ByteRange [${'0 '.padStart(rangeWidth + 1).repeat(4)}] /Contents <${'0'.repeat(room * 2)}> >>`,
    [field]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V ${signature} 0 R /P ${page} 0 R /F 132 /Rect [0 0 0 0] >>`,
  };
  const bytes = ranged(appended(file, added, `<<${trailer.replace(/\/Size \d+/, `/Size ${size + 2}`)} /Prev ${start} >>`));
  return { bytes, digest: digestOf(bytes, rangeOf(bytes)!) };
}

/** The paper with the signature in its place; undefined when it does not fit there. */
export function withSignature(prepared: Uint8Array, signature: Buffer): Buffer | undefined {
  if (signature.length > room) return undefined;
  const bytes = Buffer.from(prepared);
  const [, before] = rangeOf(bytes)!;
  bytes.write(signature.toString('hex'), before + 1, 'latin1');
  return bytes;
}

export interface SignedPdf extends ReadSignature {
  /** All bytes of the file but the signature itself are as they were when it was signed. */
  readonly unchanged: boolean;
}

/** The last signature of a PDF, and whether the bytes are those that it signed; undefined where none can be read. Never throws for what the bytes are. */
export function signatureIn(pdf: Buffer): SignedPdf | undefined {
  const range = rangeOf(pdf);
  if (range === undefined) return undefined;
  const [from, before, after, rest] = range;
  if (from !== 0 || after <= before || after + rest > pdf.length) return undefined;
  const bytes = Buffer.from(pdf.toString('latin1', before + 1, after - 1), 'hex');
  try {
    // Behind the signature stands the rest of its room.
    const read = readSignature(partOf(bytes).whole);
    return read && { ...read, unchanged: after + rest === pdf.length && digestOf(pdf, range) === read.digest.toString('hex') };
  } catch {
    return undefined;
  }
}

type Range = readonly [from: number, before: number, after: number, rest: number];

function rangeOf(pdf: Buffer): Range | undefined {
  const at = pdf.lastIndexOf('/ByteRange [');
  const numbers = at < 0 ? null : /^\/ByteRange \[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(pdf.toString('latin1', at, at + 80));
  return numbers === null ? undefined : [Number(numbers[1]), Number(numbers[2]), Number(numbers[3]), Number(numbers[4])];
}

const digestOf = (bytes: Buffer, [from, before, after, rest]: Range): string => createHash('sha256').update(bytes.subarray(from, from + before)).update(bytes.subarray(after, after + rest)).digest('hex');

/** Writes which bytes are signed: all but the room between the angle brackets, and those. */
function ranged(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf('/ByteRange [') + '/ByteRange ['.length;
  const before = bytes.indexOf('/Contents <', at) + '/Contents '.length;
  const after = before + room * 2 + 2;
  bytes.write([0, before, after, bytes.length - after].map((one) => `${one} `.padStart(rangeWidth + 1)).join(''), at, 'latin1');
  return bytes;
}

/** Objects written anew behind the file, with the table that says where they stand. */
function appended(file: Buffer, objects: Readonly<Record<number, string>>, trailer: string): Buffer {
  const parts: Buffer[] = [file, Buffer.from('\n')];
  let length = file.length + 1;
  const rows = Object.entries(objects).map(([number, text]) => {
    const at = length;
    const part = Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1');
    parts.push(part);
    length += part.length;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.concat([...parts, Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`, 'latin1')]);
}

/** Where each object stands, by the one table of a file that was written at once. */
function offsetsOf(text: string, start: number): readonly number[] {
  const [, count = '0'] = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40)) ?? [];
  return [...text.slice(start).matchAll(/(\d{10}) \d{5} [nf]/g)].slice(0, Number(count)).map(([, at]) => Number(at));
}

function objectAt(text: string, table: readonly number[], number: number): string {
  const at = table[number];
  const end = at === undefined ? -1 : text.indexOf('\nendobj', at);
  if (at === undefined || end < 0) throw new Error(`expected the object ${number} in the table of a PDF of this house, but it is not`);
  return text.slice(text.indexOf('<<', at), end);
}

function refOf(dictionary: string, name: string): number {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  if (found === undefined) throw new Error(`expected /${name} in a PDF of this house, but it is not there`);
  return Number(found);
}

const joined = (dictionary: string, more: string): string => `${dictionary.slice(0, dictionary.lastIndexOf('>>'))}${more}\n>>`;
/** A text of any letters: UTF-16 with its mark. */
const hexText = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
