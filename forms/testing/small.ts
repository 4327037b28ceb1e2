import type { Form, Rule, Schema } from '../form.ts';

const text = (label: string) => ({ vi: label, en: label });

/** A one-page form over these properties, for tests of one thing. */
export function small(properties: Record<string, Schema>, rules: readonly Rule[] = [], more: Partial<Schema> = {}): Form {
  return {
    id: 'small',
    title: text('Nhỏ'),
    schema: { type: 'object', properties, ...more },
    ui: {
      sections: { all: text('Tất cả') },
      pages: [{ id: 'only', section: 'all', title: text('Câu hỏi'), fields: Object.keys(properties) }],
      fields: Object.fromEntries(Object.keys(properties).map((id) => [id, { label: text(`Trường ${id}`) }])),
    },
    rules,
    sources: {},
  };
}
