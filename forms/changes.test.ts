import { strict as assert } from 'node:assert';
import { changesBetween } from './changes.ts';
import { house } from './testing/house.ts';
import { small } from './testing/small.ts';

describe('a new version of a form', () => {
  it('changes nothing when it is the same', () => assert.deepEqual(changesBetween(house, structuredClone(house)), { added: [], removed: [], retyped: [] }));

  it('names what is new, gone, and of another type', () => {
    const before = small({ name: { $ref: 'motcua:line' }, area: { $ref: 'motcua:area' }, day: { type: 'string' } });
    const after = small({ fullName: { $ref: 'motcua:line' }, area: { $ref: 'motcua:line' }, day: { $ref: 'motcua:date' } });
    assert.deepEqual(changesBetween(before, after), { added: ['fullName'], removed: ['name'], retyped: ['area', 'day'] });
  });
});
