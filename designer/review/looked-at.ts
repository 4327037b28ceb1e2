import type { Form, Page } from '../../forms/form.ts';
import type { Lang } from '../../forms/text.ts';
import type { Texts } from '../proof/read-package.ts';
import { readForm } from '../forms/read-form.ts';

/** One page of a form in one language, to be drawn and looked at. */
export interface Sight {
  readonly form: Form;
  readonly page: Page;
  readonly lang: Lang;
}

/** Every page of every form, in both languages; forms that cannot be read are the check's. */
export const sightsOf = (files: Texts): readonly Sight[] => Object.entries(files).flatMap(([path, written]) => {
  const reading = /^forms\/[^/]+\.json$/.test(path) ? readForm(written) : undefined;
  if (reading === undefined || !('form' in reading)) return [];
  const { form } = reading;
  return form.ui.pages.flatMap((page) => (['vi', 'en'] as const).map((lang): Sight => ({ form, page, lang })));
});
