import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differences } from './json-diff.ts';

describe('what differs between two files of JSON', () => {
  const before = { name: { vi: 'a', en: 'b' }, list: [{ n: 1 }, { n: 2 }], gone: 'x' };
  it('is told value by value, items counted from one', () =>
    assert.deepEqual(differences(before, { name: { vi: 'A', en: 'b' }, list: [{ n: 1 }, { n: 3 }, { n: 4 }], fresh: true }), [
      { place: 'name.vi', from: 'a', to: 'A' },
      { place: 'list.2.n', from: '2', to: '3' },
      { place: 'list.3', from: '', to: '{"n":4}' },
      { place: 'fresh', from: '', to: 'true' },
      { place: 'gone', from: 'x', to: '' },
    ]));
  it('is nothing between a value and itself', () => fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(differences(value, structuredClone(value)), []))));
});
