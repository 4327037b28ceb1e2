import type { FieldId, FieldUi, Form, Page, Schema, Widget } from '../../forms/form.ts';

type LocalText = Page['title'];

/** Kinds of question that can be added without writing a schema. */
export const newKinds = { text: { $ref: 'motcua:line' }, long: { $ref: 'motcua:long-text' }, number: { type: 'number', minimum: 0 }, date: { $ref: 'motcua:date' }, yesNo: { $ref: 'motcua:yes-no' } } as const satisfies Readonly<Record<string, Schema>>;
export type NewKind = keyof typeof newKinds;

const fieldName = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;

/** `work.floors[].area` → the keys on the way; `[]` goes into the items. */
const keysOf = (id: FieldId): string[] => id.replaceAll('[]', '.[]').split('.');

/** Changes the schema at a place; gives `undefined` where the way leads through a shared block, which is not this form's. */
function changeAt(schema: Schema, keys: readonly string[], by: (schema: Schema) => Schema): Schema | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return by(schema);
  const child = key === '[]' ? schema.items : schema.properties?.[key];
  if (child === undefined) return undefined;
  const next = changeAt(child, rest, by);
  if (next === undefined) return undefined;
  return key === '[]' ? { ...schema, items: next } : { ...schema, properties: { ...schema.properties, [key]: next } };
}

const ownerOf = (id: FieldId): { readonly owner: string[]; readonly name: string } => {
  const keys = keysOf(id);
  return { owner: keys.slice(0, -1), name: keys.at(-1) ?? '' };
};

const at = (schema: Schema | undefined, keys: readonly string[]): Schema | undefined =>
  keys.reduce<Schema | undefined>((found, key) => (key === '[]' ? found?.items : found?.properties?.[key]), schema);

/** Whether the schema asks for it; nothing where that is said in a shared block. */
export const isRequired = (form: Form, id: FieldId): boolean | undefined => {
  const { owner, name } = ownerOf(id);
  const schema = at(form.schema, owner);
  return schema?.properties?.[name] === undefined ? undefined : (schema.required ?? []).includes(name);
};

export function setRequired(form: Form, id: FieldId, required: boolean): Form {
  if (isRequired(form, id) === undefined) return form;
  const { owner, name } = ownerOf(id);
  const schema = changeAt(form.schema, owner, (one) => {
    const others = (one.required ?? []).filter((other) => other !== name);
    return { ...one, required: required ? [...others, name] : others };
  });
  return schema ? { ...form, schema } : form;
}

/** A text of a question: what is blank in both languages is left out. */
export function setFieldText(form: Form, id: FieldId, which: 'label' | 'hint', text: LocalText): Form {
  const { [which]: _, ...rest } = form.ui.fields[id] ?? ({} as FieldUi);
  const isBlank = text.vi.trim() === '' && text.en.trim() === '';
  const field = (isBlank ? rest : which === 'label' ? { label: text, ...rest } : { ...rest, [which]: text }) as FieldUi;
  return { ...form, ui: { ...form.ui, fields: { ...form.ui.fields, [id]: field } } };
}

const changePage = (form: Form, pageId: string, by: (page: Page) => Page): Form => ({ ...form, ui: { ...form.ui, pages: form.ui.pages.map((page) => (page.id === pageId ? by(page) : page)) } });

export const setPageTitle = (form: Form, pageId: string, title: LocalText): Form => changePage(form, pageId, (page) => ({ ...page, title }));

/** Up or down on its page; the ends hold. */
export const moveField = (form: Form, pageId: string, id: FieldId, by: -1 | 1): Form =>
  changePage(form, pageId, (page) => {
    const from = page.fields.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= page.fields.length) return page;
    const fields = [...page.fields];
    [fields[from], fields[to]] = [fields[to]!, fields[from]!];
    return { ...page, fields };
  });

export interface NewField {
  readonly id: FieldId;
  readonly kind: NewKind;
  readonly label: LocalText;
}

/** Why a new question cannot have this id; nothing when it can. */
export const idFault = (form: Form, id: string): 'blank' | 'shape' | 'taken' | 'inside' | undefined => {
  if (id.trim() === '') return 'blank';
  if (!fieldName.test(id)) return 'shape';
  const keys = id.split('.');
  if (at(form.schema, keys)) return 'taken';
  const owner = keys.slice(0, -1).reduce<Schema | undefined>((found, key) => (found === undefined ? undefined : found.$ref === undefined && found.type === 'object' ? (found.properties?.[key] ?? { type: 'object' }) : undefined), form.schema);
  return owner === undefined || owner.$ref !== undefined || owner.type !== 'object' ? 'inside' : undefined;
};

/** A new question at the end of a page; groups on the way to it are made. */
export function addField(form: Form, pageId: string, { id, kind, label }: NewField): Form {
  const put = (schema: Schema, [key = '', ...rest]: readonly string[]): Schema => ({
    ...schema,
    properties: { ...schema.properties, [key]: rest.length === 0 ? newKinds[kind] : put(schema.properties?.[key] ?? { type: 'object', properties: {}, additionalProperties: false }, rest) },
  });
  const widget: { widget?: Widget } = kind === 'number' ? { widget: 'number' } : {};
  const grown: Form = {
    ...form,
    schema: put(form.schema, id.split('.')),
    ui: { ...form.ui, fields: { ...form.ui.fields, [id]: { label, ...widget } } },
  };
  return changePage(grown, pageId, (page) => ({ ...page, fields: [...page.fields, id] }));
}

/** Takes a question away: from the schema, its page and its texts. Rules that ask for it stay, and the check finds them. */
export function removeField(form: Form, id: FieldId): Form {
  const { owner, name } = ownerOf(id);
  const without = changeAt(form.schema, owner, ({ properties = {}, required, ...rest }) => ({
    ...rest,
    ...(required && { required: required.filter((one) => one !== name) }),
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name)),
  }));
  if (!without) return form;
  const keep = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== id && !key.startsWith(`${id}.`) && !key.startsWith(`${id}[]`)));
  return {
    ...form, schema: without, sources: keep(form.sources),
    ui: { ...form.ui, fields: keep(form.ui.fields), pages: form.ui.pages.map((page) => ({ ...page, fields: page.fields.filter((one) => one !== id) })) },
  };
}
