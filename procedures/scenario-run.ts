import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Data, Json } from '../engine/state.ts';
import { changed } from '../forms/field-path.ts';
import type { LoadedProcedure } from './loaded.ts';
import { atStep, type ScenarioFault } from './scenario-fault.ts';
import type { Outcome } from './scenario-outcome.ts';
import { ScenarioSession, type DoneStep, type IssuedLetter } from './scenario-session.ts';
import type { Scenario } from './scenario.ts';

/** What came of a scenario that was played in memory; `problems` says what could not be done as written. */
export interface ScenarioRun extends Outcome {
  /** The papers with what they were issued from. */
  readonly issued: readonly IssuedLetter[];
  /** What people did, in order. */
  readonly done: readonly DoneStep[];
  /** Where the clock stands, UTC. */
  readonly at: string;
  readonly taken: ReadonlySet<string>;
  readonly problems: readonly ScenarioFault[];
}

/** Runs a scenario in memory on a simulated clock. */
export function runScenario(loaded: LoadedProcedure, scenario: Scenario, application: Data, calendar: CompiledCalendar): ScenarioRun {
  const { at, channel, change = {}, lookUps, said, facts } = scenario.filed;
  const filed = Object.entries(change).reduce((data, [path, value]) => changed(data, path, value === null ? undefined : (value as Json)), application);
  const session = new ScenarioSession(loaded, { at, channel, application: filed, ...(lookUps && { lookUps }), ...(said && { said }), ...(facts && { facts }), ...(scenario.connectors && { connectors: scenario.connectors }), ...(scenario.silent && { silent: scenario.silent }) }, calendar);
  for (const [index, step] of scenario.steps.entries()) {
    try {
      session.perform(step);
    } catch (error) {
      session.problems.push(atStep(index + 1, error));
      break;
    }
  }
  return session.outcome();
}
