import type { Form, Page } from '../../../forms/form.ts';
import type { LocalText } from '../../../forms/text.ts';
import { keyOf } from '../../../procedures/key-of.ts';

export const changePage = (form: Form, id: string, by: (page: Page) => Page): Form => ({ ...form, ui: { ...form.ui, pages: form.ui.pages.map((page) => (page.id === id ? by(page) : page)) } });

const withPages = (form: Form, pages: readonly Page[]): Form => ({ ...form, ui: { ...form.ui, pages } });
const withSections = (form: Form, sections: readonly (readonly [string, LocalText])[]): Form => ({ ...form, ui: { ...form.ui, sections: Object.fromEntries(sections) } });

export const setPageTitle = (form: Form, id: string, title: LocalText): Form => changePage(form, id, (page) => ({ ...page, title }));

export const setPageIntro = (form: Form, id: string, intro: LocalText): Form =>
  changePage(form, id, (page) => {
    const { intro: _, ...rest } = page;
    return intro.vi.trim() === '' && intro.en.trim() === '' ? rest : { ...rest, intro };
  });

export const setSectionName = (form: Form, id: string, name: LocalText): Form => withSections(form, Object.entries(form.ui.sections).map(([key, before]) => [key, key === id ? name : before]));

const freeKey = (wish: string, taken: readonly string[]): string => {
  const stem = wish || 'new';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(key)) return key;
  }
};

/** A page without questions at the end of a section; with its id. */
export function addPage(form: Form, section: string, title: LocalText): { readonly form: Form; readonly id: string } {
  const { pages } = form.ui;
  const id = freeKey(keyOf(title.vi), pages.map((page) => page.id));
  const after = pages.findLastIndex((page) => page.section === section);
  const at = after < 0 ? pages.length : after + 1;
  return { id, form: withPages(form, pages.toSpliced(at, 0, { id, section, title, fields: [] })) };
}

/** A section with its first page, at the end; with the ids of both. */
export function addSection(form: Form, name: LocalText, title: LocalText): { readonly form: Form; readonly id: string; readonly page: string } {
  const id = freeKey(keyOf(name.vi), Object.keys(form.ui.sections));
  const { form: grown, id: page } = addPage(withSections(form, [...Object.entries(form.ui.sections), [id, name]]), id, title);
  return { id, page, form: grown };
}

/** Only what holds nothing can be taken away, and a form keeps one page; rules that show the page go with it. */
export const removePage = (form: Form, id: string): Form => {
  const page = form.ui.pages.find((one) => one.id === id);
  if (!page || page.fields.length > 0 || form.ui.pages.length === 1) return form;
  return { ...withPages(form, form.ui.pages.filter((one) => one.id !== id)), rules: form.rules.filter((rule) => !('show' in rule && rule.show === id)) };
};

export const removeSection = (form: Form, id: string): Form =>
  (form.ui.pages.some((page) => page.section === id) ? form : withSections(form, Object.entries(form.ui.sections).filter(([key]) => key !== id)));

/** Up or down among the pages of its section; past the end of it into the next one. */
export function movePage(form: Form, id: string, by: -1 | 1): Form {
  const { pages, sections } = form.ui;
  const from = pages.findIndex((page) => page.id === id);
  const page = pages[from];
  if (!page) return form;
  const rest = pages.toSpliced(from, 1);
  const beside = pages.map((one, index) => ({ one, index })).filter(({ one }) => one.section === page.section);
  const other = beside[beside.findIndex(({ index }) => index === from) + by];
  if (other) return withPages(form, rest.toSpliced(other.index, 0, page));
  const names = Object.keys(sections);
  const next = names[names.indexOf(page.section) + by];
  return next === undefined ? form : movePageTo(form, id, next, by < 0 ? 'end' : 'start');
}

/** Into a section, before or behind the pages that are there. */
export function movePageTo(form: Form, id: string, section: string, where: 'start' | 'end' = 'end'): Form {
  const page = form.ui.pages.find((one) => one.id === id);
  if (!page || page.section === section) return form;
  const rest = form.ui.pages.filter((one) => one.id !== id);
  return inOrder(withPages(form, where === 'start' ? [{ ...page, section }, ...rest] : [...rest, { ...page, section }]));
}

/** Into a section, right before one of its pages, or behind the last of them. */
export function placePage(form: Form, id: string, section: string, before?: string): Form {
  const page = form.ui.pages.find((one) => one.id === id);
  if (!page || before === id) return form;
  const rest = form.ui.pages.filter((one) => one.id !== id);
  const at = before === undefined ? rest.length : rest.findIndex((one) => one.id === before);
  const placed = inOrder(withPages(form, rest.toSpliced(at, 0, { ...page, section })));
  return placed.ui.pages.every((one, index) => one.id === form.ui.pages[index]?.id && one.section === form.ui.pages[index].section) ? form : placed;
}

/** Right before another section, or behind the last; the pages follow. */
export function placeSection(form: Form, id: string, before?: string): Form {
  const all = Object.entries(form.ui.sections);
  const one = all.find(([key]) => key === id);
  if (!one || before === id) return form;
  const rest = all.filter(([key]) => key !== id);
  const to = before === undefined ? rest.length : rest.findIndex(([key]) => key === before);
  return all.indexOf(one) === to ? form : inOrder(withSections(form, rest.toSpliced(to, 0, one)));
}

/** Up or down in the task list; the pages follow. The ends hold. */
export function moveSection(form: Form, id: string, by: -1 | 1): Form {
  const all = Object.entries(form.ui.sections);
  const from = all.findIndex(([key]) => key === id);
  const [one, to] = [all[from], from + by];
  if (!one || to < 0 || to >= all.length) return form;
  return inOrder(withSections(form, all.toSpliced(from, 1).toSpliced(to, 0, one)));
}

/** Pages in the order of their sections; within one as they were. */
function inOrder(form: Form): Form {
  const order = Object.keys(form.ui.sections);
  return withPages(form, form.ui.pages.toSorted((one, other) => order.indexOf(one.section) - order.indexOf(other.section)));
}
