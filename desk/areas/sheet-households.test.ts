import assert from 'node:assert/strict';
import { householdsIn } from './sheet-households.ts';

describe('households of a spreadsheet', () => {
  it('become points by the names of its columns, wherever they stand; empty lines are none', () => {
    const read = householdsIn([['Head', 'code', 'latitude', 'longitude', 'address', 'members'], ['Nguyễn Giả Định', 'H1', '9.9', '107,3', '1 Đường Mẫu', 4], ['', '', null, '', '', ''], ['', 'H2', 9.91, 107.31, '2 Đường Mẫu', '']]);
    assert.deepEqual(read, { collection: { type: 'FeatureCollection', features: [
      { type: 'Feature', geometry: { type: 'Point', coordinates: [107.3, 9.9] }, properties: { code: 'H1', address: '1 Đường Mẫu', head: 'Nguyễn Giả Định', members: 4 } },
      { type: 'Feature', geometry: { type: 'Point', coordinates: [107.31, 9.91] }, properties: { code: 'H2', address: '2 Đường Mẫu', head: '', members: null } },
    ] } });
  });

  it('say which columns are missing', () => assert.deepEqual(householdsIn([['code', 'name'], ['H1', 'x']]), { missing: ['address', 'latitude', 'longitude'] }));
});
