import assert from 'node:assert/strict';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';
import type { Instance } from './testing/instance.ts';
import { assertSound } from './testing/sound.ts';

const place = 'before' as const;

const house = diagram(`<startEvent id="start"/><userTask id="receive"/><userTask id="examine"/><boundaryEvent id="late" attachedToRef="examine"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="tooLate"/>
  <subProcess id="visit"><startEvent id="visit_start"/><userTask id="look"/><userTask id="report"/><endEvent id="visit_end"/>${flows('visit_start -> look -> report -> visit_end')}</subProcess>
  <parallelGateway id="split"/><userTask id="left"/><userTask id="right"/><parallelGateway id="join"/><userTask id="sign"/>
  <userTask id="each"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><endEvent id="end"/>
  ${flows('start -> receive -> examine -> visit -> split; split -> left -> join; split -> right -> join; join -> sign -> each -> end; late -> tooLate')}`);

describe('A token that a person moves', () => {
  let instance: Instance;
  beforeEach(async () => (instance = new Bench(await compiled(house)).start()));
  afterEach(() => assertSound(instance));
  const open = (): readonly string[] => instance.tasks.map(({ element }) => element);
  const kinds = (): readonly string[] => instance.effects.map(({ type }) => type);

  it('is taken from one step and begins another: the first is closed, its timers with it', () => {
    instance.complete('receive').move({ from: ['examine'], to: [{ place, element: 'sign' }] });
    assert.deepEqual(open(), ['sign']);
    assert.deepEqual(kinds().slice(-3), ['timer.cancel', 'task.close', 'task.open']);
    assert.equal(instance.state.subscriptions.length, 0);
  });

  it('goes back, and what came between is done again', () => {
    instance.complete('receive').complete('examine').complete('look').move({ from: ['visit'], to: [{ place, element: 'examine' }] });
    assert.deepEqual([open(), instance.state.scopes.length, instance.state.subscriptions.length], [['examine'], 1, 1]);
  });

  it('begins in a sub-process that is opened for it, and leaves that as drawn', () => {
    instance.move({ from: ['receive'], to: [{ place, element: 'report' }] });
    assert.deepEqual(instance.state.tokens.map(({ at }) => at), ['visit', 'report']);
    assert.deepEqual((instance.complete('report'), open()), ['left', 'right']);
  });

  it('shares the sub-process that was opened for the first of two', () => {
    instance.move({ from: ['receive'], to: [{ place, element: 'report' }, { place, element: 'look' }] });
    assert.deepEqual([open(), instance.state.scopes.length], [['report', 'look'], 2]);
  });

  it('goes behind a step as if that were done, with data for what follows', () => {
    instance.move({ from: ['receive'], to: [{ place: 'after', element: 'visit' }], data: { visit: 'by letter' } });
    assert.deepEqual([open(), instance.data], [['left', 'right'], { visit: 'by letter' }]);
  });

  it('comes to a join along one of its flows', () => {
    instance.move({ from: ['receive'], to: [{ place, element: 'left' }, { place: 'along', element: 'right-join' }] });
    assert.deepEqual((instance.complete('left'), open()), ['sign']);
  });

  it('may end an instance by going behind its last step', () => {
    assert.equal(instance.move({ from: ['receive'], to: [{ place: 'after', element: 'each' }] }).status, 'completed');
  });

  const refused: readonly [what: string, send: () => unknown, why: RegExp][] = [
    ['without a reason', () => instance.move({ from: ['receive'], to: [{ place, element: 'sign' }], reason: ' ' }), /expected a reason/],
    ['that is gone', () => instance.send({ type: 'modify', cancel: [99], begin: [], reason: 'x' }), /token 99 to take away/],
    ['to a step that is not there', () => instance.move({ to: [{ place, element: 'nowhere' }] }), /there is no nowhere/],
    ['in front of a join without its flow', () => instance.move({ to: [{ place, element: 'join' }] }), /joins its flows.*left-join, right-join/],
    ['when nothing would go on', () => instance.move({ from: ['receive'] }), /nothing would/],
    ['when it is one of several turns', () => {
      instance.move({ from: ['receive'], to: [{ place, element: 'each' }] });
      const turn = instance.state.tokens.find(({ wait }) => wait.on === 'task')!;
      instance.send({ type: 'modify', cancel: [turn.id], begin: [{ place, element: 'sign' }], reason: 'x' });
    }, /the whole of userTask each/],
    ['into a scope that is not open', () => instance.move({ to: [{ place, element: 'look', scope: 7 }] }), /one of the open scopes \(none\)/],
  ];
  for (const [what, send, why] of refused) {
    it(`is refused ${what}, and nothing changes`, () => {
      const before = instance.state;
      assert.throws(send, why);
      if (what !== 'when it is one of several turns') assert.equal(instance.state, before);
    });
  }
});

