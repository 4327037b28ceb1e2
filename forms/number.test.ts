import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { formatNumber, parseNumber, roundTo } from './number.ts';

describe('numbers as people here write them', () => {
  const read: [string, number | undefined][] = [
    ['75,5', 75.5], ['75.5', 75.5], ['1.234', 1234], ['1.234,5', 1234.5], ['1 234,5', 1234.5], ['75.000', 75000],
    ['1.500.000.000', 1_500_000_000], ['-0,5', -0.5], ['−2', -2], ['  8 ', 8], ['0,75', 0.75], [',5', 0.5], ['5,', 5],
    ['123.456.789.012.345', 123_456_789_012_345], ['0,0000000001', 1e-10], ['10,50', 10.5], ['007', 7], ['0,10', 0.1], ['1000,0', 1000],
    ['123456789012345,678', undefined], ['4503599627370,4971234', undefined], ['9.007.199.254.740.993', undefined],
    ['', undefined], ['abc', undefined], ['1,2,3', undefined], ['1e5', undefined], ['0x1f', undefined], ['12 tầng', undefined], ['1.23.4', undefined], ['∞', undefined],
  ];
  for (const [text, value] of read) it(`reads “${text}” as ${String(value)}`, () => assert.equal(parseNumber(text), value));

  const readInEnglish: [string, number | undefined][] = [
    ['75.5', 75.5], ['75,5', 75.5], ['1,234', 1234], ['1,234.5', 1234.5], ['1 234.5', 1234.5], ['1.234', 1.234], ['1.234,5', 1234.5], ['1.500.000', 1_500_000], ['-0.5', -0.5],
    ['', undefined], ['1.2.3', undefined], ['1.234.5', undefined], ['1,23,456', undefined],
  ];
  for (const [text, value] of readInEnglish) it(`reads “${text}” in English as ${String(value)}`, () => assert.equal(parseNumber(text, 'en'), value));

  const wholes: [string, 'vi' | 'en', number | undefined][] = [['1.234', 'en', 1234], ['75.000', 'en', 75000], ['1,234', 'vi', 1234], ['1,234', 'en', 1234], ['12', 'en', 12], ['1.5', 'en', 1.5]];
  for (const [text, lang, value] of wholes) it(`reads “${text}” (${lang}) as ${String(value)} where only a whole number is asked`, () => assert.equal(parseNumber(text, lang, true), value));

  const written: [number, string, string][] = [[1234.5, '1.234,5', '1,234.5'], [0, '0', '0'], [999, '999', '999'], [75000, '75.000', '75,000'], [-1234.25, '−1.234,25', '−1,234.25'], [0.1 + 0.2, '0,3', '0.3']];
  for (const [value, vi, en] of written) it(`writes ${value} as “${vi}”, in English “${en}”`, () => assert.deepEqual([formatNumber(value, 'vi'), formatNumber(value, 'en')], [vi, en]));

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom('vi', 'en'), (units, decimals, lang) => {
      const value = Number(`${units}e-${decimals}`);
      assert.equal(parseNumber(formatNumber(value, lang), lang) ?? Number.NaN, value === 0 ? 0 : value);
    }));
  });

  const rounded: [number, number, number][] = [[1.005, 2, 1.01], [75, 1, 75], [66.66666, 1, 66.7], [-1.005, 2, -1.01], [2.5, 0, 3], [0.04, 1, 0]];
  for (const [value, decimals, result] of rounded) it(`rounds ${value} to ${decimals} digits: ${result}`, () => assert.equal(roundTo(value, decimals), result));
});
