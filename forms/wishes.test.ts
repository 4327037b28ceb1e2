import { strict as assert } from 'node:assert';
import type { Data } from '../engine/state.ts';
import { checkForm } from './check.ts';
import { compile } from './compile.ts';
import type { Form } from './form.ts';
import { small } from './testing/small.ts';
import { validate } from './validate.ts';

const line = { $ref: 'motcua:line' };
const rows = { type: 'array', items: { type: 'object', properties: { name: line } } } as const;
const plain = small({ married: { type: 'boolean' }, phone: line, rows }, [{ require: 'phone', when: 'married = true' }, { show: 'rows', when: 'married = true' }]);
const wanting = (...ids: string[]): Form => ({ ...plain, ui: { ...plain.ui, fields: { ...plain.ui.fields, 'rows[].name': { label: { vi: 'Tên', en: 'Name' } }, ...Object.fromEntries(ids.map((id) => [id, { ...plain.ui.fields[id], label: { vi: id, en: id }, wanted: true }])) } } });
const told = (form: Form, answer: Data) => {
  const { errors, warnings } = validate(form, compile(form), answer, { at: '2026-11-22T03:00:00Z' });
  return { errors: errors.map(({ path }) => path), warnings: warnings.map(({ path }) => path) };
};

describe('what the office would like to know', () => {
  const cases: [string, Form, Data, { errors: string[]; warnings: string[] }][] = [
    ['warns of an empty answer and does not refuse it', wanting('phone'), {}, { errors: [], warnings: ['phone'] }],
    ['is content with an answer', wanting('phone'), { phone: '0900000001' }, { errors: [], warnings: [] }],
    ['is an error, not a wish, where a rule requires it', wanting('phone'), { married: true }, { errors: ['phone'], warnings: [] }],
    ['says nothing of what is hidden', wanting('rows'), {}, { errors: [], warnings: [] }],
    ['asks in every row', wanting('rows[].name'), { married: true, phone: 'x', rows: [{ name: 'A' }, {}] }, { errors: [], warnings: ['rows.1.name'] }],
    ['says nothing where nothing is wished for', plain, {}, { errors: [], warnings: [] }],
  ];
  for (const [name, form, answer, expected] of cases) it(name, () => assert.deepEqual(told(form, answer), expected));

  it('cannot be required by the schema as well', () => {
    const both = { ...wanting('phone'), schema: { ...plain.schema, required: ['phone'] } };
    assert.ok(checkForm(both).some(({ rule, element }) => rule === 'wanted-required' && element === 'phone'));
  });
});
