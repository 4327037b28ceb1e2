import { buffer } from 'node:stream/consumers';
import type { PackageFiles } from '../../procedures/package-files.ts';
import { textOf } from '../../procedures/package-files.ts';
import type { FileStore } from '../../storage/files.ts';
import type { PackageFile } from '../../storage/tables/procedures.ts';

type Kept = Readonly<Record<string, PackageFile>>;

/** A package's files from the database, the binary ones from the blob store. */
export async function packageFiles(store: FileStore, kept: Kept): Promise<PackageFiles> {
  const files = new Map<string, Uint8Array | string>();
  for (const [path, file] of Object.entries(kept)) {
    if ('text' in file) {
      files.set(path, file.text);
      continue;
    }
    const bytes = await store.get(file.sha256);
    if (bytes === undefined) throw new Error(`expected the bytes of ${path} in the blob store, but there are none of ${file.sha256}`);
    files.set(path, await buffer(bytes));
  }
  return files;
}

/** Whether a file of a package is kept as text. */
export const isText = (path: string): boolean => /\.(json|bpmn|dmn|md|txt|svg|xml)$/.test(path);

/** A package's files as the database keeps them: text as it is, anything else by its hash in the blob store. */
export async function keepFiles(store: FileStore, files: PackageFiles): Promise<Record<string, PackageFile>> {
  const kept: Record<string, PackageFile> = {};
  for (const [path, content] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (isText(path)) kept[path] = { text: textOf(content) };
    else {
      const blob = await store.put([typeof content === 'string' ? Buffer.from(content) : content]);
      kept[path] = { ...blob, type: mediaOf(path) };
    }
  }
  return kept;
}

const media: Readonly<Record<string, string>> = { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', svg: 'image/svg+xml', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', md: 'text/markdown' };

export const mediaOf = (path: string): string => media[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream';
