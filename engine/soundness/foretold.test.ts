import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBpmn } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';
import { anyBlock } from '../testing/block.ts';
import { Bench } from '../testing/bench.ts';
import { drawn } from '../testing/draw-block.ts';
import type { Instance } from '../testing/instance.ts';
import { runs } from '../testing/runs.ts';
import { anyTangle, drawTangle } from '../testing/tangle.ts';
import { prove, type Proof } from './prove.ts';

/** Does what the number picks; an event that has happened beside its activity does not happen again, as a proof takes it. */
const poke = (instance: Instance, pick: number, happened: Set<string>): void => {
  const { tasks, state } = instance;
  const waiting = state.subscriptions.filter(({ node }) => !happened.has(node));
  const deeds = [
    ...tasks.map(({ element }) => () => instance.complete(element, pick)),
    ...waiting.map(({ node }) => () => {
      happened.add(node);
      instance.trigger(node, pick);
    }),
  ];
  if (deeds.length > 0) deeds[pick % deeds.length]!();
};

/** What happened on a way through the definition: elements entered, and whether it came to a stand at joins. */
const walk = (definition: Definition, picks: readonly number[], data: { readonly [name: string]: boolean }): { readonly entered: readonly string[]; readonly held: boolean } => {
  const happened = new Set<string>();
  const instance = new Bench(definition, { environment: { budget: 500, decide: () => ({ value: true }) } }).start({ data });
  for (const pick of picks) {
    // What is held up until a person mends it is no longer the model that was proven.
    if (instance.status !== 'active' || instance.state.tokens.length > 40 || instance.incidents.length > 0) break;
    poke(instance, pick, happened);
  }
  // A join may be held up by what waits for a person in the same step: that is no stand by itself.
  return { entered: instance.visited, held: instance.incidents.length > 0 && instance.incidents.every(({ code }) => code === 'deadlock') };
};

const foretold = (definition: Definition, paths: readonly (readonly number[])[], { findings }: Proof): void => {
  if (findings.some(({ rule }) => rule === 'not-decided' || rule === 'model-fault' || rule === 'gateway-gap')) return;
  const dead = new Set(findings.filter(({ rule }) => rule === 'dead-element').map(({ element }) => element));
  const halts = findings.some(({ rule }) => rule === 'option-to-complete' || rule === 'safeness');
  for (const [index, picks] of paths.entries()) {
    const { entered, held } = walk(definition, picks, { v1: index % 2 === 0, v2: index % 3 === 0, v3: index % 5 === 0 });
    assert.deepEqual(entered.filter((id) => dead.has(id)), [], 'no element that was called dead is entered');
    assert.ok(!held || halts, 'a stand at joins was foretold');
  }
};

const paths = fc.array(fc.array(fc.nat(1000), { maxLength: 30 }), { minLength: 4, maxLength: 6 });

describe('A proof foretells what random ways through a process meet', function () {
  this.timeout(600_000);

  it('in structured processes, which it finds sound', () => fc.assert(fc.asyncProperty(anyBlock, paths, async (block, ways) => {
    const reading = await readBpmn(drawn(block));
    fc.pre('definition' in reading);
    const proof = prove(reading.definition, { states: 3_000 });
    assert.deepEqual(proof.findings.filter(({ rule }) => rule === 'option-to-complete' || rule === 'endless-loop'), []);
    foretold(reading.definition, ways, proof);
  }), runs(60)));

  it('in any tangle of elements of every kind', () => fc.assert(fc.asyncProperty(anyTangle, paths, async (tangle, ways) => {
    const reading = await readBpmn(drawTangle(tangle));
    fc.pre('definition' in reading);
    foretold(reading.definition, ways, prove(reading.definition, { states: 1_000 }));
  }), runs(120)));
});
