import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { readBpmn } from '../../engine/bpmn/read.ts';
import { readStatechart } from '../../engine/statechart/read.ts';
import { keepsTo } from '../../engine/testing/bar.ts';
import { readProcess } from '../read-process.ts';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Simulated, SimulationPlan } from './plan.ts';
import { simulate } from './simulate.ts';

const calendar = compileCalendar(JSON.parse(await readFile(new URL('../../engine/calendar/hcmc.json', import.meta.url), 'utf8')));
const budget = { milliseconds: 60_000, elapsed: () => 0 };
const usual: SimulationPlan = { from: '2026-03-02T00:30:00.000Z', days: 60, arrivals: 4, staff: {}, steps: {}, ways: {}, limit: '5 working days', seed: 1 };

async function read(path: string): Promise<Definition> {
  const reading = await readProcess(path, await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'));
  if ('problems' in reading) throw new Error(reading.problems[0]?.message);
  return reading.definition;
}
const drawn = async (inner: string): Promise<Definition> => {
  const reading = await readBpmn(`<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="x"><process id="p" isExecutable="true">${inner}</process></definitions>`);
  if ('problems' in reading) throw new Error(reading.problems[0]?.message);
  return reading.definition;
};
const charted = (machine: object): Definition => {
  const reading = readStatechart(JSON.stringify({ id: 'p', ...machine }));
  if ('problems' in reading) throw new Error(reading.problems[0]?.message);
  return reading.definition;
};
const run = (definition: Definition, plan: Partial<SimulationPlan>): Simulated => simulate(definition, { ...usual, ...plan }, calendar, budget);

describe('simulation', function () {
  this.timeout(120_000);

  it('one officer waits in line as queueing theory says (Pollaczek and Khinchine)', async () => {
    const one = await drawn('<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="work"/><userTask id="work" motcua:role="handler"/><sequenceFlow id="g" sourceRef="work" targetRef="e"/><endEvent id="e"/>');
    for (const load of [0.5, 0.7]) {
      const minutes = 10;
      const runs = [1, 2, 3].map((seed) => run(one, { days: 100, arrivals: (480 / minutes) * load, staff: { handler: 1 }, steps: { work: minutes }, seed }));
      const measured = runs.reduce((sum, { steps }) => sum + (steps[0]?.waited.mean ?? 0), 0) / runs.length;
      const expected = (load * minutes * 1.5) / (2 * (1 - load));
      assert.ok(Math.abs(measured / expected - 1) < 0.12, `load ${load}: expected a mean wait of ${expected} minutes, but it was ${measured}`);
      assert.ok(Math.abs((runs[0]?.roles[0]?.busy ?? 0) - load) < 0.05);
    }
  });

  it('a procedure that begins only by time or by a condition is simulated from there', async () => {
    for (const event of ['<timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition>', '<conditionalEventDefinition><condition>waterLevel > 3</condition></conditionalEventDefinition>']) {
      const { dossiers, steps } = run(await drawn(`<startEvent id="s">${event}</startEvent><sequenceFlow id="f" sourceRef="s" targetRef="work"/><userTask id="work" motcua:role="handler"/>`), { days: 20 });
      assert.ok(dossiers > 10, `${dossiers}`);
      assert.equal(steps[0]?.count, dossiers);
    }
  });

  it('ways are taken as often as the plan says, at each kind of gateway', async () => {
    const ways = { a: 6, b: 3, c: 1 };
    const branches = (kind: string, flows: string) => drawn(`<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="g"/>${kind}${flows}${['A', 'B', 'C'].map((id) => `<userTask id="${id}"/>`).join('')}`);
    const flow = (id: string, condition: boolean) => `<sequenceFlow id="${id}" sourceRef="g" targetRef="${id.toUpperCase()}">${condition ? `<conditionExpression>x = "${id}"</conditionExpression>` : ''}</sequenceFlow>`;
    const counted = (definition: Definition) => {
      const { steps, dossiers } = run(definition, { days: 60, arrivals: 40, ways });
      return { dossiers, of: (node: string) => steps.find((step) => step.node === node)?.count ?? 0 };
    };
    for (const withDefault of [true, false]) {
      const exclusive = counted(await branches(`<exclusiveGateway id="g"${withDefault ? ' default="c"' : ''}/>`, flow('a', true) + flow('b', true) + flow('c', !withDefault)));
      assert.equal(exclusive.of('A') + exclusive.of('B') + exclusive.of('C'), exclusive.dossiers);
      assert.ok(Math.abs(exclusive.of('A') / exclusive.dossiers - 0.6) < 0.05 && Math.abs(exclusive.of('B') / exclusive.dossiers - 0.3) < 0.05);
    }
    const inclusive = counted(await branches('<inclusiveGateway id="g"/>', flow('a', true) + flow('b', true) + flow('c', true)));
    assert.ok(inclusive.of('A') + inclusive.of('B') + inclusive.of('C') > inclusive.dossiers, 'several ways at once, and always one');
  });

  for (const path of ['procedures/construction-permit-house/process.bpmn', 'designer/templates/permit/process.bpmn']) {
    it(`${path}: every dossier ends, the same seed is the same run, and nobody is slower for a colleague more`, async () => {
      const definition = await read(path);
      const staff = { receptionist: 1, handler: 1, section_head: 1, signer: 1, clerk: 1, result_officer: 1, centre_head: 1, consulted_agency: 1 };
      const few = run(definition, { staff, arrivals: 2 });
      assert.deepEqual([few.stuck, few.ended, few.cut], [0, few.dossiers, false]);
      assert.deepEqual(run(definition, { staff, arrivals: 2 }), few);
      const more = run(definition, { staff: { ...staff, handler: 6 }, arrivals: 2 });
      const waits = ({ steps }: Simulated) => steps.find(({ node }) => node === 'examine')?.waited.mean ?? 0;
      assert.ok(waits(more) < waits(few), `${waits(more)} against ${waits(few)}`);
    });
  }

  it('a statechart gives the figures of the diagram that says the same', async () => {
    const task = (id: string, role: string, more = '') => `<userTask id="${id}" motcua:role="${role}" motcua:timeLimit="4 working hours" ${more}/>`;
    const flow = (id: string, from: string, to: string, condition = '') => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition && `<conditionExpression>${condition}</conditionExpression>`}</sequenceFlow>`;
    const diagram = await drawn(`<startEvent id="s"/>${task('a', 'receptionist', 'motcua:clock="start" default="no"')}${task('b', 'handler')}<boundaryEvent id="late" attachedToRef="b"><timerEventDefinition><timeDuration>2 working hours</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e" motcua:clock="end"/><endEvent id="l" motcua:clock="end"/>${flow('f', 's', 'a')}${flow('yes', 'a', 'b', 'x')}${flow('no', 'a', 'e')}${flow('u', 'b', 'e')}${flow('v', 'late', 'l')}`);
    const chart = charted({ initial: 'a', states: {
      a: { meta: { task: { role: 'receptionist', timeLimit: '4 working hours' }, clock: 'start' }, on: { 'task.complete.a': [{ guard: 'x', target: 'b' }, 'e'] } },
      b: { meta: { task: { role: 'handler', timeLimit: '4 working hours' } }, on: { 'task.complete.b': 'e' }, after: { '2 working hours': 'l' } },
      e: { type: 'final', meta: { clock: 'end' } }, l: { type: 'final', meta: { clock: 'end' } },
    } });
    const plan = { staff: { receptionist: 1, handler: 1 }, arrivals: 5, days: 30 };
    const [one, other] = [run(diagram, { ...plan, ways: { yes: 3, no: 1 } }), run(chart, { ...plan, ways: { 'a/task.complete.a/1': 3, 'a/task.complete.a/2': 1 } })];
    assert.ok(one.dossiers > 100 && one.steps.length === 2);
    assert.deepEqual(other, one);
  });

  it('the ways of a state are taken as often as the plan says, one after the other, and an answer always leads on', () => {
    const chart = charted({ initial: 'w', states: {
      w: { meta: { task: {} }, on: { 'task.complete.w': ['A', 'B', 'C'].map((id) => ({ guard: `x = "${id}"`, target: id })) } },
      ...Object.fromEntries(['A', 'B', 'C'].map((id) => [id, { meta: { task: {} }, on: { [`task.complete.${id}`]: 'end' } }])), end: { type: 'final' },
    } });
    const { steps, dossiers, stuck } = run(chart, { days: 60, arrivals: 40, ways: { 'w/task.complete.w/1': 6, 'w/task.complete.w/2': 3, 'w/task.complete.w/3': 1 } });
    const share = (node: string) => (steps.find((step) => step.node === node)?.count ?? 0) / dossiers;
    assert.equal(stuck, 0);
    assert.ok(Math.abs(share('A') - 0.6) < 0.05 && Math.abs(share('B') - 0.3) < 0.05 && Math.abs(share('A') + share('B') + share('C') - 1) < 1e-9);
  });

  it('procedures/urban-order-report, a statechart: every report ends, the same seed is the same run, and nobody is slower for a colleague more', async () => {
    const definition = await read('procedures/urban-order-report/process.statechart.json');
    const staff = { receptionist: 1, handler: 1, section_head: 1 };
    const few = run(definition, { staff, arrivals: 8, days: 30 });
    assert.deepEqual([few.stuck, few.ended, few.cut], [0, few.dossiers, false]);
    assert.deepEqual(run(definition, { staff, arrivals: 8, days: 30 }), few);
    const waits = ({ steps }: Simulated) => steps.find(({ node }) => node === 'visit')?.waited.mean ?? 0;
    assert.ok(waits(run(definition, { staff: { ...staff, handler: 4 }, arrivals: 8, days: 30 })) < waits(few));
  });

  it('a step cut short by its time leaves nobody busy, and a procedure that never ends is cut', async () => {
    const timed = await drawn('<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="work"/><userTask id="work" motcua:role="handler"/><boundaryEvent id="late" attachedToRef="work"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="h" sourceRef="late" targetRef="e2"/><endEvent id="e2"/><sequenceFlow id="g" sourceRef="work" targetRef="e"/><endEvent id="e"/>');
    const result = run(timed, { staff: { handler: 1 }, steps: { work: 600 }, arrivals: 5, days: 20 });
    assert.deepEqual([result.stuck, result.ended], [0, result.dossiers]);
    const endless = await drawn('<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="g"/><exclusiveGateway id="g" default="on"/><sequenceFlow id="on" sourceRef="g" targetRef="work"/><userTask id="work"/><sequenceFlow id="back" sourceRef="work" targetRef="g"/><sequenceFlow id="out" sourceRef="g" targetRef="e"><conditionExpression>x</conditionExpression></sequenceFlow><endEvent id="e"/>');
    const began = performance.now();
    const short = { milliseconds: 1000, elapsed: () => performance.now() - began };
    assert.equal(simulate(endless, { ...usual, ways: { out: 0 }, steps: { work: 5 } }, calendar, short).cut, true);
    assert.ok(keepsTo(performance.now() - began, 5000));
  });
});
