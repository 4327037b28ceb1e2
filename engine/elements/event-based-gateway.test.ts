import assert from 'node:assert/strict';
import { Bench } from '../testing/bench.ts';
import { compiled } from '../testing/compiled.ts';
import { verify } from '../testing/table.ts';
import { diagram, flows } from '../testing/diagram.ts';

const outside = '<message id="m" name="paid"/>';
const race = `<startEvent id="s"/><eventBasedGateway id="g"/>
  <intermediateCatchEvent id="paid" motcua:result="payment"><extensionElements><motcua:key name="code">code</motcua:key></extensionElements><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
  <intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>
  <task id="a"/><task id="b"/>${flows('s -> g -> paid -> a; g -> late -> b')}`;

const begins = (type: string) => compiled(diagram(`<eventBasedGateway id="g" instantiate="true" eventGatewayType="${type}"/>
  <intermediateCatchEvent id="paid"><extensionElements><motcua:key name="code">paid.code</motcua:key></extensionElements><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
  <intermediateCatchEvent id="signed"><extensionElements><motcua:key name="code">paid.code</motcua:key></extensionElements><messageEventDefinition messageRef="n"/></intermediateCatchEvent>
  <userTask id="a"/><userTask id="b"/>${flows('g -> paid -> a; g -> signed -> b')}`, `${outside}<message id="n" name="signed"/>`));

describe('An event-based gateway', () => {
  it('begins an instance with the first of its messages', async () => {
    const bench = new Bench(await begins('Exclusive'));
    bench.message('signed');
    assert.deepEqual(bench.instances.map(({ visited, state }) => [visited, state.subscriptions]), [[['g', 'signed', 'b'], []]]);
  });
  it('begins an instance with one of its messages and waits in it for all the others', async () => {
    const bench = new Bench(await begins('Parallel'));
    const [instance] = [bench.start({ node: 'paid', data: { paid: { code: 'K1' } } })];
    assert.throws(() => instance.message('signed', { keys: { code: 'K2' } }), /expected the keys/);
    assert.deepEqual(instance.message('signed', { keys: { code: 'K1' } }).tasks.map(({ element }) => element), ['a', 'b']);
  });
  it('keeps what each event brings under its name, whichever comes first', async () => {
    const definition = await compiled(diagram(`<eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel"/><intermediateCatchEvent id="one"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><intermediateCatchEvent id="two"><messageEventDefinition messageRef="n"/></intermediateCatchEvent><userTask id="u"/>${flows('g -> one; g -> two; one -> u')}`, '<message id="m" name="m"/><message id="n" name="n"/>'));
    for (const order of [['m', 'n'], ['n', 'm']]) {
      const bench = new Bench(definition);
      for (const name of order) bench.message(name, { data: { [name]: 1 } });
      const { one, two } = bench.instances[0]!.data;
      assert.deepEqual([bench.instances.length, one, two], [1, { m: 1 }, { n: 1 }]);
    }
  });
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
