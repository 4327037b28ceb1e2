import type { Form, Option } from '../../../forms/form.ts';
import type { LocalText } from '../../../forms/text.ts';
import { isDefault } from '../../../procedures/default-words.ts';
import { removeField } from './field.ts';
import { setOptions } from './options.ts';
import { removePage, setPageTitle, setSectionName } from './pages.ts';

/** A way to be rid of a name that the designer put there: another name that stands nearby, or away with what bears it. */
export interface Renaming {
  readonly by: 'name' | 'removal';
  readonly of: LocalText;
  readonly mended: Form;
}

const isNamed = (text: LocalText | undefined): text is LocalText => text !== undefined && text.vi.trim() !== '' && !isDefault(text.vi, 'vi');
const named = (of: LocalText | undefined, mend: (text: LocalText) => Form): readonly Renaming[] => (isNamed(of) ? [{ by: 'name', of, mended: mend(of) }] : []);

/** What can be done with a question, page or section of a form that still says what a new one does; of a choice, with each answer that does. */
export function renamings(form: Form, element: string): readonly Renaming[] {
  const { sections, pages, fields } = form.ui;
  const page = pages.find(({ id }) => id === element);
  if (page && isDefault(page.title.vi, 'vi')) {
    if (page.fields.length > 0) return named(page.fields.map((id) => fields[id]?.label).find(isNamed), (text) => setPageTitle(form, element, text));
    const without = removePage(form, element);
    return without === form ? [] : [{ by: 'removal', of: page.title, mended: without }];
  }
  const section = sections[element];
  if (section && isDefault(section.vi, 'vi')) return named(pages.filter(({ section: of }) => of === element).map(({ title }) => title).find(isNamed), (text) => setSectionName(form, element, text));
  const field = fields[element];
  if (!field) return [];
  const options: readonly Option[] = field.options ?? [];
  const fresh = options.length > 1 ? options.filter(({ label }) => isDefault(label.vi, 'vi')) : [];
  return [
    ...(isDefault(field.label.vi, 'vi') ? [{ by: 'removal', of: field.label, mended: removeField(form, element) } as const] : []),
    ...fresh.map((option) => ({ by: 'removal', of: option.label, mended: setOptions(form, element, options.filter((one) => one !== option)) }) as const),
  ];
}
