// `npm test [-- files or mocha arguments]`: installs, builds, brings a browser when it can, and runs every test with mocha.
// Ends with the line `N passed, M failed`.
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install, root, run } from './setup.mjs';

const everything = ['{engine,forms,procedures,storage,runtime,server,ui,portal,desk,designer,test}/**/*.test.ts'];

install();
const built = build();
if (built !== 0) {
  console.log('0 passed, 1 failed');
  process.exit(built);
}
ensureChromium();
const asked = process.argv.slice(2);
process.exit(run([join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--reporter', './scripts/reporter.cjs', ...(asked.length > 0 ? asked : everything)]));
