import assert from 'node:assert/strict';
import { readCollaboration } from './bpmn/read.ts';
import { checkBpmn } from './bpmn/read.ts';
import { Bench } from './testing/bench.ts';
import { diagram, flows } from './testing/diagram.ts';
import type { Instance } from './testing/instance.ts';
import { assertSound } from './testing/sound.ts';
import type { Data } from './state.ts';

const message = (id: string): string => `<message id="${id}" name="${id}"/>`;
const retrieval = (id: string, path: string): string => `<correlationPropertyRetrievalExpression messageRef="${id}"><messagePath>${path}</messagePath></correlationPropertyRetrievalExpression>`;
const outside = `${['order', 'paid', 'sent'].map(message).join('')}
  <correlationProperty id="orderNo" name="orderNo">${retrieval('order', 'no')}${retrieval('paid', 'about.order')}${retrieval('sent', 'no')}</correlationProperty>
  <correlationProperty id="buyer" name="buyer">${retrieval('order', 'buyer')}${retrieval('paid', 'about.buyer')}</correlationProperty>
  <collaboration id="c"><correlationKey id="byOrder"><correlationPropertyRef>orderNo</correlationPropertyRef><correlationPropertyRef>buyer</correlationPropertyRef></correlationKey></collaboration>`;
const bench = async (body: string, more = outside): Promise<Bench> => {
  const read = await readCollaboration(diagram(body, more));
  assert.ok('processes' in read, JSON.stringify(read));
  return new Bench(read.processes);
};
const tasks = (instance: Instance | undefined): readonly string[] => instance?.tasks.map(({ element }) => element) ?? [];
const whole = (instances: readonly Instance[]): void => instances.forEach((instance) => assertSound(instance));

