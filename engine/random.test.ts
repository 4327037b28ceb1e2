import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { anyBlock } from './testing/block.ts';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { drawn, namer } from './testing/draw-block.ts';
import { entered } from './testing/entered.ts';
import type { Instance } from './testing/instance.ts';
import { interpreted } from './testing/interpret-block.ts';
import { runs } from './testing/runs.ts';
import { assertSound } from './testing/sound.ts';
import { Twin } from './testing/twin.ts';

const openIn = (instance: Instance): readonly string[] => [...instance.tasks.map(({ element }) => element), ...instance.state.subscriptions.map(({ node }) => node)].toSorted();

const actOn = (instance: Instance, id: string): void => {
  if (/^(timer|message)/.test(id)) instance.trigger(id);
  else instance.complete(id, `done ${id}`);
};

const structured = ['userTask', 'serviceTask', 'task', 'scriptTask', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'subProcess', 'eventSubProcess', 'callActivity', 'startEvent message', 'endEvent none', 'endEvent error',
  'intermediateThrowEvent escalation', 'intermediateThrowEvent compensation', 'boundaryEvent timer', 'boundaryEvent error', 'boundaryEvent escalation', 'multi-instance parallel', 'multi-instance sequential'];

describe('A random structured procedure, run in a random order', function () {
  this.timeout(3_600_000);

  it('does what a simple interpreter says, goes on after a restart at every step as if nothing had been, and keeps its invariants', async () => {
    const seen = new Map<string, number>();
    const scene = fc.tuple(anyBlock, fc.record({ v1: fc.boolean(), v2: fc.boolean(), v3: fc.boolean() }), fc.array(fc.nat(), { minLength: 1, maxLength: 40 }));
    await fc.assert(fc.asyncProperty(scene, async ([block, values, picks]) => {
      const definition = await compiled(drawn(block));
      const counters = Object.fromEntries(Object.keys(definition.nodes).filter((id) => id.startsWith('count')).map((id) => [id, 0]));
      const instance = new Bench(definition).start({ data: { ...values, ...counters } });
      const twin = new Twin(instance);
      const expected = interpreted(block, namer(), values);
      for (let turn = 0; turn < 200 && !expected.done(); turn += 1) {
        const open = openIn(instance);
        assert.deepEqual(open, expected.open().toSorted());
        const id = open[picks[turn % picks.length]! % open.length]!;
        actOn(instance, id);
        assert.ok(expected.act(id));
        twin.follow();
      }
      if (expected.done()) assert.equal(instance.status, 'completed');
      assertSound(instance, {}, twin);
      entered(instance, seen);
    }), runs(10_000));
    assert.deepEqual(structured.filter((kind) => !seen.has(kind)), [], 'every kind that blocks are made of was entered');
  });
});
