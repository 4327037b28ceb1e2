import { fold } from '../../forms/fold.ts';

/** Words that tell no street from another. */
const general = new Set(['duong', 'pho', 'hem', 'ngo', 'ngach', 'so', 'nha', 'street', 'road', 'lane', 'no']);
/** What follows a street: ward, district, city. A street's own name may begin so ("7 Xã Đàn"). */
const beyond = /(?<=(?:^|\s)[^\d\s]+\s)(phuong|xa|quan|huyen|tp|tinh|thi tran|kp|ap|ward|district|city)( .*)?$/;

export const telling = (folded: string): string[] => folded.split(' ').filter((word) => word !== '' && !general.has(word));
const hasDigit = (word: string): boolean => /\d/.test(word);

/** An address as it is written, taken apart: the house's number, folded, and the words of the street. */
export interface AddressWords { readonly house: string; readonly street: readonly string[] }

/** "Số 12/5A, đường Hoa Sen, phường …" is house "12 5a" of the street "hoa sen". Numbers behind a word belong to the street. */
export function addressWords(address: string): AddressWords {
  let words: string[] = [];
  for (const part of address.split(/[,;\n]/)) {
    words = [...words, ...telling(telling(fold(part).replace(/\bthanh pho\b/g, 'tp').replace(/\bkhu pho\b/g, 'kp')).join(' ').replace(beyond, ''))];
    if (words.some((word) => !hasDigit(word))) break;
  }
  const first = words.findIndex((word) => !hasDigit(word));
  return { house: words.slice(0, first < 0 ? words.length : first).join(' '), street: first < 0 ? [] : words.slice(first) };
}

/** How well a street's own words fit what was said. `equal`: the very name; `begun`: what was said begins some of its words; `held`: its name stands among more words, which may make it another's. */
export type Fit = 'equal' | 'begun' | 'held';

export function fitOf(street: readonly string[], said: readonly string[]): Fit | undefined {
  if (street.length === 0 || said.length === 0) return undefined;
  if (street.length === said.length && street.every((word, index) => word === said[index])) return 'equal';
  if (said.every((word) => street.some((own) => own.startsWith(word)))) return 'begun';
  return street.every((word) => said.includes(word)) ? 'held' : undefined;
}
