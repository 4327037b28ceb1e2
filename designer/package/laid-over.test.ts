import assert from 'node:assert/strict';
import type { DesignerPackage } from '../../server/api/designer.ts';
import type { Bench } from './bench.ts';
import { laidOver } from './laid-over.ts';

const opened = { key: 'k', draft: { revision: 1, files: ['forms/a.json', 'process.bpmn'].map((path) => ({ path, size: 1, sha256: 'x', text: true })) } } as unknown as DesignerPackage;
const bench = (texts: Readonly<Record<string, readonly [origin: string, now: string]>>): Bench =>
  ({ edits: new Map(Object.entries(texts).map(([path, [origin, now]]) => [path, { origin, now }])) }) as unknown as Bench;
const paths = ({ draft }: DesignerPackage): readonly string[] => draft.files.map(({ path }) => path);

describe('a package with what lies on the bench', () => {
  const cases: readonly (readonly [what: string, edits: Parameters<typeof bench>[0], paths: readonly string[]])[] = [
    ['has what is new', { 'forms/b.json': ['', '{}'] }, ['forms/a.json', 'forms/b.json', 'process.bpmn']],
    ['has not what is gone', { 'forms/a.json': ['{}', ''] }, ['process.bpmn']],
    ['has what was saved a moment ago', { 'forms/b.json': ['{}', '{}'] }, ['forms/a.json', 'forms/b.json', 'process.bpmn']],
    ['has not what was deleted and saved a moment ago', { 'forms/a.json': ['', ''] }, ['process.bpmn']],
    ['has all that was only changed', { 'forms/a.json': ['{}', '{ }'] }, ['forms/a.json', 'process.bpmn']],
  ];
  for (const [what, edits, expected] of cases) it(what, () => assert.deepEqual(paths(laidOver(opened, bench(edits))), expected));

  it('is the same while nothing changes, so that whoever proves it anew when it is another one comes to an end', () => {
    const one = bench({ 'forms/b.json': ['', '{}'] });
    assert.equal(laidOver(opened, one), laidOver(opened, one));
    assert.notEqual(laidOver(opened, one), laidOver(opened, bench({ 'forms/b.json': ['', '{}'] })));
  });
});
