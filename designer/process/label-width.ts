/** How wide lines of another font may be, by tenths of what the file has. */
const tenths = [10, 11, 12, 13, 14];

/**
 * How wide a name beside an element is drawn: as the file says, but never narrower than its longest word, so that no
 * word is broken; up to two fifths wider where it then has no more lines than the file leaves room for, and a tenth
 * wider where that saves a line. Files of other tools are laid out for another font, and a name in another language
 * has other words.
 */
export const labelWidth = (name: string, width: number, measured: (word: string) => number, linesAt: (width: number) => number = () => 1, room = Number.POSITIVE_INFINITY): number => {
  const least = Math.max(width, ...name.split(/[\s\u00AD]+|(?<=[-/])/u).map(measured));
  const fits = [...new Set(tenths.map((by) => Math.ceil(Math.max(least, (width * by) / 10))))].find((wide) => linesAt(wide) <= room) ?? Math.ceil(least);
  const wider = Math.ceil((fits * 11) / 10);
  return linesAt(wider) < linesAt(fits) ? wider : fits;
};
