import assert from 'node:assert/strict';
import { remembered } from './remembered.ts';

describe('What is remembered', () => {
  it('is made anew when it is asked for by another key, and when it does not last', () => {
    const made: string[] = [];
    const one = remembered<string>((value) => value !== 'late');
    const ask = (key: string, value = key) => one(key, () => {
      made.push(key);
      return value;
    });
    assert.deepEqual([ask('a'), ask('a'), ask('b'), ask('a'), ask('c', 'late'), ask('c')], ['a', 'a', 'b', 'a', 'late', 'c']);
    assert.deepEqual(made, ['a', 'b', 'a', 'c', 'c']);
  });
});
