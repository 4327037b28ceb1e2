import { Equal, Errors } from 'typebox/value';
import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Data } from '../engine/state.ts';
import { valueAt } from '../forms/field-path.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import type { LoadedProcedure } from './loaded.ts';
import { filesIn, readJson, type PackageFiles } from './package-files.ts';
import { Scenario } from './scenario.ts';
import { runScenario, type ScenarioRun } from './scenario-run.ts';

export interface ScenarioResult {
  readonly file: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** Empty when everything came as expected. */
  readonly problems: readonly string[];
}

export interface PackageTest {
  readonly scenarios: readonly ScenarioResult[];
  /** Flow nodes entered and sequence flows taken by all scenarios together. */
  readonly nodes: Coverage;
  readonly flows: Coverage;
}

/** A scenario's file, read; or why it cannot be played. */
export interface ReadScenario {
  readonly file: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly play: { readonly scenario: Scenario; readonly application: Data } | { readonly faults: readonly string[] };
}

/** The scenarios of a package in the order of their names, each with the application it files. */
export function readScenarios(files: PackageFiles): readonly ReadScenario[] {
  const applications = new Map([...filesIn(files, 'scenarios/applications', '.json')].flatMap(({ name, path, content }) => {
    const reading = readJson(path, content);
    return 'value' in reading ? [[name, reading.value as Data] as const] : [];
  }));
  return [...filesIn(files, 'scenarios', '.json')].map(({ path: file, content, name }): ReadScenario => {
    const reading = readJson(file, content);
    const faults = 'finding' in reading ? [reading.finding.message] : Errors(Scenario, reading.value).map(({ instancePath, message }) => `${instancePath} ${message}`);
    if ('finding' in reading || faults.length > 0) return { file, name: { vi: name, en: name }, play: { faults } };
    const scenario = reading.value as Scenario;
    const application = applications.get(scenario.filed.application);
    return { file, name: scenario.name, play: application ? { scenario, application } : { faults: [`expected scenarios/applications/${scenario.filed.application}.json, but the package has none`] } };
  });
}

/** Runs all scenarios of a package; never throws for what is in them. */
export function testPackage(loaded: LoadedProcedure, files: PackageFiles, calendar: CompiledCalendar): PackageTest {
  const visited = new Set<string>();
  const taken = new Set<string>();
  const scenarios = readScenarios(files).map(({ file, name, play }): ScenarioResult => {
    if ('faults' in play) return { file, name, problems: play.faults };
    const run = runScenario(loaded, play.scenario, play.application, calendar);
    for (const id of run.visited) visited.add(id);
    for (const id of run.taken) taken.add(id);
    return { file, name, problems: [...run.problems, ...differences(play.scenario.expect, run)] };
  });
  const { nodes, flows } = loaded.definition;
  return { scenarios, nodes: coverageOf(Object.keys(nodes), visited), flows: coverageOf(Object.keys(flows), taken) };
}

/** What came otherwise than expected. */
export function* differences(expected: Scenario['expect'], run: ScenarioRun): Generator<string> {
  for (const key of ['path', 'letters', 'states', 'status', 'due', 'verdict', 'fee'] as const) {
    if (!Equal(expected[key], run[key])) yield `expected ${key} ${JSON.stringify(expected[key])}, but it was ${JSON.stringify(run[key])}`;
  }
  for (const [path, value] of Object.entries(expected.data ?? {})) {
    const found = valueAt(run.data, path);
    if (!Equal(found, value)) yield `expected ${path} to be ${JSON.stringify(value)}, but it was ${JSON.stringify(found)}`;
  }
}
