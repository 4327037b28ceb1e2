// `npm run check`: the one gate. Types, lint with the import rules, unused code, tests.
import { join } from 'node:path';
import { install, root, runUntilEnd } from './setup.mjs';

install();
const bin = (...path) => join(root, 'node_modules', ...path);
const gates = {
  types: [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'],
  'types of the apps': [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.ui.json'],
  'lint and import rules': [bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'],
  'unused code': [bin('knip', 'bin', 'knip.js')],
  tests: ['scripts/test.mjs', ...process.argv.slice(2)],
};
for (const [name, args] of Object.entries(gates)) {
  console.log(`\n— ${name}`);
  if ((await runUntilEnd(args)) !== 0) {
    console.error(`The gate stops at: ${name}`);
    process.exit(1);
  }
}
