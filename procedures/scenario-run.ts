import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import { deadline } from '../engine/calendar/deadline.ts';
import type { Data, Json } from '../engine/state.ts';
import { Bench } from '../engine/testing/bench.ts';
import type { Instance } from '../engine/testing/instance.ts';
import { changed } from '../forms/field-path.ts';
import type { LoadedProcedure } from './loaded.ts';
import { judgeAnswer } from './scenario-answer.ts';
import { ScenarioDossier } from './scenario-dossier.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

/** What came of a scenario, in the words of its expectation; `problems` says what could not be done as written. */
export interface ScenarioRun {
  readonly path: readonly string[];
  readonly letters: readonly string[];
  readonly states: readonly number[];
  readonly status: string;
  readonly due: string | null;
  readonly verdict: string | null;
  readonly fee: number | null;
  readonly data: Data;
  /** Elements where the dossier waits at the end, for a person, a machine or an event. */
  readonly open: readonly string[];
  readonly visited: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  readonly problems: readonly string[];
}

interface Play {
  readonly loaded: LoadedProcedure;
  readonly calendar: CompiledCalendar;
  readonly bench: Bench;
  readonly instance: Instance;
  readonly problems: string[];
  readonly keep: () => void;
  /** Who completed which step, for the four-eyes rule. */
  readonly done: Map<string, string>;
}

/** Runs a scenario in memory on a simulated clock: the engine itself, the package's forms, decisions and a calendar. */
export function runScenario(loaded: LoadedProcedure, scenario: Scenario, application: Data, calendar: CompiledCalendar): ScenarioRun {
  const problems: string[] = [];
  const letters: string[] = [];
  let instance: Instance | undefined;
  let seen = 0;
  let numbers = 0;
  const dossier = new ScenarioDossier(calendar, () => (typeof instance?.data['timeLimit'] === 'string' ? instance.data['timeLimit'] : loaded.procedure.timeLimit.limit));
  const keep = (): void => {
    instance ??= bench.instances[0];
    if (!instance) return;
    for (; seen < instance.effects.length; seen += 1) dossier.take(instance.effects[seen]!, bench.now);
    if (instance.status === 'active') instance.send({ type: 'data', data: { dossier: dossier.facts(bench.now) } });
  };
  const answers: Record<string, (inputs: Data) => Data> = {
    'letter.issue': ({ letter }) => {
      letters.push(String(letter));
      return { letter: letter ?? null, id: `letter-${letters.length}` };
    },
    'register.number': ({ register }) => ({ number: `${(numbers += 1)}/${loaded.procedure.registers[String(register)]?.symbol ?? ''}` }),
    'fee.request': () => ({ state: 'pending' }),
    notify: () => ({ sent: true }),
  };
  const services = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, (inputs: Data) => {
      keep();
      return { ...answer(inputs), ...(scenario.connectors?.[name] as Data | undefined) };
    }]),
  );
  const { at, channel, change = {} } = scenario.filed;
  const filed = Object.entries(change).reduce((data, [path, value]) => changed(data, path, value === null ? undefined : (value as Json)), application);
  const bench = new Bench(loaded.definition, { at, services, environment: loaded.environment, due: ({ value }, from) => deadline(calendar, from, value).dueAt });
  const answer = judgeAnswer(loaded, loaded.procedure.forms.application, filed, at, problems);
  const delivery = answer['delivery'] ?? null;
  instance = bench.start({ by: 'applicant', data: { application: answer, applicant: { account: 'applicant', name: 'Người nộp giả định' }, filing: { at, channel, delivery }, dossier: dossier.facts(at) } });
  keep();
  const play: Play = { loaded, calendar, bench, instance, problems, keep, done: new Map() };
  for (const [index, step] of scenario.steps.entries()) {
    try {
      perform(play, step);
      keep();
    } catch (error) {
      problems.push(`step ${index + 1}: ${(error as Error).message}`);
      break;
    }
  }
  for (const { code, message } of instance.incidents) problems.push(`incident ${code}: ${message}`);
  return outcome(play, dossier, letters);
}

function perform(play: Play, step: ScenarioStep): void {
  const { bench, instance, calendar } = play;
  const when = 'wait' in step ? step.wait : step.at;
  if (when !== undefined) bench.advance(when.startsWith('+') ? deadline(calendar, bench.now, when.slice(1)).dueAt : new Date(when).toISOString());
  play.keep();
  if ('message' in step) instance.message(step.message, { data: (step.data ?? {}) as Data });
  if ('complete' in step) complete(play, step.complete, step.answer as Data, step.by);
}

function complete({ loaded, bench, instance, problems, done }: Play, id: string, given: Data, who: string | undefined): void {
  const step = loaded.definition.nodes[id]?.step;
  const by = who ?? step?.role ?? 'nobody';
  for (const other of step?.fourEyes ?? []) if (done.get(other) === by) throw new Error(`expected another person than ${by} at ${id}, who did ${other}`);
  const answer = step?.form === undefined ? given : judgeAnswer(loaded, step.form, given, bench.now, problems);
  const changes = step?.role === 'applicant' ? answer['changes'] : undefined;
  if (typeof changes === 'object' && changes !== null && !Array.isArray(changes)) {
    const application = Object.entries(changes as Data).reduce((data, [path, value]) => changed(data, path, value), instance.data['application'] as Data);
    instance.send({ type: 'data', data: { application } });
  }
  instance.complete(id, answer, by);
  done.set(id, by);
}

function outcome({ loaded, bench, instance, problems }: Play, dossier: ScenarioDossier, letters: readonly string[]): ScenarioRun {
  const kinds = loaded.definition.nodes;
  const fee = instance.data['fee'];
  return {
    path: instance.visited.filter((id) => /Task$|^endEvent$/.test(kinds[id]?.kind ?? '')),
    letters,
    states: dossier.states,
    status: instance.status,
    due: dossier.due(bench.now),
    verdict: dossier.verdict(bench.now),
    fee: typeof fee === 'object' && fee !== null && !Array.isArray(fee) && typeof (fee as Data)['total'] === 'number' ? ((fee as Data)['total'] as number) : null,
    data: instance.data,
    open: instance.state.tokens.filter(({ wait }) => wait.on === 'task' || wait.on === 'job' || wait.on === 'event').map(({ at }) => at),
    visited: new Set(instance.visited),
    taken: new Set(instance.trace.filter(({ did }) => did === 'take').map(({ element }) => element)),
    problems,
  };
}
