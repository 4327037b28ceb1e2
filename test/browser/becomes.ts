import { strict as assert } from 'node:assert';
import { setTimeout } from 'node:timers/promises';

const holds = (read: () => unknown): boolean => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

/**
 * Something that a page shows comes to be this, within ten seconds. What is read once, right after a press or on a page that has just
 * come, is what was there before on a quick machine, and on a slow one not there yet.
 */
export async function becomes<T>(read: () => Promise<T>, expected: T | RegExp, message?: string): Promise<void> {
  const check = (seen: T): void => (expected instanceof RegExp ? assert.match(String(seen), expected, message) : assert.deepEqual(seen, expected, message));
  for (const end = Date.now() + 10_000; Date.now() < end; await setTimeout(50)) {
    const seen = await read();
    if (holds(() => check(seen))) return;
  }
  check(await read());
}
