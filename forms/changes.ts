import { expand } from './expand.ts';
import type { FieldId, Form } from './form.ts';

/** What a new version of a form does to the answers given to the old one, by field id. */
export interface FormChanges {
  readonly added: readonly FieldId[];
  /** Answers of old dossiers have no place any more: a renamed field counts here and under `added`. */
  readonly removed: readonly FieldId[];
  /** Same id, another type or another way of being kept: old answers may not fit. */
  readonly retyped: readonly FieldId[];
}

export function changesBetween(before: Form, after: Form): FormChanges {
  const [old, next] = [expand(before).fields, expand(after).fields];
  const kept = [...old.values()].filter(({ id }) => next.has(id));
  const same = (id: FieldId) => old.get(id)?.kind === next.get(id)?.kind && old.get(id)?.schema.type === next.get(id)?.schema.type && old.get(id)?.schema.format === next.get(id)?.schema.format;
  return {
    added: [...next.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !next.has(id)),
    retyped: kept.map(({ id }) => id).filter((id) => !same(id)),
  };
}
