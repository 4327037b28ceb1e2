import assert from 'node:assert/strict';
import { checkBpmn, readCollaboration } from './bpmn/read.ts';
import { renamed } from './renamed.ts';
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

describe('A message of a conversation and processes that are called', () => {
  const calls = (inputs: string, more = ''): string => `<callActivity id="call" calledElement="q">${inputs === '' ? '' : `<extensionElements>${inputs}</extensionElements>`}${more}</callActivity>`;
  const called = (body: string): string => `<process id="q" isExecutable="false">${body}</process>`;
  const paid = (order: number): Data => ({ about: { order, buyer: 'An' } });
  const refusedFor = (on: Bench, order: number): void => assert.throws(() => on.message('paid', { data: paid(order) }), /with the keys that someone waits for/);
  const subscription = (id: string, path: string): string => `<correlationSubscription id="${id}" correlationKeyRef="byOrder"><correlationPropertyBinding correlationPropertyRef="orderNo"><dataPath>${path}.no</dataPath></correlationPropertyBinding><correlationPropertyBinding correlationPropertyRef="buyer"><dataPath>${path}.buyer</dataPath></correlationPropertyBinding></correlationSubscription>`;
  const waiting = `<startEvent id="qs"/><receiveTask id="qw" messageRef="paid"/><userTask id="qu"/>${flows('qs -> qw -> qu')}`;
  const asking = `<startEvent id="qs"/><sendTask id="qt" messageRef="order"><extensionElements><motcua:input name="no">no</motcua:input><motcua:input name="buyer">"An"</motcua:input></extensionElements></sendTask><receiveTask id="qw" messageRef="paid"/><userTask id="qu"/>${flows('qs -> qt -> qw -> qu')}`;

  it('reaches one that says by its own data what it waits for', async () => {
    const on = await bench(`<startEvent id="s"/>${calls('<motcua:input name="mine">case</motcua:input>')}${flows('s -> call')}`, outside + called(waiting + subscription('cs', 'mine')));
    const instance = on.start({ definition: 'p', data: { case: { no: 3, buyer: 'An' } } });
    refusedFor(on, 4);
    on.message('paid', { data: paid(3) });
    assert.deepEqual(tasks(instance), ['qu']);
    whole(on.instances);
  });

  it('asks nothing of its data that only its caller says of its own', async () => {
    const on = await bench(`<startEvent id="s"><messageEventDefinition messageRef="order"/></startEvent>${calls('')}${flows('s -> call')}${subscription('cs', 'case')}`, outside + called(waiting));
    on.message('order', { data: { no: 3, buyer: 'An', case: { no: 3, buyer: 'An' } } });
    on.message('paid', { data: paid(3) });
    assert.deepEqual(on.instances.map(tasks), [['qu']]);
    whole(on.instances);
  });

  it('is in the conversation of the caller, where that has one', async () => {
    const on = await bench(`<startEvent id="s"><messageEventDefinition messageRef="order"/></startEvent>${calls('')}${flows('s -> call')}`, outside + called(waiting));
    for (const no of [1, 2]) on.message('order', { data: { no, buyer: 'An' } });
    on.message('paid', { data: paid(2) });
    assert.deepEqual(on.instances.map(tasks), [[], ['qu']]);
    whole(on.instances);
  });

  it('tells several calls of one instance apart', async () => {
    for (const sequential of [false, true]) {
      const on = await bench(`<startEvent id="s"/>${calls('<motcua:input name="no">entry</motcua:input>', `<multiInstanceLoopCharacteristics isSequential="${sequential}" motcua:collection="[1, 2]" motcua:element="entry"/>`)}<userTask id="u"/>${flows('s -> call -> u')}`, outside + called(asking));
      const instance = on.start({ definition: 'p' });
      assert.deepEqual(instance.incidents, []);
      refusedFor(on, 3);
      for (const no of sequential ? [1, 2] : [2, 1]) {
        on.message('paid', { data: paid(no) });
        instance.complete('qu');
      }
      assert.deepEqual(tasks(instance), ['u'], `sequential: ${sequential}`);
      whole(on.instances);
    }
  });

  it('goes on with whoever called when the called process has begun it', async () => {
    const on = await bench(`<startEvent id="s"/>${calls('<motcua:input name="no">no</motcua:input>')}<receiveTask id="w" messageRef="paid"/><userTask id="u"/>${flows('s -> call -> w -> u')}`, outside + called(asking.replace('<receiveTask id="qw" messageRef="paid"/><userTask id="qu"/>', '').replaceAll(/<sequenceFlow id="q[tw]-.*?<\/sequenceFlow>/g, '')));
    const instances = [1, 2].map((no) => on.start({ definition: 'p', data: { no } }));
    on.message('paid', { data: paid(2) });
    assert.deepEqual(instances.map(tasks), [[], ['u']]);
    whole(on.instances);
  });

  it('is read in each file by the keys of that file, also where the called process stands under other ids', async () => {
    const [caller, other] = await Promise.all([
      readCollaboration(diagram(`<startEvent id="s"/>${calls('<motcua:input name="no">no</motcua:input>')}<receiveTask id="w" messageRef="sent"/><userTask id="u"/>${flows('s -> call -> w -> u')}`,
        `${message('sent')}<correlationProperty id="ticket" name="ticket">${retrieval('sent', 'ticket')}</correlationProperty><collaboration id="c"><correlationKey id="byOrder"><correlationPropertyRef>ticket</correlationPropertyRef></correlationKey></collaboration>`)),
      readCollaboration(diagram(asking, outside).replace('<process id="p"', '<process id="q"')),
    ]);
    assert.ok('processes' in caller && 'processes' in other);
    const { definition: copy } = renamed(other.processes[0]!, (id) => (id === 'q' ? id : `other--${id}`));
    const on = new Bench([caller.processes[0]!, copy]);
    const instances = [1, 2].map((no) => on.start({ definition: 'p', data: { no } }));
    refusedFor(on, 3);
    on.message('paid', { data: paid(2) });
    assert.deepEqual(instances.map(tasks), [[], ['other--qu']]);
    instances[1]!.complete('other--qu');
    on.message('sent', { data: { ticket: 'T' } });
    assert.deepEqual(instances.map(tasks), [[], ['u']]);
    whole(on.instances);
  });
});

describe('A message that flows out of a step', () => {
  const pools = (steps: string, more = ''): string => `${outside.replace('<collaboration id="c">', '<collaboration id="c"><participant id="P" processRef="p"/><participant id="Q" processRef="q"/><messageFlow id="ordered" sourceRef="write" targetRef="qs" messageRef="order"/>MORE').replace('MORE', more)}<process id="q"><startEvent id="qs"><messageEventDefinition messageRef="order"/></startEvent><userTask id="ship"/>${steps}</process>`;
  const answers = `<sendTask id="answer" messageRef="sent"><extensionElements><motcua:input name="no">no</motcua:input><motcua:input name="buyer">buyer</motcua:input></extensionElements></sendTask>${flows('qs -> ship -> answer')}`;
  const writes = `<startEvent id="s"/><userTask id="write"/><receiveTask id="w" messageRef="sent"/><userTask id="u"/>${flows('s -> write -> w -> u')}`;
  const withSent = (text: string): string => text.replace('<collaboration', `<correlationProperty id="sentBuyer"/><collaboration`).replace(retrieval('paid', 'about.buyer'), `${retrieval('paid', 'about.buyer')}${retrieval('sent', 'buyer')}`);

  it('brings what the step gave, with the keys in it: the answer finds who asked', async () => {
    const on = await bench(writes, withSent(pools(answers)).replace('<correlationProperty id="sentBuyer"/>', ''));
    const askers = [1, 2].map((no) => on.start({ definition: 'p', data: { no } }));
    for (const [index, asker] of askers.entries()) asker.complete('write', { no: index + 1, buyer: 'An' });
    const [, , first, second] = on.instances;
    assert.deepEqual([first, second].map(tasks), [['ship'], ['ship']]);
    second!.complete('ship');
    assert.deepEqual(askers.map(tasks), [[], ['u']]);
    first!.complete('ship');
    assert.deepEqual(askers.map(tasks), [['u'], ['u']]);
    whole(on.instances);
  });

  it('has the keys of its conversation, where the step says nothing itself', async () => {
    const on = await bench(`<startEvent id="s"><messageEventDefinition messageRef="order"/></startEvent><userTask id="write"/><endEvent id="e"/>${flows('s -> write -> e')}`,
      `${outside.replace('<collaboration id="c">', '<collaboration id="c"><participant id="P" processRef="p"/><participant id="Q" processRef="q"/><messageFlow id="f" sourceRef="write" targetRef="qw" messageRef="paid"/>')}<process id="q"><startEvent id="qs"/><receiveTask id="qw" messageRef="paid"/><userTask id="qu"/>${flows('qs -> qw -> qu')}<correlationSubscription id="cs" correlationKeyRef="byOrder"><correlationPropertyBinding correlationPropertyRef="orderNo"><dataPath>no</dataPath></correlationPropertyBinding><correlationPropertyBinding correlationPropertyRef="buyer"><dataPath>"An"</dataPath></correlationPropertyBinding></correlationSubscription></process>`);
    const waiting = [1, 2].map((no) => on.start({ definition: 'q', data: { no } }));
    on.message('order', { data: { no: 2, buyer: 'An' } });
    on.instances[2]!.complete('write');
    assert.deepEqual(waiting.map(tasks), [[], ['qu']]);
    whole(on.instances);
  });

  it('that has no key stands still until the data say it', async () => {
    const on = await bench(writes, pools(flows('qs -> ship')));
    const asker = on.start({ definition: 'p' });
    asker.complete('write', { no: 1 });
    assert.deepEqual(asker.incidents.map(({ code }) => code), ['correlation']);
    assert.equal(on.instances.length, 1);
    asker.retry({ write: { no: 1, buyer: 'An' } });
    assert.deepEqual(asker.incidents, []);
    assert.deepEqual(tasks(on.instances[1]), ['ship']);
    whole(on.instances);
  });

  it('is not sent by a step that is skipped, which is left all the same', async () => {
    const on = await bench(writes, pools(flows('qs -> ship')));
    const asker = on.start({ definition: 'p' });
    asker.complete('write', { no: 1 });
    asker.send({ type: 'incident.skip', incident: asker.incidents[0]!.id, reason: 'told by phone' });
    assert.deepEqual([asker.incidents, on.instances.length, asker.state.subscriptions.map(({ node }) => node)], [[], 1, ['w']]);
    whole(on.instances);
  });

  it('is sent once, though the way on is chosen again', async () => {
    const on = await bench(`<startEvent id="s"/><userTask id="write"/><userTask id="u"/><userTask id="v"/>${flows('s -> write; write -> u if good; write -> v if not(good)')}`, pools(flows('qs -> ship')));
    const asker = on.start({ definition: 'p' });
    asker.complete('write', { no: 1, buyer: 'An' });
    assert.equal(asker.incidents.length, 1);
    asker.retry({ good: true });
    assert.deepEqual(on.instances.map(tasks), [['u'], ['ship']]);
    whole(on.instances);
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
