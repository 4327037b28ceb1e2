import { expand, type Field } from '../../forms/expand.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';

/** What the application form asks, a line for each field, and how to give the answers to `motcua run`. */
export function startFormHint({ forms, procedure }: LoadedProcedure): readonly string[] {
  const form = forms.get(procedure.forms.application);
  if (!form) return [];
  const fields = [...expand(form).fields.values()].filter(({ kind, widget, parent = '' }) => kind !== 'group' && widget !== 'output' && !expand(form).fields.get(parent)?.id.endsWith('[]'));
  return [
    `The application form ("${form.title.vi}", forms/${form.id}.json) asks for what --input gives as { "application": { … } }; * where it must be answered once it is asked:`,
    ...fields.map((field) => `  ${field.required ? '*' : ' '} ${field.id.padEnd(28)} ${typeOf(field).padEnd(10)} ${field.ui.label.vi}`),
    'Complete answers stand in scenarios/applications/ of the package.',
  ];
}

const typeOf = ({ schema, widget }: Field): string =>
  schema.enum ? schema.enum.join(' | ') : widget === 'files' ? 'files' : widget === 'date' ? 'date' : schema.const !== undefined ? JSON.stringify(schema.const) : schema.type ?? '';
