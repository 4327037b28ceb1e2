/** Where a character of a text stands, as editors count: from 1. */
export const placeOf = (text: string, index: number): string => {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
};
