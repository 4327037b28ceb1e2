import type { Json } from '../../engine/state.ts';
import { expand } from '../../forms/expand.ts';
import { feelName } from '../../forms/field-path.ts';
import type { Catalogues, Option } from '../../forms/form.ts';
import type { LabelOf } from '../../procedures/letters/placeholder.ts';
import type { Package } from '../library/package.ts';

const labelIn = (options: readonly Option[] | undefined, value: Json): string | undefined => options?.find((option) => option.value === value)?.label.vi;

/** Names coded values in letters as the application form, the catalogues and the procedure do. */
export function labelsOf(pack: Package, catalogues: Catalogues): LabelOf {
  const form = pack.forms.get(pack.procedure.forms.application);
  const byPath = new Map<string, readonly Option[]>();
  for (const { id, ui } of form === undefined ? [] : expand(form).fields.values()) {
    if (ui.options !== undefined) byPath.set(`application.${feelName(id)}`, ui.options);
  }
  return (path, value) => {
    if (path === 'filing.delivery.method') return pack.procedure.delivery.find(({ method }) => method === value)?.name.vi;
    return labelIn(catalogues[path] ?? byPath.get(path), value);
  };
}
