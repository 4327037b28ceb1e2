import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { report } from './report.ts';
import type { SuiteResult } from './suite.ts';

const folder = 'docs/conformance';
const stored = (): readonly SuiteResult[] => globSync(`${folder}/*.json`).map((path) => JSON.parse(readFileSync(path, 'utf8')) as SuiteResult);

describe('The scores of conformance', () => {
  it('say of every suite what its file says', () => {
    assert.ok(stored().length > 0);
    assert.equal(readFileSync(`${folder}/README.md`, 'utf8'), report(stored()));
  });
  it('name each failure once and count it', () => {
    for (const { suite, total, passed, failures } of stored()) {
      assert.equal(total - passed, failures.length, suite);
      assert.equal(new Set(failures.map(({ id }) => id)).size, failures.length, suite);
      for (const { id, reason } of failures) assert.ok(reason.length > 0, `${suite} ${id} has a reason`);
    }
  });
  it('give a reason that cases share once', () => {
    const text = report([{ suite: 'miwg', total: 3, passed: 1, failures: [{ id: 'a', reason: 'no | here' }, { id: 'b', reason: 'no | here' }] }]);
    assert.match(text, /1 of 3 \| 33.3 %/);
    assert.match(text, /\| a<br>b \| no \\\| here \|/);
  });
});
