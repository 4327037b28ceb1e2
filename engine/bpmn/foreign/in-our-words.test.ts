import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { diagram } from '../../testing/diagram.ts';
import { readBpmn } from '../read.ts';
import { inOurWords } from './in-our-words.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}.bpmn`, import.meta.url), 'utf8');
const drawn = (inside: string): string => diagram(inside).replace(' xmlns:motcua="urn:motcua:bpmn:1"', ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"');

describe('A diagram of another engine, in our words', () => {
  for (const [name, process] of [['c7-invoice', 'invoice'], ['c7-leave-request', 'leave'], ['c8-order', 'order'], ['c8-drawn', 'Process_order']] as const) {
    it(`runs as before and names nothing of theirs: ${name}`, async () => {
      const said = await inOurWords(fixture(name));
      assert.ok(said !== undefined);
      const [before, after] = [await readBpmn(fixture(name), { process }), await readBpmn(said.xml, { process })];
      assert.ok('definition' in before && 'definition' in after, JSON.stringify(after));
      assert.deepEqual(after.definition, before.definition);
      assert.deepEqual(after.warnings.filter(({ rule }) => rule.startsWith('foreign')), []);
      assert.deepEqual(said.left.map(({ rule }) => rule).toSorted(), before.warnings.map(({ rule }) => rule).filter((rule) => rule.startsWith('foreign')).toSorted());
      assert.doesNotMatch(said.xml, /<(camunda|zeebe):|\s(camunda|zeebe):/);
      assert.equal((await inOurWords(said.xml))?.xml, undefined, 'nothing is left to be said');
    });
  }

  it('keeps what cannot be said, and it is refused as before', async () => {
    const xml = drawn('<startEvent id="s"/><serviceTask id="x" camunda:class="org.Delegate" camunda:asyncBefore="true"/><endEvent id="e"/>');
    const said = await inOurWords(xml);
    assert.match(said?.xml ?? '', /camunda:class="org\.Delegate"/);
    assert.doesNotMatch(said?.xml ?? '', /asyncBefore/);
    const reading = await readBpmn(said!.xml);
    assert.deepEqual('problems' in reading && reading.problems.filter(({ severity }) => severity === 'error').map(({ rule, element }) => `${rule} ${element}`), ['foreign-code x']);
  });

  it('says a mapping once, though a part of it cannot be said', async () => {
    const given = '<camunda:inputOutput><camunda:inputParameter name="a">${n}</camunda:inputParameter><camunda:inputParameter name="b">${bean.of(n)}</camunda:inputParameter></camunda:inputOutput>';
    const said = await inOurWords(drawn(`<startEvent id="s"/><serviceTask id="x" camunda:type="external" camunda:topic="t"><extensionElements>${given}</extensionElements></serviceTask><endEvent id="e"/>`));
    const after = await readBpmn(said!.xml);
    assert.deepEqual('problems' in after && after.problems.filter(({ severity }) => severity === 'error').map(({ rule, element }) => `${rule} ${element}`), ['expression-language x']);
  });

  it('leaves a diagram of nobody in particular alone', async () => assert.equal(await inOurWords(diagram('<startEvent id="s"/>')), undefined));
});
