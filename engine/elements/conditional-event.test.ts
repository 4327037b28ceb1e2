import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';
import { caughtEverywhere } from '../testing/places.ts';

const event = (condition: string) => `<conditionalEventDefinition><condition>${condition}</condition></conditionalEventDefinition>`;
const waits = `<startEvent id="s"/><intermediateCatchEvent id="w">${event('paid &gt;= fee')}</intermediateCatchEvent><userTask id="after"/>${flows('s -> w -> after')}`;
const watched = `<startEvent id="s"/><userTask id="u"/><boundaryEvent id="b" attachedToRef="u" cancelActivity="false">${event('level &gt; 3')}</boundaryEvent><userTask id="act"/>${flows('s -> u; b -> act')}`;

describe('A conditional event', () => {
  verify({
    ...caughtEverywhere({ event: event('level &gt; 3'), data: { level: 0 }, happens: (instance) => instance.change({ level: 4 }) }),
    'passes at once when its condition holds already': { draw: waits, data: { paid: 5, fee: 5 }, tasks: ['after'] },
    'waits until the data make it hold': { draw: waits, data: { paid: 0, fee: 5 }, act: (instance) => instance.change({ paid: 3 }).change({ paid: 5 }), tasks: ['after'] },
    'is asked again when a task changes the data': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="pay"/><intermediateCatchEvent id="w">${event('pay &gt; 2')}</intermediateCatchEvent><userTask id="after"/>${flows('s -> f -> pay; f -> w -> after')}`, data: { pay: 0 },
      act: (instance) => instance.complete('pay', 3), tasks: ['after'],
    },
    'happens once each time its condition begins to hold': { draw: watched, data: { level: 0 }, act: (instance) => instance.change({ level: 4 }).change({ level: 5 }).change({ level: 1 }).change({ level: 6 }), tasks: ['u', 'act', 'act'] },
    'happens at the boundary at once when its condition holds already': { draw: watched, data: { level: 9 }, tasks: ['u', 'act'] },
    'does not hold while it is neither true nor false': { draw: waits, data: { paid: 'much', fee: 5 }, tasks: [], status: 'active' },
    'sees what only its own sub-process knows': {
      draw: `<startEvent id="s"/><subProcess id="p1"><dataObject id="level"/><startEvent id="is"/><userTask id="u" motcua:result="level"/><boundaryEvent id="b" attachedToRef="back" cancelActivity="false">${event('level &gt; 3')}</boundaryEvent><userTask id="back"/><userTask id="act"/>${flows('is -> u -> back; b -> act')}</subProcess>${flows('s -> p1')}`,
      act: (instance) => instance.complete('u', 4), tasks: ['back', 'act'], keeps: {},
    },
    'is not asked any more when its activity is done': { draw: watched, data: { level: 0 }, act: (instance) => instance.complete('u').offer({ type: 'data', data: { level: 9 } }), status: 'completed', visited: ['s', 'u'] },
    'begins an instance when it begins to hold in the world, and none while it goes on holding': {
      draw: `<startEvent id="s">${event('level &gt; 3')}</startEvent><userTask id="u"/>${flows('s -> u')}`, begin: (bench) => {
        for (const level of [1, 4, 5, 0, 6]) bench.change({ level });
      }, act: (_instance, bench) => assert.equal(bench.instances.length, 2), tasks: ['u'], keeps: { level: 4 },
    },
    'waits as long as its data are not there': { draw: waits, data: { paid: 5 }, act: (instance) => instance.change({ fee: 5 }), tasks: ['after'] },
    'interrupts before the next token moves, although the condition would not hold for long': {
      draw: `<startEvent id="s"/><subProcess id="p1"><startEvent id="is"/><scriptTask id="x"><script>1</script></scriptTask><scriptTask id="back" motcua:result="x"><script>0</script></scriptTask><userTask id="in"/>${flows('is -> x -> back -> in')}</subProcess>
        <boundaryEvent id="b" attachedToRef="p1">${event('x = 1')}</boundaryEvent><userTask id="out"/>${flows('s -> p1; b -> out')}`, tasks: ['out'], keeps: { x: 1 },
    },
  });
});
