import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBpmn } from '../engine/bpmn/read.ts';
import type { Data, Json } from '../engine/state.ts';
import { Bench } from '../engine/testing/bench.ts';

// Every page of an element holds examples: a block of BPMN, then a block of JSON that says what happens and what must come of it.
const docs = join(import.meta.dirname, '../docs/elements');
const pages = globSync('*.md', { cwd: docs }).filter((page) => page !== 'README.md' && readFileSync(join(docs, page), 'utf8').includes('```xml')).toSorted();

interface Example {
  readonly input?: Data;
  readonly events?: readonly Readonly<Record<string, Json>>[];
  readonly visited?: readonly string[];
  readonly tasks?: readonly string[];
  readonly status?: string;
  readonly data?: Data;
  readonly incidents?: readonly string[];
  readonly refused?: string;
}

const document = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:example">${body}</definitions>`;

const examplesIn = (page: string): readonly { readonly xml: string; readonly wanted: Example }[] =>
  [...page.matchAll(/```xml\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g)].map(([, xml, json]) => ({ xml: document(xml!), wanted: JSON.parse(json!) as Example }));

const play = async (xml: string, { input = {}, events = [], refused, ...wanted }: Example): Promise<void> => {
  const reading = await readBpmn(xml, { process: 'p' });
  if ('problems' in reading) return assert.deepEqual(reading.problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule), [refused]);
  assert.equal(refused, undefined);
  const bench = new Bench(reading.definition, { environment: { decide: () => ({ value: 'decided' }) } });
  const instance = bench.start({ data: input });
  for (const event of events) {
    const [[kind, value]] = Object.entries(event) as [[string, Json]];
    const data = event['data'];
    if (kind === 'complete') instance.complete(value as string, data);
    else if (kind === 'fail') instance.fail(value as string, event['error'] as string);
    else if (kind === 'message') bench.message(value as string, { ...(event['keys'] !== undefined && { keys: event['keys'] as Data }), ...(data !== undefined && { data }) });
    else if (kind === 'signal') bench.signal(value as string, data as Data | undefined);
    else if (kind === 'advance') bench.advance(value as string);
    else if (kind === 'begin') instance.activate(value as string);
    else if (kind === 'change') instance.change(value as Data);
    else throw new Error(`expected an event that the examples know, but got ${kind}`);
  }
  const found = { visited: instance.visited, tasks: instance.tasks.map(({ element }) => element), status: instance.status, data: instance.data, incidents: instance.incidents.map(({ code }) => code) };
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, found[name as keyof typeof found]])), wanted);
  if (!wanted.incidents) assert.deepEqual(found.incidents, []);
};

describe('The pages about elements', () => {
  for (const page of pages) {
    it(`${basename(page, '.md')}: its examples run as it says`, async () => {
      const examples = examplesIn(readFileSync(join(docs, page), 'utf8'));
      assert.ok(examples.length > 0);
      for (const { xml, wanted } of examples) await play(xml, wanted);
    });
  }

  it('are there for every file of an element, and listed', () => {
    const named = (path: string) => basename(path).replace(/(\.test)?\.ts$/, '');
    // What elements share, and the states of statecharts, which have a page of their own.
    const inner = new Set(['state', 'ask', 'catching', 'element', 'index', 'outgoing', 'sending', 'subscribing']);
    const elements = new Set(globSync('engine/elements/*.ts', { cwd: join(docs, '../..') }).map(named).filter((name) => !inner.has(name)));
    assert.deepEqual([...elements].filter((name) => !pages.includes(`${name}.md`)), []);
    const index = readFileSync(join(docs, 'README.md'), 'utf8');
    assert.deepEqual(pages.filter((page) => !index.includes(`(${page})`)), []);
  });
});
