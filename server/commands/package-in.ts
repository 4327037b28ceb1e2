import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { withCalled } from '../../procedures/called.ts';
import { readFolder } from '../../procedures/folder.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';

/** A package's folder with the procedures that it calls: folders beside it, named by their keys, whatever version is asked for. */
export const packageIn = (folder: string, callers: readonly string[] = []): Promise<PackageFiles> => gathered(resolve(folder), callers);

async function gathered(folder: string, callers: readonly string[]): Promise<PackageFiles> {
  const files = await readFolder(folder);
  // Whoever calls itself through others is told so when it is loaded.
  if (callers.includes(folder)) return files;
  return withCalled(files, async (key) => {
    const beside = join(dirname(folder), key);
    const there = /^[a-z0-9-]+$/.test(key) && await stat(join(beside, 'procedure.json')).then((facts) => facts.isFile(), () => false);
    return there ? gathered(beside, [...callers, folder]) : undefined;
  });
}
