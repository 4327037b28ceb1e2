import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile as Opened } from 'yauzl';
import { ZipFile } from 'yazl';
import type { LocalText } from '../../engine/definition.ts';
import { bytesOf, textOf, type PackageFiles } from '../../procedures/package-files.ts';
import { PackagePath } from '../api/designer.ts';
import { isStorable } from '../http/json-body.ts';
import { faultsOf } from '../http/validate.ts';
import { isText } from '../library/package-files.ts';

/** What an archive may hold at most, unpacked. */
export const most = { files: 300, bytes: 10_000_000 } as const;

/** A package as one zip with one folder in it, named by its key. The same content gives the same bytes. */
export async function pack(key: string, files: PackageFiles): Promise<Buffer> {
  const zip = new ZipFile();
  // Zip keeps local time without a zone: any fixed day does.
  const options = { mtime: new Date(2026, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const [path, content] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) zip.addBuffer(Buffer.from(bytesOf(content)), `${key}/${path}`, options);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

export type Unpacked = { readonly files: PackageFiles } | { readonly fault: LocalText };

const fault = (vi: string, en: string): Unpacked => ({ fault: { vi, en } });
const tooMuch = fault('Tệp nén chứa quá nhiều: tối đa 300 tệp và 10 MB.', 'The archive holds too much: at most 300 files and 10 MB.');
const unreadable = fault('Tệp này không phải tệp zip đọc được.', 'This file is not a zip that can be read.');
/** What file managers and editors leave behind: no part of a package. */
const litter = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/;

/**
 * The files of a zipped package: its folder is where `procedure.json` lies. Sizes are believed only as limits: yauzl
 * stops an entry that unpacks to more than it declared, and refuses names that climb out of the folder.
 */
export async function unpack(bytes: Buffer): Promise<Unpacked> {
  let zip: Opened;
  try {
    zip = await fromBufferPromise(bytes);
  } catch {
    return unreadable;
  }
  try {
    if (zip.entryCount > most.files * 2) return tooMuch;
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/') && !litter.test(entry.fileName)) entries.push(entry);
    if (entries.length > most.files || entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > most.bytes) return tooMuch;
    const homes = entries.map(({ fileName }) => fileName).filter((name) => /(^|\/)procedure\.json$/.test(name)).toSorted((one, other) => one.length - other.length);
    const folder = homes[0]?.slice(0, -'procedure.json'.length);
    if (folder === undefined) return fault('Tệp nén không có procedure.json, nên không phải một thủ tục.', 'The archive has no procedure.json, so it is no procedure.');
    const files = new Map<string, Buffer>();
    for (const entry of entries) {
      const path = entry.fileName.slice(folder.length);
      const named = `“${entry.fileName.slice(0, 200)}”`;
      if (!entry.fileName.startsWith(folder)) return fault(`Tệp ${named} nằm ngoài thư mục của thủ tục.`, `The file ${named} lies outside the procedure’s folder.`);
      if (faultsOf(PackagePath, path, 'en', 'body').length > 0) return fault(`Tên tệp ${named} chỉ được có chữ không dấu, số, “.”, “_”, “-”.`, `The file name ${named} may only have plain letters, digits, “.”, “_” and “-”.`);
      if (files.has(path)) return fault(`Tệp ${named} có hai lần.`, `The file ${named} is there twice.`);
      const content = await buffer(await zip.openReadStreamPromise(entry));
      if (isText(path) && !readable(content)) return fault(`Tệp ${named} không phải văn bản UTF-8 đọc được.`, `The file ${named} is not text in UTF-8.`);
      files.set(path, content);
    }
    return { files };
  } catch {
    return unreadable;
  } finally {
    zip.close();
  }
}

function readable(content: Buffer): boolean {
  try {
    return isStorable(textOf(content));
  } catch {
    return false;
  }
}
