import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readFolder } from '../../procedures/folder.ts';
import { textOf, type PackageFiles } from '../../procedures/package-files.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { Template } from '../api/designer.ts';

const gallery = fileURLToPath(new URL('../../designer/templates/', import.meta.url));

/** Packages to begin from, shipped with the designer; a test checks them as it does procedures. */
export async function templates(): Promise<Template[]> {
  const found: Template[] = [];
  for (const id of (await readdir(gallery)).toSorted()) {
    const { name, summary } = JSON.parse(textOf((await readTemplate(id))?.get('procedure.json') ?? '')) as Procedure;
    found.push({ id, name, summary });
  }
  return found;
}

/** A template's files, or nothing when there is none of that id. */
export async function readTemplate(id: string): Promise<PackageFiles | undefined> {
  return (await readdir(gallery)).includes(id) ? readFolder(`${gallery}${id}`) : undefined;
}
