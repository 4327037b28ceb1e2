import type { FieldId } from '../../../forms/form.ts';
import { useText } from '../../words.ts';
import { presenceOf } from '../edit/field.ts';
import { useEditing } from '../editing.ts';

/** What stands small beside a question: its kind, whether it must be answered, whether rules move it. */
export function useFieldFacts(id: FieldId): string[] {
  const text = useText();
  const { form, expanded } = useEditing();
  const widget = (expanded.fields.get(id)?.widget ?? 'text').replace('-', '_') as 'text';
  const presence = presenceOf(form, id);
  const has = (test: (rule: (typeof form.rules)[number]) => boolean) => form.rules.some(test);
  return [
    text(`widget_${widget}`),
    ...(has((rule) => 'compute' in rule && rule.compute === id) ? [text('isComputed')] : presence === 'required' ? [text('isRequired')] : presence === 'wanted' ? [text('isWanted')] : []),
    ...(has((rule) => 'show' in rule && rule.show === id) ? [text('conditional')] : []),
  ];
}
