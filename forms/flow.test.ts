import { strict as assert } from 'node:assert';
import type { Data } from '../engine/state.ts';
import { compile } from './compile.ts';
import { nextPage, pageOf, pageToResume, previousPage, taskList } from './flow.ts';
import { prefill } from './prefill.ts';
import { answer, at, catalogues, house } from './testing/house.ts';
import { validate } from './validate.ts';

const progress = (given: Data, visited: readonly string[] = [], form = house) => ({ form, validation: validate(form, compile(form), given, { at, catalogues }), visited });
const statuses = (given: Data, visited: readonly string[] = []) => taskList(progress(given, visited)).map(({ section, status, page }) => `${section} ${status} ${page ?? '-'}`);

describe('the way through a form', () => {
  it('goes from page to page and over those that do not apply', () => {
    assert.equal(nextPage(progress(answer), 'floors')?.id, 'files');
    assert.equal(previousPage(progress(answer), 'files')?.id, 'floors');
    assert.equal(nextPage(progress({ ...answer, permitKind: 'repair' }), 'floors')?.id, 'present');
    assert.equal(nextPage(progress(answer), 'declare'), undefined);
    assert.equal(previousPage(progress(answer), 'kind'), undefined);
  });

  it('lists the sections with how far each is', () => {
    assert.deepEqual(statuses({}), ['about not-started kind', 'people not-started owner', 'place not-started site', 'papers not-started files']);
    assert.deepEqual(statuses({ permitKind: 'new', owner: { phone: '0901234567' } }), ['about done kind', 'people in-progress owner', 'place not-started site', 'papers not-started files']);
    assert.deepEqual(statuses(answer).map((line) => line.split(' ')[1]), ['done', 'done', 'done', 'done']);
  });

  it('takes a draft up again at the first page that wants something', () => {
    assert.equal(pageToResume(progress({}))?.id, 'kind');
    assert.equal(pageToResume(progress({ ...answer, drawings: [] }))?.id, 'files');
    assert.equal(pageToResume(progress(answer)), undefined);
  });

  it('cannot start a section before what decides it is answered, and leaves out one that does not apply', () => {
    const form = structuredClone(house) as unknown as { ui: { sections: Record<string, unknown>; pages: { id: string; section: string }[] } };
    form.ui.sections.present = { vi: 'Hiện trạng', en: 'Present state' };
    form.ui.pages.find(({ id }) => id === 'present')!.section = 'present';
    const of = (given: Data) => taskList(progress(given, [], form as unknown as typeof house)).find(({ section }) => section === 'present')?.status;
    assert.deepEqual([of({}), of({ permitKind: 'new' }), of({ permitKind: 'repair' })], ['blocked', undefined, 'not-started']);
  });

  it('finds the page on which a place is mended', () => {
    assert.deepEqual(['owner.address.street', 'work.floors.1.area', 'drawings.0', 'nothing'].map((path) => pageOf(house, path)?.id), ['contact', 'floors', 'files', undefined]);
  });

  it('fills in what is known, and leaves what was typed', () => {
    const known = { applicant: { name: 'Trần Văn Giả', idNo: '079 099 000 002' } };
    assert.deepEqual(prefill(house, { owner: { name: 'Nguyễn Thị Mẫu' } }, known, at), { owner: { name: 'Nguyễn Thị Mẫu', idNo: '079099000002' } });
    assert.deepEqual(prefill(house, {}, {}, at), {});
  });
});
