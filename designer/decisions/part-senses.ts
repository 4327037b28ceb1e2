import type { Decision } from '../../engine/decision/model.ts';
import type { Text } from '../words.ts';
import type { PartSense } from './answer-words.tsx';
import { moneyNames } from './column-labels.ts';
import { outputWord } from './reading-words.ts';
import type { DecisionView } from './table-file.ts';
import type { Senses } from './use-senses.ts';

/** What the parts of answers are called and mean: by the columns of the tables, else by the words that every procedure has. `whole` is of an answer that is one value. */
export function partSenses(decisions: readonly DecisionView[], model: readonly Decision[], name: string, senses: Senses, text: Text): { readonly whole: PartSense | undefined; readonly of: (part: string, isWithin: boolean) => PartSense } {
  const tables = decisions.filter((decision) => decision.kind === 'table');
  const hasFees = tables.some(({ outputs }) => outputs.some(({ name: output }) => moneyNames.has(output)));
  const wordOf = (part: string): string => (part === 'kind' && !hasFees ? text('answerKind') : outputWord(text, part));
  const own = tables.find(({ id }) => id === name);
  const sense = (output: (typeof tables)[number]['outputs'][number]): PartSense => ({ ...senses.output(output), label: output.label || wordOf(output.name) });
  const of = (part: string, isWithin: boolean): PartSense => {
    const named = (some: typeof tables) => some.flatMap(({ outputs }) => outputs).find((one) => one.name === part);
    const mine = own && named([own]);
    if (mine) return sense(mine);
    const title = isWithin ? undefined : decisions.find(({ id }) => id === model.find(({ id: of, variable }) => variable === part && of !== name)?.id)?.title;
    const output = title ? undefined : named(tables);
    return output ? sense(output) : { label: title || wordOf(part), isMoney: moneyNames.has(part), labels: new Map() };
  };
  const [only, ...others] = own?.outputs ?? [];
  return { whole: only && others.length === 0 ? sense(only) : undefined, of };
}
