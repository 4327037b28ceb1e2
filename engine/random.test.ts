import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { anyBlock } from './testing/block.ts';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { drawn, namer } from './testing/draw-block.ts';
import type { Instance } from './testing/instance.ts';
import { interpreted } from './testing/interpret-block.ts';
import { assertSound } from './testing/sound.ts';

const openIn = (instance: Instance): readonly string[] => [...instance.tasks.map(({ element }) => element), ...instance.state.subscriptions.map(({ node }) => node)].toSorted();

const actOn = (instance: Instance, id: string): void => {
  if (/^(timer|message)/.test(id)) instance.trigger(id);
  else instance.complete(id, `done ${id}`);
};

/** More runs, or those of one seed: `MOTCUA_RUNS=100000`, `MOTCUA_SEED=-1572387740`. */
const atLeast = (numRuns: number): { readonly numRuns: number; readonly seed?: number } => {
  const { MOTCUA_RUNS: runs, MOTCUA_SEED: seed } = process.env;
  return { numRuns: runs === undefined ? numRuns : Number(runs), ...(seed !== undefined && { seed: Number(seed) }) };
};

describe('A random structured procedure, run in a random order', function () {
  this.timeout(600_000);

  it('does what a simple interpreter says, replays to the same state and the same effects, and keeps its invariants', async () => {
    const scene = fc.tuple(anyBlock, fc.record({ v1: fc.boolean(), v2: fc.boolean(), v3: fc.boolean() }), fc.array(fc.nat(), { minLength: 1, maxLength: 40 }));
    await fc.assert(fc.asyncProperty(scene, async ([block, values, picks]) => {
      const definition = await compiled(drawn(block));
      const counters = Object.fromEntries(Object.keys(definition.nodes).filter((id) => id.startsWith('count')).map((id) => [id, 0]));
      const instance = new Bench(definition).start({ data: { ...values, ...counters } });
      const expected = interpreted(block, namer(), values);
      for (let turn = 0; turn < 200 && !expected.done(); turn += 1) {
        const open = openIn(instance);
        assert.deepEqual(open, expected.open().toSorted());
        const id = open[picks[turn % picks.length]! % open.length]!;
        actOn(instance, id);
        assert.ok(expected.act(id));
      }
      if (expected.done()) assert.equal(instance.status, 'completed');
      assertSound(instance);
    }), atLeast(10_000));
  });
});
