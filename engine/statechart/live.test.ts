import assert from 'node:assert/strict';
import type { Environment } from '../environment.ts';
import type { Modify } from '../event.ts';
import { Bench } from '../testing/bench.ts';
import { chart } from '../testing/chart.ts';
import type { Instance } from '../testing/instance.ts';
import { assertSound } from '../testing/sound.ts';

const task = (id: string, to: string, more: object = {}): object => ({ meta: { task: { role: 'handler' } }, on: { [`task.complete.${id}`]: to }, ...more });
const regions = {
  type: 'parallel', onDone: 'end',
  states: {
    paper: { initial: 'write', states: { write: task('write', 'check'), check: task('check', 'written'), written: { type: 'final' } } },
    fee: { initial: 'pay', states: { pay: { on: { paid: 'settled' } }, settled: { type: 'final' } } },
  },
};
const states = {
  reception: task('reception', 'both', { after: { PT24H: { actions: { type: 'assign', params: { late: 'true' } } }, PT72H: 'stopped' } }),
  both: regions, end: { type: 'final' }, stopped: { type: 'final' },
};
const machine = (change: object = {}, id = 'm'): object => ({ id, initial: 'reception', states: { ...states, ...change } });
const open = ({ tasks }: Instance): string => tasks.map(({ element }) => element).join(' ');
const started = (change: object = {}): Instance => new Bench(chart(machine(change))).start();
const tokenOf = ({ state }: Instance, id: string): number => state.tokens.find(({ at }) => at === id)!.id;
const moved = (instance: Instance, begin: readonly string[], cancel: readonly string[] = [], more: Partial<Modify> = {}): Instance =>
  instance.send({ type: 'modify', begin: begin.map((element) => ({ place: 'before', element })), cancel: cancel.map((id) => tokenOf(instance, id)), reason: 'by hand', ...more });

describe('A statechart that signals', () => {
  const listening = chart(machine({ reception: { meta: { task: {}, signals: ['storm'] }, on: { 'task.complete.reception': 'both', 'storm': { guard: 'event.data.force > 8', target: 'stopped' } } } }));
  it('hears one that reaches everybody, and tells when no guard lets it through', () => {
    const bench = new Bench(listening);
    const [one, other] = [bench.start(), bench.start()];
    assert.deepEqual(one.effects.filter(({ type }) => type === 'signal.subscribe').length, 1);
    assert.throws(() => one.signal('storm', { force: 3 }), /expected signal "storm" to lead to a transition, but no guard lets it through now/);
    other.complete('reception');
    bench.signal('storm', { force: 9 });
    assert.deepEqual([one.status, other.status], ['completed', 'active']);
    assert.throws(() => other.signal('storm'), /expected someone to wait for signal "storm"/);
    assert.throws(() => bench.message('storm'), /expected someone to wait for message "storm"/);
  });
  it('sends one to the others', () => {
    const sender = chart({ ...machine({ reception: task('reception', 'end', { exit: { type: 'signal', params: { event: 'storm', data: { force: 'force' } } } }) }, 'sender'), context: { force: 10 } });
    const bench = new Bench([listening, sender]);
    const waiting = bench.start();
    bench.start({ definition: 'sender' }).complete('reception');
    assert.deepEqual([waiting.status, waiting.state.definition], ['completed', 'm']);
  });
});

describe('A statechart that a person moves', () => {
  it('enters a state as by a transition, and leaves the others beside it alone', () => {
    const instance = started().complete('reception');
    assert.equal(open(instance), 'write');
    moved(instance, ['check'], ['write']);
    assert.equal(open(instance), 'check');
    assert.deepEqual(instance.effects.flatMap((effect) => (effect.type === 'task.close' ? [effect.reason] : [])), ['completed', 'cancelled']);
    assertSound(instance);
    instance.message('paid').complete('check');
    assert.equal(instance.status, 'completed');
  });
  it('goes into the middle of regions, out of them, and to its end', () => {
    const instance = moved(started(), ['check']);
    assert.deepEqual([open(instance), instance.state.subscriptions.map(({ event }) => event.kind)], ['check', ['message']]);
    moved(instance, ['reception'], ['check', 'pay']);
    assert.deepEqual([open(instance), instance.state.subscriptions.length], ['reception', 2]);
    assert.equal(moved(instance, ['stopped']).status, 'completed');
  });
  it('begins a state again, with data put right', () => {
    const instance = started();
    const before = tokenOf(instance, 'reception');
    moved(instance, ['reception'], ['reception'], { data: { seen: 1 } });
    assert.notEqual(tokenOf(instance, 'reception'), before);
    assert.equal(instance.data['seen'], 1);
  });
  it('comes out of a deadlock', () => {
    const instance = started({ reception: { meta: { task: {} }, on: { 'task.complete.reception': { guard: 'reception.ok = true', target: 'end' } } } }).complete('reception', { ok: false });
    assert.deepEqual(instance.incidents.map(({ code }) => code), ['no-transition']);
    moved(instance, ['both']);
    assert.deepEqual([instance.incidents, open(instance)], [[], 'write']);
  });
  const refused: Readonly<Record<string, readonly [Partial<Modify>, RegExp]>> = {
    'a state that is none': [{ begin: [{ place: 'before', element: 'nowhere' }] }, /there is no nowhere/],
    'the whole': [{ begin: [{ place: 'before', element: 'm' }] }, /it is the whole/],
    'a place behind a state': [{ begin: [{ place: 'after', element: 'both' }] }, /has no place after a state/],
    'no reason': [{ begin: [{ place: 'before', element: 'both' }], reason: ' ' }, /reason/],
    'a token that is none': [{ cancel: [99] }, /expected a token 99/],
  };
  for (const [what, [event, why]] of Object.entries(refused)) {
    it(`is refused: ${what}`, () => assert.throws(() => started().send({ type: 'modify', cancel: [], begin: [], reason: 'x', ...event }), why));
  }
  it('is refused when what is taken away would stay', () => {
    const instance = started().complete('reception');
    assert.throws(() => moved(instance, ['check'], ['pay']), /expected pay to be left for the states that are entered, but it stays/);
    assert.equal(open(instance), 'write');
  });
});

