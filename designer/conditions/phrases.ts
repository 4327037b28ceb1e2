import type { AnswerKind } from '../../forms/answer-kind.ts';
import { formatDate } from '../../forms/display.ts';
import { formatNumber } from '../../forms/number.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import type { Named } from './named.ts';
import type { Comparison, Condition, Operand, Sentence } from './sentence.ts';

/** Days are before and after one another, numbers less and more. */
export const compareWord = (text: Text, compare: Comparison, kind: AnswerKind): string =>
  text(kind === 'date' && (compare === 'less' || compare === 'more' || compare === 'atMost' || compare === 'atLeast') ? `compare_date_${compare}` : kind === 'number' && compare === 'is' ? 'compare_equals' : `compare_${compare}`);

export interface Phrasing {
  readonly text: Text;
  readonly language: Language;
  readonly named: readonly Named[];
}

function operandWords(operand: Operand, one: Named, { text, language, named }: Phrasing): string {
  const value = (literal: string | number | boolean): string => {
    if (typeof literal === 'boolean') return text(literal ? 'answerYes' : 'answerNo');
    if (typeof literal === 'number' && one.kind === 'number') return formatNumber(literal, language);
    return one.kind === 'date' ? formatDate(String(literal)) : one.kind === 'text' ? `“${literal}”` : pick(one.options?.find((option) => option.value === literal)?.label ?? { vi: String(literal), en: String(literal) }, language);
  };
  if ('today' in operand) return text('theToday');
  if ('name' in operand) return `“${pick(named.find(({ name }) => name === operand.name)?.label ?? { vi: operand.name, en: operand.name }, language)}”`;
  return 'list' in operand ? operand.list.map(value).join(', ') : value(operand.literal);
}

/** “Đã kết hôn” là Có. */
export function conditionWords(condition: Condition, phrasing: Phrasing): string {
  const one = phrasing.named.find(({ name }) => name === condition.name);
  if (!one) return condition.name;
  const words = `“${pick(one.label, phrasing.language)}” ${compareWord(phrasing.text, condition.compare, one.kind)}`;
  return condition.with === undefined ? words : `${words} ${operandWords(condition.with, one, phrasing)}`;
}

export const sentenceWords = ({ join, conditions }: Sentence, phrasing: Phrasing): string =>
  conditions.map((condition) => conditionWords(condition, phrasing)).join(` ${phrasing.text(join === 'all' ? 'joinAnd' : 'joinOr')} `);
