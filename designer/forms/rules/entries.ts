import type { ExpandedForm } from '../../../forms/expand.ts';
import { ancestors } from '../../../forms/field-path.ts';
import type { Feel, FieldId, Form, Rule } from '../../../forms/form.ts';
import { targetOf } from '../edit/field.ts';
import type { RuleKind } from './questions.ts';

/** Where a rule is written: in the list of rules, or at its page. */
export type RulePlace = { readonly rule: number } | { readonly page: string };

/** One rule as the list shows it. */
export interface Entry {
  readonly key: string;
  readonly place: RulePlace;
  readonly kind: RuleKind;
  /** A field, or a page. */
  readonly target: string;
  readonly text: Feel;
  readonly rule: Rule | undefined;
}

export const kindOf = (rule: Rule): RuleKind => ('show' in rule ? 'show' : 'require' in rule ? 'require' : 'compute' in rule ? 'compute' : 'warn' in rule ? 'warn' : 'refuse');

/** The page that a target is, or stands on; nothing for what is computed and shown nowhere. */
export const pageOfTarget = ({ form }: ExpandedForm, target: string): string | undefined =>
  (form.ui.pages.find(({ id }) => id === target) ?? form.ui.pages.find(({ fields }) => [target, ...ancestors(target)].some((id) => fields.includes(id))))?.id;

/** All rules by the page they are about, in the order of the pages; a page's own condition comes first. */
export function entriesByPage(expanded: ExpandedForm): { readonly page: string | undefined; readonly entries: readonly Entry[] }[] {
  const { form } = expanded;
  const found = new Map<string | undefined, Entry[]>(form.ui.pages.map(({ id, when }) => [id, when === undefined ? [] : [{ key: `page ${id}`, place: { page: id }, kind: 'show', target: id, text: when, rule: undefined }]]));
  for (const [index, rule] of form.rules.entries()) {
    const target = targetOf(rule);
    const page = pageOfTarget(expanded, target);
    const entry: Entry = { key: `rule ${index}`, place: { rule: index }, kind: kindOf(rule), target, text: 'compute' in rule ? rule.value : rule.when, rule };
    found.set(page, [...(found.get(page) ?? []), entry]);
  }
  return [...found].filter(([, entries]) => entries.length > 0).map(([page, entries]) => ({ page, entries }));
}

/** The rules about one question or page. */
export const entriesAbout = (expanded: ExpandedForm, target: string): Entry[] => entriesByPage(expanded).flatMap(({ entries }) => entries).filter((entry) => entry.target === target);

const withRules = (form: Form, rules: readonly Rule[]): Form => ({ ...form, rules });

/** The same rule with another text; a page's condition that is emptied is gone. */
export function setRuleText(form: Form, place: RulePlace, text: Feel): Form {
  if ('rule' in place) return withRules(form, form.rules.map((rule, index) => (index !== place.rule ? rule : 'compute' in rule ? { ...rule, value: text } : { ...rule, when: text })));
  return { ...form, ui: { ...form.ui, pages: form.ui.pages.map((page) => (page.id === place.page ? { ...page, when: text } : page)) } };
}

export const setRule = (form: Form, index: number, rule: Rule): Form => withRules(form, form.rules.with(index, rule));

export function removeRule(form: Form, place: RulePlace): Form {
  if ('rule' in place) return withRules(form, form.rules.toSpliced(place.rule, 1));
  const pages = form.ui.pages.map((page) => {
    const { when: _, ...rest } = page;
    return page.id === place.page ? rest : page;
  });
  return { ...form, ui: { ...form.ui, pages } };
}

const message = { vi: 'Xem lại câu trả lời này', en: 'Please look at this answer again' };

/** A new rule; of a page without a condition it becomes the page's own. */
export function addRule(form: Form, kind: RuleKind, target: FieldId, text: Feel): { readonly form: Form; readonly key: string } {
  const page = form.ui.pages.find(({ id }) => id === target);
  if (kind === 'show' && page && page.when === undefined) return { form: setRuleText(form, { page: target }, text), key: `page ${target}` };
  const rules: { readonly [K in RuleKind]: Rule } = {
    show: { show: target, when: text }, require: { require: target, when: text }, compute: { compute: target, value: text },
    warn: { warn: target, when: text, message }, refuse: { refuse: target, when: text, message },
  };
  return { form: withRules(form, [...form.rules, rules[kind]]), key: `rule ${form.rules.length}` };
}
