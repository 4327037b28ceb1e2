import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';
import { caughtEverywhere } from '../testing/places.ts';

const outside = '<error id="E" errorCode="lost"/><message id="M" name="paid"/><signal id="S" name="waived"/><messageEventDefinition id="Shared" messageRef="M"/>';
const two = '<messageEventDefinition messageRef="M"/><signalEventDefinition signalRef="S"/>';
const waits = (attributes: string, definitions = two) => `<startEvent id="s"/><intermediateCatchEvent id="w" ${attributes}>${definitions}</intermediateCatchEvent><userTask id="after"/>${flows('s -> w -> after')}`;
const beside = (attributes: string) => `<startEvent id="s"/><userTask id="work"/><boundaryEvent id="w" attachedToRef="work" cancelActivity="false" ${attributes}>${two}</boundaryEvent><userTask id="handled"/>${flows('s -> work; w -> handled')}`;

describe('A multiple event', () => {
  verify({
    ...caughtEverywhere({ event: two, outside, happens: (instance) => instance.signal('waived') }),
    'begins an instance by any of its events': { draw: `<startEvent id="s">${two}</startEvent><userTask id="u"/>${flows('s -> u')}`, outside, begin: (bench) => bench.signal('waived'), tasks: ['u'] },
    'that does not interrupt happens with each of its events, as often as they come': { draw: beside(''), outside, act: (instance) => instance.signal('waived').message('paid').signal('waived'), tasks: ['work', 'handled', 'handled', 'handled'] },
    'that does not interrupt and is parallel happens each time all have come': { draw: beside('parallelMultiple="true"'), outside, act: (instance) => instance.signal('waived').message('paid').message('paid').signal('waived').message('paid'), tasks: ['work', 'handled', 'handled'] },
    'with a timer among its events happens by time when nothing else comes': { draw: waits('', `${two}<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>`), outside, act: (_instance, bench) => bench.advance('P1D'), tasks: ['after'], effects: [{ type: 'message.unsubscribe' }] },
    'catches an error among its events': {
      draw: `<startEvent id="s"/><userTask id="x"/><boundaryEvent id="b" attachedToRef="x"><messageEventDefinition messageRef="M"/><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="mend"/>${flows('s -> x; b -> mend')}`, outside, act: (instance) => instance.fail('x', 'lost'), tasks: ['mend'],
    },
    'that catches an error hears its other events too': {
      draw: `<startEvent id="s"/><userTask id="x"/><boundaryEvent id="b" attachedToRef="x"><messageEventDefinition messageRef="M"/><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="mend"/>${flows('s -> x; b -> mend')}`, outside, act: (instance) => instance.message('paid', { data: 7 }), tasks: ['mend'], keeps: { b: 7 },
    },
    'at an end throws its messages before the error that ends its scope': {
      draw: `<startEvent id="s"/><subProcess id="x"><startEvent id="is"/><endEvent id="t"><errorEventDefinition errorRef="E"/><messageEventDefinition messageRef="M"/></endEvent>${flows('is -> t')}</subProcess><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="mend"/>${flows('s -> x; b -> mend')}`,
      outside, tasks: ['mend'], effects: [{ type: 'message.send', node: 't', name: 'paid' }],
    },
    'happens with the first of its events, and the others are not waited for any more': { draw: waits(''), outside, act: (instance) => instance.signal('waived'), tasks: ['after'], effects: [{ type: 'message.unsubscribe' }] },
    'happens with the last of them when it is parallel': { draw: waits('parallelMultiple="true"'), outside, act: (instance) => instance.signal('waived').message('paid'), tasks: ['after'] },
    'keeps what all its parts bring when it is parallel': { draw: waits('parallelMultiple="true"'), outside, act: (instance) => instance.signal('waived', { by: 'An', of: 1 }).message('paid', { data: { amount: 5, of: 2 } }), tasks: ['after'], keeps: { w: { by: 'An', of: 2, amount: 5 } } },
    'keeps what all its parts bring, each time anew': {
      draw: beside('parallelMultiple="true"'), outside, act: (instance) => instance.signal('waived', { by: 'An' }).message('paid', { data: { amount: 5 } }).message('paid', { data: { amount: 6 } }).signal('waived'), tasks: ['work', 'handled', 'handled'], keeps: { w: { amount: 6 } },
    },
    'that begins an instance gives it what all its parts bring, whichever comes first': {
      draw: `<startEvent id="s" parallelMultiple="true" motcua:result="all">${two}</startEvent><userTask id="u"/>${flows('s -> u')}`, outside,
      begin: (bench) => { bench.signal('waived', { by: 'An' }); bench.message('paid', { data: { amount: 5 } }); }, tasks: ['u'], keeps: { by: 'An', amount: 5, all: { by: 'An', amount: 5 } },
    },
    'still waits when it is parallel and one is missing': { draw: waits('parallelMultiple="true"'), outside, act: (instance) => instance.message('paid'), tasks: [], status: 'active' },
    'throws all of its events, in order': {
      draw: `<startEvent id="s"/><intermediateThrowEvent id="t">${two}</intermediateThrowEvent><endEvent id="e"/>${flows('s -> t -> e')}`, outside, status: 'completed',
      effects: [{ type: 'message.send', name: 'paid' }, { type: 'signal.send', name: 'waived' }],
    },
    'may share a definition that stands beside the process': { draw: waits('', '<eventDefinitionRef>Shared</eventDefinitionRef>'), outside, act: (instance) => instance.message('paid'), tasks: ['after'] },
  });
});
