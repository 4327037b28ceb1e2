import assert from 'node:assert/strict';
import { Bench } from '../testing/bench.ts';
import { chart } from '../testing/chart.ts';
import { assertSound } from '../testing/sound.ts';

const round = (starts: object, more: object = {}): object => ({
  id: 'round', initial: 'walk', context: { urgent: false }, meta: { starts },
  states: { walk: { meta: { task: { role: 'handler' } }, on: { 'task.complete.walk': 'end' } }, end: { type: 'final' } }, ...more,
});

describe('A statechart that begins though nobody applies', () => {
  it('begins by a message, whose data stand over the context', () => {
    const bench = new Bench(chart(round({ messages: ['alarm'] })));
    bench.message('alarm', { data: { urgent: true, place: 'the market' } });
    assert.deepEqual(bench.instances.map(({ data }) => data), [{ urgent: true, place: 'the market' }]);
    assertSound(bench.instances[0]!);
    assert.equal(bench.instances[0]!.complete('walk').status, 'completed');
    assert.throws(() => bench.message('fire'), /expected someone to wait for message "fire"/);
  });

  it('begins by the message that another process sends, and by a signal that reaches all', () => {
    const sender = chart({ id: 'sender', initial: 'a', states: { a: { meta: { task: {} }, on: { 'task.complete.a': { target: 'z', actions: [{ type: 'emit', params: { event: 'alarm', data: { place: 'a.place' } } }, { type: 'signal', params: { event: 'storm' } }] } } }, z: { type: 'final' } } });
    const bench = new Bench([chart(round({ messages: ['alarm'], signals: ['storm'] })), sender]);
    bench.start({ definition: 'sender' }).complete('a', { place: 'the bridge' });
    assert.deepEqual(bench.instances.slice(1).map(({ state: { definition }, data }) => [definition, data['place'] ?? '']).toSorted(), [['round', ''], ['round', 'the bridge']]);
  });

  it('begins by timers, once for each turn', () => {
    const bench = new Bench(chart(round({ timers: ['R3/PT1H', 'PT90M'] })));
    bench.advance('PT1H');
    assert.equal(bench.instances.length, 1);
    bench.advance('P2D');
    assert.equal(bench.instances.length, 4);
  });

  it('begins by a person as before, as a whole', () => assert.equal(new Bench(chart(round({ messages: ['alarm'] }))).start().tasks[0]!.element, 'walk'));
});
