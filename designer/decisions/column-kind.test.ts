import assert from 'node:assert/strict';
import { allowed, columnTypeOf, kindOf, type Kind } from './column-kind.ts';

const labels = new Map([['new', 'Xây mới'], ['repair', 'Sửa chữa']]);

describe('what stands in the cells of a column', () => {
  const same: Readonly<Record<string, readonly [type: string, values: string, kind: Kind]>> = {
    'text': ['string', '', { kind: 'string', lines: '' }],
    'numbers': ['number', '', { kind: 'number', lines: '' }],
    'yes and no': ['boolean', '', { kind: 'boolean', lines: '' }],
    'days': ['date', '', { kind: 'date', lines: '' }],
    'choices by what people call them': ['string', '"new", "repair"', { kind: 'choice', lines: 'Xây mới\nSửa chữa' }],
    'choices that nobody names': ['string', '"Phường", "nói \\"có\\""', { kind: 'choice', lines: 'Phường\nnói "có"' }],
  };
  for (const [what, [type, values, kind]] of Object.entries(same)) it(`is shown and kept: ${what}`, () => {
    assert.deepEqual(kindOf(type, values, labels), kind);
    assert.deepEqual(columnTypeOf(kind, labels), { type, values: allowed(values) });
  });

  it('is each choice once, without blank lines', () => assert.deepEqual(columnTypeOf({ kind: 'choice', lines: ' Phường \n\nPhường\nXã' }, labels)?.values, ['Phường', 'Xã']));
  it('is nothing where choices are wanted and none is written', () => assert.equal(columnTypeOf({ kind: 'choice', lines: ' \n' }, labels), undefined));
});
