import type { Data, Json } from '../../../engine/state.ts';
import type { Citizen } from './citizens.ts';

/** A house of a ward, with its parcel. */
export interface House { readonly commune: string; readonly houseNo: string; readonly street: string; readonly sheet: string; readonly parcel: string; readonly latitude: number; readonly longitude: number }
/** What a dossier is about: a house, and of a report what people see there. */
export interface Place extends House { readonly seen?: { readonly title: string; readonly words: string; readonly latitude: number; readonly longitude: number } }

/** Whoever applies in the scenarios. */
const model = { name: 'Nguyễn Văn Giả Định', idNo: '079085000001', phone: '0900000001', commune: '99001' };

/** What a scenario says, as another person would have said it of another place; `paperOf` gives the files that it names. */
export function another(said: Data, { name, idNo, phone }: Citizen, place: Place, paperOf: (title: string) => Data): Data {
  const words = new Map([[model.name, name], [model.idNo, idNo], [model.phone, phone]]);
  const change = (value: Json): Json => {
    if (typeof value === 'string') return words.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item: Json) => change(item));
    if (value === null || typeof value !== 'object') return value;
    const object = value as Data;
    if (typeof object['file'] === 'string' && typeof object['sha256'] === 'string') return paperOf(String(object['name'] ?? 'giay-to.pdf'));
    const own: Record<string, Json> = Object.fromEntries(Object.entries(object).map(([key, member]) => [key, change(member)]));
    if (typeof own['street'] === 'string' && 'commune' in own) Object.assign(own, { street: place.street, houseNo: place.houseNo });
    if (own['commune'] === model.commune) own['commune'] = place.commune;
    if ('mapSheetNo' in own && 'parcelNo' in own) Object.assign(own, { mapSheetNo: place.sheet, parcelNo: Array.isArray(own['parcelNo']) ? [place.parcel] : place.parcel });
    if (typeof own['latitude'] === 'number' && typeof own['longitude'] === 'number') Object.assign(own, whereOf(place, own));
    return own;
  };
  return change(said) as Data;
}

/** In the words of whoever saw it; what lies at a house is told by no words of another place. */
function whereOf({ latitude, longitude, street, houseNo, seen }: Place, { words }: Data): Data {
  if (seen !== undefined) return { latitude: seen.latitude, longitude: seen.longitude, words: seen.words };
  return { latitude, longitude, ...(words !== undefined && { words: `Trước nhà số ${houseNo} ${street}` }) };
}
