import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Form } from '../../../forms/form.ts';
import { errorsOf, permit as form } from '../testing/permit.ts';
import { missingOnPage, missingTexts } from './missing-texts.ts';
import { setFieldText } from './field.ts';
import { columnsOf, moveField, moveFieldTo, moveToNextPage, placeOf } from './move.ts';
import { addPage, addSection, movePage, movePageTo, moveSection, placePage, placeSection, removePage, removeSection, setPageIntro, setPageTitle, setSectionName } from './pages.ts';

const ask = { vi: 'Hỏi?', en: 'Ask?' };
const questions = (of: Form) => of.ui.pages.flatMap(({ fields }) => fields).toSorted();
const pageIds = (of: Form) => of.ui.pages.map(({ id }) => id);
const [firstPage, secondPage] = form.ui.pages as [Form['ui']['pages'][number], Form['ui']['pages'][number]];
const page = form.ui.pages.find(({ fields }) => fields.length > 2)!;

describe('moving questions', () => {
  it('goes down and up again', () => {
    const [first = ''] = page.fields;
    const down = moveField(form, first, 1);
    assert.deepEqual(placeOf(down, first), { page: page.id, at: 1, of: page.fields.length });
    assert.deepEqual(moveField(down, first, -1), form);
  });

  it('goes on to the next page past the end, and back', () => {
    const last = firstPage.fields.at(-1)!;
    const over = moveField(form, last, 1);
    assert.deepEqual(placeOf(over, last), { page: secondPage.id, at: 0, of: secondPage.fields.length + 1 });
    assert.deepEqual(moveField(over, last, -1), form);
  });

  it('stops at both ends of the form', () => {
    assert.equal(moveField(form, firstPage.fields[0]!, -1), form);
    assert.equal(moveField(form, form.ui.pages.at(-1)!.fields.at(-1)!, 1), form);
    assert.equal(moveToNextPage(form, firstPage.fields[0]!, -1), form);
  });

  it('moves a column among those of its row', () => {
    const [one = '', two = ''] = columnsOf(form, 'work.floors');
    assert.deepEqual(columnsOf(moveField(form, one, 1), 'work.floors').slice(0, 2), [two, one]);
    assert.deepEqual(columnsOf(moveField(form, one, -1), 'work.floors'), columnsOf(form, 'work.floors'));
  });

  it('never loses or doubles a question, wherever they go', () => {
    const all = questions(form);
    const step = fc.record({ id: fc.constantFrom(...all), page: fc.constantFrom(...pageIds(form)), at: fc.nat(8), way: fc.constantFrom('to', 'up', 'down', 'next', 'before') });
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const moved = steps.reduce((now, { id, page: to, at, way }) => (way === 'to' ? moveFieldTo(now, id, to, at) : way === 'next' || way === 'before' ? moveToNextPage(now, id, way === 'next' ? 1 : -1) : moveField(now, id, way === 'up' ? -1 : 1)), form);
      assert.deepEqual(questions(moved), all);
      assert.deepEqual(moved.schema, form.schema);
    }));
  });
});

