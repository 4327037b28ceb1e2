import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const forked = (end: string) => `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="e">${end}</endEvent>${flows('s -> f -> a -> e; f -> b')}`;

describe('An end event', () => {
  verify({
    'consumes its token only': { draw: forked(''), act: (instance) => instance.complete('a'), tasks: ['b'], status: 'active' },
    'closes the instance with the last token': { draw: forked(''), act: (instance) => instance.complete('a').complete('b'), status: 'completed', effects: [{ type: 'close', status: 'completed' }] },
    'ends everything when it terminates': { draw: forked('<terminateEventDefinition/>'), act: (instance) => instance.complete('a'), status: 'terminated', tasks: [], effects: [{ type: 'close', status: 'terminated' }] },
    'fails the instance with an error that no one catches': { draw: forked('<errorEventDefinition/>'), act: (instance) => instance.complete('a'), status: 'failed', tasks: [], effects: [{ type: 'close', status: 'failed' }] },
    'sends a message with keys and inputs': {
      draw: forked('<extensionElements><motcua:key name="code">code</motcua:key><motcua:input name="text">"done " + code</motcua:input></extensionElements><messageEventDefinition messageRef="m"/>'),
      outside: '<message id="m" name="done"/>', data: { code: 'K1' }, act: (instance) => instance.complete('a'),
      effects: [{ type: 'message.send', node: 'e', name: 'done', keys: { code: 'K1' }, data: { text: 'done K1' } }],
    },
    'is not needed: a token without a way on ends': { draw: `<startEvent id="s"/><task id="a"/>${flows('s -> a')}`, status: 'completed' },
    'closes for good': {
      draw: `<startEvent id="s"/><endEvent id="e"/>${flows('s -> e')}`, status: 'completed',
      act: (instance) => {
        const late = instance.offer({ type: 'data', data: {} });
        assert.ok('rejected' in late && late.rejected === 'closed');
      },
    },
  });
});
