import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readBpmn } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';
import { readStatechart } from '../../engine/statechart/read.ts';
import { processChanges, type ProcessChange } from './process-diff.ts';

const xml = readFileSync(new URL('../../procedures/construction-permit-house/process.bpmn', import.meta.url), 'utf8');
const read = async (text: string): Promise<Definition> => {
  const reading = await readBpmn(text);
  if (!('definition' in reading)) throw new Error(JSON.stringify(reading.problems));
  return reading.definition;
};
/** Names are as the file has them, at elements that it has. */
type Said = ProcessChange extends infer One ? (One extends unknown ? Omit<One, 'at'> : never) : never;
const said = ({ at, ...change }: ProcessChange): Said => {
  assert.ok(xml.includes(`id="${at}"`), at);
  return change;
};
const changed = async (...by: [from: string | RegExp, to: string][]) => {
  const text = by.reduce((all, [from, to]) => {
    const next = all.replace(from, to);
    assert.notEqual(next, all, `nothing to replace: ${String(from)}`);
    return next;
  }, xml);
  return processChanges(await read(xml), await read(text));
};

describe('what changes from one version of a process to the next', () => {
  it('is nothing when it is the same', async () => assert.deepEqual(processChanges(await read(xml), await read(xml)), []));

  it('is nothing when only the drawing moved', async () => assert.deepEqual(await changed([/<dc:Bounds x="\d+"/, '<dc:Bounds x="7"']), []));

  const cases: [string, [string | RegExp, string][], Said[]][] = [
    ['a time limit', [['motcua:timeLimit="4 working hours"', 'motcua:timeLimit="1 working day"']], [{ change: 'step-property', name: 'Tiếp nhận, kiểm tra hồ sơ', property: 'timeLimit', from: '4 working hours', to: '1 working day' }]],
    ['a name', [['name="Tiếp nhận, kiểm tra hồ sơ"', 'name="Kiểm tra"']], [{ change: 'step-property', name: 'Kiểm tra', property: 'name', from: 'Tiếp nhận, kiểm tra hồ sơ', to: 'Kiểm tra' }]],
    ['a name, and nothing of the usual way that leads there', [['name="Thẩm định, kiểm tra thực địa"', 'name="Xem xét"']], [{ change: 'step-property', name: 'Xem xét', property: 'name', from: 'Thẩm định, kiểm tra thực địa', to: 'Xem xét' }]],
    ['which way is the usual one', [[' default="issuedBefore_examine"', '']], [{ change: 'step-property', name: 'Chỉ gia hạn, cấp lại?', property: 'default', from: 'Thẩm định, kiểm tra thực địa' }]],
    ['what an event waits for', [['>10 working days</bpmn:timeDuration>', '>15 working days</bpmn:timeDuration>']], [{ change: 'step-property', name: '10 ngày làm việc', property: 'waits', from: '10 working days', to: '15 working days' }]],
    ['a condition', [['=reception.outcome = "accept"', '=reception.outcome != "supplement"']], [{ change: 'way-condition', between: ['receptionDecision', 'received'], name: 'Quyết định? → Tiếp nhận', from: 'reception.outcome = "accept"', to: 'reception.outcome != "supplement"' }]],
  ];
  // Each of these the engine reads: none may pass for a change of the drawing alone.
  const rare: readonly (readonly [name: string, from: string | RegExp, to: string, at: string, property: string])[] = [
    ['whether a boundary event interrupts', 'id="dueSoon" name="Sắp đến hạn" attachedToRef="handling" cancelActivity="false"', 'id="dueSoon" name="Sắp đến hạn" attachedToRef="handling"', 'dueSoon', 'interrupting'],
    ['how often a step is done', '<bpmn:incoming>handlingStart_openRework</bpmn:incoming>', '<bpmn:incoming>handlingStart_openRework</bpmn:incoming><bpmn:standardLoopCharacteristics loopMaximum="3"/>', 'openRework', 'loopKind'],
    ['how many tokens begin a step', 'id="assign" name="Phân công thụ lý"', 'id="assign" startQuantity="2" name="Phân công thụ lý"', 'assign', 'startQuantity'],
  ];
  for (const [name, from, to, at, property] of rare) it(`is ${name}`, async () => assert.ok((await changed([from, to])).some((one) => one.change === 'step-property' && one.at === at && one.property === property)));

  it('is which ways are tried first, where two may be open at once, and not where they hold apart', async () => {
    const swapped = (text: string) => text.replace(/(<bpmn:sequenceFlow id="conclusion_askOpinions"[^]*?<\/bpmn:sequenceFlow>)([^]*?)(<bpmn:sequenceFlow id="conclusion_requestSupplement"[^]*?<\/bpmn:sequenceFlow>)/, '$3$2$1');
    const told = async (text: string) => processChanges(await read(text), await read(swapped(text))).map((one) => [one.change, one.at]);
    assert.notEqual(swapped(xml), xml);
    assert.deepEqual(await told(xml), []);
    assert.deepEqual(await told(xml.replace('=examination.outcome = "consult"', '=examination.outcome != "ok"')), [['way-order', 'conclusion']]);
  });

  const chart = JSON.parse(readFileSync(new URL('../../procedures/urban-order-report/process.statechart.json', import.meta.url), 'utf8')) as Chart;
  const readChart = (machine: unknown): Definition => {
    const reading = readStatechart(JSON.stringify(machine));
    assert.ok('definition' in reading, JSON.stringify(reading));
    return reading.definition;
  };
  type Chart = { [key: string]: unknown };
  /** Changes the first member of the name within the chart. */
  const within = (value: unknown, key: string, change: (found: unknown) => unknown): unknown => {
    let done = false;
    const visit = (each: unknown): unknown => {
      if (done || typeof each !== 'object' || each === null) return each;
      if (Array.isArray(each)) return each.map(visit);
      return Object.fromEntries(Object.entries(each).map(([name, member]) => {
        if (done || name !== key) return [name, visit(member)];
        done = true;
        return [name, change(member)];
      }));
    };
    const next = visit(value);
    assert.ok(done, key);
    return next;
  };
  const charts: readonly (readonly [what: string, key: string, change: (found: unknown) => unknown])[] = [
    ['how long a state waits', 'after', (found) => Object.fromEntries(Object.entries(found as Chart).map(([, way]) => ['77 minutes', way]))],
    ['what a decision is given', 'inputs', () => ({ category: '"trat_tu"' })],
    ['what is done on entering', 'entry', (found) => (Array.isArray(found) ? found.slice(1) : [])],
  ];
  for (const [what, key, change] of charts) it(`is ${what} in a statechart`, () => {
    const [one, other] = [readChart(chart), readChart(within(chart, key, change))];
    assert.notDeepEqual(processChanges(one, other), []);
    assert.deepEqual(processChanges(one, one), []);
  });

  for (const [name, by, expected] of cases) it(`is ${name}`, async () => assert.deepEqual((await changed(...by)).map(said), expected));

  it('is told in English by English names', async () => assert.deepEqual(processChanges(await read(xml), await read(xml.replace('motcua:timeLimit="4 working hours"', 'motcua:timeLimit="1 working day"')), 'en').map(({ name }) => name), ['Receive and check']));

  it('is steps and ways that came and went', () => {
    const node = (id: string) => ({ id, name: id.toUpperCase(), kind: 'task' as const, parent: 'p', incoming: [], outgoing: [], boundary: [], step: {} });
    const definition = (ids: string[], flows: string[]): Definition => ({
      format: 1, id: 'p', starts: [], nodes: Object.fromEntries(ids.map((id) => [id, node(id)])),
      flows: Object.fromEntries(flows.map((ends) => [ends, { id: ends, source: ends[0]!, target: ends[1]! }])),
    });
    assert.deepEqual(processChanges(definition(['a', 'b', 'c'], ['ab', 'bc']), definition(['a', 'c', 'd'], ['ac', 'cd'])), [
      { at: 'd', change: 'step-added', name: 'D', kind: 'task' },
      { at: 'b', change: 'step-removed', name: 'B', kind: 'task' },
      { at: 'ac', between: ['a', 'c'], change: 'way-added', name: 'A → C' },
    ]);
  });
});
