import { useMemo } from 'react';
import type { FieldId, Form } from '../../forms/form.ts';
import { ownWish } from '../../procedures/template-words.ts';
import type { Finding } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { useFileText } from '../package/file-text.ts';
import { useText } from '../words.ts';
import { askDelivery } from './edit/ask-delivery.ts';
import { basesOf, ofTheTemplate, withBasis, withoutBasis } from './edit/bases.ts';
import { renamings } from './edit/renamings.ts';

/** One way to mend a form: the words on its button, and the form as it leaves it. */
export interface FormFix {
  readonly say: string;
  readonly mended: Form;
}
export type FormFixers = Readonly<Record<string, (form: Form, finding: Finding) => readonly FormFix[]>>;

/** What can be mended in a form, by what the procedure says of itself. */
export const useFormFixers = (key: string): FormFixers => {
  const text = useText();
  const language = useLanguage();
  const procedure = useFileText(key, 'procedure.json').text;
  return useMemo(() => {
    const reading = procedure === undefined ? undefined : readProcedure(procedure);
    const named: FormFixers = { 'still-unnamed': (form, { element, message }) => renamings(form, element).filter(({ by, of }) => by === 'name' || message.includes(`"${of.vi}"`)).map(({ by, of, mended }) => ({ say: text(by === 'name' ? 'fixNameLike' : 'fixDrop', { name: pick(of, language) }), mended })) };
    if (!reading || !('procedure' in reading)) return named;
    const { delivery } = reading.procedure;
    const bases = basesOf(reading.procedure.legalBasis, ownWish);
    const based = (form: Form, ids: readonly FieldId[]): readonly FormFix[] => bases.map((source) => ({ say: text(ids.length > 1 ? 'fixBasisAll' : 'fixBasis', { basis: source.basis, count: ids.length }), mended: withBasis(form, ids, source) }));
    return { ...named, 'filled-in': (form: Form) => based(form, ofTheTemplate(form)), 'no-legal-basis': (form: Form, { element }: Finding) => [...based(form, [element]), ...(withoutBasis(form).length > 1 ? based(form, withoutBasis(form)) : [])], 'delivery-asked': (form: Form) => [{ say: text('fixDelivery'), mended: askDelivery(form, delivery) }] };
  }, [procedure, text, language]);
};
