import { builtins } from '../../../engine/expression/builtins.ts';
import type { AnswerKind } from '../../../forms/answer-kind.ts';

/** Functions that are offered, each with a line of help in the words: those that forms need; all others may be written. */
export const offered = ['sum', 'count', 'min', 'max', 'mean', 'abs', 'floor', 'ceiling', 'round half up', 'modulo', 'list contains', 'distinct values', 'contains', 'starts with', 'string length', 'upper case', 'substring', 'string', 'number', 'date', 'today', 'years and months duration', 'is', 'not', 'all', 'any'] as const;
export type Offered = (typeof offered)[number];

/** What functions give, so far as it helps to sort them. */
const gives: Partial<Record<Offered, AnswerKind>> = { sum: 'number', count: 'number', min: 'number', max: 'number', mean: 'number', abs: 'number', floor: 'number', ceiling: 'number', 'round half up': 'number', modulo: 'number', 'string length': 'number', number: 'number', date: 'date', today: 'date', contains: 'yesNo', 'starts with': 'yesNo', 'list contains': 'yesNo', not: 'yesNo', all: 'yesNo', any: 'yesNo', is: 'yesNo' };

/** `sum(list)`, as it is called. */
export const signature = (name: Offered): string => `${name}(${builtins.get(name)?.parameters.join(', ') ?? ''})`;

export interface Completion {
  readonly kind: 'name' | 'function';
  /** The name of a question, or of a function. */
  readonly name: string;
  /** What is put in place of what was typed. */
  readonly insert: string;
}

interface Known {
  readonly name: string;
  readonly kind: AnswerKind;
  /** Read by people, searched as well. */
  readonly label: string;
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
// So few that the list need not scroll.
const most = 8;

/** The word before the caret: a dotted name, or the beginning of a function's name. Nothing inside a text in quotes. */
export function wordBefore(text: string, caret: number): { readonly from: number; readonly word: string } | undefined {
  const before = text.slice(0, caret);
  if ((before.replaceAll(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1) return undefined;
  const word = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? '';
  return { from: caret - word.length, word };
}

/** What kind of value fits after what stands before: a number after arithmetic, the same kind as on the other side of a comparison. */
function wanted(before: string, known: readonly Known[]): AnswerKind | undefined {
  if (/[-+*/]\s*$/.test(before)) return 'number';
  const compared = /([\p{L}_][\p{L}\p{N}_.]*)\s*(?:[<>]=?|!?=)\s*$/u.exec(before)?.[1];
  return known.find(({ name }) => name === compared)?.kind;
}

/** Questions and functions that go on with what is typed, those of the fitting kind first. A label may be typed as well as an id, marks or not. */
export function completionsAt(text: string, caret: number, known: readonly Known[]): Completion[] {
  const at = wordBefore(text, caret);
  if (!at) return [];
  const word = plain(at.word);
  const kind = wanted(text.slice(0, at.from), known);
  const matches = (candidate: string) => { const found = plain(candidate).indexOf(word); return found < 0 ? undefined : found === 0 ? 0 : 1; };
  const rank = (candidates: readonly string[], of: AnswerKind | undefined) => {
    const best = candidates.map(matches).filter((one) => one !== undefined).toSorted()[0];
    return best === undefined ? undefined : best + (kind !== undefined && of !== kind ? 2 : 0);
  };
  const names = known.map(({ name, kind: of, label }) => ({ rank: rank([name, name.slice(name.lastIndexOf('.') + 1), label], of), item: { kind: 'name', name, insert: name } as const }));
  const functions = word === '' ? [] : offered.map((name) => ({ rank: rank([name], gives[name]), item: { kind: 'function', name, insert: `${name}(` } as const }));
  return [...names, ...functions].filter(({ rank: one }) => one !== undefined).toSorted((one, other) => one.rank! - other.rank!).slice(0, most).map(({ item }) => item);
}

/** The text with a completion put in, and where the caret stands then. */
export function complete(text: string, caret: number, { insert }: Completion): { readonly text: string; readonly caret: number } {
  const from = wordBefore(text, caret)?.from ?? caret;
  return { text: text.slice(0, from) + insert + text.slice(caret), caret: from + insert.length };
}
