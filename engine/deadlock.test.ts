import { flows } from './testing/diagram.ts';
import { verify } from './testing/table.ts';

const outside = '<signal id="S" name="alarm"/>';
const aside = '<userTask id="other"/><endEvent id="done"/>';
const choice = `<startEvent id="s"/><parallelGateway id="f"/>${aside}<exclusiveGateway id="x" default="x-b"/><userTask id="a"/><userTask id="b"/>`;
const apart = `${choice}<parallelGateway id="j"/><userTask id="z"/>${flows('s -> f -> x; x -> a if first; x -> b; f -> other -> done')}`;
const late = '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>';
const within = `<startEvent id="s"/><subProcess id="p1"><startEvent id="is"/><exclusiveGateway id="x" default="x-b"/><task id="a"/><task id="b"/><parallelGateway id="j"/>${flows('is -> x; x -> a if true; x -> b; a -> j; b -> j')}</subProcess>
  <boundaryEvent id="t" attachedToRef="p1">${late}</boundaryEvent><userTask id="rescue"/>${flows('s -> p1; t -> rescue')}`;
const looped = `<startEvent id="s"/><parallelGateway id="f"/>${aside}<userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>${flows('s -> f -> a -> j -> x; x -> b if again; b -> j; x -> e; f -> other -> done')}`;

