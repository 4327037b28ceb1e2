import type { Text } from '../words.ts';
import { places } from './customisable.ts';

/** A place in procedure.json by what people call the part that it is in; deeper than a part, with its pointer. */
export const placeWord = (pointer: string, text: Text): string => {
  const part = places.find((place) => pointer === place || pointer.startsWith(`${place}/`));
  if (part === undefined) return pointer;
  const word = text(`customise_${part.slice(1)}` as 'customise_agency');
  return part === pointer ? word : `${word} (${pointer})`;
};
