import assert from 'node:assert/strict';
import { run } from './fbpmn.ts';
import { isAtHand } from './suite.ts';

describe('The verdicts of fbpmn on its own models', function () {
  this.timeout(300_000);

  it('are all ours too, with any order of messages, in half a second each', async function () {
    if (!isAtHand('fbpmn')) return this.skip();
    const { total, failures } = await run();
    assert.deepEqual(failures, []);
    assert.equal(total, 33);
  });
});
