import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBpmn, readCollaboration } from '../engine/bpmn/read.ts';
import type { Loop, Node } from '../engine/definition.ts';
import { eventKinds } from '../engine/elements/events.ts';
import { kinds } from '../engine/elements/index.ts';
import type { Data, Json } from '../engine/state.ts';
import { Bench } from '../engine/testing/bench.ts';
import type { Instance } from '../engine/testing/instance.ts';

// Every page of an element holds its fixtures as examples: a block of BPMN, then a block of JSON that says what happens and what must come of it (docs/decisions/0024).
const docs = join(import.meta.dirname, '../docs/elements');

/** What is so in the end of one instance. */
interface Ended {
  readonly visited?: readonly string[];
  readonly tasks?: readonly string[];
  readonly status?: string;
  readonly data?: Data;
  readonly incidents?: readonly string[];
}

interface Example extends Ended {
  readonly input?: Data;
  readonly events?: readonly Readonly<Record<string, Json>>[];
  /** Who does the steps. */
  readonly roles?: Readonly<Record<string, string>>;
  /** The newest instances of other processes of the file, or of the same, by their process. */
  readonly others?: Readonly<Record<string, Ended>>;
  readonly refused?: string;
}

const document = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:example">${body}</definitions>`;

const examplesIn = (page: string): readonly { readonly xml: string; readonly wanted: Example }[] =>
  [...page.matchAll(/```xml\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g)].map(([, xml, json]) => ({ xml: document(xml!), wanted: JSON.parse(json!) as Example }));

/** Plays an example and holds it to what it says; the instance, unless the example is one that is refused. */
const play = async (xml: string, { input = {}, events = [], roles, others = {}, refused, ...wanted }: Example): Promise<Instance | undefined> => {
  const together = xml.includes('<collaboration ') ? await readCollaboration(xml) : undefined;
  const alone = together ? undefined : await readBpmn(xml, { process: 'p' });
  const reading = together ?? alone!;
  if ('problems' in reading) {
    assert.deepEqual(reading.problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule), [refused]);
    return undefined;
  }
  assert.equal(refused, undefined);
  const bench = new Bench('processes' in reading ? reading.processes : reading.definition, { environment: { decide: () => ({ value: 'decided' }) } });
  const instance = bench.start({ definition: 'p', data: input });
  for (const event of events) {
    const [[kind, value]] = Object.entries(event) as [[string, Json]];
    const data = event['data'];
    const at = event['in'] === undefined ? instance : bench.instances.findLast(({ definition }) => definition.id === event['in'])!;
    if (kind === 'complete') at.complete(value as string, data);
    else if (kind === 'start') bench.start({ definition: value as string, data: data as Data });
    else if (kind === 'fail') instance.fail(value as string, event['error'] as string);
    else if (kind === 'message') bench.message(value as string, { ...(event['keys'] !== undefined && { keys: event['keys'] as Data }), ...(data !== undefined && { data }) });
    else if (kind === 'signal') bench.signal(value as string, data as Data | undefined);
    else if (kind === 'advance') bench.advance(value as string);
    else if (kind === 'begin') instance.activate(value as string);
    else if (kind === 'change') instance.change(value as Data);
    else throw new Error(`expected an event that the examples know, but got ${kind}`);
  }
  ended(instance, wanted);
  for (const [process, what] of Object.entries(others)) ended(bench.instances.findLast(({ definition }) => definition.id === process)!, what);
  if (roles) assert.deepEqual(Object.fromEntries(Object.keys(roles).map((id) => [id, instance.definition.nodes[id]!.step.role])), roles);
  return instance;
};

const ended = (instance: Instance, wanted: Ended): void => {
  const found = { visited: instance.visited, tasks: instance.tasks.map(({ element }) => element), status: instance.status, data: instance.data, incidents: instance.incidents.map(({ code }) => code) };
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, found[name as keyof typeof found]])), wanted);
  if (!wanted.incidents) assert.deepEqual(found.incidents, []);
};

const root = join(docs, '../..');
const loopPages = { standard: 'standard-loop', multi: 'multi-instance' } as const satisfies Record<Loop['kind'], string>;
const dashed = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The names that the registries of the engine know; `state` belongs to statecharts (docs/statecharts.md), and `none` is an event that says nothing. */
const names: readonly string[] = [
  ...kinds.filter((kind) => kind !== 'state').map(dashed),
  ...eventKinds.filter((kind) => kind !== 'none').map((kind) => `${kind}-event`),
  ...Object.values(loopPages),
  'sequence-flow',
];

/** What of the standard is no element of its own and has a page too, and what an example of it has in it. */
const besides: Readonly<Record<string, RegExp>> = {
  lane: /<lane /, 'data-object': /<dataObject [^]*<dataInputAssociation /, pool: /<participant [^]*<messageFlow /, correlation: /<correlationKey /, 'global-task': /<global(User|Script)Task /,
  quantity: /startQuantity="[^]*completionQuantity="/, 'implicit-flow': /^(?![^]*<(startEvent|endEvent|\w+Gateway) )/, 'event-definition': /<eventDefinitionRef>/,
};

/** What an element lacks of what every element has under its own name, each in a sentence. */
const lackOf = (name: string): readonly string[] => {
  const lacks: string[] = [];
  const text = (path: string, what: string): string => {
    if (existsSync(join(root, path))) return readFileSync(join(root, path), 'utf8');
    lacks.push(`expected element "${name}" to have ${path} with ${what}, but there is no such file`);
    return '';
  };
  text(`engine/elements/${name}.ts`, 'what it does');
  const test = text(`engine/elements/${name}.test.ts`, 'the table of what it does');
  if (test !== '' && !/\bverify\(|\bit\(/.test(test)) lacks.push(`expected engine/elements/${name}.test.ts to try something, but it does not`);
  return [...lacks, ...lackOfPage(name)];
};

const lackOfPage = (name: string): readonly string[] => {
  const lacks: string[] = [];
  const path = `docs/elements/${name}.md`;
  if (!existsSync(join(root, path))) lacks.push(`expected element "${name}" to have ${path} with what it means, its clauses and its examples, but there is no such file`);
  const page = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
  if (page !== '' && examplesIn(page).length === 0) lacks.push(`expected docs/elements/${name}.md to have an example (BPMN, then JSON that says what comes of it), but it has none`);
  if (page !== '' && !/^By the standard: BPMN 2\.0\.2, \d/m.test(page)) lacks.push(`expected docs/elements/${name}.md to say by which clauses ("By the standard: BPMN 2.0.2, …"), but it does not`);
  if (!readFileSync(join(docs, 'README.md'), 'utf8').includes(`](${name}.md)`)) lacks.push(`expected docs/elements/README.md to list ${name}.md, but it does not`);
  return lacks;
};

/** The names of what a node is: its kind, the kind of its event, the way it is done several times. */
const namesOf = ({ kind, loop, ...node }: Node): readonly string[] =>
  [dashed(kind), ...('event' in node ? [`${node.event.kind}-event`] : []), ...(loop ? [loopPages[loop.kind]] : [])];

describe('An element of the registries', () => {
  for (const name of names) it(`${name} has its file, test, examples and page under this name`, () => assert.deepEqual(lackOf(name), []));

  it('that is new is told all that it lacks', () => {
    assert.deepEqual(lackOf('notify-task').map((sentence) => /(engine|docs)\/\S+/.exec(sentence)![0]), ['engine/elements/notify-task.ts', 'engine/elements/notify-task.test.ts', 'docs/elements/notify-task.md', 'docs/elements/README.md']);
  });

  it('is what every page is about', () => {
    assert.deepEqual(globSync('*.md', { cwd: docs }).filter((page) => !['README.md', 'refusals.md'].includes(page) && ![...names, ...Object.keys(besides)].includes(basename(page, '.md'))), []);
  });
});

describe('The pages about elements', () => {
  for (const name of names.filter((name) => existsSync(join(docs, `${name}.md`)))) {
    it(`${name}: its examples run as it says, and go through it`, async () => {
      const passed = new Set<string>(['sequence-flow']);
      for (const { xml, wanted } of examplesIn(readFileSync(join(docs, `${name}.md`), 'utf8'))) {
        const instance = await play(xml, wanted);
        for (const { element } of instance?.trace ?? []) for (const each of instance!.definition.nodes[element] ? namesOf(instance!.definition.nodes[element]) : []) passed.add(each);
      }
      assert.ok(passed.has(name), `expected an example of docs/elements/${name}.md to run through ${name}, but none does`);
    });
  }
  for (const [name, shown] of Object.entries(besides)) {
    it(`${name}: its examples run as it says, and show it`, async () => {
      assert.deepEqual(lackOfPage(name), []);
      const examples = examplesIn(readFileSync(join(docs, `${name}.md`), 'utf8'));
      for (const { xml, wanted } of examples) await play(xml, wanted);
      assert.ok(examples.some(({ xml, wanted }) => wanted.refused === undefined && shown.test(xml)), `expected an example of docs/elements/${name}.md to show ${name}, but none does`);
    });
  }
});
