import assert from 'node:assert/strict';
import { readBpmn } from '../bpmn/read.ts';
import { playStory } from '../testing/counterexample.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { readStatechart } from '../statechart/read.ts';
import { prove } from './prove.ts';

const step = (id: string, hours: number, inside = '', more = ''): string => `<userTask id="${id}" motcua:timeLimit="${hours} working hours"${more}>${inside}</userTask>`;
const timer = (text: string): string => `<timerEventDefinition><timeDuration>${text}</timeDuration></timerEventDefinition>`;
const pause = ' motcua:clock="pause:supplement"';
const frame = '<startEvent id="s" motcua:clock="start"/><endEvent id="e" motcua:clock="end"/>';

/** What stands on a line: a diagram, the hours of its longest way, and the steps on it. */
const cases: readonly (readonly [what: string, elements: string, hours: number, ...steps: string[]])[] = [
  ['adds steps in a row', `${frame}${step('a', 3)}${step('b', 4)}${flows('s -> a -> b -> e')}`, 7, 'a', 'b'],
  ['takes the longer of two that overlap', `${frame}<parallelGateway id="f"/><parallelGateway id="j"/>${step('a', 3)}${step('b', 4)}${step('c', 1)}${step('d', 2)}${flows('s -> f -> a -> c -> j -> d -> e; f -> b -> j')}`, 6, 'a', 'c', 'b', 'd'],
  ['takes the longer of two ways', `${frame}<exclusiveGateway id="g" default="g-b"/>${step('a', 3)}${step('b', 4)}<exclusiveGateway id="m"/>${flows('s -> g -> b -> m -> e; g -> a if x; a -> m')}`, 4, 'b'],
  ['knows that a way is ruled out', `${frame}<exclusiveGateway id="g" default="g-b"/><exclusiveGateway id="h" default="h-d"/>${step('a', 5)}${step('b', 1)}${step('c', 9)}${step('d', 2)}<exclusiveGateway id="m"/><exclusiveGateway id="n"/>${flows('s -> g -> b -> m -> h -> d -> n -> e; g -> a if x > 5; a -> m; h -> c if x < 3; c -> n')}`, 10, 'b', 'c'],
  ['leaves out what pauses the clock', `${frame}${step('a', 3)}${step('b', 40, '', pause)}${step('c', 1)}${flows('s -> a -> b -> c -> e')}`, 4, 'a', 'b', 'c'],
  ['counts work once that may be done again', `${frame}${step('a', 3)}${step('b', 4)}<exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-e"/>${flows('s -> m -> a -> b -> g -> e; g -> m if b.again')}`, 7, 'a', 'b'],
  ['waits for silence, where nobody is late', `${frame}${step('a', 2)}<userTask id="w"/><boundaryEvent id="t" attachedToRef="w">${timer('PT6H')}</boundaryEvent><exclusiveGateway id="m"/>${flows('s -> a -> w -> m -> e; t -> m')}`, 8, 'a', 't'],
  ['knows that a step which keeps its limit is not cut short later', `${frame}${step('a', 2)}<boundaryEvent id="t" attachedToRef="a">${timer('PT6H')}</boundaryEvent>${step('b', 9)}<exclusiveGateway id="m"/>${flows('s -> a -> m -> e; t -> b -> m')}`, 2, 'a'],
  ['goes through sub-processes', `${frame}<subProcess id="part"><startEvent id="ps"/><parallelGateway id="f"/>${step('a', 3)}${step('b', 5)}<endEvent id="pe"/>${flows('ps -> f -> a -> pe; f -> b -> pe')}</subProcess>${step('c', 1)}${flows('s -> part -> c -> e')}`, 6, 'a', 'b', 'c'],
  ['counts only while the clock runs', `<startEvent id="s"/>${step('z', 9)}<task id="k" motcua:clock="start"/>${step('a', 3)}<task id="l" motcua:clock="end"/>${step('y', 9)}<endEvent id="e"/>${flows('s -> z -> k -> a -> l -> y -> e')}`, 3, 'z', 'a'],
];

describe('The longest way in working time', () => {
  for (const [what, elements, hours, ...steps] of cases) it(what, async () => {
    const reading = await readBpmn(diagram(elements));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const told = (limit: string) => prove(reading.definition, { limit }).findings.filter(({ rule }) => rule === 'time-sum');
    assert.deepEqual(told(`${hours} working hours`), []);
    const [late] = told(`${hours - 0.5} working hours`);
    assert.ok(late);
    assert.ok(late.message.includes(`${Math.round((hours / 8) * 100) / 100} working days`), late.message);
    assert.deepEqual(late.counterexample!.filter((id) => /^[a-z]$/.test(id)).toSorted(), steps.toSorted());
    assert.notEqual(playStory(reading.definition, late.counterexample!).status, 'failed');
  });

  it('is found in a statechart too', () => {
    const task = (id: string, next: string, timeLimit: string) => ({ meta: { task: { role: 'clerk', timeLimit } }, on: { [`task.complete.${id}`]: next } });
    const reading = readStatechart(JSON.stringify({ id: 'm', initial: 'p', meta: { clock: 'start' }, states: {
      p: { type: 'parallel', onDone: 'c', states: { l: { initial: 'a', states: { a: task('a', 'ae', '3 working hours'), ae: { type: 'final' } } }, r: { initial: 'b', states: { b: task('b', 'be', '4 working hours'), be: { type: 'final' } } } } },
      c: task('c', 'e', '1 working hour'), e: { type: 'final', meta: { clock: 'end' } },
    } }));
    assert.ok('definition' in reading, JSON.stringify(reading));
    assert.deepEqual(prove(reading.definition, { limit: '5 working hours' }).findings, []);
    assert.equal(prove(reading.definition, { limit: '4.5 working hours' }).findings[0]?.rule, 'time-sum');
  });
});
