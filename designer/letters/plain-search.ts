/** A text as it is searched for: small letters without marks. */
export const plainSearch = (words: string): string => words.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').trim();
