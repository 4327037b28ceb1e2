import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const undone = (id: string) => `<userTask id="${id}"/><boundaryEvent id="${id}_c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="un_${id}" isForCompensation="true"/><association id="${id}_a" sourceRef="${id}_c" targetRef="un_${id}" associationDirection="One"/>`;
const draw = `<startEvent id="s"/><transaction id="x"><startEvent id="is"/>${undone('book')}${undone('pay')}<exclusiveGateway id="g" default="g-ok"/><endEvent id="ok"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('is -> book -> pay -> g -> ok; g -> no if failed')}</transaction>
  <boundaryEvent id="c" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="good"/><userTask id="bad"/>${flows('s -> x -> good; c -> bad')}`;

const nested = `<startEvent id="s"/><transaction id="x"><parallelGateway id="f"/>${undone('a')}<subProcess id="y">${undone('b')}<userTask id="c"/>${flows('b -> c')}</subProcess><userTask id="stop"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('f -> a -> y; f -> stop -> no')}</transaction>
  <boundaryEvent id="c1" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="bad"/>${flows('s -> x; c1 -> bad')}`;

describe('A transaction', () => {
  verify({
    'goes on when it succeeds': { draw, data: { failed: false }, act: (instance) => instance.complete('book').complete('pay'), tasks: ['good'] },
    'is cancelled by its cancel end event: what was done is undone, the last first': {
      draw, data: { failed: true }, act: (instance) => instance.complete('book').complete('pay').complete('un_pay'), tasks: ['un_book'], visited: ['s', 'x', 'is', 'book', 'pay', 'g', 'no', 'un_pay', 'un_book'],
    },
    'then leaves by its cancel boundary event': { draw, data: { failed: true }, act: (instance) => instance.complete('book').complete('pay').complete('un_pay').complete('un_book'), tasks: ['bad'] },
    'that is done several times is cancelled as one': {
      draw: `<startEvent id="s"/><transaction id="x"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><userTask id="a"/><endEvent id="e"><cancelEventDefinition/></endEvent>${flows('a -> e')}</transaction>
        <boundaryEvent id="c" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="good"/><userTask id="bad"/>${flows('s -> x -> good; c -> bad')}`,
      act: (instance) => instance.complete('a'), tasks: ['bad'],
    },
    'undoes also what was done in a sub-process that is still running when it is cancelled, and that first': {
      draw: nested, act: (instance) => instance.complete('a').complete('b', 7).complete('stop').complete('un_b'), tasks: ['un_a'], visited: ['s', 'x', 'f', 'a', 'stop', 'y', 'b', 'c', 'no', 'un_b', 'un_a'],
    },
    'and what was done deeper still, and in a called process': {
      draw: `<startEvent id="s"/><transaction id="x"><parallelGateway id="f"/><callActivity id="y" calledElement="q"/><userTask id="stop"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('f -> y; f -> stop -> no')}</transaction>
        <boundaryEvent id="c1" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="bad"/>${flows('s -> x; c1 -> bad')}`,
      outside: `<process id="q"><subProcess id="z">${undone('b')}<userTask id="c"/>${flows('b -> c')}</subProcess></process>`,
      act: (instance) => instance.complete('b').complete('stop').complete('un_b'), tasks: ['bad'],
    },
    'does not undo a sub-process as a whole that was not done': {
      draw: nested.replace('</subProcess>', `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><userTask id="whole"/>${flows('hs -> whole')}</subProcess></subProcess><boundaryEvent id="y_c" attachedToRef="y"><compensateEventDefinition/></boundaryEvent><userTask id="un_y" isForCompensation="true"/><association id="y_a" sourceRef="y_c" targetRef="un_y"/>`),
      act: (instance) => instance.complete('a').complete('b').complete('stop'), tasks: ['un_b'],
    },
    'undoes what all of its instances did when it is done several times': {
      draw: `<startEvent id="s"/><transaction id="x"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>${undone('a')}<userTask id="b"/><exclusiveGateway id="g" default="g-ok"/><endEvent id="ok"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('a -> b -> g -> ok; g -> no if b = "stop"')}</transaction>
        <boundaryEvent id="c" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="bad"/>${flows('s -> x; c -> bad')}`,
      act: (instance) => instance.complete('a').complete('a').complete('a').complete('b', 'go').complete('b', 'stop').complete('un_a').complete('un_a').complete('un_a'), tasks: ['bad'],
    },
    'hears no event any more while it is undone': {
      draw: draw.replace('</transaction>', `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><signalEventDefinition signalRef="S"/></startEvent><userTask id="handle"/>${flows('hs -> handle')}</subProcess></transaction>`), outside: '<signal id="S" name="alarm"/>',
      data: { failed: true }, act: (instance) => void instance.complete('book').complete('pay').offer({ type: 'signal', name: 'alarm' }), tasks: ['un_pay'],
    },
  });
});
