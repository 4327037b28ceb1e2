import type { LocalText } from '../../engine/definition.ts';
import { expand } from '../../forms/expand.ts';
import { feelName } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';

/** A step whose answers may name somebody: under which name they are kept, and from which form. */
export interface Answering {
  readonly result: string;
  readonly form: string | undefined;
  readonly name: LocalText;
}

/** Lists of a form that name accounts of the office. */
const people: ReadonlySet<string> = new Set(['handlers']);

/** Questions of the steps that are answered by somebody of the office, once for each dossier: to them another step may be given. */
export const namedPeople = (forms: ReadonlyMap<string, Form>, answering: readonly Answering[]): readonly { readonly feel: string; readonly question: LocalText; readonly step: LocalText }[] =>
  answering.flatMap(({ result, form, name }) => {
    const file = form === undefined ? undefined : forms.get(form);
    if (file === undefined) return [];
    return [...expand(file).fields.values()].flatMap(({ id, ui }) => (people.has(ui.catalogue ?? '') && !id.includes('[]') ? [{ feel: `${result}.${feelName(id)}`, question: ui.label, step: name }] : []));
  });
