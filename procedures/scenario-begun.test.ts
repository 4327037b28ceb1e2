import assert from 'node:assert/strict';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { compileCalendar } from '../engine/calendar/calendar.ts';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import type { LoadedProcedure } from './loaded.ts';
import { runScenario, type ScenarioRun } from './scenario-run.ts';
import type { Scenario } from './scenario.ts';
import { readScenarios } from './test-package.ts';

describe('a scenario of a procedure that another one begins', () => {
  let loaded: LoadedProcedure;
  let play: { readonly scenario: Scenario; readonly application: Readonly<Record<string, never>> };
  before(async () => {
    const files = await readFolder(`${import.meta.dirname}/child-residence`);
    const loading = await loadPackage(files);
    assert.ok('package' in loading);
    loaded = loading.package;
    const [first] = readScenarios(files);
    assert.ok(first && 'scenario' in first.play);
    play = first.play as typeof play;
  });
  const run = (said?: Scenario['filed']['said']): ScenarioRun =>
    runScenario(loaded, { ...play.scenario, filed: { ...play.scenario.filed, ...(said && { said }) } }, play.application, compileCalendar(hcmc));

  it('begins by its word, with the other dossier as its origin', () => {
    const { problems, visited, data } = run();
    assert.deepEqual([problems, visited.has('begun'), data['origin']], [[], true, { dossier: 'another', code: 'H29.99.1-261120-0000' }]);
  });
  it('has what the word says beside the application', () => assert.deepEqual(run({ kind: 'message', name: 'child-residence', data: { urgent: true } }).data['urgent'], true));
  it('says so of a word that does not begin it', () => assert.deepEqual(run({ kind: 'signal', name: 'child-residence' }).problems.map(({ message }) => message), ['expected the procedure to begin by signal "child-residence", but it does not']));
});

describe('a scenario of a procedure that a condition begins', () => {
  let loaded: LoadedProcedure;
  let scenario: Scenario;
  before(async () => {
    const files = new Map(await readFolder(`${import.meta.dirname}/child-residence`));
    const drawn = String(files.get('process.bpmn'));
    const changed = drawn.replace(/(<bpmn:startEvent id="begun"[^]*?)<bpmn:messageEventDefinition[^>]*?\/>/, '$1<bpmn:conditionalEventDefinition id="high"><bpmn:condition>waterLevel &gt; 3</bpmn:condition></bpmn:conditionalEventDefinition>');
    assert.notEqual(changed, drawn);
    const loading = await loadPackage(files.set('process.bpmn', changed));
    assert.ok('package' in loading, JSON.stringify(loading));
    loaded = loading.package;
    const [first] = readScenarios(files);
    assert.ok(first && 'scenario' in first.play);
    scenario = first.play.scenario;
  });
  const run = (facts: Readonly<Record<string, unknown>>, channel: 'office' | 'online' = 'office'): ScenarioRun => runScenario(loaded, { ...scenario, filed: { ...scenario.filed, channel, facts }, steps: [] }, {}, compileCalendar(hcmc));

  it('begins by the facts by which it holds, which are its data, and nobody has applied', () => {
    const { problems, visited, data } = run({ waterLevel: 4 });
    assert.deepEqual([problems.filter(({ what }) => what === 'start'), visited.has('begun'), data['waterLevel'], data['applicant'], data['application']], [[], true, 4, null, undefined]);
  });
  it('says so when it does not hold', () => assert.match(run({ waterLevel: 2 }).problems[0]?.message ?? '', /^expected a condition by which the procedure begins to hold \(waterLevel > 3\), but by these facts none does$/));
  it('says so when somebody is said to file', () => assert.match(run({ waterLevel: 4 }, 'online').problems[0]?.message ?? '', /to be the office's, but the scenario says "online"/));
});
