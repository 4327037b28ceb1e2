import { mostParts } from './most-parts.ts';
import { orientationOf, tiffSaying } from './orientation.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const adobe = 0xee;
const exif = 0xe1;
/** Frames, tables and restart intervals: what a decoder needs (ITU-T T.81, table B.1). All else, app segments and comments, is left out. */
const kept = (marker: number): boolean => (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xda && marker <= 0xdd);
const stands = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * The same picture, its pixels untouched, without anything a camera or program wrote about it: segments that no decoder needs are
 * left out, and whatever follows the end of the image (previews, videos, trailers of phones). Nothing when it is no whole JPEG.
 */
export function cleanJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const parts: Buffer[] = [];
  let orientation = 1;
  let scans = 0;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return scans === 0 ? undefined : put(parts, orientation);
    if (stands(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length || parts.length > mostParts) return undefined;
    const segment = bytes.subarray(at, end);
    if (marker === exif && orientation === 1 && segment.toString('latin1', 4, 10) === 'Exif\0\0') orientation = orientationOf(segment.subarray(10));
    if (kept(marker) || isAdobe(marker, segment)) parts.push(segment);
    at = end;
    if (marker !== startOfScan) continue;
    scans += 1;
    at = endOfScan(bytes, end);
    parts.push(bytes.subarray(end, at));
  }
  return undefined;
}

/** Says how colours are coded, and is of a fixed length: without it some pictures come out in wrong colours. */
const isAdobe = (marker: number, segment: Buffer): boolean => marker === adobe && segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe';

/** Where the coded data of a scan end: before a marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  // Byte by byte: where every second one is 0xff, to be looked for each time takes ten times as long.
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !stands(next)) return at;
  }
  return bytes.length;
}

function put(parts: readonly Buffer[], orientation: number): Buffer {
  const tiff = tiffSaying(orientation);
  const said = orientation === 1 ? [] : [Buffer.from([0xff, exif, 0, tiff.length + 8]), Buffer.from('Exif\0\0', 'latin1'), tiff];
  return Buffer.concat([Buffer.from([0xff, startOfImage]), ...said, ...parts, Buffer.from([0xff, endOfImage])]);
}
