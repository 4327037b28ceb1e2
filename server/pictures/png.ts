import { crc32 } from 'node:zlib';
import { mostParts } from './most-parts.ts';
import { orientationOf, tiffSaying } from './orientation.ts';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** What says which colours there are, and the frames of a moving picture (PNG, third edition). Texts, times, profiles and unknown chunks are left out. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT', 'acTL', 'fcTL', 'fdAT']);

/** The same picture with its pixels untouched, without texts, times and what a camera wrote; nothing when it is no whole PNG. */
export function cleanPng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, 8).equals(signature)) return undefined;
  const parts: Buffer[] = [signature];
  let data = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || parts.length > mostParts) return undefined;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (at === 8 && name !== 'IHDR') return undefined;
    if (name === 'IEND') return data === 0 ? undefined : Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
    if (name === 'IDAT') data += 1;
    if (name === 'eXIf') parts.push(...turned(bytes.subarray(at + 8, end - 4)));
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function turned(tiff: Buffer): Buffer[] {
  const orientation = orientationOf(tiff);
  return orientation === 1 ? [] : [chunk('eXIf', tiffSaying(orientation))];
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
