import assert from 'node:assert/strict';
import { readBpmn } from '../bpmn/read.ts';
import { Bench } from '../testing/bench.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { assertSound } from '../testing/sound.ts';
import { verify } from '../testing/table.ts';

const undone = (id: string) => `<userTask id="${id}"/><boundaryEvent id="${id}_c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="un_${id}" isForCompensation="true"/><association id="${id}_a" sourceRef="${id}_c" targetRef="un_${id}" associationDirection="One"/>`;
const draw = `<startEvent id="s"/><transaction id="x"><startEvent id="is"/>${undone('book')}${undone('pay')}<exclusiveGateway id="g" default="g-ok"/><endEvent id="ok"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('is -> book -> pay -> g -> ok; g -> no if failed')}</transaction>
  <boundaryEvent id="c" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="good"/><userTask id="bad"/>${flows('s -> x -> good; c -> bad')}`;

const nested = `<startEvent id="s"/><transaction id="x"><parallelGateway id="f"/>${undone('a')}<subProcess id="y">${undone('b')}<userTask id="c"/>${flows('b -> c')}</subProcess><userTask id="stop"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('f -> a -> y; f -> stop -> no')}</transaction>
  <boundaryEvent id="c1" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="bad"/>${flows('s -> x; c1 -> bad')}`;

/** Several instances, each of which may stop the whole. */
const several = (loop: string) => `<startEvent id="s"/><transaction id="x"><multiInstanceLoopCharacteristics ${loop} motcua:collection="[1, 2, 3]" motcua:element="who"/>${undone('a')}<userTask id="b"/><exclusiveGateway id="g" default="g-ok"/><endEvent id="ok"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('a -> b -> g -> ok; g -> no if b = "stop"')}</transaction>
  <boundaryEvent id="c" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="good"/><userTask id="bad"/>${flows('s -> x -> good; c -> bad')}`;
/** What undoes `a` is a service that is told whose it is. */
const knowing = (drawn: string) => drawn.replaceAll('[1, 2, 3]', '[&quot;person 1&quot;, &quot;person 2&quot;, &quot;person 3&quot;]').replace('<userTask id="un_a" isForCompensation="true"/>', '<serviceTask id="un_a" isForCompensation="true"><extensionElements><motcua:input name="who">who</motcua:input><motcua:input name="number">loopCounter</motcua:input></extensionElements></serviceTask>');
const sequentially = 'isSequential="true"';

describe('A transaction', () => {
  verify({
    'that is done one after the other begins no other instance once one is cancelled, and undoes those before it': {
      draw: several(sequentially), act: (instance) => instance.complete('a').complete('b', 'go').complete('a').complete('b', 'stop').complete('un_a').complete('un_a'), tasks: ['bad'],
      visited: ['s', 'x', 'a', 'b', 'g', 'ok', 'x', 'a', 'b', 'g', 'no', 'un_a', 'un_a', 'c', 'bad'],
    },
    'that is done several times knows of each instance which it undoes, all at once': {
      draw: knowing(several('')), act: (instance) => instance.complete('a').complete('a').complete('b', 'go').complete('b', 'stop').complete('un_a').complete('un_a'), tasks: ['bad'],
      effects: [2, 1].map((number) => ({ type: 'job.request', node: 'un_a', inputs: { who: `person ${number}`, number } })),
    },
    'and one after the other': {
      draw: knowing(several(sequentially)), act: (instance) => instance.complete('a').complete('b', 'go').complete('a').complete('b', 'stop').complete('un_a').complete('un_a'), tasks: ['bad'],
      effects: [2, 1].map((number) => ({ type: 'job.request', node: 'un_a', inputs: { who: `person ${number}`, number } })),
    },
    'and as long as a condition holds': {
      draw: knowing(several('').replace(/<multiInstance.*?\/>/, '<standardLoopCharacteristics><loopCondition>true</loopCondition></standardLoopCharacteristics>')).replace('{who}', ''),
      data: { who: 'all' }, act: (instance) => instance.complete('a').complete('b', 'go').complete('a').complete('b', 'stop').complete('un_a').complete('un_a'), tasks: ['bad'],
      effects: [2, 1].map((number) => ({ type: 'job.request', node: 'un_a', inputs: { who: 'all', number } })),
    },
    'that is done one after the other and once cancelled leaves nothing to be compensated later': {
      draw: several(sequentially).replace('<userTask id="bad"/>', '<userTask id="bad"/><intermediateThrowEvent id="undo"><compensateEventDefinition/></intermediateThrowEvent><userTask id="after"/>').replace(/<\/transaction>/, '</transaction>') + flows('bad -> undo -> after'),
      act: (instance) => instance.complete('a').complete('b', 'go').complete('a').complete('b', 'stop').complete('un_a').complete('un_a').complete('bad'), tasks: ['after'],
    },
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
  it('that is tried out before it has a cancel boundary event goes on plainly, as a whole', async () => {
    for (const attributes of ['', sequentially]) {
      const drawn = several(attributes).replace(/<boundaryEvent id="c".*?<\/boundaryEvent>/, '').replace('<sequenceFlow id="c-bad" sourceRef="c" targetRef="bad"></sequenceFlow>', '').replace('<userTask id="bad"/>', '');
      const read = await readBpmn(diagram(drawn), { sketch: true });
      assert.ok('definition' in read, JSON.stringify(read));
      const instance = new Bench(read.definition, { environment: { sketch: true } }).start();
      instance.complete('a').complete(attributes === '' ? 'a' : 'b', 'go').complete(attributes === '' ? 'b' : 'a', 'stop');
      if (attributes !== '') instance.complete('b', 'stop');
      instance.complete('un_a').complete('un_a');
      assert.deepEqual(instance.tasks.map(({ element }) => element), ['good'], attributes);
      assertSound(instance, { sketch: true });
    }
  });
});
