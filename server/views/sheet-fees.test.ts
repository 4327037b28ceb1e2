import assert from 'node:assert/strict';
import { textOf } from '../../procedures/package-files.ts';
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
  it('tells a fee whose items all hang on an answer as one that depends, never as free', async () => {
    const template = (name: string) => new URL(`../../designer/templates/${name}`, import.meta.url).pathname;
    const files = new Map(await readFolder(template('permit')));
    const fee = textOf((await readFolder(template('blank'))).get('decisions/fee.dmn')!).replace('<text>-</text>', '<text>"post"</text>');
    const process = textOf(files.get('process.bpmn')!).replaceAll('<motcua:input name="channel">filing.channel', '<motcua:input name="channel">application.matter.request');
    const loading = await loadPackage(files.set('decisions/fee.dmn', fee).set('process.bpmn', process));
    assert.ok('package' in loading);
    assert.deepEqual(sheetFees(loading.package, at).map(({ name, amount }) => [name.vi, amount]), [['Cấp phép', null]]);
  });

  for (const [what, key, fees] of told) it(`tells ${what}`, async () => {
    const loading = await loadPackage(await readFolder(new URL(`../../procedures/${key}`, import.meta.url).pathname));
    assert.ok('package' in loading);
    assert.deepEqual(sheetFees(loading.package, at).map(({ name, amount }) => [name.vi, amount]), fees);
  });
});
