import assert from 'node:assert/strict';
import { readdirSync, existsSync } from 'node:fs';
import { readFolder } from './folder.ts';
import type { LoadedProcedure } from './loaded.ts';
import { loadPackage } from './load.ts';
import { textOf } from './package-files.ts';
import { sheetAmounts as rule } from './rules/sheet-amounts.ts';
import { sheetAmounts, withAmounts } from './sheet-amounts.ts';
import { sheetStatements } from './sheet-statements.ts';

const here = new URL('.', import.meta.url).pathname;
const packages = readdirSync(here).filter((name) => existsSync(`${here}${name}/procedure.json`));
const at = '2026-11-20T02:00:00.000Z';
type Change = readonly [file: string, from: string, to: string];

async function loaded(key: string, ...changes: readonly Change[]): Promise<LoadedProcedure> {
  const files = new Map(await readFolder(`${here}${key}`));
  for (const [file, from, to] of changes) {
    const before = textOf(files.get(file)!);
    assert.ok(before.includes(from), `${file} says "${from}"`);
    files.set(file, before.replaceAll(from, to));
  }
  const loading = await loadPackage(files);
  assert.ok('package' in loading, JSON.stringify(loading).slice(0, 500));
  return loading.package;
}
const said = (pack: LoadedProcedure): string => sheetStatements(pack.procedure.sheet).map(([, words]) => withAmounts(words, sheetAmounts(pack, at))).map(({ vi, en }) => `${vi} ${en}`).join('\n');

describe('the amounts that a service sheet states', () => {
  for (const key of packages) {
    it(`of ${key} are those of its tables, or have a source of their own`, async () => {
      const pack = await loaded(key);
      assert.deepEqual([...rule.check(pack)].map(({ element, message }) => `${element}: ${message}`), []);
      assert.doesNotMatch(said(pack).replaceAll('{limit}', ''), /[{}]|–\s*(một|mỗi)/);
    });
  }

  const tables: readonly (readonly [string, Change, string, string])[] = [
    ['birth-registration', ['decisions/fee.dmn', '<text>8000</text>', '<text>9500</text>'], '8.000 đ', '9.500 đ'],
    ['civil-status-extract', ['decisions/fee.dmn', '<text>8000</text>', '<text>9500</text>'], '8.000 đ', '9.500 đ'],
    ['certified-copy', ['decisions/fee.dmn', '<text>200000</text>', '<text>250000</text>'], '200.000 đ', '250.000 đ'],
  ];
  for (const [key, change, before, after] of tables) {
    it(`of ${key} change with the table`, async () => {
      const [now, then] = [said(await loaded(key)), said(await loaded(key, change))];
      assert.deepEqual([now.includes(before), now.includes(after), then.includes(before), then.includes(after)], [true, false, false, true]);
    });
  }

  const faults: readonly (readonly [string, Change, string])[] = [
    ['is typed though a table gives it', ['procedure.json', 'bản sao {copy} một bản', 'bản sao 8.000 đồng một bản'], 'sheet.tips[0]'],
    ['is typed in English only', ['procedure.json', 'copies are {copy} each', 'copies are 8,000 dong each'], 'sheet.tips[0]'],
    ['is typed without a source', ['procedure.json', 'bản sao {copy} một bản', 'bản sao 12 nghìn đồng một bản'], 'sheet.tips[0]'],
    ['names no amount', ['procedure.json', 'bản sao {copy} một bản', 'bản sao {copies} một bản'], 'sheet.tips[0]'],
    ['asks a table for what that does not have', ['procedure.json', '"value": "unitPrice"', '"value": "price"'], 'sheet.amounts.copy'],
    ['asks a table that is not there', ['procedure.json', '"decision": "fee#rate", "given"', '"decision": "fee#tariff", "given"'], 'sheet.amounts.copy'],
  ];
  for (const [what, change, place] of faults) {
    it(`are told of when one ${what}`, async () => {
      assert.deepEqual([...rule.check(await loaded('birth-registration', change))].map(({ element }) => element), [place]);
    });
  }
});
