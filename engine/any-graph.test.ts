import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBpmn } from './bpmn/read.ts';
import type { Definition } from './definition.ts';
import { Bench } from './testing/bench.ts';
import { entered, everyKind } from './testing/entered.ts';
import type { Instance } from './testing/instance.ts';
import { runs } from './testing/runs.ts';
import { assertSound } from './testing/sound.ts';
import { anyTangle, drawTangle, wholeTangle } from './testing/tangle.ts';
import { Twin } from './testing/twin.ts';

const environment = { budget: 200, decide: () => ({ value: true }) };
const data = { v1: true, v2: false, list: ['a', 'b'] };

/** Does whatever the number picks among all that could happen now; incidents are left alone unless they are to be mended. */
const poke = (instance: Instance, pick: number, mends = true): void => {
  const { tasks, incidents, state } = instance;
  const deeds = [
    ...tasks.flatMap(({ element, token }) => [() => instance.complete(element, pick), () => instance.fail(element, 'E'), () => void instance.offer({ type: 'task.escalate', token, escalation: 'X' })]),
    ...state.subscriptions.map(({ node }) => () => instance.trigger(node, pick)),
    ...state.tokens.flatMap(({ id, at, wait }) => {
      const node = instance.definition.nodes[at]!;
      if (node.kind !== 'adHocSubProcess' || wait.on !== 'scope') return [];
      return [...node.starts.map((start) => () => instance.activate(start)), () => instance.send({ type: 'adHoc.complete', token: id })];
    }),
    ...(mends ? incidents : []).map(({ id }) => () => instance.send({ type: 'incident.retry', incident: id, data: pick % 2 === 0 ? { unknown: true } : {} })),
    () => instance.send({ type: 'data', data: { v1: pick % 2 === 0, v2: pick % 3 === 0 } }),
    ...(pick % 17 === 0 ? [() => instance.send({ type: 'cancel', reason: 'any' })] : []),
  ];
  deeds[pick % deeds.length]!();
};

/** Takes a way through the definition; at every step it must be sound. */
const wander = (definition: Definition, picks: readonly number[]): Instance => {
  const instance = new Bench(definition, { environment }).start({ data });
  const twin = new Twin(instance, environment);
  assertSound(instance, environment, twin);
  for (const pick of picks) {
    if (instance.status !== 'active' || instance.state.tokens.length > 150) break;
    poke(instance, pick);
    assertSound(instance, environment, twin);
  }
  return instance;
};

describe('Any diagram that is not refused', function () {
  this.timeout(3_600_000);

  it('never breaks an invariant and goes on after a restart at any step as if nothing had been, whatever happens to it and in whatever order', async () => {
    const seen = new Map<string, number>();
    const path = fc.array(fc.nat(1000), { maxLength: 25 });
    await fc.assert(fc.asyncProperty(anyTangle, fc.tuple(path, path), async (tangle, paths) => {
      const reading = await readBpmn(drawTangle(tangle), { sketch: true });
      fc.pre('definition' in reading);
      for (const picks of paths) entered(wander(reading.definition, picks), seen);
    }), runs(5_000));
    assert.deepEqual(everyKind.filter((kind) => !seen.has(kind)), [], 'every kind of element and event was entered');
  });
});

/** Tokens held at joins in vain, by id. */
const heldIn = ({ state }: Instance): ReadonlyMap<number, string> => {
  const named = new Set(state.incidents.filter(({ code }) => code === 'deadlock').map(({ id }) => id));
  return new Map(state.tokens.flatMap(({ id, at, wait }) => (wait.on === 'incident' && named.has(wait.incident) ? [[id, at]] : [])));
};

describe('A join that is said to wait in vain', function () {
  this.timeout(3_600_000);

  it('never goes on, whatever happens, unless a person mends it', async () => {
    let named = 0;
    await fc.assert(fc.asyncProperty(anyTangle, fc.array(fc.nat(1000), { maxLength: 25 }), async (tangle, picks) => {
      const reading = await readBpmn(drawTangle(tangle), { sketch: true });
      fc.pre('definition' in reading);
      const instance = new Bench(reading.definition, { environment }).start({ data });
      for (const pick of picks) {
        if (instance.status !== 'active' || instance.state.tokens.length > 150) break;
        const before = heldIn(instance);
        named += before.size;
        const seen = instance.trace.length;
        poke(instance, pick, false);
        const cancelled = new Set(instance.trace.slice(seen).filter(({ did }) => did === 'cancel').map(({ element }) => element));
        const after = heldIn(instance);
        if (instance.status === 'active') for (const [token, at] of before) assert.ok(after.has(token) || cancelled.has(at), `token ${token} still waits at ${at}`);
      }
    }), runs(1_500));
    assert.ok(named > 100, `${named} tokens were held in vain`);
  });
});

describe('A diagram that was damaged', function () {
  this.timeout(120_000);
  const whole = drawTangle(wholeTangle);

  it('is whole before it is damaged', async () => {
    const reading = await readBpmn(whole, { sketch: true });
    assert.deepEqual('problems' in reading ? reading.problems : [], []);
  });

  it('is read or refused, but never throws', async () => {
    const damage = fc.record({ at: fc.nat(whole.length), cut: fc.nat(40), put: fc.constantFrom('', '<', '>', '"', '&', '/>', 'id="s"', '<task/>', '</process>', '\u0000', '<!--', '<![CDATA[', 'sourceRef="', '__proto__') });
    await fc.assert(fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      let text = whole;
      for (const { at, cut, put } of damages) text = text.slice(0, at) + put + text.slice(at + cut);
      const reading = await readBpmn(text);
      if ('definition' in reading) new Bench(reading.definition, { environment: { budget: 200 } }).start({ data: {} });
    }), runs(150));
  });
});
