import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { run } from './dmn-tck.ts';
import { isAtHand, type SuiteResult } from './suite.ts';

const clause = /DMN 1\.5, \d+(\.\d+)+/;
const unexplained = ({ failures }: SuiteResult): readonly string[] => failures.filter(({ reason }) => !clause.test(reason)).map(({ id, reason }) => `${id}: ${reason}`);

describe('The compatibility kit of DMN', () => {
  it('has what comes out otherwise explained by the clause of the standard', () => {
    assert.deepEqual(unexplained(JSON.parse(readFileSync(new URL('../../docs/conformance/dmn-tck.json', import.meta.url), 'utf8')) as SuiteResult), []);
  });


  it('finds at least 96 % of the values of its decisions', async function () {
    if (!isAtHand('dmn-tck')) return this.skip();
    this.timeout(300_000);
    const result = await run();
    const { total, passed, failures } = result;
    assert.deepEqual(unexplained(result), []);
    assert.ok(total > 2_000, `only ${total} cases were found`);
    assert.ok(passed / total >= 0.96, failures.map(({ id, reason }) => `${id}: ${reason}`).join('\n'));
  });
});