describe('A token that a person moves where something is compensated or interrupts', () => {
  const begun = async (xml: string): Promise<Instance> => new Bench(await compiled(xml)).start({ data: { no: true } });
  const handled = (id: string): string => `<boundaryEvent id="undo" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="unbook" isForCompensation="true"/><association id="to" sourceRef="undo" targetRef="unbook"/>`;
  const booking = diagram(`<startEvent id="s"/><userTask id="book"/>${handled('book')}<userTask id="next"/><intermediateThrowEvent id="take"><compensateEventDefinition/></intermediateThrowEvent><userTask id="last"/><endEvent id="e"/>${flows('s -> book -> next -> take -> last -> e')}`);
  const transaction = diagram(`<startEvent id="s"/><transaction id="T"><startEvent id="ts"/><userTask id="book"/>${handled('book')}<userTask id="ask"/><exclusiveGateway id="g" default="g-ok"/><endEvent id="ok"/><endEvent id="cancel"><cancelEventDefinition/></endEvent>${flows('ts -> book -> ask -> g; g -> cancel if no; g -> ok')}</transaction>
    <boundaryEvent id="cancelled" attachedToRef="T"><cancelEventDefinition/></boundaryEvent><userTask id="last"/><endEvent id="e"/>${flows('s -> T -> e; cancelled -> last')}`);
  const moves: readonly [what: string, xml: string, lead: readonly string[], from: readonly string[], to: string, why: RegExp][] = [
    ['that waits until what was done is undone', booking, ['book', 'next'], ['take'], 'next', /take waits for that: let it be done first/],
    ['that undoes something', booking, ['book', 'next'], ['unbook'], 'next', /unbook does/],
    ['to what begins by compensation alone', booking, ['book'], ['next'], 'undo', /boundaryEvent undo is begun by compensation alone/],
    ['that stands for a transaction that is cancelled', transaction, ['book', 'ask'], ['T'], 'last', /T waits for that/],
    ['that cancels a transaction', transaction, ['book', 'ask'], ['cancel'], 'ask', /cancel waits for that/],
    ['into a transaction that is cancelled', transaction, ['book', 'ask'], [], 'ask', /transaction T to go on, but it is cancelled/],
  ];
  for (const [what, xml, lead, from, to, why] of moves) it(`is refused ${what}`, async () => {
    const instance = await begun(xml);
    for (const element of lead) instance.complete(element);
    const before = instance.state;
    assert.throws(() => instance.move({ from: [...from], to: [{ place: 'before', element: to }] }), why);
    assert.equal(instance.state, before);
  });

  it('may have what was done twice undone twice', async () => {
    const instance = await begun(booking);
    instance.complete('book').move({ from: ['next'], to: [{ place: 'before', element: 'book' }] });
    instance.complete('book').complete('next').complete('unbook');
    assert.deepEqual(instance.tasks.map(({ element }) => element), ['unbook']);
    assertSound(instance);
  });

  it('leaves what interrupted, and the event is watched for again', async () => {
    const instance = await begun(diagram(`<startEvent id="s"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/><subProcess id="stop" triggeredByEvent="true"><startEvent id="said"><messageEventDefinition messageRef="m"/></startEvent><userTask id="hear"/>${flows('said -> hear')}</subProcess>
      <subProcess id="late" triggeredByEvent="true"><startEvent id="time" isInterrupting="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent><userTask id="remind"/>${flows('time -> remind')}</subProcess>${flows('s -> a -> b -> e')}`, '<message id="m" name="stop"/>'));
    instance.message('stop').move({ from: ['hear'], to: [{ place: 'before', element: 'b' }] });
    assert.deepEqual([instance.tasks.map(({ element }) => element), instance.state.subscriptions.map(({ node }) => node)], [['b'], ['said', 'time']]);
    assertSound(instance);
    assert.deepEqual(instance.message('stop').tasks.map(({ element }) => element), ['hear']);
    assert.deepEqual(instance.move({ to: [{ place: 'before', element: 'b' }] }).state.subscriptions, [], 'beside it nothing is watched for');
    assertSound(instance);
  });
});

describe('An incident that a person skips', () => {
  it('leaves the step as if it were done, with what it would have given', async () => {
    const instance = new Bench(await compiled(diagram(`<startEvent id="start"/><scriptTask id="sum"><script>a + b</script></scriptTask><userTask id="next"/><endEvent id="end"/>${flows('start -> sum -> next -> end')}`))).start({ data: { a: 1 } });
    assert.equal(instance.incidents.length, 1);
    instance.skip({ sum: 3 });
    assert.deepEqual([instance.incidents, instance.data, instance.tasks.map(({ element }) => element)], [[], { a: 1, sum: 3 }, ['next']]);
    assertSound(instance);
  });

  it('lets the tokens that a join holds back go on as one', async () => {
    const instance = new Bench(await compiled(diagram(`<startEvent id="start"/><parallelGateway id="split"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="out" default="out-gone"/><parallelGateway id="join"/><endEvent id="gone"/><userTask id="next"/><endEvent id="end"/>
      ${flows('start -> split; split -> a -> join; split -> b -> out; out -> join if false; out -> gone; join -> next -> end')}`))).start();
    instance.complete('a').complete('b');
    assert.deepEqual(instance.incidents.map(({ code }) => code), ['deadlock']);
    assert.deepEqual(instance.skip().tasks.map(({ element }) => element), ['next']);
    assertSound(instance);
  });

  it('is refused at a gateway, which must be told its way', async () => {
    const instance = new Bench(await compiled(diagram(`<startEvent id="start"/><exclusiveGateway id="which"/><endEvent id="x"/><endEvent id="y"/>${flows('start -> which; which -> x if p = 1; which -> y if p = 2')}`))).start({ data: { p: 3 } });
    assert.throws(() => instance.skip(), /must choose/);
  });
});
