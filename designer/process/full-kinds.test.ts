import assert from 'node:assert/strict';
import { readBpmn } from '../../engine/bpmn/read.ts';
import { headless } from './testing/headless.ts';
import { drawingWords } from './words/drawing-vi.ts';

describe('All of BPMN, for those who ask', () => {
  it('has a name in Vietnamese wherever the drawing tool offers it', async () => {
    await headless('<process id="p"><startEvent id="s"/></process>');
    const path = 'bpmn-js/lib/features/popup-menu/PopupEntries.js';
    const { PopupEntries } = (await import(path)) as { PopupEntries: Readonly<Record<string, { readonly label: string }>> };
    const labels = Object.values(PopupEntries).map(({ label }) => label);
    assert.deepEqual(labels.filter((label) => drawingWords[label] === undefined), []);
    assert.ok(labels.length > 60, `${labels.length}`);
  });
  it('is put together from what the engine executes', async () => {
    await headless('<process id="p"><startEvent id="s"/></process>');
    const path = './full-kinds.ts';
    const { edgeKinds, fullKinds, targetOf } = (await import(path)) as typeof import('./full-kinds.ts');
    const keys = [...fullKinds(), ...edgeKinds('bpmn:Transaction')].map(({ value }) => value);
    for (const key of keys) {
      const { type, eventDefinitionType } = targetOf(key);
      const tag = (name: string) => `bpmn:${name.slice(5, 6).toLowerCase()}${name.slice(6)}`;
      const inside = eventDefinitionType === undefined ? '' : `<${tag(eventDefinitionType)}/>`;
      const edge = type === 'bpmn:BoundaryEvent' ? ' attachedToRef="u"' : '';
      const reading = await readBpmn(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><bpmn:process id="p"><bpmn:startEvent id="s"/><bpmn:transaction id="u"/><${tag(type)} id="x"${edge}>${inside}</${tag(type)}></bpmn:process></bpmn:definitions>`, { sketch: true });
      const refused = 'problems' in reading ? reading.problems.filter(({ rule }) => rule === 'unknown-element' || rule === 'unknown-event' || rule === 'event-place') : [];
      assert.deepEqual(refused, [], key);
    }
    assert.ok(!edgeKinds('bpmn:UserTask').some(({ value }) => value === 'cancel-boundary'));
  });
});
