import { compare } from './compare.ts';
import { crowd } from './durable/crowd.ts';
import { pagesOf } from './durable/pages.ts';
import { signal } from './durable/signal.ts';
import { throughput } from './durable/throughput.ts';
import { timers } from './durable/timers.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { parsing } from './parsing.ts';

// `npm run bench`: this engine beside others, in one run, as ratios. `npm run bench -- durable`: commands on disk beside bare
// transactions, and among very many dossiers; `--long` has as many of them as the bars name. See docs/benchmarks.md for what is compared and why.
const quick = process.argv.includes('--quick');
const long = process.argv.includes('--long');
const pace = quick ? { rounds: 3, milliseconds: 100 } : { rounds: 9, milliseconds: 300 };

if (process.argv.includes('durable')) {
  process.stdout.write(await throughput(quick ? { rounds: 3, dossiers: 48 } : { rounds: 7, dossiers: 160 }));
  process.stdout.write(await timers(quick ? 500 : long ? 100_000 : 5_000));
  process.stdout.write(await signal(quick ? 500 : long ? 100_000 : 5_000));
  const many = quick ? 20_000 : long ? 1_000_000 : 100_000;
  process.stdout.write(await crowd(1_000, many, quick ? 5 : 40));
  process.stdout.write(await pagesOf(many));
} else {
  process.stdout.write(await compare(pace));
  process.stdout.write(await growth(pace));
  process.stdout.write(await memory());
  process.stdout.write(await parsing(pace));
}
process.exit(0); // bpmn-engine leaves timers behind.
