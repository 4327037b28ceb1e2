// `npm test [-- files or mocha arguments]`: installs, builds, brings a browser when it can, and runs every test with mocha.
// Ends with the line `N passed, M failed`.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install, root, runUntilEnd } from './setup.mjs';

const speed = 'test/*-speed.test.ts';
// Files run side by side, one more than there are cores, for they wait for browsers and databases half of their time; those that take longest first, so that none is waited for in the end; what measures a browser's haste runs alone.
// No file may match two of these: it would run twice.
const files = ['runtime/**/*.test.ts', 'test/*.test.ts', '{engine,forms,procedures,storage,server,ui,portal,desk,designer}/**/*.test.ts', 'test/*/**/*.test.ts'];
const sideBySide = ['--parallel', '--jobs', String(Math.min(4, 1 + availableParallelism())), '--ignore', speed, ...files];

install();
const built = build();
if (built !== 0) {
  console.log('0 passed, 1 failed');
  process.exit(built);
}
ensureChromium();

/** Where databases, files and browsers of tests live: in memory where the system has a folder for that and much room, for they wait for the disk half of their time. Tests kill processes, never the machine. */
function passing() {
  const [memory, gigabyte] = ['/dev/shm', 2 ** 30];
  if (!existsSync(memory) || freemem() < 8 * gigabyte) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize < 4 * gigabyte ? tmpdir() : memory;
}

const folder = mkdtempSync(join(passing(), 'motcua-tests-'));
// PostgreSQL goes through it as another user, where this is root.
chmodSync(folder, 0o711);
process.env.TMPDIR = folder;
process.env.MOTCUA_COUNTS = join(folder, 'counts');
// The sample ward is made once, and copied for every story (test/story/sample-house.ts).
process.env.MOTCUA_SAMPLES = folder;
writeFileSync(process.env.MOTCUA_COUNTS, '');
const asked = process.argv.slice(2);
const codes = [];
let ended = false;
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.once(signal, () => (ended = true));
for (const args of asked.length > 0 ? [asked] : [sideBySide, [speed]]) {
  if (!ended) codes.push(await runUntilEnd([join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--reporter', './scripts/reporter.cjs', ...args]));
}

const counts = readFileSync(process.env.MOTCUA_COUNTS, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
rmSync(folder, { recursive: true });
const sum = (what) => counts.reduce((total, count) => total + count[what], 0);
const [passed, failed, skipped] = ['passes', 'failures', 'pending'].map(sum);
// A run that broke down before it could count has failed, whatever the others counted.
const broken = codes.some((code) => code !== 0) && failed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed + broken} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed + broken > 0 ? 1 : 0);
