import assert from 'node:assert/strict';
import type { FilledBlock, FilledLetter } from '../../procedures/letters/fill.ts';
import { measurePdf } from '../testing/pdf-measure.ts';
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

  it('sets a word with a stroke or a hyphen in it as one word, however wide the line is drawn', async () => {
    const text = 'Ủy ban nhân dân Phường Sen Mẫu trả lời đề nghị của Ông/Bà (hồ sơ mã H29.99.1-261120-0001) theo Nghị định 118/2025/NĐ-CP ngày 09/06/2025, rồi gửi Ông/Bà.';
    const sheets = await measurePdf(await renderLetter(letter([{ block: 'paragraph', text, align: 'justify', style: 'plain', indent: true }]), seal));
    const runs = sheets.flatMap(({ runs: all }) => all.map(({ text: one }) => one.trim()));
    for (const word of ['Ông/Bà', 'H29.99.1-261120-0001)', '118/2025/NĐ-CP']) assert.ok(runs.some((run) => run.split(' ').includes(word)), `${word} in ${JSON.stringify(runs)}`);
  });

  const square = [[0, 0], [0, 20], [5, 20], [5, 0]] as const;
  for (const [way, points] of [['clockwise', square], ['the other way round', square.toReversed()]] as const) {
    it(`draws a parcel told ${way}, with the numbers of its corners and the lengths of its sides`, async () => {
      const text = (await pagesOfPdf(await renderLetter(letter([{ block: 'sketch', points, caption: 'Sơ đồ thửa đất', without: 'theo bản kèm theo' }]), seal))).join(' ');
      for (const words of ['Sơ đồ thửa đất', '20,00', '5,00', 'B']) assert.ok(text.includes(words), `${words} in ${text}`);
      for (const corner of ['1', '2', '3', '4']) assert.ok(text.replaceAll(/\d+,00/g, ' ').includes(corner), `${corner} in ${text}`);
      assert.ok(!text.includes('kèm theo'));
    });
  }

  it('says what stands where there is nothing to draw', async () => {
    const blocks: FilledBlock[] = [{ block: 'sketch', points: [], caption: 'Sơ đồ', without: 'Theo trích lục kèm theo.' }, { block: 'map', about: { sheet: '1', parcel: '2' }, caption: 'Trích bản đồ', without: 'Bản đồ trích kèm theo.' }];
    const text = (await pagesOfPdf(await renderLetter(letter(blocks), seal))).join(' ');
    assert.ok(text.includes('Theo trích lục kèm theo.') && text.includes('Bản đồ trích kèm theo.') && !text.includes('Trích bản đồ'), text);
  });

  it('draws a map with the names of roads, what it is taken from, and nothing that its names could say as markup', async () => {
    const road = { kind: 'road' as const, label: { vi: 'Đường <b>Mẫu & Một', en: 'Road' }, closed: false, subject: false, tone: null, width: 120, runs: [[-500, 900, 2500, 900]] };
    const parcel = { kind: 'parcel' as const, label: null, closed: true, subject: true, tone: null, width: null, runs: [[500, 1000, 700, 1000, 700, 1300, 500, 1300]] };
    const map = { width: 2000, height: 2000, point: [600, 1100], shapes: [{ ...parcel, kind: 'zone' as const, subject: false, tone: 'allowed' }, road, parcel] };
    const text = (await pagesOfPdf(await renderLetter(letter([{ block: 'map', about: undefined, caption: 'Trích bản đồ', without: '' }]), seal, {}, { 0: { map, sources: ['Quy hoạch mẫu, số liệu ngày 01/07/2025'] } }))).join(' ');
    for (const words of ['Đường <b>Mẫu & Một', 'Trích bản đồ', 'Quy hoạch mẫu, số liệu ngày 01/07/2025', '20 m']) assert.ok(text.includes(words), `${words} in ${text}`);
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
