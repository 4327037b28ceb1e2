import { readFile } from 'node:fs/promises';
import { readCollaboration } from '../../engine/bpmn/read.ts';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Data } from '../../engine/state.ts';
import { Bench } from '../../engine/testing/bench.ts';
import type { Instance } from '../../engine/testing/instance.ts';
import { isStatechart } from '../../procedures/process-path.ts';
import { readProcess } from '../../procedures/read-process.ts';
import { argumentOf, textOption, UsageError, type Run, type Given, type Terminal } from './command.ts';
import { decisionsBeside } from './decisions-beside.ts';
import { givenJson, givenText } from './given-file.ts';
import { givenInstant } from './given-instant.ts';
import { root } from './house.ts';
import { record } from './record.ts';
import { follow, happen, readEvents, type RunEvent } from './run-event.ts';
import { loadedIn, runTarget } from './run-target.ts';
import { startFormHint } from './start-form.ts';
import { beginsAtOnce, waysToBegin } from './ways-to-begin.ts';

export const run: Run = async (given, terminal) => {
  const { file, folder } = await runTarget(argumentOf(given));
  const kept = textOption(given, 'record');
  const node = textOption(given, 'start');
  const at = givenInstant(given);
  const input = await inputOf(given);
  const calendar = compileCalendar(JSON.parse(await readFile(`${root}/engine/calendar/hcmc.json`, 'utf8')));
  const events = await eventsOf(given, terminal, kept === undefined ? undefined : '-');
  const told = 'lines' in events ? (instance: Instance): void => terminal.error(standingOf(instance)) : (): void => undefined;
  if (kept !== undefined) {
    if (node !== undefined) throw new UsageError('expected --start without --record, because a scenario begins by its application');
    if (folder === undefined) throw new UsageError(`expected --record with a package, but ${file} belongs to none`);
    const recorded = await record({ folder, file: kept, at: at ?? '2026-01-05T01:00:00.000Z', input, calendar }, events, told);
    if (recorded.failure === undefined) terminal.error(`${kept} is recorded.`);
    return print(given, terminal, recorded.instance, recorded.failure === undefined ? [] : [recorded.failure]);
  }
  const text = await givenText(file);
  const process = textOption(given, 'process');
  const reading = await readProcess(file, text, process === undefined ? {} : { process });
  if ('problems' in reading) {
    for (const { element, message } of reading.problems) terminal.error(`${element ?? file}: ${message}`);
    if (process === undefined && reading.problems.some(({ rule }) => rule === 'which-process')) terminal.error('Name one with --process ID.');
    return 2;
  }
  const loaded = folder === undefined ? undefined : await loadedIn(folder);
  // A process of a package that loads calls what the package calls, and asks its decisions.
  const whole = loaded?.definition.id === reading.definition.id ? loaded : undefined;
  if (folder !== undefined && !loaded) terminal.error(`expected the package ${folder} to load, but it has faults (motcua check tells them): its process runs without it`);
  if (whole && input['application'] === undefined) for (const line of startFormHint(whole)) terminal.error(line);
  const definition = whole?.definition ?? reading.definition;
  const begins = node !== undefined || beginsAtOnce(definition);
  if (!begins && textOption(given, 'input') !== undefined) throw new UsageError(`expected --start with --input, because ${definition.id} begins by an event, which brings its own data: ${waysToBegin(definition)}`);
  const bench = new Bench([definition, ...isStatechart(file) ? [] : await others(text, definition)], {
    ...(at === undefined ? {} : { at }), auto: given.values['auto'] === true,
    environment: whole?.environment ?? await decisionsBeside(file),
    due: ({ value }, from) => deadline(calendar, from, value).dueAt,
  });
  let instance = begins ? bench.start({ data: input, ...(node !== undefined && { node }) }) : undefined;
  if (instance) told(instance);
  const wrong = await follow(events, (event) => {
    happen(bench, instance, event);
    instance ??= bench.instances.find(({ first }) => first.id === definition.id);
    if (instance) told(instance);
  });
  if (!instance) {
    for (const line of [...'lines' in events ? [] : wrong, `expected something that begins ${definition.id} (${waysToBegin(definition)}), but there is nothing`]) terminal.error(line);
    return 1;
  }
  const more = bench.instances.filter(({ first }) => first.id === definition.id).length - 1;
  if (more > 0) terminal.error(`${more} more of ${definition.id} began; what is printed is the first.`);
  return print(given, terminal, instance, 'lines' in events ? [] : wrong, wrong.length > 0);
};

/** How it stands and what is open, in a line. */
const standingOf = ({ status, tasks }: Instance): string => `${status}: ${tasks.map(({ element, name }) => (element === name ? element : `${element} (${name})`)).join(', ') || 'no open task'}`;

async function inputOf(given: Given): Promise<Data> {
  const path = textOption(given, 'input');
  const value = path === undefined ? {} : await givenJson(path);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Data;
  throw new UsageError(`expected an object of values by name in ${path}, but it holds ${Array.isArray(value) ? 'a list' : JSON.stringify(value)}`);
}

/** A list of events, or the terminal at which they are typed. */
async function eventsOf(given: Given, terminal: Terminal, otherwise: string | undefined): Promise<readonly RunEvent[] | Terminal> {
  const path = textOption(given, 'events') ?? otherwise;
  if (path !== '-') return path === undefined ? [] : readEvents(await givenJson(path), path);
  terminal.error('One event a line, such as { "complete": "element" }; the end of the input (Ctrl-D) or Ctrl-C ends it.');
  return terminal;
}

/** Prints what came of it, then what is left to say of what was not possible; answers the exit code. */
function print(given: Given, terminal: Terminal, instance: Instance, failures: readonly string[], failed = failures.length > 0): number {
  const { status, visited, tasks, data, incidents } = instance;
  const result = { status, visited, tasks: tasks.map(({ element, name }) => ({ element, name })), data, incidents };
  if (given.values['json'] === true) terminal.out(JSON.stringify(result, null, 2));
  else terminal.out(`${status}\nvisited: ${visited.join(' → ')}\ntasks: ${result.tasks.map(({ element }) => element).join(', ') || 'none'}\nincidents: ${incidents.map(({ message }) => message).join('; ') || 'none'}`);
  for (const failure of failures) terminal.error(failure);
  return failed ? 1 : 0;
}

/** The other processes of a file that can be executed; pools that cannot are drawn for people. */
async function others(xml: string, { id }: Definition): Promise<readonly Definition[]> {
  const reading = await readCollaboration(xml);
  return 'problems' in reading ? [] : reading.processes.filter((process) => process.id !== id);
}
