import type { Event } from '../engine/event.ts';
import type { State } from '../engine/state.ts';
import { start, transition } from '../engine/transition.ts';
import type { RunnableProcedure } from './procedure.ts';

/** Every version that a journal's events name, and the one with which they begin. */
export function versionsIn(events: readonly Event[], last: string): { readonly first: string; readonly all: readonly string[] } {
  const moves = events.filter((event) => event.type === 'migrate');
  return { first: moves[0]?.from ?? last, all: [...new Set([last, ...moves.flatMap(({ from, to }) => [from, to])])] };
}

/** The state that a journal's events give, from the first; throws with the place when one is not accepted. */
export function replay(versions: ReadonlyMap<string, RunnableProcedure>, first: string, events: readonly Event[]): State | undefined {
  let state: State | undefined;
  let { definition, environment } = versions.get(first)!;
  for (const event of events) {
    const given = { ...environment, version: (hash: string) => versions.get(hash) };
    const step = event.type === 'start' ? start(definition, event, given) : state && transition(definition, state, event, given);
    if (step === undefined || 'rejected' in step) throw new Error(`expected the journal's ${event.type} at ${event.at} to be accepted again, but: ${step?.message ?? 'nothing was started'}`);
    ({ state } = step);
    if (event.type === 'migrate') ({ definition, environment } = versions.get(event.to)!);
  }
  return state;
}
