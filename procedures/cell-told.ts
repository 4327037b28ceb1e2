import type { LocalText } from '../engine/definition.ts';
import { display, formatDate } from '../forms/display.ts';
import { expand, type Field } from '../forms/expand.ts';
import type { Lang } from '../forms/text.ts';
import type { LoadedProcedure } from './loaded.ts';

const answers = /^"[^"\\]*"(?:\s*,\s*"[^"\\]*")*$/;
const day = /^(<=?|>=?)\s*date\("(\d{4}-\d{2}-\d{2})"\)$/;
const signs: Readonly<Record<string, LocalText>> = {
  '<': { vi: 'trước ngày', en: 'before' }, '<=': { vi: 'đến hết ngày', en: 'up to' }, '>': { vi: 'sau ngày', en: 'after' }, '>=': { vi: 'từ ngày', en: 'from' },
};

/** The question of the application whose answer stands at a path of the dossier's data; undefined where none does. */
export function askedAt({ forms, procedure }: Pick<LoadedProcedure, 'forms' | 'procedure'>, path: string | undefined): { readonly field: Field; readonly said: (answer: string, lang: Lang) => string } | undefined {
  const [root, ...id] = path?.split('.') ?? [];
  const form = root === 'application' ? forms.get(procedure.forms.application) : undefined;
  const expanded = form && expand(form);
  const field = expanded?.fields.get(id.join('.'));
  return field && { field, said: (answer, lang) => display(field, answer, { expanded: expanded!, lang, catalogues: {} }).join(', ') || answer };
}

/** What a cell of a table says, as a sentence names it: answers as the form offers them, days as they are written; the cell itself where it says anything else. */
export function cellTold(test: string, said: (answer: string, lang: Lang) => string = (answer) => `"${answer}"`): LocalText {
  const text = test.trim();
  const [, sign = '', iso = ''] = day.exec(text) ?? [];
  const words = signs[sign];
  if (words) return { vi: `${words.vi} ${formatDate(iso)}`, en: `${words.en} ${formatDate(iso)}` };
  if (!answers.test(text)) return { vi: test, en: test };
  const given = [...text.matchAll(/"([^"]*)"/g)].map(([, answer]) => answer!);
  return { vi: given.map((answer) => said(answer, 'vi')).join(', '), en: given.map((answer) => said(answer, 'en')).join(', ') };
}
