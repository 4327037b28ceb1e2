import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { ancestors } from '../field-path.ts';
import type { ExpandedForm, Field } from '../expand.ts';
import type { FieldId } from '../form.ts';

interface Shape {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema;
}

const asked = { 'ui:field': 'Question' };

/**
 * What react-jsonschema-form walks for one page: groups and rows as they are nested, each question a single field
 * drawn by our own widgets. Constraints are left out: forms/validate.ts judges.
 */
export function pageShape(expanded: ExpandedForm, ids: readonly FieldId[]): Shape {
  const wanted = new Set(ids.flatMap((id) => [id, ...ancestors(id)]));
  const inside = (parent: FieldId | undefined, all: boolean): Shape => {
    const fields = [...expanded.fields.values()].filter((field) => field.parent === parent && (all || wanted.has(field.id)));
    const order = all ? fields : fields.toSorted((one, other) => position(ids, one.id) - position(ids, other.id));
    const shapes = order.map((field): readonly [string, Shape] => [field.id.slice(field.id.lastIndexOf('.') + 1), shapeOf(field)]);
    return {
      schema: { type: 'object', properties: Object.fromEntries(shapes.map(([key, { schema }]) => [key, schema])) },
      uiSchema: Object.fromEntries(shapes.map(([key, { uiSchema }]) => [key, uiSchema])),
    };
  };
  const shapeOf = (field: Field): Shape => {
    if (field.kind === 'group') return inside(field.id, false);
    if (field.kind !== 'rows') return { schema: { type: 'string' }, uiSchema: asked };
    const rows = inside(field.id, true);
    return { schema: { type: 'array', items: rows.schema, maxItems: field.schema.maxItems as number }, uiSchema: { 'ui:options': { orderable: false }, items: rows.uiSchema } };
  };
  return inside(undefined, false);
}

/** Where the page first asks for a field, or for one inside it. */
function position(ids: readonly FieldId[], id: FieldId): number {
  const at = ids.findIndex((one) => one === id || one.startsWith(`${id}.`));
  return at < 0 ? ids.length : at;
}
