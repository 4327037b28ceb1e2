import { ancestors } from '../../../forms/field-path.ts';
import type { FieldId, FieldUi, Form, Page } from '../../../forms/form.ts';
import type { LocalText } from '../../../forms/text.ts';

/** How many texts one thing lacks, by language. */
export interface Missing {
  readonly vi: number;
  readonly en: number;
}

export const none: Missing = { vi: 0, en: 0 };

const count = (texts: readonly (LocalText | undefined)[]): Missing => {
  const lacking = (lang: 'vi' | 'en') => texts.filter((text) => text !== undefined && text[lang].trim() === '').length;
  return { vi: lacking('vi'), en: lacking('en') };
};

const sum = (all: readonly Missing[]): Missing => all.reduce((one, other) => ({ vi: one.vi + other.vi, en: one.en + other.en }), none);

const ownTexts = (ui: FieldUi) => [ui.label, ui.hint, ui.unit, ui.rowLabel, ui.statement, ...(ui.options ?? []).flatMap((option) => [option.label, option.hint]), ...Object.values(ui.messages ?? {})];

/** Texts that are lacking, by question: what lies inside one (columns, parts) counts as its own. */
export function missingTexts(form: Form): ReadonlyMap<FieldId, Missing> {
  const found = new Map<FieldId, Missing>();
  for (const [id, ui] of Object.entries(form.ui.fields)) {
    const own = count(ownTexts(ui));
    if (own.vi + own.en > 0) for (const one of [id, ...ancestors(id)]) found.set(one, sum([found.get(one) ?? none, own]));
  }
  return found;
}

/** Texts that a page lacks, its questions included. */
export const missingOnPage = (page: Page, missing: ReadonlyMap<FieldId, Missing>): Missing => sum([count([page.title, page.intro]), ...page.fields.map((id) => missing.get(id) ?? none)]);
