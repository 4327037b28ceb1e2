import assert from 'node:assert/strict';
import { Bench } from '../../testing/bench.ts';
import { compiled } from '../../testing/compiled.ts';
import { diagram, flows } from '../../testing/diagram.ts';
import { assertSound } from '../../testing/sound.ts';
import type { Data } from '../../state.ts';
import { readBpmn } from '../read.ts';
import { inOurWords } from './in-our-words.ts';
import { drawn } from './testing/drawn.ts';

const at = '2026-01-05T01:00:00.000Z';

describe('What a call activity of Camunda 7 maps for itself', () => {
  const called = '<process id="q"><startEvent id="qs"/><userTask id="x"/><endEvent id="qe"/><sequenceFlow id="q1" sourceRef="qs" targetRef="x"/><sequenceFlow id="q2" sourceRef="x" targetRef="qe"/></process>';
  const calls = (extensions: string, inside = ''): string => drawn(`<startEvent id="s"/><callActivity id="c" calledElement="q"><extensionElements>${extensions}</extensionElements>${inside}</callActivity><userTask id="after"/>${flows('s -> c -> after')}`, called);
  const parameters = (inner: string): string => `<camunda:inputOutput>${inner}</camunda:inputOutput>`;
  const input = (name: string, value: string): string => `<camunda:inputParameter name="${name}">${value}</camunda:inputParameter>`;
  const output = (name: string, value: string): string => `<camunda:outputParameter name="${name}">${value}</camunda:outputParameter>`;
  const all = '<camunda:in variables="all"/>';
  /** What the called process is handed, what its step answers, and what the caller has then; the caller begins with n = 1 and k = 5. */
  const rows: Readonly<Record<string, readonly [extensions: string, handed: Data, answer: Data, data: Data]>> = {
    'inputs are its own and handed on': [parameters(input('a', '${n + 1}') + input('b', '${a * 10}')) + '<camunda:in source="b" target="t"/><camunda:in sourceExpression="${a + b}" target="sum"/>', { t: 20, sum: 22 }, {}, { n: 1, k: 5 }],
    'inputs hide what is around, and are handed with all': [parameters(input('n', '${n + 1}')) + all, { n: 2, k: 5 }, {}, { n: 1, k: 5 }],
    'all of its own alone': [parameters(input('a', '${n + 1}')) + '<camunda:in variables="all" local="true"/>', { a: 2 }, {}, { n: 1, k: 5 }],
    'one of its own, and one that is not': [parameters(input('a', '7')) + '<camunda:in source="a" target="t" local="true"/><camunda:in source="n" target="u" local="true"/>', { t: '7', u: null }, {}, { n: 1, k: 5 }],
    'outputs are computed from what came back': ['<camunda:out source="r" target="got"/>' + parameters(output('twice', '${got * 2}') + output('more', '${twice + k}')), {}, { r: 4 }, { n: 1, k: 5, got: 4, twice: 8, more: 13 }],
    'what comes back for itself alone is gone afterwards': ['<camunda:out source="r" target="got" local="true"/>' + parameters(output('twice', '${got * 2}')), {}, { r: 4 }, { n: 1, k: 5, twice: 8 }],
    'what comes back under the name of an input is its own': [parameters(input('n', '${n}') + output('m', '${n}')) + '<camunda:out source="r" target="n"/>', {}, { r: 4 }, { n: 1, k: 5, m: 4 }],
    'all that comes back, but what is its own': [parameters(input('k', '${k}') + output('m', '${k + n}')) + '<camunda:out variables="all"/>', {}, { n: 3, k: 9 }, { n: 3, k: 5, m: 12 }],
    'all that comes back for itself alone': ['<camunda:out variables="all" local="true"/>' + parameters(output('m', '${k + n}')), {}, { n: 3, k: 9 }, { n: 1, k: 5, m: 12 }],
    'outputs see what is around, not the called process': [all + parameters(output('m', '${n}')), { n: 1, k: 5 }, { n: 3 }, { n: 1, k: 5, m: 1 }],
    'what comes back is of the called process, not of what is around': ['<camunda:out source="n" target="m"/>', {}, { r: 4 }, { n: 1, k: 5, m: null }],
    'outputs where nothing comes back': [parameters(input('a', '${n}') + output('m', '${a + 1}')), {}, { n: 3 }, { n: 1, k: 5, m: 2 }],
  };
  for (const [name, [extensions, handed, answer, data]] of Object.entries(rows)) it(name, async () => {
    const xml = calls(extensions);
    const definition = await compiled(xml);
    const said = await readBpmn((await inOurWords(xml))!.xml, { process: 'p' });
    assert.deepEqual('definition' in said && said.definition, definition, 'in our words it is the same');
    const instance = new Bench(definition, { at }).start({ data: { n: 1, k: 5 } });
    assert.deepEqual(instance.state.scopes.find((scope) => scope.called === 'q')?.own, handed);
    instance.complete('x', answer);
    assert.deepEqual([instance.incidents, instance.data, instance.tasks.map(({ element }) => element)], [[], data, ['after']]);
    assertSound(instance, {});
  });

  it('each of several calls has its own', async () => {
    const instance = new Bench(await compiled(calls(parameters(input('a', '${one * 10}') + output('b', '${r + a}')) + '<camunda:in variables="all" local="true"/><camunda:in source="loopCounter" target="turn"/><camunda:in source="nrOfInstances" target="turns"/><camunda:out source="r" target="r" local="true"/>', '<multiInstanceLoopCharacteristics isSequential="true" camunda:collection="list" camunda:elementVariable="one"/>')), { at }).start({ data: { list: [1, 2] } });
    const handed = (): unknown => instance.state.scopes.find((scope) => scope.called === 'q')?.own;
    assert.deepEqual(handed(), { a: 10, one: 1, loopCounter: 1, turn: 0, turns: 2 });
    instance.complete('x', { r: 3 });
    assert.deepEqual([handed(), instance.data], [{ a: 20, one: 2, loopCounter: 2, turn: 1, turns: 2 }, { list: [1, 2], b: 13 }]);
    instance.complete('x', { r: 4 });
    assert.deepEqual(instance.data, { list: [1, 2], b: 24 });
  });

  it('what the loop counts is counted in the called process as around it', async () => {
    const called = '<process id="q"><startEvent id="qs"/><userTask id="x"/><sequenceFlow id="q1" sourceRef="qs" targetRef="x"/><scriptTask id="told" scriptFormat="juel" camunda:resultVariable="told"><script>${loopCounter * 10 + nrOfInstances}</script></scriptTask><sequenceFlow id="q2" sourceRef="x" targetRef="told"/></process>';
    const xml = drawn(`<startEvent id="s"/><callActivity id="c" calledElement="q"><extensionElements><camunda:in source="loopCounter" target="loopCounter"/><camunda:in source="nrOfInstances" target="nrOfInstances"/><camunda:out source="told" target="told"/></extensionElements><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></callActivity><endEvent id="e"/>${flows('s -> c -> e')}`, called);
    const instance = new Bench(await compiled(xml), { at }).start();
    assert.equal(instance.complete('x').data['told'], 3);
    assert.equal(instance.complete('x').data['told'], 13);
  });

  it('is no matter of another activity', async () => {
    const said = (inside: string): string => diagram(`<startEvent id="s"/><userTask id="x"><extensionElements>${inside}</extensionElements></userTask>${flows('s -> x')}`);
    for (const [inside, rule] of [['<motcua:own name="a">1</motcua:own>', 'misplaced-input'], ['<motcua:kept name="a">1</motcua:kept>', 'misplaced-output'], ['<motcua:local name="a">1</motcua:local>', 'misplaced-output']] as const) {
      const reading = await readBpmn(said(inside));
      assert.deepEqual('problems' in reading && reading.problems.map((each) => `${each.severity} ${each.rule} ${each.element}`), [`error ${rule} x`]);
    }
  });
});
