import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import { bytesOf } from './package-files.ts';
import { LetterTemplate } from './letters/template.ts';
import { Procedure as Shape, type Procedure } from './procedure.ts';
import { writtenAs } from './written-as.ts';

const sound = await readFolder(join(import.meta.dirname, 'construction-permit-house'));
const bytes = (...values: number[]) => new Uint8Array(values);

const model = (namespace: string, body: string): string => `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:${namespace}">${body}</definitions>`;
const rates = model('rates', '<businessKnowledgeModel id="double" name="double"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>');
const importing = model('importing', '<import name="r" namespace="urn:rates" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/><decision id="twice" name="twice"><knowledgeRequirement><requiredKnowledge href="urn:rates#double"/></knowledgeRequirement><literalExpression><text>r.double(21)</text></literalExpression></decision>');

const damaged: readonly (readonly [string, readonly (readonly [string, Uint8Array | string])[], string])[] = [
  ['an empty package', [], 'missing-file'],
  ['procedure.json that is no JSON', [...sound, ['procedure.json', '{ "key": ']], 'json'],
  ['procedure.json without codes', [...sound, ['procedure.json', '{}']], 'procedure-file'],
  ['procedure.json that is not UTF-8', [...sound, ['procedure.json', bytes(0xff, 0xfe, 0x00)]], 'json'],
  ['a process that is no XML', [...sound, ['process.bpmn', 'hello']], 'malformed'],
  ['a process that is not UTF-8', [...sound, ['process.bpmn', bytes(0xc3, 0x28)]], 'encoding'],
  ['a form that is a list', [...sound, ['forms/assign.json', '[]']], 'form-file'],
  ['a form under another name', [...sound, ['forms/other.json', sound.get('forms/assign.json')!]], 'form-id'],
  ['a decision that is no DMN', [...sound, ['decisions/fee.dmn', '<a/>']], 'decision'],
  ['a decision whose import is missing', [...sound, ['decisions/importing.dmn', importing]], 'decision'],
  ['a decision whose import is no XML', [...sound, ['decisions/importing.dmn', importing], ['decisions/rates.dmn', rates.slice(0, -5)]], 'decision'],
  ['a model with nothing to decide or import', [...sound, ['decisions/rates.dmn', model('rates', '')]], 'decision'],
  ['a letter without blocks', [...sound, ['letters/permit.json', '{ "format": 1 }']], 'letter-file'],
  ['a prototype in disguise', [...sound, ['procedure.json', '{ "__proto__": { "key": "x" } }']], 'procedure-file'],
];

describe('loading a package', () => {
  for (const [what, files, rule] of damaged) {
    it(`says what is wrong with ${what}`, async () => {
      const loading = await loadPackage(new Map(files));
      assert.ok('findings' in loading);
      assert.ok(loading.findings.some((finding) => finding.rule === rule && finding.severity === 'error'), JSON.stringify(loading.findings));
    });
  }

  const reworded: readonly (readonly [object, string, string, string])[] = [
    [{ key: 5 }, '/key', 'chỗ “key” phải là chữ, trong ngoặc kép', 'in procedure.json “key” must be text, in quotation marks'],
    [{ format: 7 }, '/format', 'chỗ “format” phải là “1”', 'in procedure.json “format” must be “1”'],
    [{ dueSoon: 'soon' }, '/dueSoon', 'chỗ “dueSoon” phải viết là một thời hạn, ví dụ “7 working days”, “120 minutes”, “same day”', 'in procedure.json “dueSoon” must be written as a time limit, such as “7 working days”, “120 minutes”, “same day”'],
    [{ colour: 'red' }, 'procedure.json', 'ngoài cùng của tệp có mục không biết là gì: “colour”', 'in procedure.json the outermost level has members that nothing reads: “colour”'],
    [{ onlineLevel: { value: 'some', source: 'x', mark: 'design' } }, '/onlineLevel/value', 'chỗ “onlineLevel › value” phải là một trong “full”, “partial”, “proactive”', 'in procedure.json “onlineLevel › value” must be one of “full”, “partial”, “proactive”'],
  ];
  for (const [change, element, vi, en] of reworded) it(`says in plain words what was expected at ${element}`, async () => {
    const written = JSON.parse(new TextDecoder().decode(bytesOf(sound.get('procedure.json')!))) as object;
    const loading = await loadPackage(new Map([...sound, ['procedure.json', JSON.stringify({ ...written, ...change })]]));
    assert.ok('findings' in loading);
    assert.deepEqual(loading.findings.filter(({ rule }) => rule === 'procedure-file').map((finding) => [finding.element, finding.messageVi, finding.message]), [[element, vi, en]]);
  });

  it('says of every pattern of its shapes how it is written', () => {
    const patterns = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) if (name === 'pattern' && typeof inner === 'string') patterns.add(inner); else walk(inner);
    };
    walk([Shape, LetterTemplate]);
    assert.deepEqual([...patterns].filter((pattern) => writtenAs[pattern] === undefined), []);
    assert.deepEqual(Object.keys(writtenAs).filter((pattern) => !patterns.has(pattern)), []);
  });

  it('reads the same content once, wherever its files come from, and another byte anew', async () => {
    const [first, copy, other] = [await loadPackage(sound), await loadPackage(new Map([...sound].toReversed().map(([path, content]) => [path, bytesOf(content).slice()]))), await loadPackage(new Map([...sound, ['notes.txt', 'x']]))];
    assert.ok('package' in first && 'package' in copy && 'package' in other);
    assert.equal(copy.package, first.package);
    assert.notEqual(other.package, first.package);
  });

  it('lets decisions import models of the package', async () => {
    const loading = await loadPackage(new Map([...sound, ['decisions/importing.dmn', importing], ['decisions/rates.dmn', rates]]));
    assert.ok('package' in loading, JSON.stringify(loading));
    const decided = loading.package.environment.decide!('importing#twice', {}, '2026-01-05T01:00:00.000Z');
    assert.equal('value' in decided && decided.value, 42);
  });

  it('reads what was stored when there was one time limit and no list of them', async () => {
    const written = JSON.parse(new TextDecoder().decode(bytesOf(sound.get('procedure.json')!))) as Procedure;
    const loading = await loadPackage(new Map([...sound, ['procedure.json', JSON.stringify({ ...written, timeLimit: written.timeLimit.at(-1) })]]));
    assert.ok('package' in loading, JSON.stringify(loading));
    assert.deepEqual(loading.package.procedure.timeLimit, written.timeLimit.slice(-1));
  });

  it('gives frozen data, so that no dossier changes a version', async () => {
    const loading = await loadPackage(sound);
    assert.ok('package' in loading);
    const { procedure, definition, forms, decisions, letters } = loading.package;
    for (const value of [loading.package, procedure, procedure.codes[0], definition.nodes, forms.get('application')?.schema, decisions.get('fee')?.decisions, letters.get('permit')?.blocks]) assert.ok(Object.isFrozen(value));
  });
});
