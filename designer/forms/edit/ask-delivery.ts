import type { Form, Option } from '../../../forms/form.ts';
import type { DeliveryWay } from '../../../procedures/procedure.ts';
import type { Static } from 'typebox';
import { setPresence, setSource } from './field.ts';
import { addField, defaultLabel, fixedId } from './library.ts';
import { setOptions } from './options.ts';
import { addPage } from './pages.ts';
import { schemaAt } from './schema-at.ts';

const id = fixedId('delivery')!;

/** The form with the question how the result is wanted, offering these ways: on a page of its own before the last, where nobody asked it; else with just these. */
export function askDelivery(form: Form, ways: readonly Static<typeof DeliveryWay>[]): Form {
  const options = ways.map(({ method, name }): Option => ({ value: method, label: name }));
  if (schemaAt(form.schema, id)) return setOptions(form, id, options);
  const { pages } = form.ui;
  const last = pages.at(-1);
  const { form: paged, id: page } = addPage(form, last?.section ?? '', defaultLabel('delivery'));
  const before = pages.length > 1 && last ? { ...paged, ui: { ...paged.ui, pages: [...paged.ui.pages.filter((one) => one.id !== page && one.id !== last.id), paged.ui.pages.find((one) => one.id === page)!, last] } } : paged;
  const asked = setOptions(addField(before, page, { id, kind: 'delivery', label: defaultLabel('delivery') }), id, options);
  return setSource(setPresence(asked, id, 'required'), id, { basis: '', mark: 'design' });
}
