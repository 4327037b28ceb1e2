import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { readProcess } from '../../procedures/read-process.ts';
import type { Simulated, SimulationPlan } from '../../procedures/simulation/plan.ts';
import { simulate } from '../../procedures/simulation/simulate.ts';

/** A process to be simulated by a plan: as edited, and as it is live where it is. */
export interface Question {
  /** The file of both, which says whether it is a diagram or a statechart. */
  readonly path: string;
  readonly edited: string;
  /** With the time limit that it is held to, which the draft may change too. */
  readonly live: { readonly process: string; readonly limit: string } | undefined;
  readonly plan: SimulationPlan;
  readonly calendar: unknown;
}

export interface Answer {
  /** Why there is none: our own fault. */
  readonly failed?: string;
  readonly edited?: Simulated;
  readonly live?: Simulated;
  /** As edited, with one person more in the role that is busiest. */
  readonly oneMore?: { readonly role: string; readonly outcome: Simulated };
}

const milliseconds = 8_000;

const run = async (path: string, process: string, plan: SimulationPlan, calendar: unknown): Promise<Simulated | undefined> => {
  const reading = await readProcess(path, process);
  if ('problems' in reading) return undefined;
  const began = performance.now();
  return simulate(reading.definition, plan, compileCalendar(calendar), { milliseconds, elapsed: () => performance.now() - began });
};

const answer = async ({ path, edited: process, live: other, plan, calendar }: Question): Promise<Answer> => {
  const edited = await run(path, process, plan, calendar);
  if (edited === undefined) return {};
  const isSame = other === undefined || (other.process === process && other.limit === plan.limit);
  const live = isSame ? undefined : await run(path, other.process, { ...plan, limit: other.limit }, calendar);
  const busiest = edited.roles.toSorted((one, another) => another.busy - one.busy)[0];
  const more = busiest && (await run(path, process, { ...plan, staff: { ...plan.staff, [busiest.role]: busiest.people + 1 } }, calendar));
  return { edited, ...(live && { live }), ...(busiest && more && { oneMore: { role: busiest.role, outcome: more } }) };
};

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data).then((found) => postMessage(found), (error: unknown) => postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies Answer)));
