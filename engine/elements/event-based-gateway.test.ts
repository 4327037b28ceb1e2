import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const outside = '<message id="m" name="paid"/>';
const race = `<startEvent id="s"/><eventBasedGateway id="g"/>
  <intermediateCatchEvent id="paid" motcua:result="payment"><extensionElements><motcua:key name="code">code</motcua:key></extensionElements><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
  <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>
  <task id="a"/><task id="b"/>${flows('s -> g -> paid -> a; g -> late -> b')}`;

describe('An event-based gateway', () => {
  verify({
    'waits for all its events': { draw: race, outside, data: { code: 'K1' }, effects: [{ type: 'message.subscribe', name: 'paid', keys: { code: 'K1' } }, { type: 'timer.set', timer: { type: 'duration', value: 'P3D' } }] },
    'follows the first that happens and forgets the others': {
      draw: race, outside, data: { code: 'K1' }, act: (instance) => instance.message('paid', { keys: { code: 'K1', more: 1 }, data: { amount: 5 } }),
      visited: ['s', 'g', 'paid', 'a'], status: 'completed', keeps: { code: 'K1', payment: { amount: 5 } },
      effects: [{ type: 'timer.cancel', node: 'late' }],
    },
    'follows the timer when nothing else comes': { draw: race, outside, data: { code: 'K1' }, act: (_instance, bench) => bench.advance('P3D'), visited: ['s', 'g', 'late', 'b'], status: 'completed' },
    'is deaf to a message with other keys': {
      draw: race, outside, data: { code: 'K1' },
      act: (instance) => assert.throws(() => instance.message('paid', { keys: { code: 'K2' } }), /expected the keys of message "paid"/), visited: ['s', 'g'],
    },
    'stands still when a message key is not known': { draw: race, outside, incidents: [['missing-data', 'message key "code"']] },
    'lets the event that happens speak of the clock and the state of the dossier': {
      draw: `<startEvent id="s"/><eventBasedGateway id="g"/><receiveTask id="r" messageRef="m" motcua:clock="pause:supplement" motcua:state="4"/><intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>${flows('s -> g -> r; g -> late')}`,
      outside, act: (instance) => instance.message('paid'), status: 'completed', effects: [{ type: 'clock', action: 'pause' }, { type: 'dossier.state', state: 4 }, { type: 'clock', action: 'resume' }],
    },
  });
});
