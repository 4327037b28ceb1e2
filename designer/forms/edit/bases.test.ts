import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Form } from '../../../forms/form.ts';
import { ownWish, unsourced } from '../../../procedures/template-words.ts';
import { formFrom, formPatternNames } from '../form-patterns.ts';
import { basesOf, known, ofTheTemplate, withBasis, withoutBasis } from './bases.ts';
import { copyField } from './copy.ts';
import { addField } from './library.ts';

const form = JSON.parse(readFileSync(new URL('../../templates/blank/forms/application.json', import.meta.url), 'utf8')) as Form;
const law = (vi: string) => ({ id: 'law', number: '1/2026', title: { vi, en: vi }, source: 'x', mark: 'verified' }) as const;

describe('The basis of a question', () => {
  it('is never that of a template, where a question is added or a form begun', () => {
    assert.ok(ofTheTemplate(form).length > 5);
    assert.equal(known(form.sources['owner.name']), undefined);
    const copied = copyField(form, 'matter.request');
    assert.equal(copied.form.sources[copied.id], undefined);
    assert.deepEqual(copied.form.sources['matter.request'], form.sources['matter.request']);
    for (const pattern of formPatternNames) assert.deepEqual(Object.values(formFrom(pattern, 'one', { vi: 'Một', en: 'One' }).sources).filter(({ basis }) => unsourced.test(basis)), [], pattern);
  });

  it('that an author wrote goes with the copy', () => {
    const based = withBasis(form, ['matter.request'], { basis: 'Luật mẫu, Điều 3', mark: 'verified' });
    const copied = copyField(based, 'matter.request');
    assert.deepEqual(copied.form.sources[copied.id], { basis: 'Luật mẫu, Điều 3', mark: 'verified' });
    assert.deepEqual(known(based.sources['matter.request']), { basis: 'Luật mẫu, Điều 3', mark: 'verified' });
  });

  it('is missed of what is asked without one, and of nothing that stands in what has one', () => {
    const asked = addField(form, 'request', { id: 'matter.sort', kind: 'text', label: { vi: 'Loại', en: 'Kind' } });
    assert.deepEqual(withoutBasis(form), []);
    assert.deepEqual(withoutBasis(asked), ['matter.sort']);
    assert.deepEqual(withoutBasis({ ...asked, sources: { ...asked.sources, matter: { basis: 'Luật mẫu', mark: 'verified' } } }), []);
  });

  it('is written for all of them at once: by a law that is written, or as the office’s own wish', () => {
    const bases = basesOf([law('Văn bản quy định thủ tục này (cần điền)'), law('Luật mẫu')], ownWish);
    assert.deepEqual(bases.map(({ basis }) => basis), ['Luật mẫu', ownWish]);
    assert.deepEqual(ofTheTemplate(withBasis(form, ofTheTemplate(form), bases[0]!)), []);
  });
});
