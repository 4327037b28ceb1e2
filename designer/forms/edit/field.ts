import type { FieldId, FieldUi, Form, Rule, Source } from '../../../forms/form.ts';
import type { LocalText } from '../../../forms/text.ts';
import { changeAt, isInside, keysOf, ownerOf, schemaAt } from './schema-at.ts';

/** Whether the schema asks for it; nothing where that is said in a shared block. */
const isRequired = (form: Form, id: FieldId): boolean | undefined => {
  const { owner, name } = ownerOf(id);
  const schema = schemaAt(form.schema, owner.join('.'));
  return schema?.properties?.[name] === undefined ? undefined : (schema.required ?? []).includes(name);
};

function setRequired(form: Form, id: FieldId, required: boolean): Form {
  const { owner, name } = ownerOf(id);
  const schema = changeAt(form.schema, owner, ({ required: before = [], ...one }) => {
    const others = before.filter((other) => other !== name);
    return { ...one, required: required ? [...others, name] : others };
  });
  return schema ? { ...form, schema } : form;
}

/** How much the office needs an answer. */
export type Presence = 'required' | 'wanted' | 'optional';

/** Nothing for parts of shared blocks, whose blocks say it. */
export const presenceOf = (form: Form, id: FieldId): Presence | undefined => {
  const required = isRequired(form, id);
  return required === undefined ? undefined : required ? 'required' : form.ui.fields[id]?.wanted ? 'wanted' : 'optional';
};

export function setPresence(form: Form, id: FieldId, presence: Presence): Form {
  if (presenceOf(form, id) === undefined) return form;
  return setUi(setRequired(form, id, presence === 'required'), id, { wanted: presence === 'wanted' ? true : undefined });
}

/** Changes how a question is asked; `undefined` takes a member away. */
export function setUi(form: Form, id: FieldId, part: { readonly [K in keyof FieldUi]?: FieldUi[K] | undefined }): Form {
  const merged = Object.entries({ ...form.ui.fields[id], ...part }).filter(([, value]) => value !== undefined);
  const { [id]: _, ...others } = form.ui.fields;
  const field = Object.fromEntries(merged) as unknown as FieldUi;
  const kept = merged.length === 0 ? others : id in form.ui.fields ? { ...form.ui.fields, [id]: field } : { ...others, [id]: field };
  return { ...form, ui: { ...form.ui, fields: kept } };
}

/** A text of a question: what is blank in both languages is left out. */
export const setFieldText = (form: Form, id: FieldId, which: 'label' | 'hint' | 'unit' | 'rowLabel' | 'statement', text: LocalText): Form =>
  setUi(form, id, { [which]: text.vi.trim() === '' && text.en.trim() === '' ? undefined : text });

const without = <T extends object>(one: T, member: string): T => Object.fromEntries(Object.entries(one).filter(([key]) => key !== member)) as T;

/** Sets a keyword of the field's own schema, beside what its shared block says; `undefined` takes it away. */
export function setKeyword(form: Form, id: FieldId, keyword: string, value: unknown): Form {
  const schema = changeAt(form.schema, keysOf(id), (one) => (value === undefined ? without(one, keyword) : { ...one, [keyword]: value }));
  return schema ? { ...form, schema } : form;
}

/** Where the question comes from; without a basis nothing is said. */
export function setSource(form: Form, id: FieldId, source: Source): Form {
  const { [id]: _, ...others } = form.sources;
  const { register, ...rest } = source;
  const kept = rest.basis.trim() === '' && !register ? others : { ...form.sources, [id]: { ...rest, ...(register ? { register } : {}) } };
  return { ...form, sources: kept };
}

/** What a rule is about: a field or a page. */
export const targetOf = (rule: Rule): string => ('show' in rule ? rule.show : 'require' in rule ? rule.require : 'compute' in rule ? rule.compute : 'warn' in rule ? rule.warn : rule.refuse);

/** Takes a question away: from the schema, its page, its texts, and the rules about it. Conditions that ask for it stay, and the check finds them. */
export function removeField(form: Form, id: FieldId): Form {
  const { owner, name } = ownerOf(id);
  const without = changeAt(form.schema, owner, ({ properties = {}, required, ...rest }) => ({
    ...rest,
    ...(required && { required: required.filter((one) => one !== name) }),
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name)),
  }));
  if (!without) return form;
  const keep = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).filter(([key]) => !isInside(key, id)));
  return {
    ...form, schema: without, sources: keep(form.sources), rules: form.rules.filter((rule) => !isInside(targetOf(rule), id)),
    ui: { ...form.ui, fields: keep(form.ui.fields), pages: form.ui.pages.map((page) => (page.fields.includes(id) ? { ...page, fields: page.fields.filter((one) => one !== id) } : page)) },
  };
}
