import type { Form } from '../../forms/form.ts';
import type { Transaction } from '../../storage/store.ts';
import { inForce } from '../../storage/tables/units.ts';
import type { Package } from '../library/package.ts';

/** What the receiver pays the post for a result that is sent home, and by which document. */
export interface Postage { readonly amount: number; readonly document: string }

/** The postage at an instant, as the unit over all others has set it; undefined where nobody has. */
export async function postageAt(tx: Transaction, at: string): Promise<Postage | undefined> {
  const over = await tx.units.find({ parentId: null, ...inForce(at) });
  const [held] = await tx.unitSettings.find({ unitId: { in: over.map(({ id }) => id) }, name: 'postage', procedureKey: null, validFrom: { lte: at } }, { order: [['validFrom', 'desc'], ['createdAt', 'desc'], ['id', 'asc']], limit: 1 });
  return typeof held?.value === 'number' && held.document !== null ? { amount: held.value, document: held.document } : undefined;
}

const asked = 'delivery.method';
const usual = { vi: 'Bạn trả cước cho bưu điện khi nhận', en: 'You pay the postage to the postman' };

/** The application form, with what the post costs beside the choice of it. */
export function withPostage(form: Form, { procedure }: Pick<Package, 'procedure'>, postage: Postage | undefined): Form {
  const field = form.ui.fields[asked];
  const way = procedure.delivery.find(({ method }) => method === 'post');
  if (form.id !== procedure.forms.application || field?.options === undefined || way === undefined) return form;
  const options = field.options.map((option) => {
    if (option.value !== 'post') return option;
    const { vi, en } = option.hint ?? way.note ?? usual;
    const hint = postage === undefined
      ? { vi: `${vi}. Bưu điện báo mức cước.`, en: `${en}. The post tells how much it is.` }
      : { vi: `${vi}: ${dong(postage.amount)} (${postage.document})`, en: `${en}: ${dong(postage.amount)} (${postage.document})` };
    return { ...option, hint };
  });
  return { ...form, ui: { ...form.ui, fields: { ...form.ui.fields, [asked]: { ...field, options } } } };
}

const dong = (amount: number): string => `${new Intl.NumberFormat('vi-VN').format(amount)} đ`;
