import assert from 'node:assert/strict';
import { readFolder } from '../folder.ts';
import { loadPackage } from '../load.ts';
import type { LoadedProcedure } from '../loaded.ts';
import { gradeOf, syllablesOf } from './english-grade.ts';
import { officialeseEn, officialeseVi } from './officialese.ts';
import { readEasily } from './read-easily.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

describe('How easily citizens read a procedure', () => {
  const split: readonly [text: string, sentences: readonly string[]][] = [
    ['Bạn nộp 1.500 đ. Giữ biên nhận.', ['Bạn nộp 1.500 đ. Giữ biên nhận.']],
    ['Bạn nộp lệ phí. Giữ biên nhận!', ['Bạn nộp lệ phí.', 'Giữ biên nhận!']],
    ['Theo điểm a. khoản 2', ['Theo điểm a. khoản 2']],
    ['Nộp tại quầy; hoặc gửi bưu điện', ['Nộp tại quầy;', 'hoặc gửi bưu điện']],
    ['Một\nhai\n\n12/3', ['Một', 'hai']],
    ['Is it yours? Say so.', ['Is it yours?', 'Say so.']],
  ];
  for (const [text, sentences] of split) it(`sees the sentences of “${text.replaceAll('\n', '⏎')}”`, () => assert.deepEqual(sentencesOf(text), sentences));

  it('counts syllables in Vietnamese, which writes them apart, and words in English', () => {
    assert.deepEqual([wordsOf('Ủy ban nhân dân phường, xã 12').length, wordsOf('A one-stop counter').length], [6, 4]);
  });

  const syllables: readonly [word: string, count: number][] = [
    ['house', 1], ['permit', 2], ['time', 1], ['table', 2], ['asked', 1], ['needed', 2], ['boxes', 2], ['takes', 1], ['construction', 3], ['application', 4], ['the', 1], ['fee', 1], ['city', 2], ['identity', 4],
  ];
  for (const [word, count] of syllables) it(`hears ${count} in “${word}”`, () => assert.equal(syllablesOf(word), count));

  it('gives the school years of a known text, and nothing for a few words', () => {
    const simple = 'The cat sat on the mat. '.repeat(17);
    assert.equal(gradeOf(['Pay the fee.']), undefined);
    // 6 words a sentence, 1 syllable a word: 0.39 · 6 + 11.8 − 15.59
    assert.ok(Math.abs(gradeOf([simple])! - -1.45) < 0.001);
    assert.ok(gradeOf([`${'The competent authority shall examine the documentation of the applicant and notify accordingly all participating organisations '.repeat(8)}.`])! > 12);
  });

  const texts: readonly [text: string, lang: 'vi' | 'en', found: readonly string[]][] = [
    ['Trong trường hợp thiếu giấy, bạn nộp thêm.', 'vi', ['trong trường hợp']],
    ['Theo quy định của pháp luật thì không cần.', 'vi', ['theo quy định của pháp luật']],
    ['Mang căn cước theo.', 'vi', []],
    ['Căn cứ pháp lý của câu hỏi', 'vi', []],
    ['Pay prior to the visit.', 'en', ['prior to']],
    ['It was obtained.', 'en', []],
  ];
  for (const [text, lang, found] of texts) it(`finds ${found.length === 0 ? 'nothing' : found.join(', ')} in “${text}”`, async () => {
    const { notes } = readEasily(await told({ vi: 'Bạn hãy nộp.', en: 'File it.', [lang]: text }));
    assert.deepEqual(notes.filter((note) => note.place === '/summary').map(({ lang: where, word }) => [where, word?.words]), found.map((words) => [lang, words]));
  });

  it('tells of long sentences, the longest first, with their place', async () => {
    const long = `Bạn ${'nộp giấy này '.repeat(12).trim()}.`;
    const { notes, levels } = readEasily(await told({ vi: `${long} Xong.`, en: 'File it.' }));
    assert.deepEqual(notes.filter(({ place }) => place === '/summary').map(({ file, length, word }) => [file, length, word]), [['procedure.json', 37, undefined]]);
    assert.deepEqual([levels.vi.long, levels.en.long], [1, 0]);
  });

  it('lists each word once, in small letters and composed characters', () => {
    for (const list of [officialeseVi, officialeseEn]) {
      assert.equal(new Set(list.map(({ words }) => words)).size, list.length);
      for (const { words, plain } of list) assert.deepEqual([words, plain !== ''], [words.normalize('NFC').toLocaleLowerCase('vi'), true]);
    }
  });

  const packages = ['procedures/construction-permit-house', 'procedures/urban-order-report', 'designer/templates/permit', 'designer/templates/blank'];
  for (const folder of packages) it(`has little to say of ${folder}`, async () => {
    const { levels } = readEasily(await loaded(folder));
    assert.ok(levels.vi.long / levels.vi.sentences < 0.05 && levels.en.long / levels.en.sentences < 0.05, JSON.stringify(levels));
    assert.ok((levels.en.grade ?? 0) < 9, String(levels.en.grade));
  });

  async function loaded(folder: string): Promise<LoadedProcedure> {
    const loading = await loadPackage(await readFolder(folder));
    assert.ok('package' in loading);
    return loading.package;
  }
  async function told(summary: { readonly vi: string; readonly en: string }): Promise<LoadedProcedure> {
    const template = await loaded('designer/templates/permit');
    return { ...template, procedure: { ...template.procedure, summary } };
  }
});
