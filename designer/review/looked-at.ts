import type { Data } from '../../engine/state.ts';
import { expand } from '../../forms/expand.ts';
import { setAt, type Draft } from '../../forms/field-path.ts';
import type { Form, Page } from '../../forms/form.ts';
import type { Lang } from '../../forms/text.ts';
import type { Texts } from '../proof/read-package.ts';
import { readForm } from '../forms/read-form.ts';

/** One page of a form in one language, to be drawn and looked at. */
export interface Sight {
  readonly form: Form;
  readonly page: Page;
  readonly lang: Lang;
  readonly answer: Data;
}

const always = (page: Page): Page => {
  const { when: _, ...rest } = page;
  return rest;
};

/** The form with nothing that waits for an answer: every question of every page shows. */
const unfolded = (form: Form): Form => ({
  ...form,
  rules: form.rules.filter((rule) => !('show' in rule)),
  ui: { ...form.ui, pages: form.ui.pages.map(always) },
});

/** Each repeating group has begun its first row, so that its questions show too. */
function firstRows(form: Form): Data {
  const answer: Draft = {};
  for (const { id, kind } of expand(form).fields.values()) if (kind === 'rows' && !id.includes('[]')) setAt(answer, id, [{}]);
  return answer;
}

/** Every page of every form with all its questions, in both languages; forms that cannot be read are the check's. */
export const sightsOf = (files: Texts): readonly Sight[] => Object.entries(files).flatMap(([path, written]) => {
  const reading = /^forms\/[^/]+\.json$/.test(path) ? readForm(written) : undefined;
  if (reading === undefined || !('form' in reading)) return [];
  const form = unfolded(reading.form);
  const answer = firstRows(form);
  return form.ui.pages.flatMap((page) => (['vi', 'en'] as const).map((lang): Sight => ({ form, page, lang, answer })));
});
