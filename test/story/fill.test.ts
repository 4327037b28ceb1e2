import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import type { Form } from '../../forms/form.ts';
import { fillField } from './fill.ts';
import { nothingDone, type Hands } from './hands.ts';

describe('a person of the stories', () => {
  const form = {
    id: 'f', title: { vi: 'Tờ khai', en: 'Form' },
    schema: { type: 'object', properties: { since: { $ref: 'motcua:year' }, area: { type: 'number' } } },
    ui: { sections: { s: { vi: 'Mục', en: 'Section' } }, pages: [{ id: 'p', section: 's', title: { vi: 'Hỏi', en: 'Ask' }, fields: ['since', 'area'] }], fields: { since: { label: { vi: 'Từ năm', en: 'Since' } }, area: { label: { vi: 'Diện tích', en: 'Area' } } } },
    rules: [], sources: {},
  } as unknown as Form;

  for (const [id, value, typed] of [['since', 1985, '1985'], ['area', 1985.5, '1.985,5']] as const) it(`types ${String(value)} as ${typed} where the form asks for ${id}`, async () => {
    const written: string[] = [];
    const hands = { done: nothingDone(), write: async (_: unknown, text: string) => void written.push(text) } as unknown as Hands;
    await fillField(hands, { getByLabel: () => ({}) } as unknown as Page, form, id, value);
    assert.deepEqual(written, [typed]);
  });
});
