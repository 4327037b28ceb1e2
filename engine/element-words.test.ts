import assert from 'node:assert/strict';
import { readBpmn } from './bpmn/read.ts';
import { placeOf, placeWords } from './element-words.ts';
import { diagram, flows } from './testing/diagram.ts';

const xml = diagram(`<startEvent id="s"/><userTask id="a" name="Thẩm định"/><exclusiveGateway id="Gateway_1"/><userTask id="Activity_1"/><exclusiveGateway id="Gateway_2"/><endEvent id="e"/>
  ${flows('s -> a -> Gateway_1; Gateway_1 -> Activity_1 if a.x; Gateway_1 -> Gateway_2 if not(a.x); Activity_1 -> Gateway_2 -> e')}`);

// An element, and what people call it.
const lines: readonly (readonly [id: string, vi: string, en: string])[] = [
  ['a', 'Thẩm định', 'Thẩm định'],
  ['s', 'điểm bắt đầu trước “Thẩm định”', 'the start before “Thẩm định”'],
  ['Gateway_1', 'lựa chọn sau “Thẩm định”', 'the choice after “Thẩm định”'],
  ['Activity_1', 'bước sau “Thẩm định”', 'the step after “Thẩm định”'],
  ['Gateway_2', 'chỗ gộp nhánh sau “Thẩm định”', 'the join after “Thẩm định”'],
  ['e', 'điểm kết thúc sau “Thẩm định”', 'the end after “Thẩm định”'],
];

describe('What an element is called that nobody named', () => {
  for (const [id, vi, en] of lines)
    it(`${id} is ${en}`, async () => {
      const reading = await readBpmn(xml);
      assert.ok('definition' in reading, JSON.stringify(reading));
      const { definition } = reading;
      assert.deepEqual([placeWords(placeOf(definition, definition.nodes[id]!, 'vi'), 'vi'), placeWords(placeOf(definition, definition.nodes[id]!, 'en'), 'en')], [vi, en]);
    });

  it('has words even where nothing around it has a name', async () => {
    const reading = await readBpmn(diagram(`<startEvent id="s"/><endEvent id="e"/>${flows('s -> e')}`));
    assert.ok('definition' in reading);
    assert.equal(placeWords(placeOf(reading.definition, reading.definition.nodes['e']!, 'vi'), 'vi'), 'điểm kết thúc chưa có tên');
  });
});
