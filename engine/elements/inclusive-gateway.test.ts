import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const split = '<startEvent id="s"/><inclusiveGateway id="f" default="f-c"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><inclusiveGateway id="j"/><userTask id="z"/>';
const ways = flows('s -> f; f -> a if n > 1; f -> b if n > 2; f -> c; a -> j; b -> j; c -> j; j -> z');

describe('An inclusive gateway', () => {
  verify({
    'takes every flow whose condition holds': { draw: split + ways, data: { n: 3 }, tasks: ['a', 'b'] },
    'takes the default flow only when no condition holds': { draw: split + ways, data: { n: 0 }, tasks: ['c'] },
    'never takes the default flow because data is missing': { draw: split + ways, incidents: [['missing-data', 'n']] },
    'joins what was split, not what was drawn': { draw: split + ways, data: { n: 2 }, act: (instance) => instance.complete('a'), tasks: ['z'] },
    'waits for the tokens that are still on their way': { draw: split + ways, data: { n: 3 }, act: (instance) => instance.complete('b'), tasks: ['a'] },
    'joins whatever the order': { draw: split + ways, data: { n: 3 }, act: (instance) => instance.complete('b').complete('a').complete('z'), status: 'completed' },
    'goes on when the token it waited for ends elsewhere': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="x"/><endEvent id="e"/><inclusiveGateway id="j"/><userTask id="z"/>
        ${flows('s -> f -> a -> j -> z; f -> b -> x; x -> e if stop; x -> j if not(stop)')}`,
      data: { stop: true }, act: (instance) => instance.complete('a').complete('b'), tasks: ['z'],
    },
    'goes on when a boundary event takes the awaited branch away': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><inclusiveGateway id="j"/><userTask id="z"/><endEvent id="late"/>
        <boundaryEvent id="t" attachedToRef="b"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
        ${flows('s -> f -> a -> j -> z; f -> b -> j; t -> late')}`,
      act: (instance, bench) => {
        instance.complete('a');
        bench.advance('P2D');
      },
      tasks: ['z'],
    },
    'waits for a boundary event that leads to it': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/><inclusiveGateway id="j"/><userTask id="z"/>
        <boundaryEvent id="t" attachedToRef="b"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
        ${flows('s -> f -> a -> j -> z; f -> b -> e; t -> j')}`,
      act: (instance) => instance.complete('a'), tasks: ['b'],
    },
    'waits for the activity whose boundary event has already sent tokens, and pairs one of them with it': {
      draw: `<startEvent id="s"/><userTask id="a"/><boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><messageEventDefinition/></boundaryEvent><inclusiveGateway id="j"/><userTask id="z"/>
        ${flows('s -> a -> j; t -> j; j -> z')}`,
      act: (instance) => instance.message('t').message('t').complete('a'), tasks: ['z', 'z'],
    },
    'joins inside a loop, turn after turn': {
      draw: `<startEvent id="s"/><exclusiveGateway id="m"/><inclusiveGateway id="f"/><userTask id="a"/><userTask id="b"/><inclusiveGateway id="j"/><exclusiveGateway id="x"/><endEvent id="e"/>
        ${flows('s -> m -> f; f -> a if true; f -> b if true; a -> j; b -> j; j -> x; x -> m if b = "again"; x -> e if b = "enough"')}`,
      act: (instance) => instance.complete('a').complete('b', 'again').complete('b', 'again').complete('a').complete('a').complete('b', 'enough'),
      visited: ['s', 'm', 'f', 'a', 'b', 'j', 'j', 'x', 'm', 'f', 'a', 'b', 'j', 'j', 'x', 'm', 'f', 'a', 'b', 'j', 'j', 'x', 'e'], status: 'completed',
    },
    'does not wait for itself when its own way leads back to it': {
      draw: `<startEvent id="s"/><inclusiveGateway id="j"/><userTask id="a"/><exclusiveGateway id="x"/><endEvent id="e"/>
        ${flows('s -> j -> a -> x; x -> j if a = "again"; x -> e if a = "enough"')}`,
      act: (instance) => instance.complete('a', 'again').complete('a', 'enough'), visited: ['s', 'j', 'a', 'x', 'j', 'a', 'x', 'e'], status: 'completed',
    },
    'joins nested splits from the inside out': {
      draw: `<startEvent id="s"/><inclusiveGateway id="f"/><inclusiveGateway id="g"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><inclusiveGateway id="k"/><inclusiveGateway id="j"/><userTask id="z"/>
        ${flows('s -> f; f -> g if true; f -> c if true; g -> a if true; g -> b if true; a -> k; b -> k; k -> j; c -> j; j -> z')}`,
      act: (instance) => instance.complete('c').complete('a').complete('b'), tasks: ['z'],
    },
    'does not wait for a token that can reach a filled flow as well as an empty one': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><exclusiveGateway id="x"/><userTask id="b"/><exclusiveGateway id="y"/><inclusiveGateway id="j"/><userTask id="z"/>
        ${flows('s -> f -> a -> x; f -> b -> y; x -> j if true; y -> x if true; y -> j if false; j -> z')}`,
      act: (instance) => instance.complete('a'), tasks: ['b', 'z'],
    },
    'counts a token in a sub-process before it': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><subProcess id="p1"><startEvent id="ps"/><userTask id="pa"/>${flows('ps -> pa')}</subProcess><inclusiveGateway id="j"/><userTask id="z"/>
        ${flows('s -> f -> a -> j -> z; f -> p1 -> j')}`,
      act: (instance) => instance.complete('a'), tasks: ['pa'],
    },
    'does not wait for a compensation that its thrower did not wait for': {
      draw: `<startEvent id="s"/><task id="t"/><boundaryEvent id="c" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><userTask id="undo" isForCompensation="true"/><association id="as" sourceRef="c" targetRef="undo"/><parallelGateway id="f"/>
        <intermediateThrowEvent id="u"><compensateEventDefinition waitForCompletion="false"/></intermediateThrowEvent><userTask id="a"/><exclusiveGateway id="x"/><endEvent id="e"/><inclusiveGateway id="j"/><userTask id="z"/>${flows('s -> t -> f -> u -> x; x -> j if false; x -> e if true; f -> a -> j -> z')}`,
      act: (instance) => instance.complete('a'), tasks: ['undo', 'z'],
    },
  });
});
