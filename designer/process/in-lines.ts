const hyphen = '\u00AD';
const shown = (line: string): string => line.trim().replace(/\u00AD$/, '-').replaceAll(hyphen, '');

/** A text in lines of at most a width: they end between words, after `-` and `/`, or at a soft hyphen; a word that is wider than a line has one of its own. */
export const inLines = (text: string, width: number, measured: (line: string) => number): readonly string[] =>
  text.split(/\u00AD?\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const piece of paragraph.split(/(?<=[\s\u00AD/-])(?=\S)/)) {
      if (line.trim() !== '' && measured(shown(line + piece)) > width) {
        lines.push(shown(line));
        line = '';
      }
      line += piece;
    }
    return [...lines, shown(line)];
  });

/** How a name may be written into a box: with less air around it, and smaller. */
export interface Hand {
  readonly padding: number;
  readonly fontSize: number;
}

/** The largest hand in which a name stands within its box, no word broken; the smallest where none is small enough. */
export const fitting = (hands: readonly Hand[], box: { readonly width: number; readonly height: number }, lineHeight: number, written: (hand: Hand) => { readonly lines: number; readonly widest: number }): Hand =>
  hands.find((hand) => {
    const { lines, widest } = written(hand);
    return widest <= box.width - 2 * hand.padding && lines * hand.fontSize * lineHeight <= box.height;
  }) ?? hands.at(-1)!;
