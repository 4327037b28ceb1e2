import { createActor, createMachine, SimulatedClock, type AnyStateMachine, type StateNodeConfig } from 'xstate';
import type { Run } from '../measure.ts';
import { reportMachine, reportTasks } from '../report-machine.ts';
import type { Workload } from '../workloads.ts';

// Machines as one would write them by hand for the same procedures, or the same machine, run as XState is meant to be run: by a live actor.

// oxlint-disable-next-line typescript/no-explicit-any
type States = Record<string, StateNodeConfig<any, any, any, any, any, any, any, any, any, any>>;

const chain = (ids: readonly string[], on: 'always' | 'done'): States => Object.fromEntries([
  ...ids.map((id, index) => {
    const target = ids[index + 1] ?? 'end';
    return [id, on === 'always' ? { always: { target } } : { on: { [`done.${id}`]: { target } } }];
  }),
  ['end', { type: 'final' }],
]) as States;

const ids = (length: number, prefix = 't'): readonly string[] => Array.from({ length }, (_, index) => `${prefix}${index}`);
const regions = (count: number, steps: readonly string[]): States => Object.fromEntries(ids(count, 'r').map((region) => {
  const own = steps.map((step) => `${region}${step}`);
  return [region, { initial: own[0]!, states: chain(own, 'done') }];
})) as States;

/** A machine and the events that lead an instance through it, by the workload's name. */
const machines = (): Readonly<Record<string, { readonly machine: AnyStateMachine; readonly events: readonly string[] }>> => {
  const permit = ['assign', 'examine', 'draft', 'review', 'sign', 'number', 'numberPermit', 'issuePermit'];
  const before = ['competenceRule'];
  const between = ['timeLimitRule', 'feeRule', 'issueReceipt'];
  const day = 86_400_000;
  return {
    'ten automatic steps': { machine: createMachine({ initial: 't0', states: chain(ids(10), 'always') }), events: [] },
    'ten user tasks': { machine: createMachine({ initial: 't0', states: chain(ids(10), 'done') }), events: ids(10).map((id) => `done.${id}`) },
    'fork into twenty, join': { machine: createMachine({ initial: 'fork', states: { fork: { type: 'parallel', states: regions(20, ['']), onDone: 'end' }, end: { type: 'final' } } }), events: ids(20, 'r').map((id) => `done.${id}`) },
    'construction permit': {
      machine: createMachine({
        initial: 'competenceRule',
        states: {
          competenceRule: { on: { 'done.competenceRule': 'reception' } },
          reception: { initial: 'work', states: { work: { on: { 'done.reception': 'end' } }, end: { type: 'final' } }, on: { withdraw: 'withdrawnEarly' }, onDone: 'timeLimitRule' },
          timeLimitRule: { on: { 'done.timeLimitRule': 'feeRule' } },
          feeRule: { on: { 'done.feeRule': 'issueReceipt' } },
          issueReceipt: { on: { 'done.issueReceipt': 'handling' } },
          handling: { initial: 'openRework', states: chain(['openRework', ...permit], 'done'), after: { [20 * day]: { actions: () => undefined } }, on: { withdraw: 'withdrawn' }, onDone: 'requestFee' },
          requestFee: { on: { 'done.requestFee': 'sendElectronic' } },
          sendElectronic: { on: { 'done.sendElectronic': 'end' } },
          withdrawnEarly: { type: 'final' }, withdrawn: { type: 'final' }, end: { type: 'final' },
        },
      }),
      events: [...before, 'reception', ...between, 'openRework', ...permit, 'requestFee', 'sendElectronic'].map((id) => `done.${id}`),
    },
    'event gateway with timer': {
      machine: createMachine({ initial: 'ask', states: { ask: { on: { 'done.ask': 'first' } }, first: { on: { answer: 'judge' }, after: { [2 * day]: 'end' } }, judge: { on: { 'done.judge': 'end' } }, end: { type: 'final' } } }),
      events: ['done.ask', 'answer', 'done.judge'],
    },
    'five times a sub-process': {
      machine: createMachine({ initial: 'each', states: { each: { type: 'parallel', states: regions(5, ['a', 'b']), onDone: 'end' }, end: { type: 'final' } } }),
      events: ['a', 'b'].flatMap((step) => ids(5, 'r').map((region) => `done.${region}${step}`)),
    },
    'statechart with two regions': {
      // The same configuration; XState takes the FEEL of a guard for its name.
      machine: createMachine(reportMachine as never, { guards: { 'distance > 100': ({ context }: { readonly context: { readonly distance: number } }) => context.distance > 100 } } as never) as AnyStateMachine,
      events: reportTasks.map((id) => `task.complete.${id}`),
    },
  };
};

export const xstate = ({ name, activities }: Workload): Run => {
  const { machine, events } = machines()[name]!;
  return () => {
    const actor = createActor(machine, { clock: new SimulatedClock() });
    actor.start();
    for (const type of events) actor.send({ type });
    if (actor.getSnapshot().status !== 'done') throw new Error(`expected the machine of "${name}" to be done, but it is in ${JSON.stringify(actor.getSnapshot().value)}`);
    return activities;
  };
};
