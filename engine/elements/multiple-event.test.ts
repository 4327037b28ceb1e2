import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const outside = '<message id="M" name="paid"/><signal id="S" name="waived"/><messageEventDefinition id="Shared" messageRef="M"/>';
const two = '<messageEventDefinition messageRef="M"/><signalEventDefinition signalRef="S"/>';
const waits = (attributes: string, definitions = two) => `<startEvent id="s"/><intermediateCatchEvent id="w" ${attributes}>${definitions}</intermediateCatchEvent><userTask id="after"/>${flows('s -> w -> after')}`;

describe('A multiple event', () => {
  verify({
    'happens with the first of its events, and the others are not waited for any more': { draw: waits(''), outside, act: (instance) => instance.signal('waived'), tasks: ['after'], effects: [{ type: 'message.unsubscribe' }] },
    'happens with the last of them when it is parallel': { draw: waits('parallelMultiple="true"'), outside, act: (instance) => instance.signal('waived').message('paid'), tasks: ['after'] },
    'still waits when it is parallel and one is missing': { draw: waits('parallelMultiple="true"'), outside, act: (instance) => instance.message('paid'), tasks: [], status: 'active' },
    'throws all of its events, in order': {
      draw: `<startEvent id="s"/><intermediateThrowEvent id="t">${two}</intermediateThrowEvent><endEvent id="e"/>${flows('s -> t -> e')}`, outside, status: 'completed',
      effects: [{ type: 'message.send', name: 'paid' }, { type: 'signal.send', name: 'waived' }],
    },
    'may share a definition that stands beside the process': { draw: waits('', '<eventDefinitionRef>Shared</eventDefinitionRef>'), outside, act: (instance) => instance.message('paid'), tasks: ['after'] },
  });
});
