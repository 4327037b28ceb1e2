import type { Data, Json } from '../../engine/state.ts';
import { compile } from '../../forms/compile.ts';
import type { Catalogues, Form } from '../../forms/form.ts';
import { validate } from '../../forms/validate.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Language } from '../http/language.ts';

export interface Judged { readonly value: Data; readonly errors: FieldProblem[]; readonly warnings: FieldProblem[] }

/** Judges an answer by its form, in the reader's language. */
export function judge(form: Form, answer: Json, at: string, catalogues: Catalogues, language: Language): Judged {
  const { value, errors, warnings } = validate(form, compile(form), answer, { at, catalogues });
  const say = ({ path, message }: { readonly path: string; readonly message: { readonly vi: string; readonly en: string } }): FieldProblem => ({ path, message: message[language] });
  return { value, errors: errors.map(say), warnings: warnings.map(say) };
}
