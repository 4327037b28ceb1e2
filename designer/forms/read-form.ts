import { expand } from '../../forms/expand.ts';
import type { Form } from '../../forms/form.ts';
import { printJson } from './print-json.ts';

export type Reading = { readonly form: Form } | { readonly fault: 'json' | 'shape'; readonly detail: string };

const isShaped = (value: unknown): value is Form => {
  const form = value as Partial<Form> | null;
  return typeof form === 'object' && form !== null && typeof form.schema === 'object' && Array.isArray(form.ui?.pages) && typeof form.ui.fields === 'object' && typeof form.ui.sections === 'object' && Array.isArray(form.rules) && typeof form.sources === 'object' && form.ui.pages.every((page) => Array.isArray(page.fields) && typeof page.title === 'object');
};

const kept = new Map<string, Reading>();
const mostKept = 40;

function keep(text: string, reading: Reading): Reading {
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(text, reading);
  return reading;
}

/** A form out of its text, fit to be listed and shown; or why not. The last texts are read only once. */
export function readForm(text: string): Reading {
  return kept.get(text) ?? keep(text, reading(text));
}

/** The text of a form. Read again it is the same object, so that what did not change is known to be the same. */
export function writeForm(form: Form): string {
  const text = printJson(form);
  keep(text, judged(form));
  return text;
}

function reading(text: string): Reading {
  try {
    return judged(JSON.parse(text));
  } catch (error) {
    return { fault: 'json', detail: (error as Error).message };
  }
}

function judged(form: unknown): Reading {
  if (!isShaped(form)) return { fault: 'shape', detail: 'expected id, title, schema, ui.pages, ui.fields, ui.sections, rules and sources' };
  try {
    expand(form);
  } catch (error) {
    return { fault: 'shape', detail: (error as Error).message };
  }
  return { form };
}
