import { strict as assert } from 'node:assert';
import { changed } from './field-path.ts';

describe('a value put at its path', () => {
  const data = { work: { floors: [{ area: 1 }, { area: 2 }] } };
  it('reaches a cell of a row', () => assert.deepEqual(changed(data, 'work.floors.1.area', 5), { work: { floors: [{ area: 1 }, { area: 5 }] } }));
  it('makes the next row', () => assert.deepEqual(changed(data, 'work.floors.2', { area: 3 }), { work: { floors: [{ area: 1 }, { area: 2 }, { area: 3 }] } }));
  for (const path of ['work.floors.4000000000', 'work.floors.4000000000.area', 'work.floors.length', 'work.floors.-1', 'work.floors.x']) {
    it(`sets nothing at ${path}, which would make a list of billions or no list at all`, () => assert.deepEqual(changed(data, path, 4_000_000_000), data));
  }
});
