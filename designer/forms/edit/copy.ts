import type { FieldId, Form } from '../../../forms/form.ts';
import { known } from './bases.ts';
import { freeId } from './field-id.ts';
import { changePage } from './pages.ts';
import { changeAt, isInside, ownerOf, schemaAt } from './schema-at.ts';

const again = (label: { readonly vi: string; readonly en: string }, number: string) => ({ vi: `${label.vi} ${number}`, en: `${label.en} ${number}` });

/** The same question once more, right behind: schema, texts and source, with a number in its name. Rules are not copied: they are about the first one. */
export function copyField(form: Form, id: FieldId): { readonly form: Form; readonly id: FieldId } {
  const schema = schemaAt(form.schema, id);
  const copy = freeId(form, id);
  const { owner, name } = ownerOf(copy);
  const grown = schema && changeAt(form.schema, owner, (one) => ({ ...one, properties: { ...one.properties, [name]: schema }, ...(one.required?.includes(ownerOf(id).name) ? { required: [...one.required, name] } : {}) }));
  if (!grown) return { form, id };
  const moved = <T>(record: Readonly<Record<string, T>>) => ({ ...record, ...Object.fromEntries(Object.entries(record).filter(([key]) => isInside(key, id)).map(([key, value]) => [`${copy}${key.slice(id.length)}`, value])) });
  const fields = moved(form.ui.fields);
  const own = fields[copy];
  const named = own ? { ...fields, [copy]: { ...own, label: again(own.label, /\d+$/.exec(copy)?.[0] ?? '2') } } : fields;
  const whole: Form = { ...form, schema: grown, sources: Object.fromEntries(Object.entries(moved(form.sources)).filter(([key, source]) => !isInside(key, copy) || known(source))), ui: { ...form.ui, fields: named } };
  const page = form.ui.pages.find(({ fields: asked }) => asked.includes(id));
  return { id: copy, form: page ? changePage(whole, page.id, (one) => ({ ...one, fields: one.fields.toSpliced(one.fields.indexOf(id) + 1, 0, copy) })) : whole };
}
