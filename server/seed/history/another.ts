import type { Data, Json } from '../../../engine/state.ts';
import type { Citizen } from './citizens.ts';

/** A house of the ward, as its map has it. */
export interface House { readonly houseNo: string; readonly street: string; readonly sheet: string; readonly parcel: string; readonly latitude: number; readonly longitude: number }

/** Whoever applies in the scenarios. */
const model = { name: 'Nguyễn Văn Giả Định', idNo: '079085000001', phone: '0900000001' };

/** What a scenario says, as another person would have said it for another house; `paperOf` gives the files that it names. */
export function another(said: Data, { name, idNo, phone }: Citizen, house: House, paperOf: (title: string) => Data): Data {
  const words = new Map([[model.name, name], [model.idNo, idNo], [model.phone, phone]]);
  const change = (value: Json): Json => {
    if (typeof value === 'string') return words.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item: Json) => change(item));
    if (value === null || typeof value !== 'object') return value;
    const object = value as Data;
    if (typeof object['file'] === 'string' && typeof object['sha256'] === 'string') return paperOf(String(object['name'] ?? 'giay-to.pdf'));
    const own: Record<string, Json> = Object.fromEntries(Object.entries(object).map(([key, member]) => [key, change(member)]));
    if (typeof own['street'] === 'string' && 'commune' in own) Object.assign(own, { street: house.street, houseNo: house.houseNo });
    if ('mapSheetNo' in own && 'parcelNo' in own) Object.assign(own, { mapSheetNo: house.sheet, parcelNo: Array.isArray(own['parcelNo']) ? [house.parcel] : house.parcel });
    if (typeof own['latitude'] === 'number' && typeof own['longitude'] === 'number') Object.assign(own, { latitude: house.latitude, longitude: house.longitude });
    return own;
  };
  return change(said) as Data;
}
