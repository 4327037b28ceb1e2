import { check, variables } from '../../../engine/expression/feel.ts';
import type { Text } from '../../words.ts';
import { readersWhy } from './why.ts';

const patterns = [
  [/^did not expect "(?<word>.*)" at line (?<line>\d+), column (?<column>\d+)$/s, 'feelUnexpected'],
  [/^expected the expression to go on, but it ends at line \d+, column \d+$/, 'feelUnfinished'],
  [/^expected an expression, but it is empty$/, 'feelEmpty'],
  [/^there is no function "(?<word>.*)"$/s, 'feelNoFunction'],
] as const;

/** What is wrong with an expression, in plain words with its place; nothing when nothing is. `names` are those it may use, where all are known. */
export function feelFault(text: Text, feel: string, names: readonly string[] | undefined): string | undefined {
  const why = check(feel);
  if (why !== undefined) {
    for (const [pattern, word] of patterns) {
      const found = pattern.exec(why);
      if (found) return text(word, found.groups ?? {});
    }
    return text('feelOther', { why: readersWhy(why) });
  }
  const unknown = names && variables(feel).find((name) => !names.some((one) => one === name || name.startsWith(`${one}.`)));
  return unknown === undefined ? undefined : text('feelNoName', { word: unknown });
}
