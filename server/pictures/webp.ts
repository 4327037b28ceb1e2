import { mostParts } from './most-parts.ts';
import { orientationOf, tiffSaying } from './orientation.ts';

/** Pictures, their transparency and their frames (RFC 9649). Profiles, what a camera wrote, XMP and unknown chunks are left out. */
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
const flags = { profile: 0x20, exif: 0x08, xmp: 0x04 };
/** A frame of a moving picture begins with its place and its time. */
const frameHeader = 16;

interface Chunk { readonly name: string; readonly data: Buffer }

/** The same picture with its pixels untouched, without what a camera wrote; nothing when it is no whole WebP. */
export function cleanWebp(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const end = 8 + bytes.readUInt32LE(4);
  const chunks = end > bytes.length ? undefined : chunksIn(bytes.subarray(12, end));
  if (chunks === undefined) return undefined;
  const exif = chunks.find(({ name }) => name === 'EXIF')?.data;
  const orientation = exif === undefined ? 1 : orientationOf(exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif);
  const left = chunks.filter(({ name }) => kept.has(name)).map((chunk) => without(chunk, orientation));
  if (!left.some((chunk) => chunk !== undefined && /^(VP8[ L]|ANMF)$/.test(chunk.name)) || !left.every((chunk) => chunk !== undefined)) return undefined;
  const said = orientation === 1 || left[0]?.name !== 'VP8X' ? [] : [written({ name: 'EXIF', data: tiffSaying(orientation) })];
  const body = Buffer.concat([Buffer.from('WEBP'), ...left.map(written), ...said]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function chunksIn(bytes: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length || chunks.length > mostParts) return undefined;
    const size = bytes.readUInt32LE(at + 4);
    if (at + 8 + size > bytes.length) return undefined;
    chunks.push({ name: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function without({ name, data }: Chunk, orientation: number): Chunk | undefined {
  if (name === 'VP8X') {
    if (data.length < 10) return undefined;
    const header = Buffer.from(data.subarray(0, 10));
    header[0] = (header[0]! & ~(flags.profile | flags.exif | flags.xmp)) | (orientation === 1 ? 0 : flags.exif);
    return { name, data: header };
  }
  if (name !== 'ANMF') return { name, data };
  const inside = data.length < frameHeader ? undefined : chunksIn(data.subarray(frameHeader));
  return inside && { name, data: Buffer.concat([data.subarray(0, frameHeader), ...inside.filter((chunk) => kept.has(chunk.name)).map(written)]) };
}

function written({ name, data }: Chunk): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
