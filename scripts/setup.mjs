// Brings a checkout to life on any Node from 20 on: installs the locked dependencies when they are missing
// or changed, and finds the Node that the project brings with it. Plain JavaScript, because Node 20 runs it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.motcua-installed');

const lockHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

/** Installs what package-lock.json names; does nothing when that has been done before. */
export function install() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what motcua needs (once, about half a minute) …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('npm ci did not finish. Expected a reachable npm registry and a writable folder; see the lines above.');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

/** The Node to run the project with: its own, or the one that is running when that is new enough. */
export function projectNode() {
  const own = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(`motcua runs on Node 22.18 or newer, but this is Node ${process.versions.node} and the packaged Node does not exist for ${process.platform}-${process.arch}. Install Node 24 and try again.`);
  process.exit(1);
}

const withPath = (options) => {
  const path = `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  return { cwd: root, stdio: 'inherit', ...options, env: { ...process.env, PATH: path, ...options.env } };
};

/** Runs a program of the project to its end and returns its exit code. */
export function run(args, options = {}) {
  const done = spawnSync(projectNode(), args, withPath(options));
  if (done.error) throw done.error;
  return done.status ?? 1;
}

/** The same for what runs long: told to end, it ends the program, which would outlive it, and waits for that. A terminal interrupts both by itself. */
export function runUntilEnd(args) {
  const child = spawn(projectNode(), args, withPath({}));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => undefined);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
