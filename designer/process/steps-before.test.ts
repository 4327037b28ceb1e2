import assert from 'node:assert/strict';
import { BpmnModdle } from 'bpmn-moddle';
import extension from '../../engine/bpmn/motcua.json' with { type: 'json' };
import { diagram, flows } from '../../engine/testing/diagram.ts';
import { many, type Model } from './model.ts';
import { answering, stepsBefore } from './steps-before.ts';

const user = (...ids: readonly string[]) => ids.map((id) => `<userTask id="${id}"/>`).join('');
const gateway = (id: string) => `<exclusiveGateway id="${id}"/>`;
const within = (scope: Model): readonly Model[] => many(scope, 'flowElements').flatMap((element) => [element, ...within(element)]);

const lines: readonly [what: string, xml: string, at: string, before: string][] = [
  ['the nearest first', `<startEvent id="s"/>${user('a', 'b', 'c')}${gateway('g')}<endEvent id="e"/>${flows('s -> a -> b -> c -> g; g -> e')}`, 'g', 'c b a'],
  ['nothing that comes after', `<startEvent id="s"/>${user('a', 'b', 'c')}${gateway('g')}<endEvent id="e"/>${flows('s -> a -> g -> b -> e; g -> c if a.x; c -> e')}`, 'g', 'a'],
  ['what a loop comes back from', `<startEvent id="s"/>${user('a', 'b')}${gateway('g')}${gateway('m')}<endEvent id="e"/>${flows('s -> m -> a -> g; g -> b if a.x; g -> e if not(a.x); b -> m')}`, 'g', 'a b'],
  ['no branch beside it', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${user('a', 'b', 'c')}${gateway('g')}<endEvent id="e"/><endEvent id="x"/>${flows('s -> f -> a -> g -> j; f -> b -> j -> c -> e; g -> x if a.x')}`, 'g', 'a'],
  ['what was done in a sub-process before', `<startEvent id="s"/><subProcess id="u"><startEvent id="ps"/>${user('a')}<endEvent id="pe"/>${flows('ps -> a -> pe')}</subProcess>${user('b')}${gateway('g')}<endEvent id="e"/>${flows('s -> u -> g; g -> b if a.x; b -> e')}`, 'g', 'a'],
  ['what was done before the sub-process it stands in, not the rest of that', `<startEvent id="s"/>${user('a')}<subProcess id="u"><startEvent id="ps"/>${user('b', 'c')}${gateway('g')}<endEvent id="pe"/>${flows('ps -> b -> g -> c -> pe')}</subProcess><endEvent id="e"/>${flows('s -> a -> u -> e')}`, 'g', 'b a'],
  ['the step that a clock hangs on', `<startEvent id="s"/>${user('a', 'b')}<boundaryEvent id="t" attachedToRef="a"/>${gateway('g')}<endEvent id="e"/>${flows('s -> a -> e; t -> b -> g')}`, 'g', 'b a'],
  ['the steps of a drawing that cannot run yet', `<startEvent id="s"/>${user('a')}${gateway('g')}<intermediateCatchEvent id="w"><timerEventDefinition/></intermediateCatchEvent>${flows('s -> a -> g; g -> w')}`, 'g', 'a'],
];

describe('What may be known at a choice', () => {
  for (const [what, xml, at, before] of lines)
    it(`is ${what}`, async () => {
      const { rootElement } = await new BpmnModdle({ motcua: extension }).fromXML(diagram(xml));
      const all = many(rootElement, 'rootElements').flatMap(within);
      const found = stepsBefore(all.find(({ id }) => id === at)!);
      assert.equal(found.filter(({ $type }) => $type === 'bpmn:UserTask').map(({ id }) => id).join(' '), before);
    });

  it('is called by what stands around it where it has no name, never by its id', async () => {
    const { rootElement } = await new BpmnModdle({ motcua: extension }).fromXML(diagram(`<startEvent id="s"/><userTask id="a" name="Tiếp nhận" motcua:nameEn="Receive"><outgoing>on</outgoing></userTask><userTask id="Activity_1d2"><incoming>on</incoming></userTask><sequenceFlow id="on" sourceRef="a" targetRef="Activity_1d2"/>`));
    const nameless = many(rootElement, 'rootElements').flatMap(within).find(({ id }) => id === 'Activity_1d2')!;
    assert.deepEqual(answering(nameless).name, { vi: 'bước sau “Tiếp nhận”', en: 'the step after “Receive”' });
  });
});
