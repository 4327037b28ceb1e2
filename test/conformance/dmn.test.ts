import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decide } from '../../engine/decision/evaluate.ts';
import { readDmn } from '../../engine/decision/read.ts';
import type { Data, Json } from '../../engine/state.ts';

// The Technology Compatibility Kit of DMN is not ours to ship; say where a copy lies.
const kit = join(process.env['MOTCUA_CONFORMANCE'] ?? '../shared/conformance', 'dmn-tck');

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decode = (text: string) => text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (all, name: string) => (name.startsWith('#x') ? String.fromCodePoint(Number.parseInt(name.slice(2), 16)) : name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] ?? all)));

/** Enough of XML for the kit's test cases. */
function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  for (const [, cdata, close, open, attributes, empty, text] of xml.replace(/<\?.*?\?>|<!--[\s\S]*?-->/g, '').matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g)) {
    if (close !== undefined) stack.pop();
    else if (open !== undefined) {
      const element: Element = { name: open.replace(/^.*:/, ''), attributes: Object.fromEntries([...attributes!.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [name!.replace(/^.*:/, ''), decode(double ?? single ?? '')])), children: [], text: '' };
      stack.at(-1)!.children.push(element);
      if (empty === '') stack.push(element);
    } else stack.at(-1)!.text += cdata ?? decode(text!);
  }
  return root;
}

const child = (element: Element, name: string) => element.children.find((other) => other.name === name);
const all = (element: Element, name: string): Element[] => element.children.flatMap((other) => [...(other.name === name ? [other] : []), ...all(other, name)]);

function valueOf(node: Element): Json {
  const list = child(node, 'list');
  if (list !== undefined) return list.attributes['nil'] === 'true' ? null : list.children.filter(({ name }) => name === 'item').map(valueOf);
  const components = node.children.filter(({ name }) => name === 'component');
  if (components.length > 0) return Object.fromEntries(components.map((component) => [component.attributes['name']!, valueOf(component)]));
  const value = child(node, 'value');
  if (value === undefined || value.attributes['nil'] === 'true') return null;
  const type = value.attributes['type']?.replace(/^.*:/, '') ?? 'string';
  return type === 'boolean' ? value.text.trim() === 'true' : ['decimal', 'double', 'float', 'integer', 'int', 'long'].includes(type) ? Number(value.text) : value.text;
}

/** Numbers to 8 places, as the kit allows; times without needless zeros. */
function same(left: Json, right: Json): boolean {
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) <= 1e-8 * Math.max(1, Math.abs(right));
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((entry, index) => same(entry as Json, right[index] as Json));
  if (left !== null && right !== null && typeof left === 'object' && typeof right === 'object') return Object.keys(left).length === Object.keys(right).length && Object.entries(right).every(([key, value]) => key in left && same((left as Data)[key]!, value));
  return left === right;
}

describe('The compatibility kit of DMN', function () {
  this.timeout(120_000);
  before(function () {
    if (existsSync(kit)) return;
    console.warn(`      SKIPPED: expected the DMN compatibility kit in ${kit}; set MOTCUA_CONFORMANCE to the folder that holds dmn-tck`);
    this.skip();
  });
  for (const level of ['compliance-level-2', 'compliance-level-3']) {
    it(`${level} is counted`, async () => {
      const score = { passed: 0, total: 0, refused: 0 };
      const failed: Record<string, number> = {};
      for (const file of globSync(join(kit, level, '*', '*.xml')).toSorted()) {
        const cases = parseXml(readFileSync(file, 'utf8'));
        const source = join(dirname(file), all(cases, 'modelName')[0]?.text.trim() ?? '');
        const read = existsSync(source) ? await readDmn(readFileSync(source, 'utf8')) : { problems: [] };
        for (const testCase of all(cases, 'testCase')) {
          const input = Object.fromEntries(testCase.children.filter(({ name }) => name === 'inputNode').map((node) => [node.attributes['name']!, valueOf(node)]));
          for (const node of testCase.children.filter(({ name }) => name === 'resultNode')) {
            score.total++;
            if ('problems' in read) {
              score.refused++;
              continue;
            }
            const result = decide(read.decisions, node.attributes['name'] ?? '', input, '2026-01-01T00:00:00Z');
            const expected = child(node, 'expected');
            // The kit has null where this engine says what is wrong.
            const value = 'failed' in result ? null : result.value;
            if (same(value, expected === undefined ? null : valueOf(expected))) score.passed++;
            else failed[dirname(file).replace(/^.*[\\/]/, '')] = (failed[dirname(file).replace(/^.*[\\/]/, '')] ?? 0) + 1;
          }
        }
      }
      console.info(`      ${level}: ${score.passed} of ${score.total} results right, ${score.refused} in models that are refused`);
      if (process.env['MOTCUA_CONFORMANCE_DETAILS'] !== undefined) console.info(failed);
      assert.ok(score.total > 0);
    });
  }
});
