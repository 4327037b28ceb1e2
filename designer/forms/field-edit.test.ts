import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkForm } from '../../forms/check.ts';
import type { Form } from '../../forms/form.ts';
import { addField, idFault, isRequired, moveField, newKinds, removeField, setFieldText, setPageTitle, setRequired, type NewKind } from './field-edit.ts';

const form = JSON.parse(readFileSync(new URL('../../procedures/construction-permit-house/forms/application.json', import.meta.url), 'utf8')) as Form;
const errorsOf = (changed: Form) => checkForm(changed).filter(({ severity }) => severity === 'error');
const page = form.ui.pages.find(({ fields }) => fields.length > 2)!;

describe('editing a form as a list of questions', () => {
  it('starts from a form without errors', () => assert.deepEqual(errorsOf(form), []));

  const requiredness: [string, boolean | undefined][] = [['permitKind', true], ['owner.email', false], ['work.floors[].area', true], ['site.address.commune', undefined], ['nowhere', undefined]];
  for (const [id, expected] of requiredness) it(`knows whether ${id} is asked for: ${String(expected)}`, () => assert.equal(isRequired(form, id), expected));

  it('asks for a field, and no longer, wherever it lies', () => {
    for (const id of ['owner.email', 'work.floors[].area']) {
      const asked = setRequired(form, id, true);
      assert.equal(isRequired(asked, id), true);
      assert.equal(isRequired(setRequired(asked, id, false), id), false);
    }
    assert.equal(setRequired(form, 'site.address.commune', true), form);
  });

  it('changes a label in one language and leaves the rest of the field', () => {
    const changed = setFieldText(form, 'permitKind', 'label', { vi: 'Bạn xin phép gì?', en: 'What do you ask for?' });
    assert.equal(changed.ui.fields['permitKind']?.label.vi, 'Bạn xin phép gì?');
    assert.deepEqual(changed.ui.fields['permitKind']?.options, form.ui.fields['permitKind']?.options);
    assert.deepEqual(errorsOf(changed), []);
  });

  it('takes a hint away when it is blank', () => {
    const hinted = setFieldText(form, 'owner.email', 'hint', { vi: 'Để nhận tin', en: 'For notices' });
    assert.equal(hinted.ui.fields['owner.email']?.hint?.vi, 'Để nhận tin');
    assert.equal(setFieldText(hinted, 'owner.email', 'hint', { vi: ' ', en: '' }).ui.fields['owner.email']?.hint, undefined);
  });

  it('changes the question of a page', () => assert.equal(setPageTitle(form, page.id, { vi: 'Hỏi?', en: 'Ask?' }).ui.pages.find(({ id }) => id === page.id)?.title.vi, 'Hỏi?'));

  it('moves a field down and up again; the ends hold', () => {
    const [first = ''] = page.fields;
    const down = moveField(form, page.id, first, 1);
    assert.equal(down.ui.pages.find(({ id }) => id === page.id)?.fields[1], first);
    assert.deepEqual(moveField(down, page.id, first, -1), form);
    assert.deepEqual(moveField(form, page.id, first, -1), form);
  });

  for (const kind of Object.keys(newKinds) as NewKind[])
    it(`adds a ${kind} question, in a new group too, that the checker accepts`, () => {
      for (const id of ['brandNew', 'extra.deep.brandNew', 'owner.brandNew']) {
        const grown = addField(form, page.id, { id, kind, label: { vi: 'Mới', en: 'New' } });
        assert.ok(grown.ui.pages.find(({ id: one }) => one === page.id)?.fields.includes(id));
        assert.deepEqual(errorsOf(grown), [], id);
        assert.equal(isRequired(grown, id), false);
      }
    });

  const ids: [string, ReturnType<typeof idFault>][] = [['', 'blank'], ['Họ tên', 'shape'], ['permitKind', 'taken'], ['owner.name', 'taken'], ['owner.name.part', 'inside'], ['site.address.extra', 'inside'], ['owner.age', undefined], ['fresh', undefined]];
  for (const [id, expected] of ids) it(`answers "${id}" as a new id with ${String(expected)}`, () => assert.equal(idFault(form, id), expected));

  it('takes a question away with its texts', () => {
    const less = removeField(form, 'owner.email');
    assert.equal(isRequired(less, 'owner.email'), undefined);
    assert.equal(less.ui.fields['owner.email'], undefined);
    assert.ok(!less.ui.pages.some(({ fields }) => fields.includes('owner.email')));
  });
});
