import { readFile, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { compileCalendar, type CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Definition } from '../../engine/definition.ts';
import { limitOn } from '../../procedures/in-force.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { Simulated } from '../../procedures/simulation/plan.ts';
import { simulate } from '../../procedures/simulation/simulate.ts';
import { argumentOf, textOption, UsageError, type Given, type Run } from './command.ts';
import { lineOf, shapesOf } from './finding-line.ts';
import { givenJson, reasonOf } from './given-file.ts';
import { givenInstant } from './given-instant.ts';
import { root } from './house.ts';
import { packageIn } from './package-in.ts';
import { shownRuns, shownSimulation } from './shown-simulation.ts';

const milliseconds = 60_000;

export const run: Run = async (given, terminal) => {
  const path = argumentOf(given);
  const facts = await stat(path).catch((error: unknown) => {
    throw new UsageError(`expected a package folder at ${path}, but ${reasonOf(error)}`);
  });
  if (!facts.isDirectory()) throw new UsageError(`expected a package folder, but got ${path}`);
  const supposed = {
    arrivals: numberOption(given, 'arrivals', 2, 0.01, 1000), days: numberOption(given, 'days', 60, 1, 1000), seed: numberOption(given, 'seed', 1, 0, 4_294_967_295),
    from: givenInstant(given) ?? new Date().toISOString(),
  };
  const runs = numberOption(given, 'runs', 1, 1, 100);
  if (!Number.isInteger(runs)) throw new UsageError(`expected --runs to be a whole number from 1 to 100, but it is "${runs}"`);
  const json = given.values['json'] === true;
  const other = textOption(given, 'calendar');
  const givenCalendar = other === undefined ? undefined : await calendarIn(other);
  const loading = await loadPackage(await packageIn(path));
  if ('findings' in loading) {
    if (json) terminal.out(JSON.stringify({ findings: shapesOf(loading.findings) }, null, 2));
    else for (const finding of loading.findings) terminal.error(lineOf(finding));
    return 2;
  }
  const { definition, procedure } = loading.package;
  const plan = { ...supposed, staff: staffIn(given, definition), steps: {}, ways: {}, limit: limitOn(procedure, officeDate(supposed.from)).limit };
  const calendar = givenCalendar ?? compileCalendar(JSON.parse(await readFile(`${root}/engine/calendar/${procedure.calendar}.json`, 'utf8')));
  const began = performance.now();
  const outcomes: Simulated[] = [];
  while (outcomes.length < runs && outcomes.every(({ cut }) => !cut)) outcomes.push(simulate(definition, { ...plan, seed: plan.seed + outcomes.length }, calendar, { milliseconds, elapsed: () => performance.now() - began }));
  const [outcome] = outcomes;
  if (runs === 1) terminal.out(json ? JSON.stringify({ plan, outcome }, null, 2) : shownSimulation(definition, plan, outcome!));
  else terminal.out(json ? JSON.stringify({ plan, outcomes }, null, 2) : shownRuns(definition, plan, outcomes));
  return outcomes.some(({ cut, stuck }) => cut || stuck > 0) ? 1 : 0;
};

/** A working calendar in a file that the caller names, in the form of engine/calendar. */
async function calendarIn(path: string): Promise<CompiledCalendar> {
  const data = await givenJson(path);
  try {
    return compileCalendar(data);
  } catch (error) {
    throw new UsageError(`expected a working calendar in ${path}, but ${(error as Error).message}`);
  }
}

function numberOption(given: Given, name: string, usual: number, least: number, most: number): number {
  const typed = textOption(given, name);
  const value = typed === undefined ? usual : Number(typed);
  if (typed?.trim() === '' || !(value >= least && value <= most)) throw new UsageError(`expected --${name} to be a number from ${least} to ${most}, but it is "${typed}"`);
  return value;
}

/** People by role; whoever the process does not ask for would only look busy. */
function staffIn(given: Given, { nodes }: Definition): Readonly<Record<string, number>> {
  const asked = new Set(Object.values(nodes).flatMap(({ step }) => step.role ?? []));
  const entries = (textOption(given, 'staff') ?? '').split(',').filter((each) => each !== '').map((each) => {
    const [, role = '', count = ''] = /^\s*([\w-]+)=([1-9]\d{0,3})\s*$/.exec(each) ?? [];
    if (role === '') throw new UsageError(`expected --staff to be like receptionist=1,handler=3, but it has "${each}"`);
    if (!asked.has(role)) throw new UsageError(`expected --staff to name roles of the process (${[...asked].join(', ')}), but it names ${role}`);
    return [role, Number(count)] as const;
  });
  return Object.fromEntries(entries);
}
