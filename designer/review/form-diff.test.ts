import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Form } from '../../forms/form.ts';
import { removeField, setFieldText, setPresence } from '../forms/edit/field.ts';
import { addField } from '../forms/edit/library.ts';
import { formChanges } from './form-diff.ts';

const form = JSON.parse(readFileSync(new URL('../../procedures/construction-permit-house/forms/application.json', import.meta.url), 'utf8')) as Form;
const page = form.ui.pages[0]!.id;

describe('what changes from one version of a form to the next', () => {
  const email = form.ui.fields['owner.email']?.label.vi ?? 'Thư điện tử';
  const cases: [string, Form, (change: { change: string }) => boolean][] = [
    ['nothing', form, () => false],
    ['a new question', addField(form, page, { id: 'fresh', kind: 'text', label: { vi: 'Mới', en: 'New' } }), ({ change }) => change === 'field-added'],
    ['a question that is gone', removeField(form, 'owner.email'), ({ change }) => change === 'field-removed'],
    ['a label', setFieldText(form, 'owner.email', 'label', { vi: `${email} khác`, en: 'Other' }), ({ change }) => change === 'field-label'],
    ['a question that must be answered now', setPresence(form, 'owner.email', 'required'), ({ change }) => change === 'field-required'],
    ['a question that need not be answered', setPresence(form, 'owner.phone', 'optional'), ({ change }) => change === 'field-optional'],
    ['rules', { ...form, rules: form.rules.slice(1) }, ({ change }) => change === 'form-rules'],
    ['something that has no words of its own', setFieldText(form, 'owner.email', 'hint', { vi: 'Gợi ý khác', en: 'Other hint' }), ({ change }) => change === 'form-other'],
  ];
  for (const [name, after, isExpected] of cases)
    it(`is ${name}`, () => {
      const changes = formChanges(form, after, 'vi');
      assert.ok(name === 'nothing' ? changes.length === 0 : changes.some(isExpected), JSON.stringify(changes));
      assert.ok(changes.every(isExpected), JSON.stringify(changes));
    });
});
