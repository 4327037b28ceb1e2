import { compare } from './compare.ts';
import { throughput } from './durable/throughput.ts';
import { pagesOf } from './durable/pages.ts';
import { timers } from './durable/timers.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { parsing } from './parsing.ts';

// `npm run bench`: this engine beside others, in one run, as ratios. `npm run bench -- durable`: commands on disk beside bare
// transactions. See docs/benchmarks.md for what is compared and why.
const quick = process.argv.includes('--quick');
const pace = quick ? { rounds: 3, milliseconds: 100 } : { rounds: 9, milliseconds: 300 };

if (process.argv.includes('durable')) {
  process.stdout.write(await throughput(quick ? { rounds: 3, dossiers: 3 } : { rounds: 7, dossiers: 10 }));
  process.stdout.write(await timers(quick ? 500 : 5000));
  process.stdout.write(await pagesOf(quick ? 20_000 : 1_000_000));
} else {
  process.stdout.write(await compare(pace));
  process.stdout.write(await growth(pace));
  process.stdout.write(await memory());
  process.stdout.write(await parsing(pace));
}
process.exit(0); // bpmn-engine leaves timers behind.
