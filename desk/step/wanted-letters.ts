import type { Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';

const says = (value: Json | undefined, word: string, depth = 3): boolean =>
  value === word || (depth > 0 && isObject(value) && Object.values(value).some((inside) => says(inside, word, depth - 1)));

/**
 * The letters worth previewing: those that the step's own answer names (`result = "permit"`), else those that the
 * dossier's earlier steps name, else all of them.
 */
export function wantedLetters<L extends { readonly key: string }>(letters: readonly L[], answer: Json, steps: readonly Json[]): readonly L[] {
  const own = letters.filter(({ key }) => says(answer, key));
  if (own.length > 0) return own;
  const earlier = letters.filter(({ key }) => steps.some((step) => says(step, key)));
  return earlier.length > 0 ? earlier : letters;
}
