import { inflateSync } from 'node:zlib';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import type { FileStore } from '../../storage/files.ts';
import type { Transaction } from '../../storage/store.ts';
import type { FileRow } from '../../storage/tables/files.ts';
import type { Pictures } from '../documents/layout.ts';

/** What a signature may be at most: bytes, and pixels each way. A picture is unpacked before it is printed, so that a small file could be a large one. */
const most = { bytes: 100_000, width: 1200, height: 600 };

/** Files of the signatures that a letter prints: of this dossier only, whatever an answer names. */
export async function picturesOf(tx: Transaction, dossierId: string, { blocks }: FilledLetter): Promise<readonly Pick<FileRow, 'id' | 'sha256'>[]> {
  const named = blocks.flatMap((block) => (block.block === 'signatures' ? block.boxes.flatMap(({ picture }) => picture ?? []) : []));
  if (named.length === 0) return [];
  return (await tx.files.find({ dossierId, id: { in: [...new Set(named)] } })).filter(({ type, size }) => type === 'image/png' && size <= most.bytes);
}

/** Their bytes. What is no picture of a signature's size is left out: its box keeps its mark. */
export async function readPictures(files: FileStore, rows: Awaited<ReturnType<typeof picturesOf>>): Promise<Pictures> {
  const found: Record<string, Uint8Array> = {};
  for (const { id, sha256 } of rows) {
    const parts: Buffer[] = [];
    for await (const part of (await files.get(sha256)) ?? []) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    if (isPrintable(bytes)) found[id] = bytes;
  }
  return found;
}

/**
 * Whether it is a PNG as browsers write a drawing: eight bits of three or four channels, not interlaced, no larger than a signature, and its data are
 * just as long as its head says. Who prints a paper unpacks it: here it is seen that this ends, and how large it gets.
 */
export function isPrintable(bytes: Buffer): boolean {
  if (bytes.length < 45 || bytes.length > most.bytes || bytes.toString('latin1', 1, 4) !== 'PNG' || bytes.toString('latin1', 12, 16) !== 'IHDR') return false;
  const [width, height, channels] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), { 2: 3, 6: 4 }[bytes[25] ?? 0]];
  if (channels === undefined || width < 1 || width > most.width || height < 1 || height > most.height || bytes[24] !== 8 || bytes[28] !== 0) return false;
  const length = height * (width * channels + 1);
  try {
    return inflateSync(packed(bytes), { maxOutputLength: length }).length === length;
  } catch {
    return false;
  }
}

/** The parts of its data, one after the other. Throws where a part is longer than the file. */
function packed(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  return Buffer.concat(parts);
}
