import { opendir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { accept, fault, isLitter, most, tooMuch, type Accepted, type Incoming } from './incoming.ts';

/** The files of a package that lies in a folder of this machine, or in the one folder in it. Throws when the folder cannot be read. */
export async function fromFolder(folder: string): Promise<Accepted> {
  const incoming: Incoming[] = [];
  for await (const entry of await opendir(folder, { recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isDirectory() || isLitter(name)) continue;
    if (!entry.isFile()) return fault(`“${name}” không phải tệp hay thư mục.`, `“${name}” is neither a file nor a folder.`);
    if (incoming.length === most.files) return tooMuch;
    const { size } = await stat(path);
    incoming.push({ name, size, read: () => readFile(path) });
  }
  return accept(incoming);
}
