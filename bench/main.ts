import { compare } from './compare.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { parsing } from './parsing.ts';

// `npm run bench`: this engine beside others, in one run, as ratios. See docs/benchmarks.md for what is compared and why.
const pace = process.argv.includes('--quick') ? { rounds: 3, milliseconds: 100 } : { rounds: 9, milliseconds: 300 };

process.stdout.write(await compare(pace));
process.stdout.write(await growth(pace));
process.stdout.write(await memory());
process.stdout.write(await parsing(pace));
process.exit(0); // bpmn-engine leaves timers behind.
