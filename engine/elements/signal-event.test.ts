import assert from 'node:assert/strict';
import { Bench } from '../testing/bench.ts';
import { compiled } from '../testing/compiled.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { caughtEverywhere } from '../testing/places.ts';
import { verify } from '../testing/table.ts';

const outside = '<signal id="S" name="flood"/>';
const event = '<signalEventDefinition signalRef="S"/>';
const waits = `<startEvent id="s"/><intermediateCatchEvent id="w">${event}</intermediateCatchEvent><userTask id="after"/>${flows('s -> w -> after')}`;
const inSub = (attributes: string) => `<startEvent id="s"/><subProcess id="x"><startEvent id="is"/><intermediateThrowEvent id="t">${event}</intermediateThrowEvent><userTask id="next"/>${flows('is -> t -> next')}</subProcess>
  <boundaryEvent id="b" attachedToRef="x" ${attributes}>${event}</boundaryEvent><userTask id="caught"/>${flows('s -> x; b -> caught')}`;

describe('A signal event', () => {
  verify({
    ...caughtEverywhere({ event, outside, happens: (instance) => instance.signal('flood') }),
    'is waited for, and keeps what it brings': { draw: waits, outside, act: (instance) => instance.signal('flood', { level: 2 }), tasks: ['after'], keeps: { w: { level: 2 } } },
    'reaches everyone in the instance who waits, not the first alone': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><intermediateCatchEvent id="w1">${event}</intermediateCatchEvent><intermediateCatchEvent id="w2">${event}</intermediateCatchEvent><userTask id="a"/><userTask id="b"/>${flows('s -> f -> w1 -> a; f -> w2 -> b')}`, outside,
      act: (instance) => instance.signal('flood'), tasks: ['a', 'b'],
    },
    'ends the activity around its thrower before the thrower moves, when it interrupts': { draw: inSub(''), outside, tasks: ['caught'], visited: ['s', 'x', 'is', 't', 'b', 'caught'] },
    'lets the thrower go on when it does not': { draw: inSub('cancelActivity="false"'), outside, tasks: ['next', 'caught'] },
    'is told to the world': { draw: `<startEvent id="s"/><endEvent id="e">${event}</endEvent>${flows('s -> e')}`, outside, effects: [{ type: 'signal.send', node: 'e', name: 'flood' }] },
    'is heard each time where it does not interrupt': {
      draw: `<startEvent id="s"/><userTask id="u"/><boundaryEvent id="b" attachedToRef="u" cancelActivity="false">${event}</boundaryEvent><userTask id="caught"/>${flows('s -> u; b -> caught')}`, outside, act: (instance) => instance.signal('flood').signal('flood'), tasks: ['u', 'caught', 'caught'],
    },
    'is not kept for who waits later': { draw: `<startEvent id="s"/><intermediateThrowEvent id="t">${event}</intermediateThrowEvent><intermediateCatchEvent id="w">${event}</intermediateCatchEvent><userTask id="after"/>${flows('s -> t -> w -> after')}`, outside, tasks: [] },
    'brings what its thrower maps to it': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><intermediateCatchEvent id="w">${event}</intermediateCatchEvent><task id="a"/><endEvent id="e"><extensionElements><motcua:input name="level">n + 1</motcua:input></extensionElements>${event}</endEvent>${flows('s -> f -> w; f -> a -> e')}`, outside, data: { n: 1 },
      keeps: { n: 1, w: { level: 2 } }, status: 'completed', effects: [{ type: 'signal.send', data: { level: 2 } }],
    },
    'that nobody waits for is refused': {
      draw: waits, outside, tasks: [], act: (instance) => {
        const refused = instance.offer({ type: 'signal', name: 'fire' });
        assert.ok('rejected' in refused && refused.rejected === 'no-signal');
      },
    },
  });

  it('reaches other instances, and begins those that start with it', async () => {
    const begins = `<startEvent id="s">${event}</startEvent><userTask id="help"/>${flows('s -> help')}`;
    const throwing = `<startEvent id="s"/><endEvent id="e">${event}</endEvent>${flows('s -> e')}`;
    const named = async (id: string, body: string) => compiled(diagram(body, outside).replace('<process id="p"', `<process id="${id}"`));
    const bench = new Bench([await named('waits', waits), await named('begins', begins), await named('throws', throwing)]);
    const [first, second] = [bench.start({ definition: 'waits' }), bench.start({ definition: 'waits' })];
    bench.start({ definition: 'throws' });
    assert.deepEqual([first, second].map(({ tasks }) => tasks.map(({ element }) => element)), [['after'], ['after']]);
    assert.deepEqual(bench.instances.filter(({ definition }) => definition.id === 'begins').map(({ visited }) => visited), [['s', 'help']]);
  });
});
