import assert from 'node:assert/strict';
import { compiled } from '../testing/compiled.ts';
import { Bench } from '../testing/bench.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const outside = '<message id="M" name="answer"/>';
const key = '<extensionElements><motcua:key name="code">code</motcua:key></extensionElements>';
const draw = `<startEvent id="s"/><receiveTask id="r" messageRef="M">${key}</receiveTask><userTask id="after"/>${flows('s -> r -> after')}`;

describe('A receive task', () => {
  verify({
    'waits for its message and keeps what it brings': { draw, outside, data: { code: 'K1' }, act: (instance) => instance.message('answer', { keys: { code: 'K1' }, data: { ok: true } }), tasks: ['after'], keeps: { code: 'K1', r: { ok: true } } },
    'waits for the message of its operation': {
      draw: `<startEvent id="s"/><receiveTask id="r" operationRef="ask"/><intermediateCatchEvent id="again"><messageEventDefinition><operationRef>ask</operationRef></messageEventDefinition></intermediateCatchEvent>${flows('s -> r -> again')}`,
      outside: `${outside}<interface id="i" name="answers"><operation id="ask" name="ask"><inMessageRef>M</inMessageRef></operation></interface>`, act: (instance) => instance.message('answer').message('answer'), status: 'completed',
    },
    'takes no message with other keys': {
      draw, outside, data: { code: 'K1' }, tasks: [], status: 'active', act: (instance) => {
        const refused = instance.offer({ type: 'message', name: 'answer', keys: { code: 'K2' } });
        assert.ok('rejected' in refused && refused.rejected === 'no-message');
      },
    },
    'may be interrupted by its boundary events': {
      draw: `${draw}<boundaryEvent id="t" attachedToRef="r"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/>${flows('t -> late')}`, outside, data: { code: 'K1' },
      act: (_instance, bench) => bench.advance('P1D'), tasks: ['late'], effects: [{ type: 'message.unsubscribe' }],
    },
  });

  it('begins an instance when it instantiates', async () => {
    const bench = new Bench(await compiled(diagram(`<receiveTask id="r" messageRef="M" instantiate="true"/><userTask id="after"/>${flows('r -> after')}`, outside)));
    bench.message('answer', { data: { from: 'citizen' } });
    const [instance] = bench.instances;
    assert.deepEqual([instance?.visited, instance?.tasks.map(({ element }) => element), instance?.data], [['r', 'after'], ['after'], { r: { from: 'citizen' }, from: 'citizen' }]);
  });
});
