import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { readFolder } from '../../procedures/folder.ts';
import { printJson } from '../forms/print-json.ts';
import { benchNow, forgetBenches } from '../package/bench.ts';
import type { Texts } from '../proof/read-package.ts';
import { tryConnector } from '../proof/try-connector.ts';
import { askersOf } from './askers.ts';
import { blankConnector } from './blank.ts';
import { addConnector, removeConnector, underName } from './connector-files.ts';
import { knownInputs } from './known-inputs.ts';
import { spanOf } from './span.ts';

const shipped = new URL('../../connectors/', import.meta.url);

describe('A connector that is begun', () => {
  const title = { vi: 'Cơ quan mẫu', en: 'Sample agency' };
  afterEach(forgetBenches);

  it('from an empty one passes every check, and its sample comes out right', () => {
    const { findings, samples } = tryConnector('agency', printJson(blankConnector('agency', title)));
    assert.deepEqual([findings, samples.map(({ holds }) => holds)], [[], [true]]);
  });

  it('from any that is shipped passes under a name of its own', async () => {
    for (const file of (await readdir(shipped)).filter((name) => name.endsWith('.json'))) {
      const text = await readFile(new URL(file, shipped), 'utf8');
      const name = file.slice(0, -'.json'.length);
      assert.equal(underName(text, name), text);
      const { findings, samples } = tryConnector(`${name}-2`, underName(text, `${name}-2`));
      assert.deepEqual(findings, [], name);
      assert.ok(samples.length > 0 && samples.every(({ holds }) => holds), name);
    }
  });

  it('takes a name that nobody has, and is gone when it is taken away', () => {
    const name = addConnector('p', ['notify', 'tax', 'tax-2'], 'tax', (free) => free);
    assert.equal(name, 'tax-3');
    assert.equal(benchNow('p').edits.get('connectors/tax-3.json')?.now, 'tax-3');
    removeConnector('p', name, 'tax-3');
    assert.equal(benchNow('p').edits.get('connectors/tax-3.json')?.now, '');
    assert.equal(benchNow('p').history.past.length, 2);
  });
});

describe('The steps that ask for a connector', () => {
  let texts: Texts;
  before(async () => {
    texts = Object.fromEntries([...await readFolder('procedures/land-transfer')].filter(([path]) => path.endsWith('.bpmn')).map(([path, content]) => [path, typeof content === 'string' ? content : new TextDecoder().decode(content)]));
  });
  const asking = async (files: Texts) => (await askersOf(files))?.filter(({ connector }) => connector === 'tax.land').map(({ id, isDrawn }) => `${id} ${isDrawn}`);

  it('are those of the process and of those that it calls', async () => {
    assert.deepEqual(await asking(texts), ['taxOffice true']);
    assert.deepEqual(await asking({ ...texts, 'processes/again.bpmn': texts['process.bpmn']! }), ['taxOffice true', 'taxOffice false']);
  });
  it('are known while details are open', async () => assert.deepEqual(await asking({ 'process.bpmn': texts['process.bpmn']!.replace(/ motcua:role="[a-z]+"/, '') }), ['taxOffice true']));
  it('are not known while a process cannot be read', async () => {
    assert.equal(await asking({ 'process.bpmn': '<bpmn' }), undefined);
    assert.equal(await asking({ ...texts, 'processes/broken.bpmn': '' }), undefined);
  });
});

describe('A span of seconds', () => {
  const rows: readonly (readonly [number, string])[] = [[1, '1 seconds'], [90, '90 seconds'], [300, '5 minutes'], [7200, '2 hours'], [86_400, '1 days'], [8_640_000, '100 days']];
  for (const [seconds, words] of rows) it(`of ${seconds} is told as ${words}`, () => assert.equal(`${spanOf(seconds).count} ${spanOf(seconds).unit}`, words));
});

describe('What a connector takes', () => {
  const told = (text: string) => knownInputs(text).map(({ name, isRequired, shape: { type } }) => `${name}${isRequired ? '' : '?'} ${[type].flat().join('|')}`);
  it('is told by name from its description', async () => assert.deepEqual(told(await readFile(new URL('post.send.json', shipped), 'utf8')), ['name string', 'phone? string|null', 'address string', 'collect? string|null']));
  const none: readonly string[] = ['', '{', 'null', '[]', '{}', '{ "inputs": null }', '{ "inputs": { "type": "object" } }'];
  for (const text of none) it(`is nothing while it says ${text || 'nothing'}`, () => assert.deepEqual(told(text), []));
});
