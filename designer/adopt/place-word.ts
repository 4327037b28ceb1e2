import type { Text } from '../words.ts';
import { places } from './customisable.ts';

/** A place in procedure.json by what people call the part that it is in; deeper than a part, with its pointer. */
export const placeWord = (pointer: string, text: Text): string => {
  const word = partWord(pointer, text);
  return word === pointer || places.some((place) => place === pointer) ? word : `${word} (${pointer})`;
};

/** What people call the part of procedure.json that a place is in. */
export const partWord = (pointer: string, text: Text): string => {
  const part = places.find((place) => pointer === place || pointer.startsWith(`${place}/`));
  return part === undefined ? pointer : text(`customise_${part.slice(1)}` as 'customise_agency');
};
