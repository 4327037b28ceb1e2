// `npm start`: installs, builds, makes the sample ward on first use, and serves it.
import { build } from './build.mjs';
import { install, runUntilEnd } from './setup.mjs';

install();
const built = build();
if (built !== 0) process.exit(built);
process.exit(await runUntilEnd(['server/cli.ts', 'serve', '--seed', ...process.argv.slice(2)]));
