import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesOf, type PackageFiles } from '../../procedures/package-files.ts';
import type { Transaction } from '../../storage/store.ts';
import type { PackageFile } from '../../storage/tables/procedures.ts';
import { pack } from '../designer/archive.ts';
import { packageFiles } from '../library/package-files.ts';
import { argumentOf, textOption, UsageError, type Run } from './command.ts';
import { reasonOf } from './given-file.ts';
import { openHouse } from './house.ts';

/** Which files of a procedure are asked for: its draft, a version by its hash or the beginning of it, or what is offered. */
type Wanted = { readonly draft: true } | { readonly version: string } | { readonly offered: true };
type Kept = Readonly<Record<string, PackageFile>>;

export const run: Run = async (given, terminal) => {
  const key = argumentOf(given);
  const version = textOption(given, 'version');
  if (version !== undefined && given.values['draft'] === true) throw new UsageError('expected --version HASH or --draft, but got both');
  if (version !== undefined && !/^[0-9a-f]{6,64}$/.test(version)) throw new UsageError(`expected --version to be a hash or its first 6 digits or more, but it is "${version}"`);
  const out = textOption(given, 'out') ?? `${key}.zip`;
  const { store, files } = await openHouse({}, { existing: true });
  try {
    await store.check();
    const kept = await store.read((tx) => keptFiles(tx, key, given.values['draft'] === true ? { draft: true } : version === undefined ? { offered: true } : { version }));
    if (typeof kept === 'string') {
      terminal.error(kept);
      return 1;
    }
    const content = await packageFiles(files, kept);
    await (out.endsWith('.zip') ? writeNew(out, await pack(key, content)) : writeFolder(out, content));
    terminal.out(given.values['json'] === true ? JSON.stringify({ key, files: content.size, out }) : `${key}: ${content.size} files are written to ${out}.`);
    return 0;
  } finally {
    await store.close();
  }
};

/** The files, or why there are none. */
async function keptFiles(tx: Transaction, key: string, wanted: Wanted): Promise<Kept | string> {
  const draft = await tx.procedureDrafts.first({ key });
  const versions = await tx.procedureVersions.find({ key }, { order: [['number', 'desc']] });
  if (draft === undefined && versions.length === 0) return `expected a procedure with the key ${key}, but there is none`;
  if ('draft' in wanted) return draft?.files ?? `expected a draft of ${key}, but nobody edits one: without --draft the published version is written`;
  if ('offered' in wanted) return versions.find(({ offered }) => offered)?.files ?? (draft === undefined ? `expected a version of ${key} that is offered, but it has none: choose one with --version` : `expected a published version of ${key}, but it has a draft only: choose that with --draft`);
  const [found, another] = versions.filter(({ hash }) => hash.startsWith(wanted.version));
  const all = versions.map(({ number, hash }) => `${number} (${hash.slice(0, 12)})`).join(', ') || 'none';
  return found !== undefined && another === undefined ? found.files : `expected one version of ${key} whose hash begins with ${wanted.version}, but ${found === undefined ? 'there is none' : 'there are several'}; its versions are: ${all}`;
}

const cannot = (path: string, why: string): UsageError => new UsageError(`expected --out to be a new .zip file, or a new or empty folder, but ${path}: ${why}`);

async function writeNew(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).then(() => writeFile(path, content, { flag: 'wx' })).catch((error: NodeJS.ErrnoException) => {
    throw cannot(path, error.code === 'EEXIST' ? 'there is one already' : reasonOf(error));
  });
}

async function writeFolder(folder: string, content: PackageFiles): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw cannot(folder, error.code === 'ENOTDIR' ? 'it is a file' : reasonOf(error));
  });
  if (there.length > 0) throw cannot(folder, 'it is not empty');
  for (const [path, bytes] of content) await writeNew(join(folder, path), bytesOf(bytes));
}
