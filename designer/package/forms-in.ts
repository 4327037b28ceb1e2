import type { Form } from '../../forms/form.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { readForm } from '../forms/read-form.ts';

/** What can be read of the forms in the texts of a package, by name, and its procedure.json. */
export function formsIn(texts: ReadonlyMap<string, string>) {
  const reading = readProcedure(texts.get('procedure.json') ?? '');
  const forms = new Map<string, Form>();
  for (const [path, text] of texts) {
    const form = /^forms\/[^/]+\.json$/.test(path) ? readForm(text) : undefined;
    if (form && 'form' in form) forms.set(path.slice('forms/'.length, -'.json'.length), form.form);
  }
  return { procedure: 'procedure' in reading ? reading.procedure : undefined, forms };
}
