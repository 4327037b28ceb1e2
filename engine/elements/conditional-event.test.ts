import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const event = (condition: string) => `<conditionalEventDefinition><condition>${condition}</condition></conditionalEventDefinition>`;
const waits = `<startEvent id="s"/><intermediateCatchEvent id="w">${event('paid &gt;= fee')}</intermediateCatchEvent><userTask id="after"/>${flows('s -> w -> after')}`;
const watched = `<startEvent id="s"/><userTask id="u"/><boundaryEvent id="b" attachedToRef="u" cancelActivity="false">${event('level &gt; 3')}</boundaryEvent><userTask id="act"/>${flows('s -> u; b -> act')}`;

describe('A conditional event', () => {
  verify({
    'passes at once when its condition holds already': { draw: waits, data: { paid: 5, fee: 5 }, tasks: ['after'] },
    'waits until the data make it hold': { draw: waits, data: { paid: 0, fee: 5 }, act: (instance) => instance.change({ paid: 3 }).change({ paid: 5 }), tasks: ['after'] },
    'is asked again when a task changes the data': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="pay"/><intermediateCatchEvent id="w">${event('pay &gt; 2')}</intermediateCatchEvent><userTask id="after"/>${flows('s -> f -> pay; f -> w -> after')}`, data: { pay: 0 },
      act: (instance) => instance.complete('pay', 3), tasks: ['after'],
    },
    'happens once each time its condition begins to hold': { draw: watched, data: { level: 0 }, act: (instance) => instance.change({ level: 4 }).change({ level: 5 }).change({ level: 1 }).change({ level: 6 }), tasks: ['u', 'act', 'act'] },
    'waits as long as its data are not there': { draw: waits, data: { paid: 5 }, act: (instance) => instance.change({ fee: 5 }), tasks: ['after'] },
    'interrupts before the next token moves, although the condition would not hold for long': {
      draw: `<startEvent id="s"/><subProcess id="p1"><startEvent id="is"/><scriptTask id="x"><script>1</script></scriptTask><scriptTask id="back" motcua:result="x"><script>0</script></scriptTask><userTask id="in"/>${flows('is -> x -> back -> in')}</subProcess>
        <boundaryEvent id="b" attachedToRef="p1">${event('x = 1')}</boundaryEvent><userTask id="out"/>${flows('s -> p1; b -> out')}`, tasks: ['out'], keeps: { x: 1 },
    },
  });
});
