import { display } from '../../../forms/display.ts';
import type { ExpandedForm, Field } from '../../../forms/expand.ts';
import { ancestors, feelName } from '../../../forms/field-path.ts';
import type { FieldId } from '../../../forms/form.ts';
import type { Lang, LocalText } from '../../../forms/text.ts';
import { answerKind } from '../../../forms/answer-kind.ts';
import type { Named } from '../../conditions/named.ts';
import type { Json } from '../../../engine/state.ts';

/** A question of the form that a condition can look at. */
export interface Question extends Named {
  readonly field: Field;
}

const pageOf = ({ form }: ExpandedForm, id: FieldId): LocalText | undefined => {
  const at = form.ui.pages.findIndex(({ fields }) => fields.some((one) => id === one || id.startsWith(`${one}.`) || id.startsWith(`${one}[]`)));
  const page = form.ui.pages[at];
  return page && { vi: `${at + 1}. ${page.title.vi || page.id}`, en: `${at + 1}. ${page.title.en || page.id}` };
};

const question = (expanded: ExpandedForm, name: string, field: Field, kind = answerKind(field)): Question => {
  const group = pageOf(expanded, field.id);
  return { name, field, kind, label: field.ui.label, ...(field.ui.options && { options: field.ui.options }), ...(group && { group }) };
};

/** What a rule does. One that shows, requires or computes a question cannot look at its answer; one that warns or refuses can. */
export type RuleKind = 'show' | 'require' | 'compute' | 'warn' | 'refuse';

/** The questions that a rule about this one may look at: all of the form, and in a row those of that row. */
export function namedFor(expanded: ExpandedForm, target: FieldId, rule: RuleKind): Question[] {
  const { fields } = expanded;
  const isOpen = rule === 'warn' || rule === 'refuse';
  const row = [target, ...ancestors(target)].find((id) => fields.get(id)?.kind === 'rows' && target !== id);
  const inRow = row === undefined ? undefined : `${row}[].`;
  return [...fields.values()].flatMap((field): Question[] => {
    if (field.kind === 'group' || (field.id === target && !isOpen)) return [];
    if (inRow !== undefined && field.id.startsWith(inRow)) return [question(expanded, `row.${feelName(field.id.slice(inRow.length))}`, field)];
    return field.id.includes('[]') ? [] : [question(expanded, field.id, field)];
  });
}

/** Every name that FEEL knows in such a rule: the questions above, and columns as the lists of their answers. */
export const feelNamesFor = (expanded: ExpandedForm, target: FieldId, rule: RuleKind): Question[] => [
  ...namedFor(expanded, target, rule),
  ...[...expanded.fields.values()].filter(({ id }) => id.includes('[]')).map((field) => question(expanded, feelName(field.id), field, 'other')),
];

/** A value as people read it. */
export const valueWords = (expanded: ExpandedForm, field: Field, value: Json, lang: Lang): string => display(field, value, { expanded, lang, catalogues: {} }).join(', ') || String(value);
