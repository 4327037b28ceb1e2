import type { Definition } from '../../engine/definition.ts';
import { takesFiles } from '../../forms/answer-files.ts';
import { placeOf, placeWords } from '../../engine/element-words.ts';
import { expand } from '../../forms/expand.ts';
import { fieldOf } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import type { TransferReason as Reason } from '../../storage/tables/transfers.ts';
import type { LocalText } from '../api/shape.ts';
import type { TransferReason } from '../api/transfer.ts';
import type { Language } from '../http/language.ts';

/** The two versions, as far as they can be read. */
export interface Between {
  readonly former: Pick<RunnableProcedure, 'definition'> | undefined;
  readonly target: Pick<RunnableProcedure, 'definition' | 'forms'> | undefined;
  readonly mapping: Readonly<Record<string, string>>;
}

/** What a step is called, or what stands around it when it has no name. */
export function placeName(definition: Definition | undefined, id: string): LocalText | null {
  const node = definition?.nodes[id];
  return definition === undefined || node === undefined ? null : { vi: placeWords(placeOf(definition, node, 'vi'), 'vi'), en: placeWords(placeOf(definition, node, 'en'), 'en') };
}

/** The name of the form that a reason is about: of the application, or of the step under the other version. */
export const formAsked = ({ code, element }: Reason, { target, mapping }: Between): string | undefined =>
  code === 'application' ? 'application' : target?.definition.nodes[mapping[element] ?? element]?.step.form;

export function reasonView(reason: Reason, between: Between, language: Language): TransferReason {
  const { code, element, message, messageVi = message, field, missing = false, from = null, to = null } = reason;
  const form = field === undefined ? undefined : between.target?.forms?.get(formAsked(reason, between) ?? '');
  return {
    code, element, step: placeName(between.former?.definition, element), message: language === 'vi' ? messageVi : message, from, to,
    field: field === undefined || form === undefined ? null : { ...asked(form, field), missing },
  };
}

/** The question, or the nearest that it is a part of. */
function asked(form: Form, path: string): { readonly id: string; readonly label: LocalText; readonly kind: 'answer' | 'document' } {
  const { fields } = expand(form);
  const id = fieldOf(path);
  for (let one = id; one !== ''; one = one.slice(0, Math.max(0, one.lastIndexOf('.')))) {
    const field = fields.get(one) ?? fields.get(one.replace(/\[\]$/, ''));
    if (field !== undefined) return { id, label: field.ui.label, kind: takesFiles(field) ? 'document' : 'answer' };
  }
  return { id, label: { vi: id, en: id }, kind: 'answer' };
}
