import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { State } from './state.ts';
import { diagram, flows } from './testing/diagram.ts';
import { compiled } from './testing/compiled.ts';
import { start, transition } from './transition.ts';

const at = { at: '2026-01-05T01:00:00.000Z', by: 'a' };
const taken = (step: ReturnType<typeof start>): State => {
  if ('state' in step) return step.state;
  throw new Error(step.message);
};
const bytes = (state: State): number => Buffer.byteLength(JSON.stringify(state));

describe('What an instance holds', () => {
  it('is the same after 1,000 turns of a loop as after one, but for longer numbers', async () => {
    const definition = await compiled(diagram(`<startEvent id="s"/><exclusiveGateway id="in"/><userTask id="a"/><exclusiveGateway id="out" default="out-in"/><endEvent id="e"/>${flows('s -> in -> a -> out -> in; out -> e if false')}`));
    let state = taken(start(definition, { type: 'start', ...at, data: {} }));
    const first = bytes(state);
    for (let turn = 0; turn < 1_000; turn += 1) state = taken(transition(definition, state, { type: 'task.complete', ...at, token: state.tokens[0]!.id }));
    assert.ok(bytes(state) <= first + 8, `${bytes(state)} bytes after ${first}`);
  });

  it('is at most 10 KB in memory and 2 KB stored while it waits, data aside', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `t${index}`);
    const definition = await compiled(diagram(`<startEvent id="s"/><parallelGateway id="f"/>${ids.map((id) => `<userTask id="${id}"/>`).join('')}${flows(['s', 'f'].join(' -> '))}${flows(ids.map((id) => `f -> ${id}`).join('; '))}`));
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const make = (): State => taken(start(definition, { type: 'start', ...at, data: {} }));
    make();
    collect();
    const before = process.memoryUsage().heapUsed;
    const held = Array.from({ length: 2_000 }, make);
    collect();
    const each = (process.memoryUsage().heapUsed - before) / held.length;
    assert.ok(each < 10 * 1024, `${each} bytes each`);
    assert.ok(bytes(held[0]!) < 2 * 1024, `${bytes(held[0]!)} bytes stored`);
  });
});
