import type { Form, Page } from '../../forms/form.ts';
import { takesFlags } from './composition.ts';

const made = new WeakMap<Form, Page>();

/** At the desk a step's form is one dense page; rows of corrections are composed by flagging instead. */
export function stepPage(form: Form): Page {
  const known = made.get(form);
  if (known) return known;
  const composed = takesFlags(form);
  const page: Page = {
    id: 'step', section: form.ui.pages[0]?.section ?? 'main', title: form.title,
    fields: [...new Set(form.ui.pages.flatMap(({ fields }) => fields))].filter((id) => !(composed && id === 'items')),
  };
  made.set(form, page);
  return page;
}