describe('A message of a conversation', () => {
  const shop = `<startEvent id="s"><messageEventDefinition messageRef="order"/></startEvent><receiveTask id="w" messageRef="paid"/><userTask id="pack"/>${flows('s -> w -> pack')}`;
  const order = (no: number, buyer = 'An'): Data => ({ no, buyer });

  it('reaches the instance whose first message brought the same key, wherever it stands in it', async () => {
    const on = await bench(shop);
    on.message('order', { data: order(1) });
    on.message('order', { data: order(2) });
    on.message('paid', { data: { about: { order: 2, buyer: 'An' } } });
    assert.deepEqual(on.instances.map(tasks), [[], ['pack']]);
    for (const stranger of [{ order: 1, buyer: 'Binh' }, { order: 3, buyer: 'An' }, { order: 1 }]) assert.throws(() => on.message('paid', { data: { about: stranger } }), /with the keys that someone waits for/);
    on.message('paid', { data: { about: { order: 1, buyer: 'An' } } });
    assert.deepEqual(on.instances.map(tasks), [['pack'], ['pack']]);
    whole(on.instances);
  });

  it('says by the first that comes which conversation those who still wait are in', async () => {
    const on = await bench(`<startEvent id="s"/><parallelGateway id="f"/><receiveTask id="a" messageRef="order"/><receiveTask id="b" messageRef="paid"/><userTask id="x"/><userTask id="y"/>${flows('s -> f -> a -> x; f -> b -> y')}`);
    const instance = on.start();
    on.message('order', { data: order(7) });
    assert.throws(() => on.message('paid', { data: { about: { order: 8, buyer: 'An' } } }), /with the keys that someone waits for/);
    assert.ok(instance.effects.some((effect) => effect.type === 'message.subscribe' && JSON.stringify(effect.keys) === '{"orderNo":7,"buyer":"An"}'));
    on.message('paid', { data: { about: { order: 7, buyer: 'An' } } });
    assert.deepEqual(tasks(instance).toSorted(), ['x', 'y']);
    whole(on.instances);
  });

  it('is sent with its key, and must stay in its conversation', async () => {
    const sending = (no: string): string => `<startEvent id="s"><messageEventDefinition messageRef="order"/></startEvent><sendTask id="t" messageRef="paid"><extensionElements><motcua:input name="about">{ order: ${no}, buyer: buyer }</motcua:input></extensionElements></sendTask><endEvent id="e"/>${flows('s -> t -> e')}`;
    const right = await bench(sending('no'));
    right.message('order', { data: order(5) });
    assert.deepEqual(right.undelivered.map(({ keys }) => keys), [{ orderNo: 5, buyer: 'An' }]);
    for (const no of ['no + 1', 'null']) {
      const wrong = await bench(sending(no));
      wrong.message('order', { data: order(5) });
      assert.deepEqual(wrong.instances[0]?.incidents.map(({ code }) => code), ['correlation'], no);
      whole(wrong.instances);
    }
  });

  it('is for the process that says by its own data what it waits for, as they are now', async () => {
    const expecting = `<correlationSubscription id="cs" correlationKeyRef="byOrder"><correlationPropertyBinding correlationPropertyRef="orderNo"><dataPath>case.no</dataPath></correlationPropertyBinding><correlationPropertyBinding correlationPropertyRef="buyer"><dataPath>case.buyer</dataPath></correlationPropertyBinding></correlationSubscription>`;
    const on = await bench(`<startEvent id="s"/><receiveTask id="w" messageRef="paid"/><userTask id="pack"/>${flows('s -> w -> pack')}${expecting}`);
    const instance = on.start({ data: { case: order(1) } });
    instance.change({ case: order(2) });
    assert.throws(() => on.message('paid', { data: { about: { order: 1, buyer: 'An' } } }), /with the keys that someone waits for/);
    on.message('paid', { data: { about: { order: 2, buyer: 'An' } } });
    assert.deepEqual(tasks(instance), ['pack']);
    whole(on.instances);
  });

  const refused: Readonly<Record<string, [outside: string, body: string]>> = {
    'a key of no properties': [`${message('order')}<collaboration id="c"><correlationKey id="k"/></collaboration>`, ''],
    'a key whose properties stand together in no message': [`${message('order')}${message('paid')}<correlationProperty id="a">${retrieval('order', 'x')}</correlationProperty><correlationProperty id="b">${retrieval('paid', 'x')}</correlationProperty><collaboration id="c"><correlationKey id="k"><correlationPropertyRef>a</correlationPropertyRef><correlationPropertyRef>b</correlationPropertyRef></correlationKey></collaboration>`, ''],
    'a process that expects a part of a key only': [outside, '<correlationSubscription id="cs" correlationKeyRef="byOrder"><correlationPropertyBinding correlationPropertyRef="buyer"><dataPath>x</dataPath></correlationPropertyBinding></correlationSubscription>'],
  };
  for (const [what, [more, body]] of Object.entries(refused)) it(`is refused with ${what}`, async () => {
    const problems = await checkBpmn(diagram(`<startEvent id="s"/><userTask id="u"/>${flows('s -> u')}${body}`, more));
    assert.deepEqual(problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule), ['correlation']);
  });
});

describe('A start event that needs all of several events', () => {
  const start = `<startEvent id="s" parallelMultiple="true"><messageEventDefinition messageRef="order"/><messageEventDefinition messageRef="paid"/><signalEventDefinition signalRef="open"/></startEvent><userTask id="u"/>${flows('s -> u')}`;
  const signal = '<signal id="open" name="open"/>';
  const paid = (order: number): Data => ({ about: { order, buyer: 'An' } });

  it('begins nothing but its waiting until all of them have come, in any order, those with one key together', async () => {
    const on = await bench(start, outside + signal);
    on.message('order', { data: { no: 1, buyer: 'An' } });
    on.message('paid', { data: paid(2) });
    assert.deepEqual(on.instances.map(tasks), [[], []]);
    on.signal('open');
    assert.equal(on.instances.length, 2, 'whoever has waited for it has it, and no third begins');
    on.message('order', { data: { no: 2, buyer: 'An' } });
    assert.deepEqual(on.instances.map(tasks), [[], ['u']]);
    on.message('paid', { data: paid(1) });
    assert.deepEqual(on.instances.map(tasks), [['u'], ['u']]);
    on.signal('open');
    assert.equal(on.instances.length, 3, 'and now one does');
    assert.deepEqual(tasks(on.instances[2]), []);
    whole(on.instances);
  });

  it('is begun by hand as if all had happened', async () => {
    const on = await bench(start, outside + signal);
    assert.deepEqual(tasks(on.start({ node: 's' })), ['u']);
  });
});
