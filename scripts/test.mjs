// `npm test [mocha arguments]`: installs, builds, brings a browser when it can, and runs every test with mocha.
// Ends with the line `N passed, M failed`.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install, root, run } from './setup.mjs';

install();
const built = build();
if (built !== 0) {
  console.log('0 passed, 1 failed');
  process.exit(built);
}
ensureChromium();
process.exit(run([join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--reporter', './scripts/reporter.cjs', ...process.argv.slice(2)]));
