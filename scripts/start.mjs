// `npm start`: installs, builds, makes the sample ward on first use, and serves it.
import { build } from './build.mjs';
import { install, run } from './setup.mjs';

install();
const built = build();
if (built !== 0) process.exit(built);
process.exit(run(['server/cli.ts', 'serve', '--seed', ...process.argv.slice(2)]));
