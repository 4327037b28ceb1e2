import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const link = (name: string) => `<linkEventDefinition name="${name}"/>`;

describe('A link event', () => {
  verify({
    'goes on where the event of its name catches it': {
      draw: `<startEvent id="s"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><userTask id="u"/>${flows('s -> t; c -> u')}`, tasks: ['u'], visited: ['s', 't', 'c', 'u'],
    },
    'may be thrown from several places': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><intermediateThrowEvent id="t1">${link('B')}</intermediateThrowEvent><intermediateThrowEvent id="t2">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><userTask id="u"/>${flows('s -> f -> t1; f -> t2; c -> u')}`, tasks: ['u', 'u'],
    },
    'leads a loop back': {
      draw: `<startEvent id="s"/><intermediateCatchEvent id="c">${link('again')}</intermediateCatchEvent><exclusiveGateway id="m"/><userTask id="u"/><exclusiveGateway id="g" default="g-e"/><intermediateThrowEvent id="t">${link('again')}</intermediateThrowEvent><endEvent id="e"/>${flows('s -> m -> u -> g -> e; c -> m; g -> t if u = "again"')}`,
      act: (instance) => instance.complete('u', 'again').complete('u', 'enough'), status: 'completed', visited: ['s', 'm', 'u', 'g', 't', 'c', 'm', 'u', 'g', 'e'],
    },
  });
});
