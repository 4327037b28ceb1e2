import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { PackageFiles } from './package-files.ts';

/** Reads a package's folder as it lies on disk; hidden files are no part of it. Throws when there is no such folder. */
export async function readFolder(folder: string): Promise<PackageFiles> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(folder, sep).length).split(sep).join('/');
    if (!name.split('/').some((part) => part.startsWith('.')) && !name.endsWith('.test.ts')) files.set(name, await readFile(path));
  }
  return files;
}
