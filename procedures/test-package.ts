import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import type { Data } from '../engine/state.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import type { LoadedProcedure } from './loaded.ts';
import { filesIn, readJson, type PackageFiles } from './package-files.ts';
import { differences, expectationOf } from './scenario-differences.ts';
import type { ScenarioFault } from './scenario-fault.ts';
import { scenarioFaults } from './scenario-shape.ts';
import type { Scenario } from './scenario.ts';
import { runScenario } from './scenario-run.ts';

export interface ScenarioResult {
  readonly file: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** Empty when everything came as expected. */
  readonly faults: readonly ScenarioFault[];
  /** What it passed, elements and flows, as far as it went. */
  readonly passed: readonly string[];
  /** What it would have to expect, where all could be done that is written and came otherwise. */
  readonly came?: Scenario['expect'];
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
  readonly play: { readonly scenario: Scenario; readonly application: Data } | { readonly faults: readonly ScenarioFault[] };
}

/** The scenarios of a package in the order of their names, each with the application it files. */
export function readScenarios(files: PackageFiles): readonly ReadScenario[] {
  const applications = new Map([...filesIn(files, 'scenarios/applications', '.json')].flatMap(({ name, path, content }) => {
    const reading = readJson(path, content);
    return 'value' in reading ? [[name, reading.value as Data] as const] : [];
  }));
  return [...filesIn(files, 'scenarios', '.json')].map(({ path: file, content, name }): ReadScenario => {
    const reading = readJson(file, content);
    const unread = (faults: readonly ScenarioFault[]): ReadScenario => ({ file, name: { vi: name, en: name }, play: { faults } });
    if ('finding' in reading) return unread([{ what: 'file', message: reading.finding.message, messageVi: reading.finding.messageVi }]);
    const faults = scenarioFaults(reading.value, file);
    if (faults.length > 0) return unread(faults);
    const scenario = reading.value as Scenario;
    const application = applications.get(scenario.filed.application);
    return { file, name: scenario.name, play: application ? { scenario, application } : { faults: [{ what: 'file', message: `expected scenarios/applications/${scenario.filed.application}.json, but the package has none`, messageVi: `gói thiếu tệp scenarios/applications/${scenario.filed.application}.json: đơn mẫu của kịch bản` }] } };
  });
}

/** Runs all scenarios of a package; never throws for what is in them. */
export function testPackage(loaded: LoadedProcedure, files: PackageFiles, calendar: CompiledCalendar): PackageTest {
  const visited = new Set<string>();
  const taken = new Set<string>();
  const scenarios = readScenarios(files).map(({ file, name, play }): ScenarioResult => {
    if ('faults' in play) return { file, name, faults: play.faults, passed: [] };
    const run = runScenario(loaded, play.scenario, play.application, calendar);
    for (const id of run.visited) visited.add(id);
    for (const id of run.taken) taken.add(id);
    const passed = [...run.visited, ...run.taken];
    // what comes of a deed that could not be done is no news
    if (run.problems.length > 0) return { file, name, faults: run.problems, passed };
    const faults = [...differences(play.scenario.expect, run, loaded.definition)];
    return { file, name, faults, passed, ...(faults.length > 0 && { came: expectationOf(run, play.scenario.expect) }) };
  });
  const { nodes, flows } = loaded.definition;
  return { scenarios, nodes: coverageOf(Object.keys(nodes), visited), flows: coverageOf(Object.keys(flows), taken) };
}
