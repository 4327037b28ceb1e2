import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standings } from '../attribute-places.ts';

const house = join(import.meta.dirname, '../../..');
const textOf = (file: string): string => readFileSync(join(house, file), 'utf8');
const all = globSync('engine/bpmn/**/*.ts', { cwd: house });
const code = all.filter((file) => !file.endsWith('.test.ts')).map(textOf).join('\n');
const tests = all.filter((file) => file.endsWith('.test.ts') && !file.endsWith('documented.test.ts')).map(textOf).join('\n');

/** Rules are named where a problem is told; some are put together or chosen there. */
const named = [...code.matchAll(/problems\.(?:error|warn|incomplete)\(\s*'([a-z-]+)'/g)].map(([, rule]) => rule!);
const rules = new Set([...named, 'missing-error', 'missing-escalation', 'choreography', ...Object.values(standings).map(({ rule }) => rule)]);

describe('Each rule of the reader', () => {
  it('stands in the table of refusals, and no other does', () => {
    const rows = textOf('docs/elements/refusals.md').split('\n').filter((line) => line.startsWith('| `'));
    const documented = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, rule]) => rule!));
    assert.deepEqual(documented.toSorted(), [...rules].toSorted());
  });
  it('is shown by a diagram in the tests', () => {
    assert.deepEqual([...rules].filter((rule) => !new RegExp(`['"](error |warning )?${rule}[ '"]`).test(tests)), []);
    assert.ok(rules.size > 90, `${rules.size} rules`);
  });
});
