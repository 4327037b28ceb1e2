import type { Data } from '../engine/state.ts';
import { takesFiles } from './answer-files.ts';
import type { Field } from './expand.ts';
import { isObject, placesOf, valueAt, type FieldPath } from './field-path.ts';
import type { Catalogues } from './form.ts';
import { mediaNames } from './media.ts';
import { dayOf } from './today.ts';

export interface OwnFault {
  readonly path: FieldPath;
  readonly keyword: 'accept' | 'maxBytes' | 'notAfter' | 'catalogue';
  readonly params: Readonly<Record<string, unknown>>;
}

/** What JSON Schema cannot say: kinds and sizes of files, days not in the future, codes of lists given at run time. */
export function* ownFaults(fields: Iterable<Field>, value: Data, at: string, catalogues: Catalogues): Generator<OwnFault> {
  for (const field of fields) {
    const { ui, schema, id } = field;
    const list = ui.catalogue !== undefined && Object.hasOwn(catalogues, ui.catalogue) ? catalogues[ui.catalogue] : undefined;
    if (!takesFiles(field) && schema['x-notAfter'] !== 'today' && !list) continue;
    for (const path of placesOf(value, id)) {
      const here = valueAt(value, path);
      if (takesFiles(field) && Array.isArray(here)) yield* fileFaults(field, path, here);
      if (schema['x-notAfter'] === 'today' && typeof here === 'string' && here > dayOf(at)) yield { path, keyword: 'notAfter', params: {} };
      if (list && here !== undefined && !list.some((option) => option.value === here)) yield { path, keyword: 'catalogue', params: {} };
    }
  }
}

function* fileFaults({ ui }: Field, path: FieldPath, files: readonly unknown[]): Generator<OwnFault> {
  for (const file of files) {
    if (!isObject(file)) continue;
    const { name, type, size } = file;
    if (ui.accept && typeof type === 'string' && !ui.accept.includes(type)) yield { path, keyword: 'accept', params: { name, kinds: mediaNames(ui.accept) } };
    if (ui.maxBytes !== undefined && typeof size === 'number' && size > ui.maxBytes) yield { path, keyword: 'maxBytes', params: { name, most: ui.maxBytes } };
  }
}
