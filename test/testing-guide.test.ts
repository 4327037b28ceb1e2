import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');

describe('The guide to testing', () => {
  it('shows a test that passes, written as an author outside writes it', async () => {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/testing.md'), 'utf8')) ?? [];
    assert.ok(code.includes("from 'motcua/testing'"));
    // Within the package, so that its own name leads to what it exports.
    const folder = mkdtempSync(join(root, 'test/guide-'));
    try {
      const file = join(folder, 'example.ts');
      writeFileSync(file, code);
      await import(pathToFileURL(file).href);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says how many cases the gate tries of each property', () => {
    const told = [...readFileSync(join(root, 'docs/testing.md'), 'utf8').matchAll(/^\|.*\| ([\d, ]+) \| `(\S+)` \|$/gm)].flatMap(([, counts = '', file = '']) => counts.split(', ').map((count) => `${file} ${count.replace(',', '')}`));
    const tried = globSync('*/**/*.test.ts', { cwd: root, exclude: (name) => name === 'node_modules' }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bruns\((\d[\d_]*)\)/g)].map(([, count = '']) => `${file} ${count.replace('_', '')}`));
    assert.ok(tried.length > 10);
    assert.deepEqual([...new Set(told)].toSorted(), [...new Set(tried)].toSorted());
  });
});
