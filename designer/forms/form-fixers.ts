import { useMemo } from 'react';
import type { Form } from '../../forms/form.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { useFileText } from '../package/file-text.ts';
import { useText } from '../words.ts';
import { askDelivery } from './edit/ask-delivery.ts';

/** One way to mend a form: the words on its button, and the form as it leaves it. */
export interface FormFix {
  readonly say: string;
  readonly mended: Form;
}
export type FormFixers = Readonly<Record<string, (form: Form) => readonly FormFix[]>>;

/** What can be mended in a form, by what the procedure says of itself. */
export const useFormFixers = (key: string): FormFixers => {
  const text = useText();
  const procedure = useFileText(key, 'procedure.json').text;
  return useMemo(() => {
    const reading = procedure === undefined ? undefined : readProcedure(procedure);
    if (!reading || !('procedure' in reading)) return {};
    const { delivery } = reading.procedure;
    return { 'delivery-asked': (form: Form) => [{ say: text('fixDelivery'), mended: askDelivery(form, delivery) }] };
  }, [procedure, text]);
};
