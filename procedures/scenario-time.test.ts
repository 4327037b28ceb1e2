import assert from 'node:assert/strict';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { compileCalendar } from '../engine/calendar/calendar.ts';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import type { LoadedProcedure } from './loaded.ts';
import { runScenario, type ScenarioRun } from './scenario-run.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';
import { readScenarios } from './test-package.ts';

const calendar = compileCalendar(hcmc);

/** A shipped scenario of that file, played with other steps. */
async function playing(key: string, file: string): Promise<(change: (steps: readonly ScenarioStep[]) => readonly ScenarioStep[]) => ScenarioRun> {
  const files = await readFolder(`${import.meta.dirname}/${key}`);
  const loading = await loadPackage(files);
  assert.ok('package' in loading);
  const loaded: LoadedProcedure = loading.package;
  const found = readScenarios(files).find((one) => one.file === `scenarios/${file}.json`);
  assert.ok(found && 'scenario' in found.play);
  const { scenario, application } = found.play;
  return (change) => runScenario(loaded, { ...scenario, steps: [...change(scenario.steps)] as Scenario['steps'] }, application, calendar);
}

describe('time in a scenario', () => {
  it('is that at which a timer was due, however long nobody does anything afterwards', async () => {
    const played = await playing('feedback-on-officials', '04-asked-in-vain');
    const waiting = (days: number) => played((steps) => steps.map((step) => ('wait' in step ? { wait: `+${days} working days` } : step)));
    // The answer that was asked for may take 10 working days; after them the clock runs on, whoever looks.
    const [soon, later] = [waiting(11), waiting(15)];
    assert.deepEqual([soon.problems, later.problems], [[], []]);
    assert.deepEqual([soon.due, later.due], ['2026-12-28', '2026-12-28']);
  });

  it('stands still for a dossier that is over, though its drawing does not end the clock', async () => {
    const played = await playing('traffic-flood-notice', '04-dropped');
    const [once, looked] = [played((steps) => steps), played((steps) => [...steps, { wait: '+3 working days' }])];
    assert.deepEqual([once.status, once.verdict, looked.verdict], ['completed', 'on_time', 'on_time']);
  });
});
