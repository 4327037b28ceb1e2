import { strict as assert } from 'node:assert';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageFolder } from '../testing/running-house.ts';
import { said } from '../testing/said.ts';

const text = { type: 'string' };
const exactly = (properties: object, optional: readonly string[] = []) => ({ type: 'object', additionalProperties: false, properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) });
const listOf = (items: object) => ({ type: 'array', items });
const coverage = exactly({ covered: { type: 'integer' }, total: { type: 'integer' }, missing: listOf(text) });
const findings = (ofPackage: boolean) => exactly({
  findings: listOf(exactly({ rule: text, severity: { enum: ['error', 'warning'] }, element: text, message: text, counterexample: listOf(text), ...(ofPackage && { file: text }) }, ['counterexample', 'file'])),
});
/** The shapes that others build on. */
const shapes = {
  'check of a file': findings(false),
  'check of a package': findings(true),
  'run': exactly({ status: { enum: ['active', 'completed', 'terminated', 'failed'] }, visited: listOf(text), tasks: listOf(exactly({ element: text, name: text })), data: { type: 'object' }, incidents: listOf({ type: 'object', required: ['code', 'message'] }) }),
  'decide': exactly({ value: {}, warnings: listOf(text) }),
  'test of a package': exactly({ scenarios: listOf(exactly({ file: text, name: exactly({ vi: text, en: text }), problems: listOf(text) })), nodes: coverage, flows: coverage }),
  'test of test cases': exactly({ cases: listOf(exactly({ name: text, problems: listOf(text) })), nodes: coverage, flows: coverage }),
  'verify': exactly({ dossiers: listOf(exactly({ dossier: text, entries: { type: 'integer' }, faults: listOf(exactly({ check: text, message: text })) })) }),
};

const process = (body: string): string => `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><process id="p" isExecutable="true">${body}</process></definitions>`;
const flow = (source: string, target: string, condition = ''): string => `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${condition}</sequenceFlow>`;
const condition = '<conditionExpression>x = 1</conditionExpression>';
const files: Readonly<Record<string, string>> = {
  'line.bpmn': process(`<startEvent id="s"/><userTask id="t"/><endEvent id="e"/>${flow('s', 't')}${flow('t', 'e')}`),
  'stuck.bpmn': process(`<startEvent id="s"/><exclusiveGateway id="g" default="g-j"/><parallelGateway id="j"/><userTask id="t"/><endEvent id="e"/>${flow('s', 'g')}${flow('g', 'j')}${flow('g', 't', condition)}${flow('t', 'j')}${flow('j', 'e')}`),
  'lost.bpmn': process(`<startEvent id="s"/><exclusiveGateway id="g"/><endEvent id="e"/><endEvent id="f"/>${flow('s', 'g')}${flow('g', 'e', condition)}${flow('g', 'f', condition)}`),
  'words.bpmn': 'xin chào',
  'd.dmn': '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:m"><decision id="d" name="d"><literalExpression><text>{ a: [1, null] }</text></literalExpression></decision></definitions>',
  'cases.json': JSON.stringify({ testCases: [{ name: 'one', instructions: [{ type: 'CREATE_PROCESS_INSTANCE', processDefinitionSelector: { processDefinitionId: 'p' } }, { type: 'DANCE' }] }] }),
  'record.json': JSON.stringify({ dossier: 'a', code: 'H1', intact: true, faults: [], entries: [{ seq: 1, at: '2026-11-19T02:00:00.000Z', actor: 'x', kind: 'start', visits: [], payloadDigest: '0'.repeat(64), prevHash: '0'.repeat(64), hash: '0'.repeat(64) }], checkpoint: null }),
};

const calls: readonly (readonly [shape: keyof typeof shapes, code: number, ...words: string[]])[] = [
  ['check of a file', 0, 'check', '/line.bpmn'], ['check of a file', 1, 'check', '/stuck.bpmn'], ['check of a file', 2, 'check', '/words.bpmn'], ['check of a file', 0, 'check', '/d.dmn'],
  ['check of a package', 0, 'check', packageFolder], ['check of a package', 1, 'check', '/package'], ['check of a package', 2, 'test', '/package'],
  ['run', 0, 'run', '/line.bpmn'], ['run', 0, 'run', '/lost.bpmn'], ['run', 1, 'run', '/line.bpmn', '--events', '/no.json'], ['run', 0, 'run', packageFolder],
  ['decide', 0, 'decide', '/d.dmn', '--decision', 'd'], ['test of a package', 0, 'test', packageFolder], ['test of test cases', 1, 'test', '/cases/cases.json'],
  ['verify', 1, 'verify', '--record', '/record.json'],
];

describe('what the motcua command prints as JSON', function () {
  this.timeout(120_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-shapes-'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    await writeFile(join(folder, 'no.json'), '[{ "complete": "nobody" }]');
    await cp(packageFolder, join(folder, 'package'), { recursive: true });
    await writeFile(join(folder, 'package/forms/assign.json'), '{ "id": ');
    await cp(join(folder, 'line.bpmn'), join(folder, 'cases/line.bpmn'));
    await cp(join(folder, 'cases.json'), join(folder, 'cases/cases.json'));
  });
  after(() => rm(folder, { recursive: true }));

  for (const [shape, code, ...words] of calls) {
    it(`has exactly the members of ${shape}: ${words.map((word) => word.replace(packageFolder, 'PACKAGE')).join(' ')}`, async () => {
      const found = await said([...words.map((word) => (word.startsWith('/') && word !== packageFolder ? `${folder}${word}` : word)), '--json']);
      assert.equal(found.code, code, found.error);
      const validate = new Ajv2020({ allErrors: true }).compile(shapes[shape]);
      assert.ok(validate(JSON.parse(found.out)), `${JSON.stringify(validate.errors)}\n${found.out.slice(0, 2000)}`);
    });
  }
});
