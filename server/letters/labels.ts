import { resultName } from '../../engine/result-name.ts';
import type { Json } from '../../engine/state.ts';
import { expand } from '../../forms/expand.ts';
import { feelName } from '../../forms/field-path.ts';
import type { Catalogues, Form, Option } from '../../forms/form.ts';
import type { LabelOf } from '../../procedures/letters/placeholder.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';

const labelIn = (options: readonly Option[] | undefined, value: Json): string | undefined => options?.find((option) => option.value === value)?.label.vi;

/** Names coded values in letters as the forms, the catalogues and the procedure do. */
export function labelsOf({ forms, procedure, definition }: Pick<LoadedProcedure, 'forms' | 'procedure' | 'definition'>, catalogues: Catalogues): LabelOf {
  const byPath = new Map<string, readonly Option[]>();
  const add = (root: string, form: Form | undefined) => {
    for (const { id, ui } of form === undefined ? [] : expand(form).fields.values()) if (ui.options !== undefined) byPath.set(`${root}.${feelName(id)}`, ui.options);
  };
  for (const node of Object.values(definition.nodes)) if (node.step.form !== undefined) add(resultName(node), forms.get(node.step.form));
  add('application', forms.get(procedure.forms.application));
  return (path, value) => {
    if (path === 'filing.delivery.method') return procedure.delivery.find(({ method }) => method === value)?.name.vi;
    return labelIn(catalogues[path] ?? byPath.get(path), value);
  };
}
