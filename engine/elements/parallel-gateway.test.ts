import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const block = `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><userTask id="c"/>${flows('s -> f -> a -> j -> c; f -> b -> j')}`;

describe('A parallel gateway', () => {
  verify({
    'forks onto all its flows': { draw: block, tasks: ['a', 'b'] },
    'waits for a token on each incoming flow': { draw: block, act: (instance) => instance.complete('b'), tasks: ['a'] },
    'joins whatever the order': { draw: block, act: (instance) => instance.complete('b').complete('a'), tasks: ['c'] },
    'keeps what both branches answered': { draw: block, act: (instance) => instance.complete('a', 1).complete('b', 2).complete('c'), keeps: { a: 1, b: 2 }, status: 'completed' },
    'does not take two tokens of one flow for a pair': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><task id="t"/><task id="u"/><exclusiveGateway id="x"/><userTask id="b"/><parallelGateway id="j"/><userTask id="c"/>
        ${flows('s -> f -> t -> x; f -> u -> x; x -> j; f -> b -> j; j -> c')}`,
      act: (instance) => instance.complete('b'), tasks: ['c'], incidents: [['deadlock', 'j']],
    },
    'says so when it waits for a token that cannot come any more': {
      draw: `<startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/><task id="b"/><parallelGateway id="j" name="Hợp nhất"/><task id="c"/>${flows('s -> x; x -> a if true; x -> b if true; a -> j; b -> j; j -> c')}`,
      status: 'active', incidents: [['deadlock', 'parallelGateway "Hợp nhất" (j)']],
    },
    'waits again when a deadlock is retried': {
      draw: `<startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/><task id="b"/><parallelGateway id="j"/><task id="c"/>${flows('s -> x; x -> a if true; x -> b if true; a -> j; b -> j; j -> c')}`,
      act: (instance) => instance.retry(), incidents: [['deadlock', 'j']],
    },
  });
});
