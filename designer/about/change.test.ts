import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moved, withAt, type Path } from './change.ts';

const steps = { sheet: { steps: [{ name: 'a' }, { name: 'b' }] }, key: 'k' };

describe('a part of procedure.json is changed', () => {
  const changes: Readonly<Record<string, readonly [path: Path, next: unknown, result: unknown]>> = {
    'a member': [['key'], 'l', { ...steps, key: 'l' }],
    'a member of an item': [['sheet', 'steps', 1, 'name'], 'c', { sheet: { steps: [{ name: 'a' }, { name: 'c' }] }, key: 'k' }],
    'a member that was not there': [['codes', 'first'], 1, { ...steps, codes: { first: 1 } }],
    'a member away': [['sheet', 'steps'], undefined, { sheet: {}, key: 'k' }],
    'all of it': [[], 1, 1],
  };
  for (const [what, [path, next, result]] of Object.entries(changes)) it(what, () => assert.deepEqual(withAt(steps, path, next), result));

  it('members keep their order', () => assert.deepEqual(Object.keys(withAt({ a: 1, b: 2, c: 3 }, ['b'], 4)), ['a', 'b', 'c']));

  it('an item that goes up and down again is where it was', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 2 }), fc.nat(), (list, at) => {
      const index = at % (list.length - 1);
      assert.deepEqual(moved(moved(list, index, 1), index + 1, -1), list);
      assert.deepEqual(moved(list, 0, -1), list);
      assert.deepEqual(moved(list, list.length - 1, 1), list);
    }));
  });
});
