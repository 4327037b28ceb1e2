import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const throws = (inside: string) => `<startEvent id="s"/><intermediateThrowEvent id="t" name="Đã nhận" motcua:state="2">${inside}</intermediateThrowEvent><userTask id="u"/>${flows('s -> t -> u')}`;
const message = '<extensionElements><motcua:key name="code">code</motcua:key><motcua:input name="to">applicant</motcua:input></extensionElements><messageEventDefinition messageRef="m"/>';
const outside = '<message id="m" name="received"/>';

describe('An intermediate throw event', () => {
  verify({
    'is a milestone on the way': { draw: throws(''), visited: ['s', 't', 'u'], effects: [{ type: 'dossier.state', node: 't', state: 2 }] },
    'sends its message and goes on': { draw: throws(message), outside, data: { code: 'K1', applicant: 'An' }, tasks: ['u'], effects: [{ type: 'message.send', name: 'received', keys: { code: 'K1' }, data: { to: 'An' } }] },
    'sends nothing while a key is unknown, and sends once it is known': {
      draw: throws(message), outside, act: (instance) => instance.retry({ code: 'K2' }), tasks: ['u'], effects: [{ type: 'message.send', keys: { code: 'K2' }, data: { to: null } }],
    },
  });
});

describe('A send task', () => {
  verify({
    'sends its message and goes on': {
      draw: `<startEvent id="s"/><sendTask id="t" messageRef="m"><extensionElements><motcua:key name="code">code</motcua:key><motcua:input name="to">applicant</motcua:input></extensionElements></sendTask><userTask id="u"/>${flows('s -> t -> u')}`,
      outside, data: { code: 'K1', applicant: 'An' }, tasks: ['u'], effects: [{ type: 'message.send', node: 't', name: 'received', keys: { code: 'K1' }, data: { to: 'An' } }],
    },
  });
});
