import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Equal } from 'typebox/value';
import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { after } from '../../engine/iso-timer.ts';
import type { Data } from '../../engine/state.ts';
import type { Instance } from '../../engine/testing/instance.ts';
import { loadPackage } from '../../procedures/load.ts';
import { filesIn, readJson } from '../../procedures/package-files.ts';
import { recordScenario } from '../../procedures/record-scenario.ts';
import { differences } from '../../procedures/scenario-differences.ts';
import { runScenario } from '../../procedures/scenario-run.ts';
import { ScenarioSession } from '../../procedures/scenario-session.ts';
import type { Sentence } from '../../procedures/scenario-fault.ts';
import type { Scenario, ScenarioStep } from '../../procedures/scenario.ts';
import { scenarioFaults } from '../../procedures/scenario-shape.ts';
import { UsageError, type Terminal } from './command.ts';
import { lineOf } from './finding-line.ts';
import { reasonOf } from './given-file.ts';
import { packageIn } from './package-in.ts';
import { follow, type RunEvent } from './run-event.ts';
import { startFormHint } from './start-form.ts';

export interface Recording {
  readonly folder: string;
  /** A new file in the package's `scenarios/`. */
  readonly file: string;
  readonly at: string;
  readonly input: Data;
  readonly calendar: CompiledCalendar;
}

/**
 * Lives a dossier as the events say, and keeps it as a scenario: who did what when with which answer, and what came of it.
 * What is not possible leaves no trace in it. Answers the instance, and what kept it from being recorded.
 */
export async function record({ folder, file, at, input, calendar }: Recording, events: readonly RunEvent[] | Terminal, told: (instance: Instance) => void): Promise<{ readonly instance: Instance; readonly failure?: string }> {
  if (resolve(dirname(file)) !== resolve(folder, 'scenarios') || !file.endsWith('.json')) throw new UsageError(`expected --record to name a new .json file in ${join(folder, 'scenarios')}, but it is ${file}`);
  // Before an hour of typing, not after it.
  if (await stat(file).then(() => true, () => false)) throw thereAlready(file);
  const files = await packageIn(folder);
  const loading = await loadPackage(files);
  if ('findings' in loading) throw new UsageError(`expected a package that loads, but:\n${loading.findings.map(lineOf).join('\n')}`);
  const application = input['application'];
  if (typeof application !== 'object' || application === null || Array.isArray(application)) throw new UsageError(`expected --input to give the application, but it does not\n${startFormHint(loading.package).join('\n')}`);
  const channel = channelOf(input['filing']);
  const steps: ScenarioStep[] = [];
  const lived = (): ScenarioSession => {
    const session = new ScenarioSession(loading.package, { at, channel, application: application as Data }, calendar);
    for (const step of steps) session.perform(step);
    return session;
  };
  let session = lived();
  const begun = session.outcome();
  if (begun.problems.length > 0) return { instance: session.instance, failure: `expected an application with which all goes well, but nothing is recorded: ${messagesOf(begun.problems)}` };
  told(session.instance);
  const wrong = await follow(events, (event) => {
    try {
      const step = stepOf(event, session);
      session.perform(step);
      const { problems } = session.outcome();
      if (problems.length > 0) throw new Error(`expected a step that goes well, but ${messagesOf(problems)}`);
      steps.push(step);
    } catch (error) {
      session = lived();
      throw error;
    }
    told(session.instance);
  });
  const { instance } = session;
  if (wrong.length > 0 && (steps.length === 0 || !('lines' in events))) return { instance, failure: 'lines' in events ? 'Nothing is recorded: no line was possible.' : `${wrong[0]}\nNothing is recorded.` };
  const run = session.outcome();
  const name = basename(file, '.json');
  const same = [...filesIn(files, 'scenarios/applications', '.json')].find(({ path, content }) => {
    const reading = readJson(path, content);
    return 'value' in reading && Equal(reading.value, application);
  });
  const scenario = recordScenario(name, { at, channel, application: same?.name ?? name }, steps, run);
  const [fault] = scenarioFaults(scenario, file);
  const again = runScenario(loading.package, scenario, application as Data, calendar);
  const [otherwise] = fault ? [fault.message] : [...again.problems, ...differences(scenario.expect, again, loading.package.definition)].map(({ message }) => message);
  if (otherwise !== undefined) return { instance, failure: `expected the record to come out the same when it is played, but ${otherwise}` };
  if (!same) await written(join(folder, 'scenarios/applications', `${name}.json`), application);
  await written(file, scenario);
  return { instance };
}

const messagesOf = (problems: readonly Sentence[]): string => problems.map(({ message }) => message).join('; ');

function channelOf(filing: unknown): Scenario['filed']['channel'] {
  const channel = (filing as { readonly channel?: unknown } | undefined)?.channel ?? 'online';
  if (channel === 'online' || channel === 'counter' || channel === 'post') return channel;
  throw new UsageError(`expected filing.channel of --input to be online, counter or post, but it is ${JSON.stringify(channel)}`);
}

/** A deed with its time; what a test forces upon a process is no deed. */
function stepOf(event: RunEvent, session: ScenarioSession): ScenarioStep {
  const at = session.bench.now;
  if ('complete' in event) return { at, complete: event.complete, by: event.by ?? session.personAt(event.complete), answer: (event.data ?? {}) as Data };
  if ('message' in event && event.keys === undefined) return { at, message: event.message, ...(event.data !== undefined && { data: event.data as Data }) };
  if ('signal' in event) return { at, signal: event.signal, ...(event.data && { data: event.data }) };
  if ('begin' in event) return { at, begin: event.begin, ...(event.data && { data: event.data }) };
  if ('fail' in event && event.data === undefined) return { at, fail: event.fail, error: event.error };
  if ('advance' in event) {
    const to = after(at, event.advance) ?? event.advance;
    if (Number.isNaN(Date.parse(to))) throw new Error(`expected an ISO 8601 duration or an instant, but got "${event.advance}"`);
    return { wait: new Date(to).toISOString() };
  }
  throw new Error(`expected a deed that a scenario can hold, but it is ${JSON.stringify(event)}`);
}

const thereAlready = (path: string): UsageError => new UsageError(`expected --record to write a new file ${path}, but there is one already`);

async function written(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? thereAlready(path) : new UsageError(`expected --record to write a new file ${path}, but ${reasonOf(error)}`);
  });
}
