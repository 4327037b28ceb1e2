/** Edits between two words: letters put in, left out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1) next.push(Math.min(row[at + 1]! + 1, next[at]! + 1, row[at]! + Number(other[at] !== letter)));
    row = next;
  }
  return row[other.length]!;
}

/** The words, the likest first. */
export const alike = (word: string, words: readonly string[]): readonly string[] =>
  words.map((other) => ({ other, far: distance(word, other) })).toSorted((one, two) => one.far - two.far).map(({ other }) => other);
