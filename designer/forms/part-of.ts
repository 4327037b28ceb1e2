import type { Form } from '../../forms/form.ts';
import type { LocalText } from '../../forms/text.ts';
import type { Selected } from './editing.ts';

/** Which part of a form a finding is about, and what that is called; nothing where it is about the form as a whole or a rule. */
export function partOf({ ui }: Form, element: string): { readonly part: Selected; readonly title: LocalText } | undefined {
  const page = ui.pages.find(({ id }) => id === element);
  const section = Object.hasOwn(ui.sections, element) ? ui.sections[element] : undefined;
  const field = Object.hasOwn(ui.fields, element) ? ui.fields[element] : undefined;
  if (field) return { part: { kind: 'field', id: element }, title: field.label };
  if (page) return { part: { kind: 'page', id: element }, title: page.title };
  return section && { part: { kind: 'section', id: element }, title: section };
}
