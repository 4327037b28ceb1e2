import assert from 'node:assert/strict';
import { readBpmn } from '../../engine/bpmn/read.ts';
import { prove } from '../../engine/soundness/prove.ts';
import { diagram, flows } from '../../engine/testing/diagram.ts';
import { readStatechart } from '../../engine/statechart/read.ts';
import { framesOf } from './frames.ts';
import { along } from './line.ts';

describe('A story of the proof, step by step', () => {
  it('shows every flow that is taken and where tokens rest at last', async () => {
    const reading = await readBpmn(diagram(`<startEvent id="s"/><exclusiveGateway id="split"/><userTask id="a"/><userTask id="b"/><parallelGateway id="join"/><endEvent id="e"/>${flows('s -> split -> a -> join -> e; split -> b if x; b -> join')}`.replace('id="split"', 'id="split" default="split-a"')));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const { findings } = prove(reading.definition);
    const stuck = findings.find(({ rule }) => rule === 'option-to-complete');
    const frames = framesOf(reading.definition, stuck?.counterexample ?? []);
    assert.deepEqual(frames.map(({ element }) => element), [undefined, frames[1]?.element]);
    assert.deepEqual(frames[0]?.taken[0], 's-split');
    assert.deepEqual(frames.at(-1)?.at, ['join']);
  });

  it('lets a time in working days pass, in a diagram', async () => {
    const reading = await readBpmn(diagram(`<startEvent id="s"/><intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>3 working days</timeDuration></timerEventDefinition></intermediateCatchEvent><endEvent id="e"/>${flows('s -> wait -> e')}`));
    assert.ok('definition' in reading, JSON.stringify(reading));
    assert.deepEqual(framesOf(reading.definition, ['wait']).map(({ taken }) => taken), [['s-wait'], ['wait-e']]);
  });

  const waits = {
    done: { flow: 'a/task.complete.a/1', at: 'b' }, 'after 3 days': { flow: 'a/after 3 days/1', at: 'c' }, 'after 5 working days': { flow: 'a/after 5 working days/1', at: 'd' }, message: { flow: 'a/called/1', at: 'f' },
  };
  for (const [name, { flow, at }] of Object.entries(waits))
    it(`takes the way that is told out of a state that waits for several: ${name}`, () => {
      const reading = readStatechart(JSON.stringify({
        id: 'm', initial: 'a',
        states: {
          a: { meta: { task: {} }, on: { 'task.complete.a': 'b', called: 'f' }, after: { '3 days': 'c', '5 working days': 'd' } },
          ...Object.fromEntries(['b', 'c', 'd', 'f'].map((id) => [id, { meta: { task: {} }, on: { [`task.complete.${id}`]: 'end' } }])), end: { type: 'final' },
        },
      }));
      assert.ok('definition' in reading, JSON.stringify(reading));
      assert.deepEqual(framesOf(reading.definition, ['a', flow]).at(-1), { element: 'a', chosen: [flow], taken: [flow], at: [at] });
    });

  it('lets the machine report an error where the story says so', () => {
    const reading = readStatechart(JSON.stringify({ id: 'm', initial: 'a', states: { a: { invoke: { src: 'notify', onDone: 'b', onError: 'c' } }, b: { type: 'final' }, c: { meta: { task: {} }, on: { 'task.complete.c': 'b' } } } }));
    assert.ok('definition' in reading, JSON.stringify(reading));
    assert.deepEqual(framesOf(reading.definition, ['a', 'a/onError/1']).at(-1)?.at, ['c']);
  });

  it('moves evenly along the corners of a flow', () => {
    const corner = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 50 }];
    assert.deepEqual([0, 60, 100, 120, 150, 900].map((distance) => along(corner, distance)), [{ x: 0, y: 0 }, { x: 60, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 20 }, { x: 100, y: 50 }, { x: 100, y: 50 }]);
  });
});
