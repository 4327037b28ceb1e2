import type { Event } from '../engine/event.ts';
import type { State } from '../engine/state.ts';
import { start, transition } from '../engine/transition.ts';
import type { RunnableProcedure } from './procedure.ts';

/** The state that a journal's events give, from the first; throws with the place when one is not accepted. */
export function replay({ definition, environment }: RunnableProcedure, events: readonly Event[]): State | undefined {
  let state: State | undefined;
  for (const event of events) {
    const step = event.type === 'start' ? start(definition, event, environment) : state && transition(definition, state, event, environment);
    if (step === undefined || 'rejected' in step) throw new Error(`expected the journal's ${event.type} at ${event.at} to be accepted again, but: ${step?.message ?? 'nothing was started'}`);
    ({ state } = step);
  }
  return state;
}
