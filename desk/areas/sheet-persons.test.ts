import assert from 'node:assert/strict';
import { birthOf, personsIn } from './sheet-persons.ts';

describe('persons of a spreadsheet', () => {
  it('are read by the names of its columns; empty lines are none', () => {
    const read = personsIn([['Name', 'household', 'birth', 'relation'], ['Nguyễn Giả Định', 'H0001', '03/02/2019', 'Con'], ['', '', null, ''], ['Trần Giả Định', 'H0001', 1985, '']]);
    assert.deepEqual(read, { persons: [{ household: 'H0001', name: 'Nguyễn Giả Định', birth: '2019-02-03', relation: 'Con' }, { household: 'H0001', name: 'Trần Giả Định', birth: '1985', relation: null }] });
  });

  it('say which columns are missing', () => assert.deepEqual(personsIn([['họ tên', 'birth'], ['x', '1985']]), { missing: ['household', 'name'] }));

  for (const [said, birth] of [['3.2.2019', '2019-02-03'], ['2019-02-03', '2019-02-03'], ['1985', '1985'], ['', null], ['hôm qua', 'hôm qua']] as const) it(`read “${said}” as ${birth}`, () => assert.equal(birthOf(said), birth));
});
