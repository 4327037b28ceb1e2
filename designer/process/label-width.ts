/** How wide a name beside an element is drawn: as the file says, but never narrower than its longest word, so that no word is broken. Files of other tools are laid out for another font, and a name in another language has other words. */
export const labelWidth = (name: string, width: number, measured: (word: string) => number): number =>
  Math.ceil(Math.max(width, ...name.split(/[\s\u00AD]+|(?<=-)/u).map(measured)));
