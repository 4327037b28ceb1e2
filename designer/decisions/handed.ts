import type { AnswerKind } from '../../forms/answer-kind.ts';
import type { LetterName } from '../../procedures/letters/names.ts';
import type { AskedInput } from './table-columns.ts';

/** What a step hands over under a name. */
export interface Handed {
  readonly name: string;
  readonly text: string;
}

/** What a question is called in a table: the last part of its name, `application.work.area` → `area`. */
export const lastName = (feel: string): string => (feel.split('.').at(-1) ?? '').replaceAll('-', '_');

/**
 * What a step hands a table that it is to ask: just the inputs of its file. What it hands over already stays, what other
 * steps hand the file is handed too, and what is called like a question is taken from there. The rest is nothing yet.
 */
export const proposed = (inputs: readonly string[], own: readonly Handed[], others: ReadonlyMap<string, string>, offers: readonly LetterName[]): Handed[] =>
  inputs.map((name) => ({
    name,
    text: own.find((one) => one.name === name)?.text ?? others.get(name) ?? offers.find(({ feel }) => lastName(feel) === name)?.feel ?? 'null',
  }));

const types: Partial<Record<AnswerKind, AskedInput['type']>> = { yesNo: 'boolean', number: 'number', date: 'date' };

/**
 * A question as a column of a table. `taken`: what the table asks already; `declared`: what its file asks for, and
 * `handed`: from which question steps fill that. An input of the file is shared where it is the same question.
 */
export function askedOf({ feel, label, options = [], kind }: LetterName, taken: readonly string[], declared: readonly string[], handed: ReadonlyMap<string, string>): AskedInput {
  const wanted = lastName(feel) || 'input';
  let number = 1;
  let name = wanted;
  while (taken.includes(name) || (declared.includes(name) && (handed.get(name) ?? feel) !== feel)) name = `${wanted}_${(number += 1)}`;
  return { name, label, type: kind === undefined ? 'string' : (types[kind] ?? 'string'), values: options.map(({ value }) => String(value)) };
}
