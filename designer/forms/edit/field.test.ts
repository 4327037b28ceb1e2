import assert from 'node:assert/strict';
import type { Form } from '../../../forms/form.ts';
import { presenceOf, removeField, setFieldText, setKeyword, setPresence, setSource, setUi, type Presence } from './field.ts';
import { errorsOf, permit as form } from '../testing/permit.ts';
import { schemaAt } from './schema-at.ts';

describe('editing one question of a form', () => {
  it('starts from a form without errors', () => assert.deepEqual(errorsOf(form), []));

  const presences: [string, Presence | undefined][] = [['permitKind', 'required'], ['owner.email', 'optional'], ['work.floors[].area', 'required'], ['site.address.commune', undefined], ['nowhere', undefined]];
  for (const [id, expected] of presences) it(`knows how much ${id} is asked for: ${String(expected)}`, () => assert.equal(presenceOf(form, id), expected));

  for (const id of ['owner.email', 'work.floors[].area'])
    it(`asks for ${id}, wishes for it, and leaves it, wherever it lies`, () => {
      for (const presence of ['required', 'wanted', 'optional'] as const) {
        const changed = setPresence(form, id, presence);
        assert.equal(presenceOf(changed, id), presence);
        assert.deepEqual(errorsOf(changed), []);
        assert.deepEqual(presenceOf(setPresence(changed, id, 'optional'), id), 'optional');
      }
    });

  it('leaves parts of shared blocks to their blocks', () => assert.equal(setPresence(form, 'site.address.commune', 'required'), form));

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

  it('keeps the order of the questions’ texts, and forgets one that says nothing any more', () => {
    assert.deepEqual(Object.keys(setUi(form, 'owner.email', { autocomplete: 'email' }).ui.fields), Object.keys(form.ui.fields));
    assert.equal('owner.email' in setUi(form, 'owner.email', Object.fromEntries(Object.keys(form.ui.fields['owner.email']!).map((key) => [key, undefined]))).ui.fields, false);
  });

  it('bounds an answer beside what the shared block says, and frees it again', () => {
    const bounded = setKeyword(form, 'plan.months', 'maximum', 24);
    assert.equal(schemaAt(bounded.schema, 'plan.months')?.maximum, 24);
    assert.equal('maximum' in (schemaAt(setKeyword(bounded, 'plan.months', 'maximum', undefined).schema, 'plan.months') ?? {}), false);
  });

  it('says where a question comes from, and nothing when nothing is said', () => {
    const told = setSource(form, 'owner.email', { basis: 'Mẫu 01', mark: 'verified', register: 'Dân cư' });
    assert.deepEqual(told.sources['owner.email'], { basis: 'Mẫu 01', mark: 'verified', register: 'Dân cư' });
    assert.deepEqual(setSource(told, 'owner.email', { basis: 'Mẫu 01', mark: 'design', register: '' }).sources['owner.email'], { basis: 'Mẫu 01', mark: 'design' });
    assert.equal('owner.email' in setSource(told, 'owner.email', { basis: ' ', mark: 'design' }).sources, false);
  });

  it('takes a question away with its texts and the rules about it', () => {
    const less: Form = removeField(form, 'owner.representative');
    assert.equal(presenceOf(less, 'owner.representative'), undefined);
    assert.equal(less.ui.fields['owner.representative'], undefined);
    assert.ok(!less.ui.pages.some(({ fields }) => fields.includes('owner.representative')));
    assert.deepEqual(errorsOf(less), []);
  });

  it('takes a repeating group away with its columns', () => {
    const less = removeField(form, 'work.floors');
    assert.deepEqual(Object.keys(less.ui.fields).filter((id) => id.startsWith('work.floors')), []);
  });
});
