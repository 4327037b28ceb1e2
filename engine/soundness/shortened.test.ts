import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBpmn } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';
import { actsOf, playStory } from '../testing/counterexample.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { runs } from '../testing/runs.ts';
import { drawTangle, tangleOf } from '../testing/tangle.ts';
import { explore } from './explore.ts';
import { modelOf } from './model.ts';
import { prove, type ProofFinding } from './prove.ts';
import { isJoin } from './reach.ts';

/** Whether a story, played on the bench, comes to the fault; only of faults that a state shows by itself. */
const shows = (definition: Definition, { rule, element }: ProofFinding, story: readonly string[], without = false): boolean => {
  const { state, incidents, visited } = playStory(definition, story);
  // Without a step another gateway may be asked, about which the story says nothing.
  if (without && incidents.some(({ code }) => code !== 'deadlock')) return false;
  if (rule === 'safeness') {
    const there = state.tokens.filter(({ at }) => at === element);
    return there.some((one, index) => there.slice(0, index).some((other) => other.scope === one.scope && (!isJoin(definition.nodes[element]!) || other.via === one.via)));
  }
  return visited.filter((id) => id === element).length > 1;
};

/** The story by its acts. */
const stepsOf = (definition: Definition, story: readonly string[]): readonly (readonly string[])[] =>
  actsOf(definition, story).map(({ element, flows: chosen }) => [...(element === undefined ? [] : [element]), ...chosen]);

/** After how many steps the fault shows at the earliest, of all that can happen. */
const shortestTo = (definition: Definition, { rule, element }: ProofFinding): number => {
  const { found } = explore({ ...modelOf(definition), covers: false }, undefined, true);
  return Math.min(...found.filter(({ crowds, place: { ended } }) => (rule === 'safeness' ? crowds.has(element) : ended.filter((id) => id === element).length > 1)).map(({ depth }) => depth));
};

const users = (ids: string): string => ids.split(' ').map((id) => `<userTask id="${id}"/>`).join('');
const branches = Array.from({ length: 5 }, (_, index) => `b${index}`);

const read = async (xml: string): Promise<Definition> => {
  const reading = await readBpmn(xml);
  fc.pre('definition' in reading);
  return reading.definition;
};

/** Elements whose events a story names as they are: work that fails is named like work that is done. */
const kinds = ['userTask', 'serviceTask', 'task', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'eventBasedGateway', 'scope', 'catch message', 'catch timer', 'end none', 'boundary timer'];

describe('The story of a fault', function () {
  this.timeout(600_000);

  it('holds no step of branches beside it', async () => {
    const definition = await read(diagram(`<startEvent id="s"/><parallelGateway id="f"/>${users(branches.join(' '))}<parallelGateway id="j"/><parallelGateway id="k"/><exclusiveGateway id="m"/>${users('v w x')}<endEvent id="e"/><endEvent id="x2"/>
      ${flows(`s -> f; j -> e; ${branches.map((id) => `f -> ${id} -> j`).join(';')}; f -> v -> w -> k -> m -> x -> x2; k -> m`.replace('; k -> m', '').replace('k -> m -> x', 'k -> m; m -> x'))}<sequenceFlow id="again" sourceRef="k" targetRef="m"/>`));
    const [found] = prove(definition).findings.filter(({ rule }) => rule === 'safeness');
    assert.deepEqual(found?.counterexample, ['v', 'w']);
  });

  it('is the shortest there is, though one that needs all its steps was found first', async () => {
    const definition = await read(diagram(`<startEvent id="s"/>${users('a b c')}${flows('s -> a -> b -> b; c -> a -> a')}`));
    const [found] = prove(definition).findings.filter(({ rule, element }) => rule === 'safeness' && element === 'b');
    assert.deepEqual(found?.counterexample, ['a', 'a-b', 'a-a', 'a', 'a-b', 'a-a']);
  });

  it('is the shortest of all in any small tangle of elements', () => fc.assert(fc.asyncProperty(tangleOf(kinds), async (tangle) => {
    const definition = await read(drawTangle(tangle));
    const { findings, transitions } = prove(definition, { full: true, states: 150 });
    fc.pre(transitions < 800 && !findings.some(({ rule }) => rule === 'not-decided'));
    for (const finding of prove(definition).findings) {
      if (finding.counterexample && ['safeness', 'proper-completion'].includes(finding.rule)) assert.equal(stepsOf(definition, finding.counterexample).length - 1, shortestTo(definition, finding), `${finding.rule} ${finding.element}: ${finding.counterexample.join(' ')}`);
    }
  }), runs(80)));

  it('can be played, and not without any of its steps, in any tangle of elements', () => fc.assert(fc.asyncProperty(tangleOf(kinds), async (tangle) => {
    const definition = await read(drawTangle(tangle));
    // To a proof, what happens beside work happens once; on the bench it may happen again.
    fc.pre(!Object.values(definition.nodes).some((node) => node.kind === 'boundaryEvent' && !node.interrupting));
    const { findings } = prove(definition, { states: 1_000 });
    for (const finding of findings) {
      const { rule, counterexample: story } = finding;
      if (!story || !['safeness', 'proper-completion'].includes(rule)) continue;
      const steps = stepsOf(definition, story);
      // Who goes round by himself may choose otherwise in each turn; a story says only what is chosen in the whole step.
      if (steps.some((step) => new Set(step).size < step.length)) continue;
      assert.ok(shows(definition, finding, story), `${rule} ${finding.element} is come to by ${story.join(' ')}`);
      for (const index of steps.keys()) if (index > 0) assert.ok(!shows(definition, finding, steps.toSpliced(index, 1).flat(), true), `${rule} ${finding.element} needs ${steps[index]!.join(' ')} in ${story.join(' ')}`);
    }
  }), runs(80)));
});
