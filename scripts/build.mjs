// Builds the three apps when a source is newer than the last build.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const sources = ['ui', 'forms', 'portal', 'desk', 'designer', 'engine', 'procedures', 'server/api', 'vite.config.ts', 'scripts/notices.ts', 'LICENSE', 'package-lock.json'];

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Returns 0 when the apps stand built in `dist/`. */
export function build() {
  const built = join(root, 'dist', '.built');
  const last = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (sources.every((source) => newest(join(root, source)) <= last)) return 0;
  console.log('Building the portal, the desk and the designer …');
  return run([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
}
