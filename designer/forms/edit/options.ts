import type { FieldId, Form, Option } from '../../../forms/form.ts';
import { idFrom } from './field-id.ts';
import { setKeyword, setUi } from './field.ts';
import { schemaAt } from './schema-at.ts';

/** Sets what a question offers, in the list of its texts and in its schema; a choice of several lists its values in its items. */
export function setOptions(form: Form, id: FieldId, options: readonly Option[]): Form {
  const schema = schemaAt(form.schema, id);
  const values = options.map(({ value }) => value);
  const listed = schema?.type === 'array' ? setKeyword(form, id, 'items', { ...schema.items, enum: values }) : setKeyword(form, id, 'enum', values);
  return setUi(listed, id, { options });
}

/** A value for an option that has none yet, from its name: "Cá nhân" → "caNhan". */
export function freeValue(options: readonly Option[], label: string): string {
  const stem = idFrom(label) || 'choice';
  for (let number = 1; ; number += 1) {
    const value = number === 1 ? stem : `${stem}${number}`;
    if (!options.some((option) => option.value === value)) return value;
  }
}
