import assert from 'node:assert/strict';
import { readFolder } from '../../procedures/folder.ts';
import { letterNames, type LetterName } from '../../procedures/letters/names.ts';
import { loadPackage } from '../../procedures/load.ts';
import { lexiconOf } from './lexicon.ts';

const text = (vi: string) => ({ vi, en: `${vi} (en)` });
const names: readonly LetterName[] = [
  { feel: 'application.owner.name', label: text('Tên chủ nhà'), group: text('Đơn'), writing: 'plain' },
  { feel: 'fee.total', label: text('Lệ phí'), group: text('Lệ phí'), writing: 'money' },
  { feel: 'item.name', label: text('Tên tầng'), group: text('Dòng'), writing: 'label', of: 'application.floors.name', within: 'application.floors' },
];
const words: Readonly<Record<string, string>> = { plain: 'như đã ghi', money: 'số tiền', moneyInWords: 'bằng chữ', upper: 'chữ hoa' };
const lexicon = (within?: string) => lexiconOf(names, 'vi', (writing) => words[writing] ?? writing, Object.keys(words), within);

describe('a letter’s text shows names instead of expressions', () => {
  const cases: readonly [what: string, stored: string, shown: string][] = [
    ['a name', 'Kính gửi: {{ application.owner.name }}.', 'Kính gửi: «Tên chủ nhà».'],
    ['a name in its usual writing', '{{ fee.total | money }}', '«Lệ phí»'],
    ['a name in another writing', '{{ fee.total | moneyInWords }}', '«Lệ phí · bằng chữ»'],
    ['a name as it stands', '{{ fee.total }}', '«Lệ phí · như đã ghi»'],
    ['an expression that is more than a name', '{{ if a then b else c | upper }}', '{{ if a then b else c | upper }}'],
    ['quotes that are no name', '«Không phải tên»', '«Không phải tên»'],
  ];
  for (const [what, stored, shown] of cases) {
    it(`shows ${what}, and keeps what it stands for`, () => {
      assert.equal(lexicon().shown(stored), shown);
      assert.equal(lexicon().stored(shown), stored);
    });
  }

  it('knows what a row holds only in that row', () => {
    const cell = '{{ item.name | label:application.floors.name }}';
    assert.equal(lexicon('application.floors').shown(cell), '«Tên tầng»');
    assert.equal(lexicon('application.floors').stored('«Tên tầng»'), cell);
    assert.equal(lexicon('papers').shown(cell), cell);
  });

  it('says which names nobody knows', () => assert.deepEqual(lexicon().unknown('«Tên chủ nhà» và «Tên hàng xóm»'), ['Tên hàng xóm']));
});

describe('the letters of a package', () => {
  it('read and write back the same in both languages, and have hardly a placeholder without a name', async () => {
    const loading = await loadPackage((await readFolder(new URL('../../procedures/construction-permit-house', import.meta.url).pathname)) ?? new Map());
    assert.ok('package' in loading);
    const { procedure, forms, definition, letters } = loading.package;
    let bare = 0;
    for (const [key, template] of letters) {
      for (const language of ['vi', 'en'] as const) {
        const all = letterNames({ applicationForm: procedure.forms.application, forms, definition }, key);
        const one = lexiconOf(all, language, (writing) => `by ${writing}`, ['plain', 'number', 'money', 'moneyInWords', 'date', 'dateTime', 'dateInWords', 'upper', 'lines', 'workingTime', 'label', 'address']);
        JSON.parse(JSON.stringify(template), (_name, value: unknown) => {
          if (typeof value === 'string' && value.includes('{{')) assert.equal(one.stored(one.shown(value)), value);
          if (typeof value === 'string' && !/item|number/.test(value)) bare += one.shown(value).match(/\{\{/g)?.length ?? 0;
          return value;
        });
      }
    }
    // two lines of the permit say what the draft says, else the application; four templates have them
    assert.equal(bare / 2, 4 * 2);
  });

  it('are offered names that can be told apart', async () => {
    const loading = await loadPackage((await readFolder(new URL('../../procedures/construction-permit-house', import.meta.url).pathname)) ?? new Map());
    assert.ok('package' in loading);
    const { procedure, forms, definition } = loading.package;
    const all = letterNames({ applicationForm: procedure.forms.application, forms, definition }, 'receipt');
    for (const language of ['vi', 'en'] as const) {
      const labels = all.map(({ label, within }) => `${within ?? ''} ${label[language]}`);
      assert.deepEqual(labels.filter((label, index) => labels.indexOf(label) !== index), []);
    }
  });
});
