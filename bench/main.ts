import { bpmnEngine } from './contenders/bpmn-engine.ts';
import { definitionOf, motcua } from './contenders/motcua.ts';
import { tokenLoop } from './contenders/token-loop.ts';
import { xstate } from './contenders/xstate.ts';
import { growth } from './growth.ts';
import { sideBySide } from './measure.ts';
import { memory } from './memory.ts';
import { parsing } from './parsing.ts';
import { table } from './table.ts';
import { workloads } from './workloads.ts';

// `npm run bench`: this engine beside others, in one run, as ratios. See docs/benchmarks.md for what is compared and why.
const quick = process.argv.includes('--quick');
const pace = quick ? { rounds: 3, milliseconds: 100 } : { rounds: 7, milliseconds: 400 };
const thousands = (value: number): string => Math.round(value).toLocaleString('en');

const rows: string[][] = [];
for (const { name, xml, activities } of workloads) {
  const plain = xml('true', 'false');
  const definition = await definitionOf(plain);
  const { motcua: ours, loop, xstate: machine, bpmnEngine: theirs } = await sideBySide({
    motcua: await motcua(plain, activities),
    loop: tokenLoop(definition, activities),
    xstate: xstate(name, activities),
    bpmnEngine: await bpmnEngine(xml('${environment.variables.yes}', '${environment.variables.no}'), activities),
  }, pace);
  const per = ours.perSecond;
  rows.push([name, thousands(per), `${thousands(per / theirs.perSecond)} ×`, `${(per / machine.perSecond).toFixed(1)} ×`, `1 / ${(loop.perSecond / per).toFixed(1)}`]);
}
process.stdout.write(table('Completed activities per second of processor time, in memory', ['workload', 'motcua /s', 'to bpmn-engine 25', 'to XState 5', 'to a token loop'], rows));
process.stdout.write(await growth(pace));
process.stdout.write(await memory());
process.stdout.write(await parsing(pace));
process.exit(0); // bpmn-engine leaves timers behind.
