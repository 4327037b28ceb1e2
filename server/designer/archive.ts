import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile as Opened } from 'yauzl';
import { ZipFile } from 'yazl';
import { bytesOf, type PackageFiles } from '../../procedures/package-files.ts';
import { accept, fault, isLitter, most, tooMuch, type Accepted, type Incoming } from './incoming.ts';

/** A package as one zip with one folder in it, named by its key. The same content gives the same bytes. */
export async function pack(key: string, files: PackageFiles): Promise<Buffer> {
  const zip = new ZipFile();
  // Zip keeps local time without a zone: any fixed day does.
  const options = { mtime: new Date(2026, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const [path, content] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) zip.addBuffer(Buffer.from(bytesOf(content)), `${key}/${path}`, options);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

const unreadable = fault('Tệp này không phải tệp zip đọc được: có thể chưa tải hết hoặc đã hỏng. Hãy xuất lại thủ tục rồi chọn tệp mới.', 'This file is not a zip that can be read: it may be incomplete or damaged. Export the procedure again and choose the new file.');

/**
 * The files of a zipped package. Sizes are believed only as limits: yauzl stops an entry that unpacks to more than it
 * declared, and refuses names that climb out of the folder. It leaves checksums to us: without them a damaged limit or fee
 * would be taken for what was sent.
 */
export async function unpack(bytes: Buffer): Promise<Accepted> {
  let zip: Opened;
  try {
    zip = await fromBufferPromise(bytes);
  } catch {
    return unreadable;
  }
  try {
    if (zip.entryCount > most.files * 2) return tooMuch;
    const incoming: Incoming[] = [];
    for await (const entry of zip.eachEntry()) {
      const { fileName: name, uncompressedSize: size } = entry;
      if (!name.endsWith('/') && !isLitter(name)) incoming.push({ name, size, read: () => readWhole(zip, entry) });
    }
    return await accept(incoming);
  } catch {
    return unreadable;
  } finally {
    zip.close();
  }
}

async function readWhole(zip: Opened, entry: Entry): Promise<Buffer> {
  const content = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(content) !== entry.crc32) throw new Error(`expected the checksum ${entry.crc32} of ${entry.fileName}, but what came has another`);
  return content;
}
