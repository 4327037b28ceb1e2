/** A sentence that is said, `{}` where it fills something in, and the same in Vietnamese: `{0}` the first of what was filled in. */
export type Said = readonly [english: string, vietnamese: string];

const asPattern = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll('{}', '(.*?)').replaceAll(/[{}]/g, String.raw`\$&`);

/** Says any of these sentences in Vietnamese, with what was filled in as `words` puts it (`mark`: what stands before the number); nothing for another sentence. */
export const sayingBy = (sentences: readonly Said[], words: (value: string, mark: string) => string): ((message: string) => string | undefined) => {
  // What says more of itself comes first: of two that fit, the one that fills in less is meant.
  const patterns = sentences.map(([english, vietnamese]) => ({ said: new RegExp(`^${asPattern(english)}$`, 's'), vietnamese, own: english.replaceAll('{}', '').length })).toSorted((one, other) => other.own - one.own);
  return (message) => {
    for (const { said, vietnamese } of patterns) {
      const parts = said.exec(message);
      if (parts) return vietnamese.replaceAll(/\{(#?)(\d)\}/g, (_whole, mark: string, index: string) => words(parts[Number(index) + 1]!, mark));
    }
    return undefined;
  };
};

/** “line 2, column 5” in Vietnamese, and everything else as it is. */
export const placeInVietnamese = (value: string): string => value.replace(/^line (\d+), column (\d+)$/, 'dòng $1, cột $2');
