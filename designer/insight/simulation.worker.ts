import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { readProcess } from '../../procedures/read-process.ts';
import { simulateSeveral, type Several, type SeveralPlan, type Side } from '../../procedures/simulation/several.ts';

/** A process as it stands in a file, whose name says whether it is a diagram or a statechart, with the time limit that it is held to. */
export interface SideText {
  readonly path: string;
  readonly process: string;
  readonly limit: string;
}

/** One process, or two beside each other, to be simulated so many times by a plan. */
export interface Question {
  readonly sides: readonly SideText[];
  readonly plan: SeveralPlan;
  readonly runs: number;
  readonly calendar: unknown;
}

export interface Answer {
  /** Why there is none: our own fault. */
  readonly failed?: string;
  /** Nothing when a process cannot be read. */
  readonly several?: Several;
}

/** How far it has come, and at last what came of it. */
export type Told = { readonly done: number } | { readonly answer: Answer };

const tell = (told: Told) => postMessage(told);

const sideOf = async ({ path, process, limit }: SideText): Promise<Side | undefined> => {
  const reading = await readProcess(path, process);
  return 'problems' in reading ? undefined : { definition: reading.definition, limit };
};

const answer = async ({ sides: texts, plan, runs, calendar }: Question): Promise<Answer> => {
  const sides = (await Promise.all(texts.map(sideOf))).filter((side) => side !== undefined);
  if (sides.length < texts.length) return {};
  const running = simulateSeveral(sides, plan, compileCalendar(calendar), runs, () => performance.now());
  for (;;) {
    const next = running.next();
    if (next.done) return { several: next.value };
    tell({ done: next.value });
  }
};

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data).then((found) => tell({ answer: found }), (error: unknown) => tell({ answer: { failed: error instanceof Error ? error.message : String(error) } })));
