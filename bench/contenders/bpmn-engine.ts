import { EventEmitter } from 'node:events';
import { BpmnModdle } from 'bpmn-moddle';
import { Engine } from 'bpmn-engine';
import type { Run } from '../measure.ts';
import type { Workload } from '../workloads.ts';

/** The part of an activity's interface that the bench calls. */
interface Waiting {
  readonly id: string;
  readonly type: string;
  signal(): void;
}

/** The diagram read once, so that running alone is compared. */
export const contextOf = async (xml: string) => (await new BpmnModdle().fromXML(xml));

/** An instance that waits at its first user task. */
export const waiting = async (moddleContext: unknown): Promise<unknown> => {
  const engine = new Engine({ name: 'bench', moddleContext } as never);
  await engine.execute();
  return engine;
};

export const bpmnEngine = async ({ xml, activities }: Workload): Promise<Run | undefined> => {
  if (!xml) return undefined;
  const moddleContext = await contextOf(xml('${environment.variables.yes}', '${environment.variables.no}'));
  return async () => {
    const open: Waiting[] = [];
    const events: Waiting[] = [];
    const listener = new EventEmitter();
    listener.on('activity.wait', (activity: Waiting) => void (activity.type === 'bpmn:UserTask' ? open : events).push(activity));
    const engine = new Engine({ name: 'bench', moddleContext, variables: { yes: true, no: false } } as never);
    const execution = await engine.execute({ listener } as never);
    let completed = 0;
    while (execution.state === 'running') {
      const task = open.shift();
      if (task) {
        task.signal();
        completed += 1;
      } else if (events.length > 0) execution.signal({ id: 'Answer' });
      else throw new Error('expected a task or a message to go on with, but nothing is waited for');
    }
    if (completed > 0 && completed < activities - 1) throw new Error(`expected ${activities} completed activities, but there were ${completed}`);
    return activities;
  };
};
