import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const around = (inside: string, outside = '') => `<startEvent id="s"/><subProcess id="p1">${inside}</subProcess><userTask id="n"/>${outside}${flows('s -> p1 -> n')}`;
const two = `<startEvent id="is"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/>${flows('is -> f -> a; f -> b')}`;

describe('A sub-process', () => {
  verify({
    'is given a property of its own by a data association, but not what a drawing tool puts there': {
      draw: `<startEvent id="s"/><subProcess id="x"><dataInputAssociation><sourceRef>price</sourceRef><targetRef>own</targetRef></dataInputAssociation><dataInputAssociation><sourceRef>price</sourceRef><targetRef>drawn</targetRef></dataInputAssociation><property id="own" name="base"/><property id="drawn" name="__targetRef_placeholder"/>
        <startEvent id="is"/><scriptTask id="fee"><script>base * 2</script></scriptTask>${flows('is -> fee')}</subProcess><dataObject id="price"/>${flows('s -> x')}`,
      data: { price: 5 }, keeps: { price: 5, fee: 10 },
    },
    'goes on when its last token has ended': { draw: around(two), act: (instance) => instance.complete('a').complete('b'), tasks: ['n'], visited: ['s', 'p1', 'is', 'f', 'a', 'b', 'n'] },
    'waits as long as a token is in it': { draw: around(two), act: (instance) => instance.complete('a'), tasks: ['b'] },
    'begins at what nothing leads to when it has no start event': { draw: around('<userTask id="a"/><userTask id="b"/>'), tasks: ['a', 'b'] },
    'is cancelled with all that is in it': {
      draw: around(two, `<boundaryEvent id="t" attachedToRef="p1"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/>${flows('t -> late')}`),
      act: (_instance, bench) => bench.advance('P1D'), tasks: ['late'],
      effects: [{ type: 'task.open', node: 'a' }, { type: 'task.open', node: 'b' }, { type: 'task.close', node: 'a', reason: 'cancelled' }, { type: 'task.close', node: 'b', reason: 'cancelled' }, { type: 'task.open', node: 'late' }],
    },
    'ends alone when a terminate end event is reached in it': {
      draw: around(`<startEvent id="is"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="x"><terminateEventDefinition/></endEvent>${flows('is -> f -> a -> x; f -> b')}`),
      act: (instance) => instance.complete('a'), tasks: ['n'],
    },
    'hands an error to its boundary event, through any depth': {
      draw: around(`<subProcess id="p2"><startEvent id="is"/><userTask id="a"/><endEvent id="x"><errorEventDefinition errorRef="E"/></endEvent>${flows('is -> a -> x')}</subProcess>`,
        `<boundaryEvent id="c" attachedToRef="p1"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="late"/>${flows('c -> late')}`),
      outside: '<error id="E" errorCode="refused"/>', act: (instance) => instance.complete('a'), tasks: ['late'], visited: ['s', 'p1', 'p2', 'is', 'a', 'x', 'c', 'late'],
    },
    'hands an error of a task in it to its boundary event': {
      draw: around(two, `<boundaryEvent id="c" attachedToRef="p1"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="late"/>${flows('c -> late')}`),
      outside: '<error id="E" errorCode="refused"/>', act: (instance) => instance.fail('b', 'refused'), tasks: ['late'],
    },
    'may be the last element and still close everything': {
      draw: `<startEvent id="s"/><subProcess id="p1"><subProcess id="p2"><task id="a"/></subProcess></subProcess>${flows('s -> p1')}`, status: 'completed', visited: ['s', 'p1', 'p2', 'a'],
    },
  });
});
