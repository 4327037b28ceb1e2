import { strict as assert } from 'node:assert';
import { becomes } from './becomes.ts';

/** Gives one after another, and the last for ever. */
const giving = <T>(...values: readonly T[]) => {
  const left = [...values];
  return async (): Promise<T> => (left.length > 1 ? left.shift()! : left[0]!);
};

describe('what a page comes to show', function () {
  this.timeout(30_000);
  it('is waited for, be it a value, a list or words of a kind', async () => {
    await becomes(giving(0, 0, 2), 2);
    await becomes(giving<readonly string[]>([], ['một'], ['một', 'hai']), ['một', 'hai']);
    await becomes(giving<string | null>(null, 'Hồ sơ số 12'), /^Hồ sơ số \d+$/);
  });
  it('fails with what was shown instead', async () => {
    await assert.rejects(becomes(giving(1), 2, 'both rows'), /both rows/);
  });
});
