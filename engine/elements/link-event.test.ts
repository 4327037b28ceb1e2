import assert from 'node:assert/strict';
import { readBpmn } from '../bpmn/read.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const link = (name: string) => `<linkEventDefinition name="${name}"/>`;

describe('A link event', () => {
  verify({
    'goes on where the event of its name catches it': {
      draw: `<startEvent id="s"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><userTask id="u"/>${flows('s -> t; c -> u')}`, tasks: ['u'], visited: ['s', 't', 'c', 'u'],
    },
    'may be thrown from several places': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><intermediateThrowEvent id="t1">${link('B')}</intermediateThrowEvent><intermediateThrowEvent id="t2">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><userTask id="u"/>${flows('s -> f -> t1; f -> t2; c -> u')}`, tasks: ['u', 'u'],
    },
    'has each end in its own scope: the same name in a sub-process is another link': {
      draw: `<startEvent id="s"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><subProcess id="x"><startEvent id="is"/><intermediateThrowEvent id="it">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="ic">${link('B')}</intermediateCatchEvent><userTask id="in"/>${flows('is -> it; ic -> in')}</subProcess><userTask id="out"/>${flows('s -> t; c -> x -> out')}`,
      act: (instance) => instance.complete('in'), tasks: ['out'], visited: ['s', 't', 'c', 'x', 'is', 'it', 'ic', 'in', 'out'],
    },
    'is a way by which a token can still come to an inclusive join': {
      draw: `<startEvent id="s"/><inclusiveGateway id="f"/><userTask id="a"/><userTask id="b"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><inclusiveGateway id="j"/><userTask id="after"/>${flows('s -> f; f -> a if true; f -> b if true; a -> j; b -> t; c -> j; j -> after')}`,
      act: (instance) => instance.complete('a'), tasks: ['b'],
    },
    'may be told what has happened on the way': { draw: `<startEvent id="s"/><intermediateThrowEvent id="t" motcua:state="4">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><userTask id="u"/>${flows('s -> t; c -> u')}`, tasks: ['u'], effects: [{ type: 'dossier.state', node: 't', state: 4 }] },
    'leads a loop back': {
      draw: `<startEvent id="s"/><intermediateCatchEvent id="c">${link('again')}</intermediateCatchEvent><exclusiveGateway id="m"/><userTask id="u"/><exclusiveGateway id="g" default="g-e"/><intermediateThrowEvent id="t">${link('again')}</intermediateThrowEvent><endEvent id="e"/>${flows('s -> m -> u -> g -> e; c -> m; g -> t if u = "again"')}`,
      act: (instance) => instance.complete('u', 'again').complete('u', 'enough'), status: 'completed', visited: ['s', 'm', 'u', 'g', 't', 'c', 'm', 'u', 'g', 'e'],
    },
  });

  const refused: Readonly<Record<string, readonly [body: string, rules: readonly string[]]>> = {
    'with an end that catches in another scope': [`<startEvent id="s"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent><subProcess id="x"><startEvent id="is"/><task id="v"/><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><task id="u"/>${flows('is -> v; c -> u')}</subProcess>${flows('s -> t')}`, ['link-pair', 'link-pair']],
    'caught twice': [`<startEvent id="s"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent>${['c', 'd'].map((id) => `<intermediateCatchEvent id="${id}">${link('B')}</intermediateCatchEvent><task id="${id}u"/>${flows(`${id} -> ${id}u`)}`).join('')}${flows('s -> t')}`, ['link-pair']],
    'that nobody throws': [`<startEvent id="s"/><task id="a"/>${flows('s -> a')}<intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><task id="u"/>${flows('c -> u')}`, ['link-pair']],
    'with a flow out of where it is thrown': [`<startEvent id="s"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><task id="u"/>${flows('s -> t -> u; c -> u')}`, ['link-flow']],
    'with a flow into where it is caught': [`<startEvent id="s"/><parallelGateway id="f"/><intermediateThrowEvent id="t">${link('B')}</intermediateThrowEvent><intermediateCatchEvent id="c">${link('B')}</intermediateCatchEvent><task id="u"/>${flows('s -> f -> t; f -> c -> u')}`, ['link-flow']],
    'at a boundary': [`<startEvent id="s"/><task id="a"/><boundaryEvent id="b" attachedToRef="a">${link('B')}</boundaryEvent><task id="u"/>${flows('s -> a; b -> u')}`, ['event-place']],
    'at an end': [`<startEvent id="s"/><endEvent id="e">${link('B')}</endEvent>${flows('s -> e')}`, ['event-place']],
  };
  for (const [what, [body, rules]] of Object.entries(refused)) it(`is refused ${what}`, async () => {
    const reading = await readBpmn(diagram(body));
    assert.deepEqual('problems' in reading ? reading.problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule) : [], rules);
  });
});
