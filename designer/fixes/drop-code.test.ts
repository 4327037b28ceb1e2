import assert from 'node:assert/strict';
import { readBpmn } from '../../engine/bpmn/read.ts';
import { fixes as words } from '../words/vi-fixes.ts';
import { headless } from '../process/testing/headless.ts';
import type { Text } from '../words.ts';
import { dropCode } from './drop-code.ts';
import type { DrawnSite } from './fix.ts';

const text = ((word: keyof typeof words, values: Readonly<Record<string, string>> = {}) => words[word].replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name]))) as Text;
const way = (id: string, from: string, to: string): string => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
const listener = '<camunda:executionListener class="com.example.Log" event="start"/>';
const body = `<process id="p" isExecutable="true"><extensionElements>${listener}</extensionElements><startEvent id="s"/><userTask id="u" name="Xem"><extensionElements>${listener}<camunda:inputOutput><camunda:inputParameter name="a">b</camunda:inputParameter><camunda:inputParameter name="c"><camunda:script scriptFormat="groovy">d</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask><scriptTask id="t" name="Tính" scriptFormat="javascript"><script>alert(1)</script></scriptTask><serviceTask id="v" name="Gửi" camunda:class="com.example.Send"><extensionElements><camunda:field name="to" stringValue="x"/></extensionElements></serviceTask><endEvent id="e"/>${way('f', 's', 'u')}${way('g', 'u', 't')}${way('h', 't', 'v')}${way('i', 'v', 'e')}</process>`;

describe('code of another engine that is refused', () => {
  const rulesOf = async (xml: string): Promise<readonly string[]> => {
    const read = await readBpmn(xml);
    return ('problems' in read ? read.problems : []).map(({ rule }) => rule).filter((rule) => rule === 'foreign-code' || rule === 'script-language');
  };
  const site = ({ drawing }: Awaited<ReturnType<typeof headless>>) => ({ drawing, text, nameOf: (id: string) => `“${id}”` }) as unknown as DrawnSite;

  it('is taken away everywhere at once, said in how many places, and comes back with undo', async () => {
    const drawn = await headless(body);
    const before = await drawn.xml();
    assert.equal((await rulesOf(before)).length > 0, true);
    const [, all] = dropCode({ rule: 'foreign-code', severity: 'error', element: 'u', message: '' }, site(drawn));
    assert.equal(all!.say, 'Bỏ hết mã không chạy ở đây (4 chỗ)');
    all!.run('');
    const after = await drawn.xml();
    assert.deepEqual(await rulesOf(after), []);
    assert.match(after, /<camunda:inputParameter name="a">/);
    assert.doesNotMatch(after, /com\.example|groovy|alert|camunda:field/);
    drawn.undo();
    assert.equal(await drawn.xml(), before);
  });

  it('is taken away from one step alone', async () => {
    const drawn = await headless(body);
    const [own] = dropCode({ rule: 'script-language', severity: 'error', element: 't', message: '' }, site(drawn));
    own!.run('');
    const after = await drawn.xml();
    assert.deepEqual([after.includes('alert'), after.includes('com.example.Log')], [false, true]);
  });
});