describe('A join that waits in vain', () => {
  verify({
    'is named as soon as it is certain, while another branch goes on': {
      draw: `${apart}${flows('a -> j; b -> j; j -> z')}`, data: { first: true }, act: (instance) => instance.complete('a'), incidents: [['deadlock', 'parallelGateway j']], tasks: ['other'],
    },
    'is not named as long as what is missing may come': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/><parallelGateway id="j"/>${flows('s -> f -> a -> j; f -> b -> x; x -> j if yes; x -> e')}`, act: (instance) => instance.complete('a'), tasks: ['b'],
    },
    'is named when what could have come ends elsewhere': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/>${aside}<userTask id="a"/><userTask id="b"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/><parallelGateway id="j"/>${flows('s -> f -> a -> j; f -> b -> x; x -> j if yes; x -> e; f -> other -> done')}`,
      data: { yes: false }, act: (instance) => instance.complete('a').complete('b'), incidents: [['deadlock', 'j']], tasks: ['other'],
    },
    'is named when what could have come is interrupted': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/>${aside}<userTask id="a"/><userTask id="b"/><boundaryEvent id="t" attachedToRef="b">${late}</boundaryEvent><endEvent id="e"/><parallelGateway id="j"/>${flows('s -> f -> a -> j; f -> b -> j; t -> e; f -> other -> done')}`,
      act: (instance, bench) => {
        instance.complete('a');
        bench.advance('P2D');
      },
      incidents: [['deadlock', 'j']], tasks: ['other'],
    },
    'waits for a boundary event that leads to it, also one that does not interrupt': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><boundaryEvent id="t" attachedToRef="b" cancelActivity="false">${late}</boundaryEvent><endEvent id="e"/><parallelGateway id="j"/>${flows('s -> f -> a -> j; f -> b -> e; t -> j')}`,
      act: (instance) => instance.complete('a'), tasks: ['b'],
    },
    'waits for an event behind a gateway, and for a link': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><eventBasedGateway id="g"/><intermediateCatchEvent id="g1"><signalEventDefinition signalRef="S"/></intermediateCatchEvent><intermediateCatchEvent id="g2">${late}</intermediateCatchEvent><endEvent id="e"/>
        <intermediateThrowEvent id="l1"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="l2"><linkEventDefinition name="L"/></intermediateCatchEvent><parallelGateway id="j"/>${flows('s -> f -> a -> j; f -> g -> g1 -> l1; l2 -> j; g -> g2 -> e')}`,
      outside, act: (instance) => instance.complete('a'), tasks: [],
    },
    'waits for a sub-process that still runs': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><subProcess id="p1"><userTask id="i"/></subProcess><parallelGateway id="j"/>${flows('s -> f -> a -> j; f -> p1 -> j')}`, act: (instance) => instance.complete('a'), tasks: ['i'],
    },
    'does not wait for its own way out to come back': { draw: looped, data: { again: true }, act: (instance) => instance.complete('a'), incidents: [['deadlock', 'j']], tasks: ['other'] },
    'is named in a sub-process while the process around it waits for its boundary event': {
      draw: within, incidents: [['deadlock', 'j']], tasks: [],
    },
    'is named no more when the scope around it is interrupted': { draw: within, act: (_instance, bench) => bench.advance('P2D'), tasks: ['rescue'] },
    'is not named where a person may still begin the step that leads to it': {
      draw: `<startEvent id="s"/><adHocSubProcess id="h"><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><userTask id="z"/>${flows('a -> j; b -> j; j -> z')}</adHocSubProcess>${flows('s -> h')}`,
      act: (instance) => instance.activate('a').complete('a').activate('b').complete('b'), tasks: ['z'],
    },
    'each has an incident of its own': {
      draw: `${choice}<parallelGateway id="j"/><parallelGateway id="k"/><userTask id="z"/>${flows('s -> f -> x; x -> a if first; x -> b; f -> other -> done; a -> g -> j; g -> k; b -> h -> j; h -> k; j -> z; k -> z')}<parallelGateway id="g"/><parallelGateway id="h"/>`,
      data: { first: true }, act: (instance) => instance.complete('a'), incidents: [['deadlock', 'parallelGateway j'], ['deadlock', 'parallelGateway k']], tasks: ['other'],
    },
    'goes on when a token is moved to the flow that misses one': {
      draw: `${apart}${flows('a -> j; b -> j; j -> z')}`, data: { first: true }, act: (instance) => instance.complete('a').move({ to: [{ place: 'along', element: 'b-j' }] }), tasks: ['other', 'z'],
    },
    'two that wait for each other are both named': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/>${aside}<userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><parallelGateway id="k"/><parallelGateway id="j2"/><parallelGateway id="k2"/><endEvent id="e"/>
        ${flows('s -> f -> a -> j -> j2 -> e; f -> b -> k -> k2 -> e; j2 -> k; k2 -> j; f -> other -> done')}`,
      act: (instance) => instance.complete('a').complete('b'), incidents: [['deadlock', 'j'], ['deadlock', 'k']], tasks: ['other'],
    },
    'is named when it is an activity that needs more tokens than can come': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/>${aside}<userTask id="a"/><userTask id="t" startQuantity="2"/>${flows('s -> f -> a -> t; f -> other -> done')}`, act: (instance) => instance.complete('a'), incidents: [['deadlock', 'userTask t']], tasks: ['other'],
    },
    'is named when it is a complex join whose condition nobody asks any more': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/>${aside}<userTask id="a"/><userTask id="b"/><complexGateway id="g"><activationCondition>activationCount > 2</activationCondition></complexGateway><endEvent id="e"/>${flows('s -> f -> a -> g -> e; f -> b -> g; f -> other -> done')}`,
      act: (instance) => instance.complete('a').complete('b'), incidents: [['deadlock', 'complexGateway g']], tasks: ['other'],
    },
    'is named when it is an activity to which nothing leads': { draw: `<startEvent id="s"/><userTask id="other"/><task id="t" startQuantity="2"/>${flows('s -> other')}`, incidents: [['deadlock', 'task t']], tasks: ['other'] },
    'is left as one when it is skipped': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><task id="x"/><task id="y"/><userTask id="t" startQuantity="3"/><userTask id="z"/>${flows('s -> f -> x -> t; f -> y -> t; t -> z')}`, act: (instance) => instance.skip(), tasks: ['z'],
    },
    'joins with the token that skipping another one sends': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><parallelGateway id="k"/><parallelGateway id="j2"/><parallelGateway id="k2"/><endEvent id="e"/><userTask id="z"/>
        ${flows('s -> f -> a -> j -> j2 -> z; f -> b -> k -> k2 -> e; j2 -> k; k2 -> j')}`,
      act: (instance) => instance.complete('a').complete('b').skip(), tasks: ['z'], incidents: [['deadlock', 'j']],
    },
    'an activity that needs two tokens gathers them again when it is tried again': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="t" startQuantity="3"/>${flows('s -> f -> x -> t; f -> y -> t')}<task id="x"/><task id="y"/>`, act: (instance) => instance.retry(), tasks: [], incidents: [['deadlock', 't']],
    },
  });

});
