import type { Json, State } from '../engine/state.ts';

/** A sentence in both languages; elements of the drawing stand in brackets by their ids. */
export interface Sentence {
  readonly message: string;
  readonly messageVi: string;
}

/** What of the expectation came otherwise. */
export const expectedFacts = ['path', 'letters', 'states', 'status', 'due', 'verdict', 'fee'] as const;

/**
 * Why a scenario does not come out as it is written. `file`: it cannot be read; `start`: it cannot begin so; `answer`: a
 * form does not take the answer; `deed`: what is to be done cannot be; `incident`: the dossier stopped with a fault; else
 * what came otherwise than expected.
 */
export interface ScenarioFault extends Sentence {
  readonly what: (typeof expectedFacts)[number] | 'data' | 'file' | 'start' | 'answer' | 'deed' | 'incident';
  /** The last element that is as expected, or the one that the fault is at. */
  readonly element?: string;
  /** The element that was to come and did not. */
  readonly missed?: string;
  /** Of `data`: which. */
  readonly path?: string;
  readonly expected?: unknown;
  readonly came?: Json | undefined;
}

/** What a scenario is to do cannot be done; nothing came of it. */
export class ScenarioError extends Error {
  readonly fault: ScenarioFault;
  constructor(fault: ScenarioFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** A step of the scenario that cannot be done; `element` is where it was to be done. */
export const undoable = (message: string, messageVi: string, element?: string): ScenarioError =>
  new ScenarioError({ what: 'deed', message, messageVi, ...(element !== undefined && { element }) });

/** Why a deed could not be done; whatever the engine refuses says why in its own words. */
export const faultOf = (error: unknown): ScenarioFault =>
  error instanceof ScenarioError ? error.fault : { what: 'deed', message: (error as Error).message, messageVi: 'bộ máy thực thi không nhận việc này' };

/** The same, of the scenario's step of that number, from 1. */
export function atStep(number: number, error: unknown): ScenarioFault {
  const fault = faultOf(error);
  return { ...fault, message: `step ${number}: ${fault.message}`, messageVi: `việc thứ ${number} của kịch bản: ${fault.messageVi}` };
}

/** Where a dossier stands, as the end of a sentence. */
export const rests = ({ status, open }: { readonly status: State['status']; readonly open: readonly string[] }): { readonly en: string; readonly vi: string } => {
  const places = [...new Set(open)].map((id) => `(${id})`).join(', ');
  if (status !== 'active') return { en: 'the dossier has ended', vi: 'hồ sơ đã kết thúc' };
  return places === '' ? { en: 'the dossier stands still', vi: 'hồ sơ đứng yên' } : { en: `the dossier waits at ${places}`, vi: `hồ sơ đang chờ ở ${places}` };
};
