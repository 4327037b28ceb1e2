import { blocks, type Block } from './blocks.ts';
import type { FieldId, FieldUi, Form, Page, Schema, Widget } from './form.ts';
import { refusedSchema, schemaLimits } from './limits.ts';

/** One question, or one part of it, with everything known about it in one place. */
export interface Field {
  readonly id: FieldId;
  readonly schema: Schema;
  readonly ui: FieldUi;
  readonly widget: Widget;
  /** Nearest field it lies in. */
  readonly parent?: FieldId;
  /** `group` holds fields and is never asked itself; `composite` is asked as one (an address); `rows` repeats. */
  readonly kind: 'group' | 'composite' | 'rows' | 'leaf';
  /** Its parent's schema lists it as required. */
  readonly required: boolean;
  readonly pages: readonly Page[];
}

/** A form with its references written out. Throws with the reason when the schema cannot be one. */
export interface ExpandedForm {
  readonly form: Form;
  readonly schema: Schema;
  /** In the order of the schema, parents first. */
  readonly fields: ReadonlyMap<FieldId, Field>;
}

type Rewritten = Schema & { readonly 'x-block'?: string };

function writeOut(root: Schema): Schema {
  let nodes = 0;
  const target = (reference: string): { schema: Schema; block?: Block } => {
    const block = blocks.get(reference);
    if (block) return { schema: block.schema, block };
    const name = /^#\/\$defs\/([A-Za-z0-9_-]+)$/.exec(reference)?.[1];
    const schema = name && root.$defs && Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
    if (!schema) throw new Error(`expected $ref to be a shared block such as motcua:phone, or #/$defs/name, but it is "${reference}"`);
    return { schema };
  };
  const visit = (schema: unknown, within: readonly string[], depth: number): unknown => {
    if (Array.isArray(schema)) return schema.map((one: unknown) => visit(one, within, depth));
    if (typeof schema !== 'object' || schema === null) return schema;
    nodes += 1;
    if (nodes > schemaLimits.nodes * 4) throw new Error(`expected at most ${schemaLimits.nodes} subschemas, references written out, but there are more`);
    if (depth > schemaLimits.depth * 2 + 2) throw new Error(`expected at most ${schemaLimits.depth} levels, but the schema goes deeper`);
    const { $ref, $defs: _, ...own } = schema as Schema;
    const rest = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, key === 'enum' || key === 'const' || key === 'required' ? value : visit(value, within, depth + 1)]));
    if (typeof $ref !== 'string') return rest;
    if (within.includes($ref)) throw new Error(`expected no schema inside itself, but ${$ref} is`);
    const { schema: referred, block } = target($ref);
    const base = visit(referred, [...within, $ref], depth + 1) as Rewritten;
    const properties = base.properties && rest.properties ? { properties: { ...base.properties, ...(rest.properties as Schema['properties']) } } : {};
    return { ...base, ...rest, ...properties, ...(block ? { 'x-block': block.id } : {}) };
  };
  return visit(root, [], 0) as Schema;
}

const closed = (schema: Schema): Schema => {
  const { 'x-block': _, ...rest } = schema as Rewritten;
  const properties = rest.properties && Object.fromEntries(Object.entries(rest.properties).map(([key, one]) => [key, closed(one)]));
  return {
    ...rest,
    ...(properties ? { properties, additionalProperties: rest.additionalProperties ?? false } : {}),
    ...(rest.items ? { items: closed(rest.items) } : {}),
    ...(rest.type === 'array' ? { maxItems: rest.maxItems ?? schemaLimits.items } : {}),
  };
};

const widgetByType: Partial<Record<NonNullable<Schema['type']>, Widget>> = { number: 'number', integer: 'number', boolean: 'yes-no', array: 'rows' };

function widgetOf(schema: Schema, ui: FieldUi): Widget {
  if (ui.widget) return ui.widget;
  if (schema.type === 'array' && schema.items?.enum) return 'checkboxes';
  if (ui.catalogue) return 'select';
  const choices = ui.options?.length ?? schema.enum?.length ?? 0;
  if (choices > 0) return choices > 7 ? 'select' : 'radios';
  return (schema.type && widgetByType[schema.type]) ?? 'text';
}

const known = new WeakMap<Form, ExpandedForm>();

/** Same form, same object: the work is done once. */
export function expand(form: Form): ExpandedForm {
  const found = known.get(form);
  if (found) return found;
  const written = writeOut(form.schema) as Rewritten;
  const why = refusedSchema(written);
  if (why) throw new Error(why);
  const fields = new Map<FieldId, Field>();
  const visit = (schema: Rewritten, id: FieldId, parent: FieldId | undefined, required: boolean, inherited: FieldUi | undefined) => {
    const block = schema['x-block'] ? blocks.get(schema['x-block']) : undefined;
    const own = Object.hasOwn(form.ui.fields, id) ? form.ui.fields[id] : undefined;
    const ui: FieldUi = { label: { vi: id, en: id }, ...block?.ui, ...inherited, ...own, messages: { ...block?.ui.messages, ...inherited?.messages, ...own?.messages } };
    const widget = widgetOf(schema, ui);
    const composite = schema.type === 'object' && ui.widget !== undefined;
    const kind = composite ? 'composite' : schema.type === 'object' ? 'group' : widget === 'rows' ? 'rows' : 'leaf';
    const pages = form.ui.pages.filter((page) => page.fields.includes(id));
    fields.set(id, { id, schema: closed(schema), ui, widget, kind, required, pages, ...(parent === undefined ? {} : { parent }) });
    const inside = kind === 'rows' ? schema.items : kind === 'leaf' ? undefined : schema;
    const prefix = kind === 'rows' ? `${id}[]` : id;
    for (const [key, one] of Object.entries(inside?.properties ?? {})) visit(one, `${prefix}.${key}`, id, inside?.required?.includes(key) ?? false, block?.fields?.[key]);
  };
  for (const [key, one] of Object.entries(written.properties ?? {})) visit(one, key, undefined, written.required?.includes(key) ?? false, undefined);
  const expanded: ExpandedForm = { form, schema: closed(written), fields };
  known.set(form, expanded);
  return expanded;
}
