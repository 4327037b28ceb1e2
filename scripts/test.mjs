// `npm test [-- files or mocha arguments]`: installs, builds, brings a browser when it can, and runs every test with mocha.
// Ends with the line `N passed, M failed`.
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install, root, runUntilEnd } from './setup.mjs';

const speed = 'test/*-speed.test.ts';
/** More files than these are no matter of haste. */
const mostAlone = 5;
// Files run side by side, one more than there are cores, for they wait for browsers and databases half of their time; what measures a browser's haste runs alone.
/** Those that take longest begin first, so that in the end no core waits for one of them: docs/testing.md tells what each takes. */
const first = [
  'runtime/kill-process', 'test/every-page', 'test/designer', 'server/notices', 'test/designer-statechart', 'test/adopt', 'engine/soundness/reduction', 'test/story', 'engine/random', 'test/hostile/every-route', 'engine/any-graph', 'runtime/kill', 'runtime/cut',
].map((name) => `${name}.test.ts`);
const areas = ['test', 'runtime', 'forms', 'engine', 'procedures', 'storage', 'server', 'ui', 'portal', 'desk', 'designer'];
const found = areas.flatMap((area) => readdirSync(join(root, area), { recursive: true }).filter((name) => name.endsWith('.test.ts')).toSorted().map((name) => `${area}/${name.replaceAll('\\', '/')}`));
const files = [...first.filter((file) => found.includes(file)), ...found.filter((file) => !first.includes(file) && !file.endsWith('-speed.test.ts'))];
const sideBySide = ['--parallel', '--jobs', String(Math.min(4, 1 + availableParallelism())), ...files];

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
// What Node has made of the sources is kept from run to run: reading the server costs each process and thread half of the processor time.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'motcua', 'compiled');
const mocha = [join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--reporter', './scripts/reporter.cjs'];
const asked = process.argv.slice(2);
let ended = false;
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.once(signal, () => (ended = true));

/** Runs mocha; what it counted by file. A run that broke down before it could count has failed, whatever the others counted. */
async function run(args) {
  writeFileSync(process.env.MOTCUA_COUNTS, '');
  const code = await runUntilEnd([...mocha, ...args]);
  const counted = new Map(readFileSync(process.env.MOTCUA_COUNTS, 'utf8').split('\n').filter((line) => line !== '').flatMap((line) => Object.entries(JSON.parse(line))));
  if (code !== 0 && ![...counted.values()].some(({ fail }) => fail > 0)) counted.set(`mocha ${args.join(' ')}`, { pass: 0, fail: 1, pending: 0 });
  return counted;
}

const counts = new Map();
for (const args of asked.length > 0 ? [asked] : [sideBySide, [speed]]) {
  if (!ended) for (const [file, count] of await run(args)) counts.set(file, count);
}

// On a busy machine a browser may keep a story waiting longer than anybody's patience: the few files that failed beside others run once more, by themselves.
// What fails then has failed; what passes is named, for it may still hide a race.
const failed = [...counts].filter(([file, { fail }]) => fail > 0 && existsSync(file)).map(([file]) => file);
const alone = [];
if (asked.length === 0 && failed.length <= mostAlone) {
  for (const file of failed) {
    if (ended) break;
    console.log(`${relative(root, file)} failed beside others; once more, by itself:`);
    const again = (await run([file])).get(file);
    if (again?.fail !== 0) continue;
    counts.set(file, again);
    alone.push(relative(root, file));
  }
}

rmSync(folder, { recursive: true });
const sum = (what) => [...counts.values()].reduce((total, count) => total + count[what], 0);
const [passed, failures, skipped] = ['pass', 'fail', 'pending'].map(sum);
if (alone.length > 0) console.log(`passed only by themselves, look at them: ${alone.join(', ')}`);
console.log(`${passed} passed, ${failures} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failures > 0 ? 1 : 0);
