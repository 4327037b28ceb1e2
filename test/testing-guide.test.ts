import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
});
