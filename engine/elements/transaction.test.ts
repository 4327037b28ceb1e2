import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const undone = (id: string) => `<userTask id="${id}"/><boundaryEvent id="${id}_c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="un_${id}" isForCompensation="true"/><association id="${id}_a" sourceRef="${id}_c" targetRef="un_${id}" associationDirection="One"/>`;
const draw = `<startEvent id="s"/><transaction id="x"><startEvent id="is"/>${undone('book')}${undone('pay')}<exclusiveGateway id="g" default="g-ok"/><endEvent id="ok"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('is -> book -> pay -> g -> ok; g -> no if failed')}</transaction>
  <boundaryEvent id="c" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="good"/><userTask id="bad"/>${flows('s -> x -> good; c -> bad')}`;

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
    'hears no event any more while it is undone': {
      draw: draw.replace('</transaction>', `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><signalEventDefinition signalRef="S"/></startEvent><userTask id="handle"/>${flows('hs -> handle')}</subProcess></transaction>`), outside: '<signal id="S" name="alarm"/>',
      data: { failed: true }, act: (instance) => void instance.complete('book').complete('pay').offer({ type: 'signal', name: 'alarm' }), tasks: ['un_pay'],
    },
  });
});
