import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Form } from '../../../forms/form.ts';
import { defaultWords } from '../../../procedures/default-words.ts';
import { setUi } from './field.ts';
import { addField, defaultLabel, library } from './library.ts';
import { addPage, addSection, setPageTitle, setSectionName } from './pages.ts';
import { renamings } from './renamings.ts';

const form = JSON.parse(readFileSync(new URL('../../templates/blank/forms/application.json', import.meta.url), 'utf8')) as Form;
const told = (of: Form, element: string) => renamings(of, element).map(({ by, of: { vi } }) => `${by} ${vi}`);
const asking = addField(form, 'request', { id: 'matter.sort', kind: 'choice', label: { vi: 'Loại việc', en: 'Kind' } });

describe('What is offered where a form still says what a new one does', () => {
  it('a page is called like its first question, or taken away while it has none', () => {
    assert.deepEqual(told(setPageTitle(form, 'owner', defaultWords.page), 'owner'), [`name ${form.ui.fields['owner.name']!.label.vi}`]);
    const added = addPage(form, 'who', defaultWords.page);
    assert.deepEqual(told(added.form, added.id), ['removal Trang mới']);
    assert.deepEqual(renamings(added.form, added.id)[0]!.mended, form);
  });

  it('a section is called like its first page that has a name', () => {
    assert.deepEqual(told(setSectionName(form, 'who', defaultWords.section), 'who'), ['name Bạn là ai?']);
    const added = addSection(form, defaultWords.section, defaultWords.page);
    assert.deepEqual(told(added.form, added.id), []);
  });

  it('a question or a choice nobody gave words is taken away, one choice after another, but never the last', () => {
    assert.deepEqual(told(setUi(asking, 'matter.sort', { label: defaultLabel('choice') }), 'matter.sort'), ['removal Chọn một', 'removal Lựa chọn 1', 'removal Lựa chọn 2']);
    const [first] = renamings(asking, 'matter.sort');
    assert.equal(first?.of.vi, library.answer.choice.ui.options[0]!.label.vi);
    assert.deepEqual(first!.mended.ui.fields['matter.sort']?.options?.map(({ value }) => value), ['choice2']);
    assert.deepEqual(told(first!.mended, 'matter.sort'), []);
  });

  it('what has a name is left alone', () => assert.deepEqual(['owner', 'who', 'matter.request', 'nowhere'].flatMap((element) => told(form, element)), []));
});
