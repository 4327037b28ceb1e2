import assert from 'node:assert/strict';
import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../definition.ts';
import { Bench } from '../testing/bench.ts';
import type { Instance } from '../testing/instance.ts';
import { runs } from '../testing/runs.ts';
import { readBpmn, readCollaboration } from './read.ts';

const house = join(import.meta.dirname, '../..');
const suites = process.env['MOTCUA_CONFORMANCE'] ?? join(house, '../shared/conformance');

/** The drawing is left out: nothing is read of it, and it is the larger part of most files. */
const withoutDrawing = (xml: string): string => xml.replace(/<(\w+:)?BPMNDiagram[\s\S]*<\/(\w+:)?BPMNDiagram>/, '');

const files = [...globSync('engine/bpmn/foreign/fixtures/*.bpmn', { cwd: house }), ...globSync('procedures/*/process.bpmn', { cwd: house })].map((file) => join(house, file))
  .concat(['miwg', 'fbpmn/src', 'token-simulation'].flatMap((suite) => globSync('**/*.bpmn', { cwd: join(suites, suite) }).map((file) => join(suites, suite, file))))
  .toSorted();
const diagrams = files.map((file) => ({ name: file.slice(file.lastIndexOf('/') + 1), xml: withoutDrawing(readFileSync(file, 'utf8')) })).filter(({ xml }) => xml.length < 60_000);

type Change = (xml: string, at: number, other: number) => string;

const cut = (xml: string, match: RegExpMatchArray, by: string): string => xml.slice(0, match.index) + by + xml.slice(match.index! + match[0].length);
const pick = <T>(found: readonly T[], at: number): T | undefined => found[at % Math.max(found.length, 1)];
const attributes = /\s[\w:]+="[^"]*"/g;
const leaves = /<([\w:]+)(\s[^<>]*)?(\/>|>[^<>]*<\/\1>)/g;
const tags = /<\/?[\w:]+/g;

const changeOne = (pattern: RegExp, by: (found: string, others: readonly string[], other: number) => string): Change => (xml, at, other) => {
  const found = [...xml.matchAll(pattern)];
  const match = pick(found, at);
  return match ? cut(xml, match, by(match[0], found.map(([text]) => text), other)) : xml;
};

const valueOf = (text: string): string => /"([^"]*)"/.exec(text)?.[1] ?? '';
const odd = ['', ' ', '0', '-1', '1e9', 'true', '__proto__', 'constructor', '=', '=1 +', '${', '${a.b()}', 'P', 'R/', 'nowhere', 'đ', '&lt;', '{urn:x}y'];

/** What may happen to a file in other hands. */
const changes: Readonly<Record<string, Change>> = {
  'an attribute is lost': changeOne(attributes, () => ''),
  'an attribute has the value of another': changeOne(attributes, (found, others, other) => found.replace(/"[^"]*"/, `"${valueOf(pick(others, other)!)}"`)),
  'an attribute has an odd value': changeOne(attributes, (found, _others, other) => found.replace(/"[^"]*"/, `"${pick(odd, other)!}"`)),
  'an attribute has another name': changeOne(attributes, (found, others, other) => `${/^\s[\w:]+/.exec(pick(others, other)!)![0]}="${valueOf(found)}"`),
  'an element is lost': changeOne(leaves, () => ''),
  'an element appears twice': changeOne(leaves, (found) => found + found),
  'an element stands where another stood': changeOne(leaves, (_found, others, other) => pick(others, other)!),
  'an element has another name': changeOne(tags, (_found, others, other) => pick(others, other)!),
  'a text is another': changeOne(/>[^<>]+</g, (_found, _others, other) => `>${pick(odd, other)!}<`),
  'the file is cut short': (xml, at) => xml.slice(0, at % xml.length),
};

/** Lets an instance go on as long as something can be done, in any way that is asked for. */
const live = (bench: Bench, instance: Instance, moves: readonly number[]): void => {
  for (const move of moves) {
    if (instance.status !== 'active') return;
    const doable = [
      ...instance.tasks.map(({ element }) => () => instance.complete(element, { approved: true })),
      ...instance.tasks.map(({ element }) => () => instance.fail(element, 'ERROR')),
      ...instance.state.subscriptions.map(({ node }) => () => instance.trigger(node)),
      ...instance.incidents.map(({ id }) => () => instance.send({ type: 'incident.retry', incident: id, data: { a: 1 } })),
      () => bench.advance('P1D'),
    ];
    politely(() => pick(doable, move)!());
  }
};

/** What cannot be done is said in words that begin so; anything else is a fault of ours. */
const politely = (deed: () => unknown): void => {
  try {
    deed();
  } catch (error) {
    assert.ok(error instanceof Error && error.constructor === Error && error.message.startsWith('expected '), error instanceof Error ? error.stack : String(error));
  }
};

const run = (definition: Definition, moves: readonly number[]): void => {
  const bench = new Bench(definition, { due: (_, from) => new Date(Date.parse(from) + 3_600_000).toISOString(), environment: { budget: 500 } });
  politely(() => live(bench, bench.start({ data: { approved: true } }), moves));
};

describe('A diagram that was changed by other hands', () => {
  const deeds = fc.array(fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });

  it('is read or refused in words, and what is read runs', async function () {
    this.timeout(120_000);
    let read = 0;
    await fc.assert(fc.asyncProperty(fc.constantFrom(...diagrams), deeds, fc.boolean(), fc.array(fc.nat(), { maxLength: 12 }), async ({ xml }, hands, sketch, moves) => {
      const changed = hands.reduce((text, [name, at, other]) => changes[name]!(text, at, other), xml);
      const readings = [await readBpmn(changed, { sketch }), await readCollaboration(changed, { sketch })];
      for (const reading of readings) {
        for (const { message, rule } of 'problems' in reading ? reading.problems : reading.warnings) {
          assert.match(message, /^expected [^]*, but /);
          assert.match(rule, /^[a-z-]+$/);
        }
        if ('problems' in reading) assert.ok(reading.problems.some(({ severity }) => severity === 'error'), 'refused without an error');
        else for (const definition of 'definition' in reading ? [reading.definition] : reading.processes) {
          read += 1;
          run(definition, moves);
        }
      }
    }), runs(400));
    assert.ok(diagrams.length >= 4 && read > 40, `${diagrams.length} diagrams, ${read} read`);
  });
});
