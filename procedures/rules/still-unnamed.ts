import type { LocalText } from '../../forms/text.ts';
import type { Form } from '../../forms/form.ts';
import { isDefault } from '../default-words.ts';
import { error, nodesOf, warning, type Rule } from './rule.ts';

/** What a form says to whoever fills it in: where it stands, and what it is, in both languages. */
function* saidIn({ title, ui }: Form): Generator<readonly [element: string, text: LocalText, en: string, vi: string]> {
  yield ['title', title, 'a title for the form', 'biểu mẫu'];
  for (const [id, section] of Object.entries(ui.sections)) yield [id, section, 'a name for the section', 'phần'];
  for (const page of ui.pages) yield [page.id, page.title, 'a question for the page', 'trang'];
  for (const [id, { label, options }] of Object.entries(ui.fields)) {
    yield [id, label, 'the words of the question', 'câu hỏi'];
    for (const option of options ?? []) yield [id, option.label, 'the words of the choice', 'lựa chọn'];
  }
}

/** Nothing still bears the name with which the designer began it: a citizen would be asked to pick "New choice". */
export const stillUnnamed: Rule = {
  name: 'still-unnamed',
  *check(loaded) {
    for (const { id, name } of nodesOf(loaded)) {
      if (name !== undefined && isDefault(name, 'vi')) yield error(id, { en: `expected a name for the step, but "${name}" is what a new step is called`, vi: `có bước vẫn tên là “${name}”, như lúc mới thêm: hãy ghi tên việc, ví dụ “Thẩm định hồ sơ”` });
    }
    for (const [key, form] of loaded.forms) {
      const file = `forms/${key}.json`;
      for (const [element, { vi, en }, expected, what] of saidIn(form)) {
        if (isDefault(vi, 'vi')) yield error(element, { en: `expected ${expected}, but "${vi}" is what the designer put there`, vi: `${what} vẫn tên là “${vi}”, như lúc mới thêm: người điền sẽ đọc đúng chữ ấy. Hãy ghi lời thật, hoặc bỏ đi.` }, file);
        else if (isDefault(en, 'en')) yield warning(element, { en: `expected ${expected} "${vi}" in English, but "${en}" is what the designer put there`, vi: `${what} “${vi}” vẫn có lời tiếng Anh “${en}”, như lúc mới thêm: hãy dịch lời thật` }, file);
      }
    }
  },
};
