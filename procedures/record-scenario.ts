import type { Data } from '../engine/state.ts';
import type { ScenarioRun } from './scenario-run.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

/** What a dossier has from the beginning, or is kept of it beside its data. */
const given = new Set(['application', 'applicant', 'filing', 'dossier', 'lookUps', 'local']);

/** A session as a scenario: its deeds, and all that came of them as what is expected. `application` names a file in `scenarios/applications/`. */
export const recordScenario = (name: string, filed: Scenario['filed'], steps: readonly ScenarioStep[], run: ScenarioRun): Scenario => {
  const { path, letters, states, status, due, verdict, fee, data } = run;
  return {
    name: { vi: name, en: name }, filed, steps: [...steps],
    expect: { path: [...path], letters: [...letters], states: [...states], status, due, verdict, fee, data: found(data) },
  };
};

const found = (data: Data): Data => Object.fromEntries(Object.entries(data).filter(([name]) => !given.has(name)));
