import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Simulated, SimulationPlan } from './plan.ts';
import { simulate } from './simulate.ts';

/** A process to be simulated, with the time by law that it is held to. */
export interface Side {
  readonly definition: Definition;
  readonly limit: string;
}

export type SeveralPlan = Omit<SimulationPlan, 'limit' | 'seed'>;

export interface Several {
  /** For each side its runs, as many of one as of the other: the same place in both is the same luck. */
  readonly sides: readonly (readonly Simulated[])[];
  /** The first side with one person more in the role that was busiest, run by run; nothing where nobody is counted. */
  readonly oneMore?: { readonly role: string; readonly runs: readonly Simulated[] };
}

/** How long one run may take; and after how long no other is begun, real milliseconds. */
const budget = { run: 8000, all: 45_000 };

/**
 * Simulates the sides so many times, each time by other chance, and gives the count of runs that are done after each.
 * Ends earlier where a run had to be cut or time is up. `clock` tells real milliseconds.
 */
export function* simulateSeveral(sides: readonly Side[], plan: SeveralPlan, calendar: CompiledCalendar, runs: number, clock: () => number): Generator<number, Several> {
  const began = clock();
  const run = ({ definition, limit }: Side, seed: number, staff: SimulationPlan['staff']): Simulated => {
    const from = clock();
    return simulate(definition, { ...plan, staff, limit, seed }, calendar, { milliseconds: budget.run, elapsed: () => clock() - from });
  };
  const of: Simulated[][] = sides.map(() => []);
  const more: Simulated[] = [];
  let busiest: string | undefined;
  for (let seed = 1; seed <= runs && (seed === 1 || clock() - began < budget.all); seed += 1) {
    const together = sides.map((side) => run(side, seed, plan.staff));
    const role = busiest ?? together[0]?.roles.toSorted((one, other) => other.busy - one.busy)[0]?.role;
    busiest = role;
    for (const [index, one] of together.entries()) of[index]!.push(one);
    const [first] = sides;
    if (role !== undefined && first) more.push(run(first, seed, { ...plan.staff, [role]: (plan.staff[role] ?? 0) + 1 }));
    yield seed;
    if ([...together, ...more.slice(-1)].some(({ cut }) => cut)) break;
  }
  return { sides: of, ...(busiest !== undefined && { oneMore: { role: busiest, runs: more } }) };
}
