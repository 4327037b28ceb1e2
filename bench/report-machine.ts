const day = 86_400_000;

const task = (id: string, target: string, more: object = {}): object => ({ meta: { task: {} }, on: { [`task.complete.${id}`]: target }, ...more });
const done = { type: 'final' } as const;

/** A report as an administrator would write it as a statechart: a guard, a parallel state with two regions of two tasks each, time limits. */
export const reportMachine = {
  id: 'report', initial: 'reception', context: { distance: 5 },
  states: {
    reception: {
      meta: { task: {} },
      on: { 'task.complete.reception': [{ guard: 'distance > 100', target: 'closed' }, { target: 'handling' }] },
      after: { [2 * day]: 'closed' },
    },
    handling: {
      type: 'parallel', onDone: 'decision', after: { [20 * day]: 'decision' },
      states: {
        visiting: { initial: 'inspect', states: { inspect: task('inspect', 'describe'), describe: task('describe', 'described'), described: done } },
        reading: { initial: 'gather', states: { gather: task('gather', 'compare'), compare: task('compare', 'compared'), compared: done } },
      },
    },
    decision: task('decision', 'delivery'),
    delivery: task('delivery', 'closed', { after: { [5 * day]: 'closed' } }),
    closed: done,
  },
} as const;

/** The tasks in an order in which they can be done. */
export const reportTasks = ['reception', 'inspect', 'gather', 'describe', 'compare', 'decision', 'delivery'] as const;
