import type { Run } from './measure.ts';
import type { Workload } from './workloads.ts';

/** Makes an instance of a workload ready to be run again and again; nothing for a workload that the contender cannot execute. */
export type Contender = (workload: Workload) => Run | undefined | Promise<Run | undefined>;

/** Each is loaded by its own process alone. */
export const contenders = {
  motcua: async (): Promise<Contender> => (await import('./contenders/motcua.ts')).motcua,
  tokenLoop: async (): Promise<Contender> => (await import('./contenders/token-loop.ts')).tokenLoop,
  xstate: async (): Promise<Contender> => (await import('./contenders/xstate.ts')).xstate,
  bpmnEngine: async (): Promise<Contender> => (await import('./contenders/bpmn-engine.ts')).bpmnEngine,
} as const;

export type ContenderName = keyof typeof contenders;