describe('pages and sections', () => {
  it('adds a page at the end of its section, with an id of its own', () => {
    const one = addPage(form, firstPage.section, { vi: 'Vợ hoặc chồng', en: 'Spouse' });
    assert.equal(one.id, 'vo-hoac-chong');
    assert.equal(addPage(one.form, firstPage.section, { vi: 'Vợ hoặc chồng', en: 'Spouse' }).id, 'vo-hoac-chong-2');
    assert.deepEqual(errorsOf(one.form), []);
    assert.ok(pageIds(one.form).indexOf(one.id) > pageIds(one.form).findLastIndex((id) => form.ui.pages.find((other) => other.id === id)?.section === firstPage.section));
  });

  it('adds a section with its first page', () => {
    const { form: grown, id, page: first } = addSection(form, { vi: 'Đính kèm thêm', en: 'More papers' }, ask);
    assert.equal(Object.keys(grown.ui.sections).at(-1), id);
    assert.equal(grown.ui.pages.at(-1)?.id, first);
    assert.deepEqual(errorsOf(grown), []);
  });

  it('takes away only what holds nothing', () => {
    assert.equal(removePage(form, page.id), form);
    assert.equal(removeSection(form, page.section), form);
    const { form: grown, id, page: first } = addSection(form, ask, ask);
    assert.deepEqual(removeSection(removePage(grown, first), id), form);
  });

  it('changes the question, the introduction and the name of a section', () => {
    assert.equal(setPageTitle(form, page.id, ask).ui.pages.find(({ id }) => id === page.id)?.title.vi, 'Hỏi?');
    assert.equal(setPageIntro(form, page.id, ask).ui.pages.find(({ id }) => id === page.id)?.intro?.vi, 'Hỏi?');
    assert.equal('intro' in setPageIntro(setPageIntro(form, page.id, ask), page.id, { vi: '', en: ' ' }).ui.pages.find(({ id }) => id === page.id)!, false);
    assert.deepEqual(Object.keys(setSectionName(form, page.section, ask).ui.sections), Object.keys(form.ui.sections));
  });

  it('moves a page within its section, over its end, and back; the ends hold', () => {
    for (const id of pageIds(form)) {
      for (const by of [1, -1] as const) {
        const moved = movePage(form, id, by);
        if (moved === form) continue;
        assert.deepEqual(movePage(moved, id, by === 1 ? -1 : 1), form, id);
      }
    }
    assert.equal(movePage(form, pageIds(form)[0]!, -1), form);
    assert.equal(movePage(form, pageIds(form).at(-1)!, 1), form);
  });

  it('takes a page into another section, and moves a section with its pages', () => {
    const [one = '', two = ''] = Object.keys(form.ui.sections);
    assert.equal(movePageTo(form, firstPage.id, two).ui.pages.find(({ id }) => id === firstPage.id)?.section, two);
    const moved = moveSection(form, one, 1);
    assert.deepEqual(Object.keys(moved.ui.sections).slice(0, 2), [two, one]);
    assert.equal(moved.ui.pages[0]?.section, two);
    assert.equal(moveSection(form, one, -1), form);
    assert.deepEqual(moveSection(moved, one, -1), form);
  });
});

describe('pages and sections that are dropped', () => {
  it('a page stands before any other, or behind the last of any section, and nothing else moves', () => {
    const sections = Object.keys(form.ui.sections);
    for (const { id } of form.ui.pages) {
      const others = pageIds(form).filter((one) => one !== id);
      for (const before of form.ui.pages.filter((one) => one.id !== id)) {
        const ids = pageIds(placePage(form, id, before.section, before.id));
        assert.deepEqual(ids.filter((one) => one !== id), others);
        assert.equal(ids[ids.indexOf(before.id) - 1], id);
      }
      for (const section of sections) {
        const { pages } = placePage(form, id, section).ui;
        assert.deepEqual(pages.map((one) => one.id).filter((one) => one !== id), others);
        assert.equal(pages.findLast((one) => one.section === section)?.id, id);
        assert.deepEqual([...new Set(pages.map((one) => one.section))], sections.filter((one) => pages.some((page) => page.section === one)));
      }
      assert.equal(placePage(form, id, form.ui.pages.find((one) => one.id === id)!.section, id), form, 'before itself');
    }
  });

  it('a section stands before any other, or last, with its pages', () => {
    const sections = Object.keys(form.ui.sections);
    for (const id of sections) {
      for (const before of [...sections.filter((one) => one !== id), undefined]) {
        const placed = placeSection(form, id, before);
        const order = Object.keys(placed.ui.sections);
        assert.equal(order[order.indexOf(id) + 1], before);
        assert.deepEqual(order.filter((one) => one !== id), sections.filter((one) => one !== id));
        assert.deepEqual([...new Set(placed.ui.pages.map((one) => one.section))], order);
      }
    }
    assert.equal(placeSection(form, sections.at(-1)!), form, 'it is the last already');
  });
});

describe('texts that are missing', () => {
  it('is nothing in a whole form', () => assert.equal(missingTexts(form).size, 0));
  it('counts them by question and by page, columns as their question’s own', () => {
    const first = setFieldText(form, page.fields[0]!, 'label', { vi: 'Có', en: '' });
    const both = setFieldText(first, 'work.floors[].area', 'label', { vi: '', en: 'Area' });
    const missing = missingTexts(both);
    assert.deepEqual(missing.get(page.fields[0]!), { vi: 0, en: 1 });
    assert.deepEqual(missing.get('work.floors'), { vi: 1, en: 0 });
    assert.deepEqual(missingOnPage(both.ui.pages.find(({ id }) => id === page.id)!, missing), { vi: 0, en: 1 });
  });
});
