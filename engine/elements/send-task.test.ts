import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const outside = '<message id="M" name="asked"/>';
const said = '<extensionElements><motcua:key name="code">code</motcua:key><motcua:input name="text">"about " + code</motcua:input></extensionElements>';

describe('A send task', () => {
  verify({
    'sends its message with keys and inputs, and goes on': {
      draw: `<startEvent id="s"/><sendTask id="t" messageRef="M">${said}</sendTask><userTask id="after"/>${flows('s -> t -> after')}`, outside, data: { code: 'K1' }, tasks: ['after'],
      effects: [{ type: 'message.send', node: 't', name: 'asked', keys: { code: 'K1' }, data: { text: 'about K1' } }],
    },
    'reaches who waits in the same instance': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="first"/><sendTask id="t" messageRef="M"/><receiveTask id="r" messageRef="M"/><userTask id="after"/>${flows('s -> f -> first -> t; f -> r -> after')}`, outside,
      act: (instance) => instance.complete('first'), tasks: ['after'],
    },
    'stands still while a key is unknown': { draw: `<startEvent id="s"/><sendTask id="t" messageRef="M">${said}</sendTask>${flows('s -> t')}`, outside, incidents: [['missing-data', 'code']] },
  });
});
