import { contenders, type ContenderName } from './contender.ts';
import { speed, type Run } from './measure.ts';
import { workloads } from './workloads.ts';

// The process of one contender: it has all workloads ready, and measures the one it is asked for.

export interface Question {
  readonly workload: string;
  readonly milliseconds: number;
}

/** Completed activities per second of processor time; null when the contender cannot execute the workload. */
export type Reply = number | null;

const contender = await contenders[process.argv[2] as ContenderName]();
const runs = new Map<string, Run | undefined>();
for (const workload of workloads) runs.set(workload.name, await contender(workload));

process.on('message', ({ workload, milliseconds }: Question) => {
  const run = runs.get(workload);
  if (!run) process.send!(null);
  else void speed(run, milliseconds).then((reply: Reply) => process.send!(reply));
});
