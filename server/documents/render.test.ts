import assert from 'node:assert/strict';
import type { FilledBlock, FilledLetter } from '../../procedures/letters/fill.ts';
import { pagesOfPdf } from '../testing/pdf-text.ts';
import { renderLetter } from './render.ts';

const seal = { verifyUrl: 'https://example.invalid/verify/MAU', verifyCode: 'MAU', notice: 'Dữ liệu giả định' };
const line = (text: string): FilledBlock => ({ block: 'paragraph', text, align: 'left', style: 'plain', indent: false });
const letter = (blocks: readonly FilledBlock[]): FilledLetter => ({ paper: 'A4', orientation: 'portrait', at: '2026-11-23T02:00:00Z', head: { issuer: 'PHƯỜNG MẪU' }, blocks, missing: [] });

describe('a letter as PDF', () => {
  it('keeps every Vietnamese mark, stacked ones on capitals too', async () => {
    const words = 'Ể Ữ Ậ Ở Ỡ Ặ ỹ ợ ẵ Đ đ – “Thửa đất số 12”';
    assert.match((await pagesOfPdf(await renderLetter(letter([line(words)]), seal))).join(' '), new RegExp(words));
  });

  it('never leaves a heading alone at the foot of a page', async () => {
    for (let above = 24; above <= 40; above += 1) {
      const blocks = [...Array.from({ length: above }, (_, index) => line(`dòng ${index}`)), { ...line('ĐỀ MỤC'), style: 'heading' } as FilledBlock, line('ngay sau')];
      const pages = await pagesOfPdf(await renderLetter(letter(blocks), seal));
      const [page] = pages.filter((text) => text.includes('ĐỀ MỤC'));
      assert.match(page ?? '', /ngay sau/, `after ${above} lines`);
    }
  }).timeout(300_000);
});
