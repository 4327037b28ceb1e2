import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';

const sound = await readFolder(join(import.meta.dirname, 'construction-permit-house'));
const bytes = (...values: number[]) => new Uint8Array(values);

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

  it('gives frozen data, so that no dossier changes a version', async () => {
    const loading = await loadPackage(sound);
    assert.ok('package' in loading);
    const { procedure, definition, forms, decisions, letters } = loading.package;
    for (const value of [loading.package, procedure, procedure.codes[0], definition.nodes, forms.get('application')?.schema, decisions.get('fee')?.decisions, letters.get('permit')?.blocks]) assert.ok(Object.isFrozen(value));
  });
});
