import type { Json } from '../engine/state.ts';
import type { ExpandedForm, Field } from './expand.ts';
import { isObject } from './field-path.ts';
import type { Catalogues, FileValue } from './form.ts';
import { byteSize } from './media.ts';
import { formatPoint } from './place.ts';
import { formatNumber } from './number.ts';
import type { Lang } from './text.ts';

const yes = { vi: 'Có', en: 'Yes' };
const no = { vi: 'Không', en: 'No' };
const confirmed = { vi: 'Đã xác nhận', en: 'Confirmed' };

/** "2026-03-27" → "27/03/2026"; what is no date stays. */
export function formatDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : iso;
}

/** 75000 → "75.000 đ". */
export const formatMoney = (dong: number): string => `${formatNumber(dong, 'vi')}\u00a0đ`;

export interface Shown {
  readonly expanded: ExpandedForm;
  readonly lang: Lang;
  readonly catalogues: Catalogues;
}

/** A value as people read it, in lines; nothing for an absent one. */
export function display(field: Field, value: Json | undefined, shown: Shown): string[] {
  if (value === undefined || value === null || value === '') return [];
  const { lang } = shown;
  const { widget, ui } = field;
  if (widget === 'address' && isObject(value)) return [address(field, value, shown)];
  if (widget === 'place' && isObject(value)) return place(value);
  if (widget === 'signature') return filesIn(value).map((file) => file.name.replace(/\.png$/, ''));
  if (widget === 'files') return filesIn(value).map((file) => `${file.name} (${byteSize(file.size, lang)})`);
  if (widget === 'parcels' && Array.isArray(value)) return [value.join(', ')];
  if (Array.isArray(value)) return value.flatMap((one: Json) => display(field, one, shown));
  const option = optionsOf(field, shown.catalogues).find((one) => one.value === value);
  if (option) return [option.label[lang]];
  if (widget === 'declaration') return value === true ? [confirmed[lang]] : [];
  if (typeof value === 'boolean') return [(value ? yes : no)[lang]];
  if (typeof value === 'number') {
    // What is typed as text is no amount: a year is not "1.985".
    if (widget === 'text') return [String(value)];
    if (widget === 'money') return [formatMoney(value)];
    const unit = ui.unit?.[lang];
    return [formatNumber(value, lang) + (unit === undefined ? '' : unit === '%' ? '%' : `\u00a0${unit}`)];
  }
  if (typeof value !== 'string') return [JSON.stringify(value)];
  return widget === 'date' || field.schema.format === 'date' ? [formatDate(value)] : value.split('\n');
}

/** What a field offers: the installation's list where it names one, else its own. */
export const optionsOf = ({ ui }: Field, catalogues: Catalogues) => (ui.catalogue !== undefined && Object.hasOwn(catalogues, ui.catalogue) ? catalogues[ui.catalogue] : undefined) ?? ui.options ?? [];

export const filesIn = (value: Json | undefined): FileValue[] => (Array.isArray(value) ? (value as Json[]).filter((one) => isObject(one) && typeof one.name === 'string') as unknown as FileValue[] : []);

/** "12/3, Đường Số Mẫu, Khu phố 1, Phường Bến Mẫu, Thành phố Hồ Chí Minh". */
function address(field: Field, value: Readonly<Record<string, Json>>, shown: Shown): string {
  const part = (key: string) => {
    const one = shown.expanded.fields.get(`${field.id}.${key}`);
    return one ? display(one, value[key], shown) : [];
  };
  return ['detail', 'houseNo', 'street', 'neighbourhood', 'commune', 'province'].flatMap(part).join(', ');
}

/** The address, the words, and the coordinates as maps read them. */
const place = ({ address: street, words, latitude, longitude }: Readonly<Record<string, Json>>): string[] => [
  ...[street, words].flatMap((text) => (typeof text === 'string' ? text.split('\n') : [])),
  ...(typeof latitude === 'number' && typeof longitude === 'number' ? [formatPoint({ latitude, longitude })] : []),
];
