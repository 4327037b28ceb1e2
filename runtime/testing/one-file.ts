import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../../node_modules/.cache/motcua/', import.meta.url));

/**
 * A program with all that it imports in one file; answers where. What starts hundreds of processes starts them in a fifth of the time:
 * most of it goes into finding some eight hundred small files. What is native, and drivers that are not installed, stay outside.
 */
export async function inOneFile(program: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${path.basename(program, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [program], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error',
    external: ['better-sqlite3', 'mariadb', 'mariadb/callback', 'mysql', 'mysql2', 'oracledb', 'pg-native', 'pg-query-stream', 'sqlite3', 'tedious'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
