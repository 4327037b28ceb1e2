import { ServiceError } from '../testing/service.ts';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const service = `<startEvent id="s"/><serviceTask id="x" motcua:connector="letter.issue" motcua:result="letter"><extensionElements><motcua:input name="to">applicant.name</motcua:input></extensionElements></serviceTask><userTask id="n"/>${flows('s -> x -> n')}`;
const caught = `${service}<boundaryEvent id="b" attachedToRef="x"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="late"/>${flows('b -> late')}`;
const outside = '<error id="E" errorCode="down"/>';
const data = { applicant: { name: 'An' } };

describe('A service task', () => {
  verify({
    'asks its connector with its inputs and waits': { draw: service, data, effects: [{ type: 'job.request', node: 'x', connector: 'letter.issue', inputs: { to: 'An' } }], tasks: ['x'] },
    'keeps the answer': { draw: service, data, options: { services: { 'letter.issue': ({ to }) => ({ number: 1, to: to! }) } }, keeps: { ...data, letter: { number: 1, to: 'An' } }, tasks: ['n'] },
    'maps its answer, one output over another, when it was drawn for another engine': {
      draw: `<startEvent id="s"/><serviceTask id="x" motcua:connector="scales" motcua:variables="unmapped"><extensionElements><motcua:output name="net">kilos - 1</motcua:output><motcua:output name="tons">net / 1000</motcua:output></extensionElements></serviceTask><userTask id="n"/>${flows('s -> x -> n')}`,
      options: { services: { scales: () => ({ kilos: 3001 }) } }, keeps: { net: 3000, tons: 3 }, tasks: ['n'],
    },
    'gives inputs that nobody has answered as null': { draw: service, effects: [{ type: 'job.request', inputs: { to: null } }] },
    'asks again, under another key, when a failure is retried': {
      draw: service, data, act: (instance) => instance.fail('x', 'timeout').retry(),
      effects: [{ type: 'job.request', key: 'job.request:2' }, { type: 'job.request', key: 'job.request:4' }], tasks: ['x'],
    },
    'becomes an incident when its connector fails': { draw: service, data, options: { services: { x: () => { throw new Error('expected an answer, but the printer is out of paper'); } } }, incidents: [['service', 'out of paper']] },
    'hands an error with a code to its boundary event': { draw: caught, outside, data, options: { services: { x: () => { throw new ServiceError('down'); } } }, tasks: ['late'] },
    'becomes an incident when no boundary event catches the code': { draw: caught, outside, data, act: (instance) => instance.fail('x', 'other'), incidents: [['other', 'other']] },
    'is withdrawn when the instance is cancelled': { draw: service, data, act: (instance) => instance.send({ type: 'cancel', reason: 'withdrawn' }), effects: [{ type: 'job.cancel', node: 'x' }], status: 'terminated' },
    'completes by itself on a bench that says so': { draw: service, data, options: { auto: true }, tasks: ['n'], keeps: data },
  });
});
