import { strict as assert } from 'node:assert';
import { display } from './display.ts';
import { expand } from './expand.ts';
import type { Form } from './form.ts';
import { messageOf } from './messages.ts';

describe('an answer as people read it', () => {
  const form: Form = {
    id: 'small', title: { vi: 'Nhỏ', en: 'Small' },
    schema: { type: 'object', properties: { born: { $ref: 'motcua:year' }, people: { $ref: 'motcua:count' }, fee: { $ref: 'motcua:money' }, seen: { $ref: 'motcua:past-date' } } },
    ui: { sections: { main: { vi: 'Chính', en: 'Main' } }, pages: [{ id: 'all', section: 'main', title: { vi: 'Hỏi', en: 'Ask' }, fields: ['born', 'people', 'fee', 'seen'] }], fields: {} },
    rules: [], sources: {},
  };
  const expanded = expand(form);
  const read = (id: string, value: number | string, lang: 'vi' | 'en') => display(expanded.fields.get(id)!, value, { expanded, lang, catalogues: {} }).join('\n');
  for (const [id, value, vi, en] of [
    ['born', 1985, '1985', '1985'], ['people', 1985, '1.985', '1,985'], ['fee', 75_000, '75.000 đ', '75.000 đ'], ['seen', '2026-11-27', '27/11/2026', '27/11/2026'],
  ] as const) it(`${id}: “${vi}”, in English “${en}”`, () => assert.deepEqual([read(id, value, 'vi'), read(id, value, 'en')].map((text) => text.replaceAll('\u00a0', ' ')), [vi, en]));

  it('parts the thousands of a bound of an amount, and not of a year', () => {
    const { messages: _, ...ui } = expanded.fields.get('born')!.ui;
    assert.deepEqual(
      [messageOf('minimum', { limit: 1850 }, { ...expanded.fields.get('born')!, ui }).vi, messageOf('maximum', { limit: 100_000 }, expanded.fields.get('people')).vi].map((text) => /[\d.]+$/.exec(text)?.[0]),
      ['1850', '100.000'],
    );
  });
});
