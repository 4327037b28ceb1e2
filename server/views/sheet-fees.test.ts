import assert from 'node:assert/strict';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import { sheetFees } from './sheet-fees.ts';

const at = '2026-11-18T01:00:00.000Z';
const told: readonly (readonly [string, string, readonly (readonly [string, number | null])[]])[] = [
  ['a fee by the kind of permit', 'construction-permit-house', [['Xây mới', 75000], ['Gia hạn giấy phép đã cấp', 15000]]],
  ['one fee for all', 'household-business', [['Lệ phí đăng ký hộ kinh doanh', 100000]]],
  ['a fee that depends on what is filled in, never as free', 'certified-copy', [['Sao y bản chính', null]]],
  ['no fee', 'urban-order-report', []],
];

describe('what a service sheet says that it costs', () => {
  for (const [what, key, fees] of told) it(`tells ${what}`, async () => {
    const loading = await loadPackage(await readFolder(new URL(`../../procedures/${key}`, import.meta.url).pathname));
    assert.ok('package' in loading);
    assert.deepEqual(sheetFees(loading.package, at).map(({ name, amount }) => [name.vi, amount]), fees);
  });
});
