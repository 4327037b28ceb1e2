import { changesBetween } from '../../forms/changes.ts';
import { expand } from '../../forms/expand.ts';
import type { FieldId, Form } from '../../forms/form.ts';

export type FormChange =
  | { readonly change: 'field-added' | 'field-removed' | 'field-retyped' | 'field-required' | 'field-optional'; readonly field: FieldId; readonly label: string }
  | { readonly change: 'field-label'; readonly field: FieldId; readonly from: string; readonly to: string }
  | { readonly change: 'form-rules' | 'form-other' };

/** What a new version of a form asks differently, labels in the given language. */
export function formChanges(before: Form, after: Form, language: 'vi' | 'en'): FormChange[] {
  const [old, next] = [expand(before).fields, expand(after).fields];
  const { added, removed, retyped } = changesBetween(before, after);
  const label = (id: FieldId) => (next.get(id) ?? old.get(id))?.ui.label[language] ?? id;
  const about = (change: 'field-added' | 'field-removed' | 'field-retyped') => (field: FieldId): FormChange => ({ change, field, label: label(field) });
  const asked = [...added.map(about('field-added')), ...removed.map(about('field-removed')), ...retyped.map(about('field-retyped'))];
  const kept = [...next.values()].flatMap((field): FormChange[] => {
    const was = old.get(field.id);
    if (!was) return [];
    const [from, to] = [was.ui.label[language], field.ui.label[language]];
    return [
      ...(from === to ? [] : [{ change: 'field-label' as const, field: field.id, from, to }]),
      ...(was.required === field.required ? [] : [{ change: field.required ? ('field-required' as const) : ('field-optional' as const), field: field.id, label: to }]),
    ];
  });
  const rules: FormChange[] = JSON.stringify(before.rules) === JSON.stringify(after.rules) ? [] : [{ change: 'form-rules' }];
  const all = [...asked, ...kept, ...rules];
  return all.length > 0 || JSON.stringify(before) === JSON.stringify(after) ? all : [{ change: 'form-other' }];
}
