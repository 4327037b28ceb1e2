import type { ExpandedForm } from '../../../forms/expand.ts';
import { pick } from '../../../ui/language.ts';
import { sentenceWords, type Phrasing } from '../../conditions/phrases.ts';
import type { Sentence } from '../../conditions/sentence.ts';
import type { Entry } from './entries.ts';

/** How the rules of a form are put into words. */
export interface RulePhrasing extends Phrasing {
  readonly expanded: ExpandedForm;
}

/** Name of what a rule is about: a question, or a page. */
export function targetWords(target: string, { expanded, language, text }: Pick<RulePhrasing, 'expanded' | 'language' | 'text'>): string {
  const page = expanded.form.ui.pages.find(({ id }) => id === target);
  return page ? text('wholePage', { name: pick(page.title, language) || target }) : `“${pick(expanded.fields.get(target)?.ui.label ?? { vi: target, en: target }, language)}”`;
}

/** A rule as one plain sentence: “Hiện “Vợ hoặc chồng” khi “Đã kết hôn” là Có”. FEEL that is none is quoted as it stands. */
export function ruleWords(entry: Entry, sentence: Sentence | undefined, phrasing: RulePhrasing): string {
  const { text, language } = phrasing;
  const name = targetWords(entry.target, phrasing);
  if (entry.kind === 'compute') return text('rule_compute', { name, feel: entry.text });
  const when = sentence ? sentenceWords(sentence, phrasing) : text('feelHolds', { feel: entry.text });
  const message = entry.rule && 'message' in entry.rule ? pick(entry.rule.message, language) : '';
  return text(`rule_${entry.kind}`, { name, when, message });
}
