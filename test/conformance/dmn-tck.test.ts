import assert from 'node:assert/strict';
import { run } from './dmn-tck.ts';
import { isAtHand } from './suite.ts';

describe('The compatibility kit of DMN', () => {
  it('finds at least 96 % of the values of its decisions', async function () {
    if (!isAtHand('dmn-tck')) return this.skip();
    this.timeout(300_000);
    const { total, passed, failures } = await run();
    assert.ok(total > 2_000, `only ${total} cases were found`);
    assert.ok(passed / total >= 0.96, failures.map(({ id, reason }) => `${id}: ${reason}`).join('\n'));
  });
});
