import assert from 'node:assert/strict';
import { readBpmn } from '../../engine/bpmn/read.ts';
import { diagram, flows } from '../../engine/testing/diagram.ts';
import { unknownAt } from './known-at.ts';

const user = (...ids: readonly string[]) => ids.map((id) => `<userTask id="${id}"/>`).join('');
const gateway = (id: string) => `<exclusiveGateway id="${id}"/>`;

const lines: readonly [what: string, xml: string, at: string, steps: string, unknown: string][] = [
  ['what comes after a choice', `<startEvent id="s"/>${user('a', 'b', 'c')}${gateway('g')}<endEvent id="e"/>${flows('s -> a -> g -> b -> e; g -> c if a.x; c -> e')}`, 'g', 'abc', 'bc'],
  ['nothing of a loop that comes back', `<startEvent id="s"/>${user('a', 'b')}${gateway('g')}${gateway('m')}<endEvent id="e"/>${flows('s -> m -> a -> g; g -> b if a.x; g -> e if not(a.x); b -> m')}`, 'g', 'ab', ''],
  ['a branch beside it', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${user('a', 'b', 'c')}${gateway('g')}<endEvent id="e"/><endEvent id="x"/>${flows('s -> f -> a -> g -> j; f -> b -> j -> c -> e; g -> x if a.x')}`, 'g', 'abc', 'bc'],
  ['nothing that was done in a sub-process before', `<startEvent id="s"/><subProcess id="u"><startEvent id="ps"/>${user('a')}<endEvent id="pe"/>${flows('ps -> a -> pe')}</subProcess>${user('b')}${gateway('g')}<endEvent id="e"/>${flows('s -> u -> g; g -> b if a.x; g -> e if not(a.x); b -> e')}`, 'g', 'ab', 'b'],
];

describe('What may be known at a choice', () => {
  for (const [what, xml, at, steps, unknown] of lines)
    it(`leaves out ${what}`, async () => {
      const reading = await readBpmn(diagram(xml));
      assert.ok('definition' in reading, JSON.stringify(reading));
      const found = unknownAt(reading.definition, at);
      assert.equal([...steps].filter((step) => found.has(step)).join(''), unknown);
    });
});
