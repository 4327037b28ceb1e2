import assert from 'node:assert/strict';
import { link, unlinked } from './link.ts';
import { Bench } from './testing/bench.ts';
import { readStatechart } from './statechart/read.ts';
import { compiled } from './testing/compiled.ts';
import { flows } from './testing/diagram.ts';

const file = (id: string, body: string): Promise<Awaited<ReturnType<typeof compiled>>> =>
  compiled(`<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="${id}" isExecutable="true">${body}</process></definitions>`);
const calling = (id: string, called: string): Promise<Awaited<ReturnType<typeof compiled>>> =>
  file(id, `<startEvent id="${id}-s"/><callActivity id="${id}-c" calledElement="${called}"><extensionElements><motcua:input name="n">n</motcua:input><motcua:output name="n">n</motcua:output></extensionElements></callActivity><endEvent id="${id}-e"/>${flows(`${id}-s -> ${id}-c -> ${id}-e`)}`);
const doubling = await file('double', `<startEvent id="ds"/><scriptTask id="twice" motcua:result="n" scriptFormat="feel"><script>n * 2</script></scriptTask><userTask id="look"/><endEvent id="de"/>${flows('ds -> twice -> look -> de')}`);

describe('A process that calls one of another file', () => {
  it('runs it as if it stood in its own', async () => {
    const { definition, faults } = link(await calling('a', 'b'), new Map([['b', await calling('b', 'double')], ['double', doubling]]));
    assert.deepEqual([faults, unlinked(definition), Object.keys(definition.processes ?? {})], [[], [], ['b', 'double']]);
    const instance = new Bench(definition).start({ data: { n: 21 } });
    instance.complete('look');
    assert.deepEqual([instance.status, instance.data], ['completed', { n: 42 }]);
    assert.deepEqual(instance.visited, ['a-s', 'a-c', 'b-s', 'b-c', 'ds', 'twice', 'look', 'de', 'b-e', 'a-e']);
  });

  it('is linked by itself on a bench that has both', async () => {
    const instance = new Bench([await calling('a', 'double'), doubling]).start({ data: { n: 1 } });
    assert.deepEqual(instance.tasks.map(({ element }) => element), ['look']);
  });

  it('may call it by another name', async () => {
    const { definition } = link(await calling('a', 'doubling'), new Map([['doubling', doubling]]));
    assert.deepEqual(new Bench(definition).start({ data: { n: 2 } }).complete('look').data, { n: 4 });
  });

  it('may be called by it in turn', async () => {
    const { definition, faults } = link(await calling('a', 'b'), new Map([['b', await calling('b', 'a')], ['a', await calling('a', 'b')]]));
    assert.deepEqual([faults, unlinked(definition)], [[], []]);
  });

  it('stays as it is when there is none', async () => {
    const alone = await calling('a', 'nobody');
    assert.equal(link(alone, new Map([['double', doubling]])).definition, alone);
    assert.deepEqual(unlinked(alone).map(({ called }) => called), ['nobody']);
  });

  it('is refused when both have an element of the same id', async () => {
    const other = await file('other', `<startEvent id="a-s"/><endEvent id="oe"/>${flows('a-s -> oe')}`);
    assert.deepEqual(link(await calling('a', 'other'), new Map([['other', other]])).faults, [{ element: 'a-c', message: 'expected every id once in a process and those that it calls, but "a-s" stands in a and in other, which a-c calls' }]);
  });

  it('is refused when it is a statechart, which is always the whole', async () => {
    const reading = readStatechart(JSON.stringify({ id: 'chart', initial: 'a', states: { a: { on: { go: 'b' } }, b: { type: 'final' } } }));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const { definition, faults } = link(await calling('a', 'chart'), new Map([['chart', reading.definition]]));
    assert.deepEqual([definition.processes, faults], [undefined, [{ element: 'a-c', message: 'expected a-c to call a process that is drawn, but "chart" is a statechart, which is always the whole of a dossier: draw as BPMN what is to be called' }]]);
  });
});
