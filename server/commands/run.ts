import { readFile } from 'node:fs/promises';
import { readCollaboration } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Data } from '../../engine/state.ts';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import { Bench } from '../../engine/testing/bench.ts';
import type { Instance } from '../../engine/testing/instance.ts';
import { isStatechart } from '../../procedures/process-path.ts';
import { readProcess } from '../../procedures/read-process.ts';
import { textOption, UsageError, type Command } from './command.ts';
import { decisionsBeside } from './decisions-beside.ts';
import { jsonFile } from './json-file.ts';
import { root } from './house.ts';
import { readEvents, type RunEvent } from './run-event.ts';

export const run: Command = {
  name: 'run',
  summary: 'run a .bpmn or .statechart.json process in memory on a simulated clock',
  help: [
    'motcua run FILE [--process ID] [--input data.json] [--events events.json] [--at INSTANT] [--auto] [--json]', '',
    'Events, in order: { "complete": element, "data"? } { "fail": element, "error": code } { "message": name, "keys"?, "data"? }',
    '{ "signal": name, "data"? } { "advance": duration } { "choose": gateway, "flows": [flow] } { "begin": step of an ad-hoc sub-process }',
    '{ "change": data }. Service tasks wait like user tasks unless --auto.', 'Other processes of the file take part: messages and signals begin and reach them; what is printed is the process alone.', 'Decisions are read from a folder decisions/ beside FILE.', '',
    '  --json  print { "status", "visited", "tasks": [{ "element", "name" }], "data", "incidents" }', '',
    'Exit code 2 when FILE cannot be read, 1 when an event was not possible.',
  ].join('\n'),
  options: { process: { type: 'string' }, input: { type: 'string' }, events: { type: 'string' }, at: { type: 'string' }, auto: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const [file] = given.positionals;
    if (file === undefined || given.positionals.length > 1) throw new UsageError('expected one FILE');
    const process = textOption(given, 'process');
    const text = await readFile(file, 'utf8');
    const reading = await readProcess(file, text, process === undefined ? {} : { process });
    if ('problems' in reading) {
      for (const { element, message } of reading.problems) terminal.error(`${element ?? file}: ${message}`);
      return 2;
    }
    const data = await jsonFile(textOption(given, 'input'));
    const events = readEvents(await jsonFile(textOption(given, 'events')) ?? []);
    const calendar = compileCalendar(JSON.parse(await readFile(`${root}/engine/calendar/hcmc.json`, 'utf8')));
    const at = textOption(given, 'at');
    if (at !== undefined && Number.isNaN(Date.parse(at))) throw new UsageError(`expected --at to be an instant, but it is "${at}"`);
    const bench = new Bench([reading.definition, ...isStatechart(file) ? [] : await others(text, reading.definition)], {
      ...(at === undefined ? {} : { at: new Date(at).toISOString() }), auto: given.values['auto'] === true,
      environment: await decisionsBeside(file),
      due: ({ value }, from) => deadline(calendar, from, value).dueAt,
    });
    const instance = bench.start({ data: (data ?? {}) as Data });
    const failure = feed(bench, instance, events);
    const { status, visited, tasks, incidents } = instance;
    const result = { status, visited, tasks: tasks.map(({ element, name }) => ({ element, name })), data: instance.data, incidents };
    if (given.values['json'] === true) terminal.out(JSON.stringify(result, null, 2));
    else terminal.out(`${status}\nvisited: ${visited.join(' → ')}\ntasks: ${result.tasks.map(({ element }) => element).join(', ') || 'none'}\nincidents: ${incidents.map(({ message }) => message).join('; ') || 'none'}`);
    if (failure !== undefined) terminal.error(failure);
    return failure === undefined ? 0 : 1;
  },
};

/** Feeds the events in order; answers what stopped it. */
function feed(bench: Bench, instance: Instance, events: readonly RunEvent[]): string | undefined {
  for (const [index, event] of events.entries()) {
    try {
      if ('complete' in event) having(bench, instance, event.complete).complete(event.complete, event.data);
      else if ('fail' in event) having(bench, instance, event.fail).fail(event.fail, event.error, event.data);
      else if ('signal' in event) bench.signal(event.signal, event.data);
      else if ('begin' in event) instance.activate(event.begin, event.data);
      else if ('change' in event) instance.change(event.change);
      else if ('message' in event) bench.message(event.message, { ...(event.keys === undefined ? {} : { keys: event.keys }), ...(event.data === undefined ? {} : { data: event.data }) });
      else if ('advance' in event) bench.advance(event.advance);
      else instance.choose(event.choose, ...event.flows);
    } catch (error) {
      return `event ${index + 1}: ${(error as Error).message}`;
    }
  }
  return undefined;
}

/** The instance in which a task is open: the one that was started comes first, then those that it began. */
const having = (bench: Bench, instance: Instance, element: string): Instance =>
  [instance, ...bench.instances].find(({ tasks }) => tasks.some((task) => task.element === element)) ?? instance;

/** The other processes of a file that can be executed; pools that cannot are drawn for people. */
async function others(xml: string, { id }: Definition): Promise<readonly Definition[]> {
  const reading = await readCollaboration(xml);
  return 'problems' in reading ? [] : reading.processes.filter((process) => process.id !== id);
}
