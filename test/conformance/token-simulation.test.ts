import assert from 'node:assert/strict';
import { isAtHand } from './suite.ts';
import { run } from './token-simulation.ts';

describe('The driver scripts of bpmn-js-token-simulation', () => {
  it('give the same enter and exit traces', async function () {
    if (!isAtHand('token-simulation')) return this.skip();
    this.timeout(300_000);
    const { total, failures } = await run();
    assert.deepEqual(failures, []);
    assert.equal(total, 129);
  });
});
