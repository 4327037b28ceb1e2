import { expand } from '../../forms/expand.ts';
import type { Form } from '../../forms/form.ts';

export type Reading = { readonly form: Form } | { readonly fault: 'json' | 'shape'; readonly detail: string };

/** A form out of its text, fit to be listed and shown; or why not. */
export function readForm(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: 'json', detail: (error as Error).message };
  }
  const form = value as Partial<Form> | null;
  const isShaped = typeof form === 'object' && form !== null && typeof form.schema === 'object' && Array.isArray(form.ui?.pages) && typeof form.ui.fields === 'object' && typeof form.ui.sections === 'object' && Array.isArray(form.rules) && form.ui.pages.every((page) => Array.isArray(page.fields) && typeof page.title === 'object');
  if (!isShaped) return { fault: 'shape', detail: 'expected id, title, schema, ui.pages, ui.fields, ui.sections, rules and sources' };
  try {
    expand(form as Form);
  } catch (error) {
    return { fault: 'shape', detail: (error as Error).message };
  }
  return { form: form as Form };
}