describe('A statechart that goes on under another version', () => {
  const over = (instance: Instance, environment: Environment, mapping: Readonly<Record<string, string>> = {}): void => {
    instance.send({ type: 'migrate', from: '1', to: '2', mapping, reason: 'new law' });
    assertSound(instance, environment);
  };
  const begun = (next: object, first: object = machine()): { bench: Bench; instance: Instance; environment: Environment } => {
    const definition = chart(next);
    const environment: Environment = { version: () => ({ definition, environment: {} }) };
    const bench = new Bench(chart(first), { environment });
    return { bench, instance: bench.start(), environment };
  };

  it('keeps its tasks and the timers that have begun, and sets no timer again that has fired', () => {
    const { bench, instance, environment } = begun(machine({ reception: task('reception', 'both', { after: { PT72H: 'stopped', PT24H: { actions: { type: 'assign', params: { late: '"twice"' } } }, PT100H: 'end' } }) }));
    bench.advance('PT30H');
    const before = tokenOf(instance, 'reception');
    over(instance, environment);
    assert.deepEqual([tokenOf(instance, 'reception'), instance.data['late'], instance.state.subscriptions.length], [before, true, 2]);
    bench.advance('PT43H');
    assert.deepEqual([instance.status, instance.visited.at(-1)], ['completed', 'stopped']);
  });
  it('counts a time anew from where it began when it is another', () => {
    const { bench, instance, environment } = begun(machine({ reception: task('reception', 'both', { after: { PT48H: 'stopped' } }) }));
    bench.advance('PT30H');
    over(instance, environment);
    bench.advance('PT17H');
    assert.equal(instance.status, 'active');
    bench.advance('PT2H');
    assert.equal(instance.status, 'completed');
  });
  it('finds its states under other names, in regions and in its history, and its ways are the new ones', () => {
    const renamed = { ...regions, states: { ...regions.states, paper: { initial: 'compose', states: { compose: task('compose', 'written'), written: { type: 'final' } } } } };
    const { instance, environment } = begun({ ...machine({ both: renamed }), id: 'other' });
    instance.complete('reception');
    over(instance, environment, { write: 'compose', check: 'compose' });
    assert.deepEqual([open(instance), instance.state.definition, instance.effects.filter(({ type }) => type === 'follow').length > 0], ['compose', 'other', true]);
    instance.complete('compose').message('paid');
    assert.equal(instance.status, 'completed');
  });
  const stays: Readonly<Record<string, readonly [object, RegExp]>> = {
    'its state is gone': [{ both: { ...regions, states: { ...regions.states, paper: { initial: 'check', states: { check: task('check', 'written'), written: { type: 'final' } } } } } }, /expected this state in the new version, but it is not there/],
    'its state is of another kind': [{ both: { ...regions, states: { ...regions.states, paper: { initial: 'write', states: { write: { on: { go: 'written' } }, written: { type: 'final' } } } } } }, /expected a userTask \(atomic\) in the new version/],
    'there is another region': [{ both: { ...regions, states: { ...regions.states, more: { initial: 'a', states: { a: { type: 'final' } } } } } }, /more is a new one/],
    'its state has moved': [{ both: { ...regions, states: { fee: regions.states.fee, paper: { initial: 'inner', states: { inner: { initial: 'write', states: { write: task('write', '#written') } }, written: { id: 'written', type: 'final' } } } } } }, /expected .* to stand in paper, but it stands in inner/],
  };
  for (const [why, [change, message]] of Object.entries(stays)) {
    it(`stays when ${why}`, () => {
      const { instance, environment } = begun(machine(change));
      instance.complete('reception');
      assert.throws(() => over(instance, environment), message);
      assert.equal(open(instance), 'write');
    });
  }
});
