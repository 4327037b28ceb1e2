/** Distinguished encoding rules (X.690), as far as certificates and signatures of papers need them. */
const lengthOf = (size: number): Buffer => {
  if (size < 0x80) return Buffer.from([size]);
  const bytes = size < 0x1_00 ? [size] : size < 0x1_00_00 ? [size >> 8, size & 0xff] : [size >> 16, (size >> 8) & 0xff, size & 0xff];
  return Buffer.from([0x80 | bytes.length, ...bytes]);
};

export const tagged = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
};

export const sequence = (...content: readonly Uint8Array[]): Buffer => tagged(0x30, ...content);
/** A set is ordered by the encoding of what is in it (11.6). */
export const setOf = (...content: readonly Buffer[]): Buffer => tagged(0x31, ...content.toSorted(Buffer.compare));
export const within = (number: number, ...content: readonly Uint8Array[]): Buffer => tagged(0xa0 | number, ...content);
export const octets = (bytes: Uint8Array): Buffer => tagged(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tagged(0x03, Buffer.from([unused]), bytes);
export const utf8 = (text: string): Buffer => tagged(0x0c, Buffer.from(text, 'utf8'));
export const yes = tagged(0x01, Buffer.from([0xff]));
/** Not negative; the first bit would be its sign. */
export const integer = (bytes: Uint8Array): Buffer => tagged(0x02, ...((bytes[0] ?? 0) > 0x7f ? [Buffer.from([0])] : []), bytes);
export const time = (instant: string): Buffer => tagged(0x18, Buffer.from(`${instant.replaceAll(/[-:T]/g, '').slice(0, 14)}Z`));

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const groups = [first * 40 + second, ...rest].map((arc) => {
    const sevens = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) sevens.unshift((left & 0x7f) | 0x80);
    return sevens;
  });
  return tagged(0x06, Buffer.from(groups.flat()));
}

export interface Part {
  readonly tag: number;
  readonly content: Buffer;
  /** With tag and length. */
  readonly whole: Buffer;
}

export class NotDer extends Error {
  override readonly name = 'NotDer';
}

/** The first part of the bytes; what follows it is left. Throws NotDer. */
export function partOf(bytes: Buffer): Part {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new NotDer('expected a tag and a length, but they are not there');
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 3 || first === 0x80) throw new NotDer('expected a length of three bytes at most, but it is another');
  const size = count === 0 ? first : [...bytes.subarray(2, 2 + count)].reduce((sum, byte) => sum * 256 + byte, 0);
  const end = 2 + count + size;
  if (end > bytes.length) throw new NotDer('expected as many bytes as the length says, but there are fewer');
  return { tag, content: bytes.subarray(2 + count, end), whole: bytes.subarray(0, end) };
}

/** What is in a sequence or set, in its order. Throws NotDer. */
export function partsOf({ content }: Part): readonly Part[] {
  const parts: Part[] = [];
  for (let left = content; left.length > 0;) {
    const part = partOf(left);
    parts.push(part);
    left = left.subarray(part.whole.length);
  }
  return parts;
}
