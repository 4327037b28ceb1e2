import type { Data } from '../engine/state.ts';
import { filesIn } from './display.ts';
import { expand, type Field } from './expand.ts';
import { placesOf, valueAt, type FieldPath } from './field-path.ts';
import type { FileValue, Form } from './form.ts';

/** A signature is a file like others: one picture. */
export const takesFiles = ({ widget }: Pick<Field, 'widget'>): boolean => widget === 'files' || widget === 'signature';

/** Every file an answer refers to, with the place that asks for it: what the server checks against its own store. */
export function answerFiles(form: Form, answer: Data): { readonly path: FieldPath; readonly file: FileValue }[] {
  const asking = [...expand(form).fields.values()].filter(takesFiles);
  return asking.flatMap(({ id }) => placesOf(answer, id)).flatMap((path) => filesIn(valueAt(answer, path)).map((file) => ({ path, file })));
}
