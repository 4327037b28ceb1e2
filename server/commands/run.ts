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
import { argumentOf, textOption, UsageError, type Command, type Given, type Terminal } from './command.ts';
import { decisionsBeside } from './decisions-beside.ts';
import { givenJson, givenText } from './given-file.ts';
import { givenInstant } from './given-instant.ts';
import { root } from './house.ts';
import { record } from './record.ts';
import { feed, readEvents, typedEvents, type RunEvent } from './run-event.ts';
import { loadedIn, runTarget } from './run-target.ts';
import { startFormHint } from './start-form.ts';

export const run: Command = {
  name: 'run',
  summary: 'run a .bpmn or .statechart.json process, or a package, in memory on a simulated clock',
  help: [
    'motcua run FILE [--process ID] [--input data.json] [--events events.json] [--at INSTANT] [--auto] [--json]',
    'motcua run PACKAGE --record PACKAGE/scenarios/NAME.json --input data.json [--events events.json] [--at INSTANT] [--json]', '',
    'Events, in order: { "complete": element, "data"?, "by"? } { "fail": element, "error": code } { "message": name, "keys"?, "data"? }',
    '{ "signal": name, "data"? } { "advance": duration or instant } { "choose": gateway, "flows": [flow] } { "begin": step of an ad-hoc sub-process }',
    '{ "change": data }. Service tasks wait like user tasks unless --auto.', 'Other processes of the file take part: messages and signals begin and reach them; what is printed is the process alone.', 'Decisions are read from a folder decisions/ beside FILE. A PACKAGE folder stands for the process in it.', '',
    '  --input FILE.json   the data to begin with; in a package { "application": answers of its form, "filing"?: { "channel" } }',
    '  --events FILE.json  a list of events; "-" reads one event a line as it is typed',
    '  --at INSTANT        where the clock stands at first, such as 2026-11-20T02:00:00Z',
    '  --record FILE       keep what is done as a scenario that motcua test plays: who did what when with which answer, and the path,',
    '                      data, letters, states, fee and deadline that came of it. Connectors answer as in scenarios. Without',
    '                      --events, events are read as they are typed.',
    '  --json              print { "status", "visited": [element], "tasks": [{ "element", "name" }], "data", "incidents" }', '',
    'Exit code 0: all events were possible; 1: one was not, or nothing was recorded; 2: FILE or an option cannot be read.',
  ].join('\n'),
  takes: { called: 'FILE or PACKAGE' },
  options: { process: { type: 'string' }, input: { type: 'string' }, events: { type: 'string' }, at: { type: 'string' }, record: { type: 'string' }, auto: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const { file, folder } = await runTarget(argumentOf(given));
    const kept = textOption(given, 'record');
    const at = givenInstant(given);
    const input = await inputOf(given);
    const calendar = compileCalendar(JSON.parse(await readFile(`${root}/engine/calendar/hcmc.json`, 'utf8')));
    const events = await eventsOf(given, terminal, kept === undefined ? undefined : '-');
    if (kept !== undefined) {
      if (folder === undefined) throw new UsageError(`expected --record with a package, but ${file} belongs to none`);
      const told = (instance: Instance): void => terminal.error(`${instance.status}: ${instance.tasks.map(({ element, name }) => (element === name ? element : `${element} (${name})`)).join(', ') || 'no open task'}`);
      const recorded = await record({ folder, file: kept, at: at ?? '2026-01-05T01:00:00.000Z', input, calendar }, events, told);
      return print(given, terminal, recorded.instance, recorded.failure);
    }
    const text = await givenText(file);
    const process = textOption(given, 'process');
    const reading = await readProcess(file, text, process === undefined ? {} : { process });
    if ('problems' in reading) {
      for (const { element, message } of reading.problems) terminal.error(`${element ?? file}: ${message}`);
      return 2;
    }
    const loaded = folder === undefined ? undefined : await loadedIn(folder);
    // A process of a package that loads calls what the package calls, and asks its decisions.
    const whole = loaded?.definition.id === reading.definition.id ? loaded : undefined;
    if (folder !== undefined && !loaded) terminal.error(`expected the package ${folder} to load, but it has faults (motcua check tells them): its process runs without it`);
    if (whole && input['application'] === undefined) for (const line of startFormHint(whole)) terminal.error(line);
    const bench = new Bench([whole?.definition ?? reading.definition, ...isStatechart(file) ? [] : await others(text, reading.definition)], {
      ...(at === undefined ? {} : { at }), auto: given.values['auto'] === true,
      environment: whole?.environment ?? await decisionsBeside(file),
      due: ({ value }, from) => deadline(calendar, from, value).dueAt,
    });
    const instance = bench.start({ data: input });
    return print(given, terminal, instance, await feed(bench, instance, events));
  },
};

async function inputOf(given: Given): Promise<Data> {
  const path = textOption(given, 'input');
  const value = path === undefined ? {} : await givenJson(path);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Data;
  throw new UsageError(`expected an object of values by name in ${path}, but it holds ${Array.isArray(value) ? 'a list' : JSON.stringify(value)}`);
}

async function eventsOf(given: Given, terminal: Terminal, otherwise: string | undefined): Promise<AsyncIterable<RunEvent>> {
  const path = textOption(given, 'events') ?? otherwise;
  if (path === '-') return typedEvents(terminal);
  const events = path === undefined ? [] : readEvents(await givenJson(path), path);
  return (async function* listed() { yield* events; })();
}

function print(given: Given, terminal: Terminal, instance: Instance, failure: string | undefined): number {
  const { status, visited, tasks, data, incidents } = instance;
  const result = { status, visited, tasks: tasks.map(({ element, name }) => ({ element, name })), data, incidents };
  if (given.values['json'] === true) terminal.out(JSON.stringify(result, null, 2));
  else terminal.out(`${status}\nvisited: ${visited.join(' → ')}\ntasks: ${result.tasks.map(({ element }) => element).join(', ') || 'none'}\nincidents: ${incidents.map(({ message }) => message).join('; ') || 'none'}`);
  if (failure !== undefined) terminal.error(failure);
  return failure === undefined ? 0 : 1;
}

/** The other processes of a file that can be executed; pools that cannot are drawn for people. */
async function others(xml: string, { id }: Definition): Promise<readonly Definition[]> {
  const reading = await readCollaboration(xml);
  return 'problems' in reading ? [] : reading.processes.filter((process) => process.id !== id);
}
