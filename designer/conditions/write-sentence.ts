import type { Named } from './named.ts';
import { isSigned, signOf, type Condition, type Operand, type Sentence } from './sentence.ts';

/** Plain digits: FEEL knows no exponents in its literals. */
const number = (value: number) => value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 });
const literal = (value: string | number | boolean) => (typeof value === 'string' ? JSON.stringify(value) : typeof value === 'number' ? number(value) : String(value));

function operand(value: Operand | undefined, isDate: boolean): string {
  if (value === undefined) return 'null';
  if ('today' in value) return 'today()';
  if ('list' in value) return `(${value.list.map(literal).join(', ')})`;
  const text = 'name' in value ? value.name : literal(value.literal);
  return isDate ? `date(${text})` : text;
}

/** One condition in FEEL. Days are compared as dates, not as the texts they are kept as. */
export function writeCondition({ name, compare, with: other }: Condition, kind: Named['kind'] | undefined): string {
  const isDate = kind === 'date';
  if (isSigned(compare)) return `${isDate ? `date(${name})` : name} ${signOf(compare)} ${operand(other, isDate)}`;
  switch (compare) {
    case 'isOneOf': return `${name} in ${operand(other, false)}`;
    case 'isNoneOf': return `not(${name} in ${operand(other, false)})`;
    case 'contains': return `contains(${name}, ${operand(other, false)})`;
    case 'includes': return `list contains(${name}, ${operand(other, false)})`;
    case 'excludes': return `not(list contains(${name}, ${operand(other, false)}))`;
    case 'answered': return `${name} != null`;
    case 'unanswered': return `${name} = null`;
  }
}

/** The FEEL text of a sentence; `named` are the questions of the form. */
export const writeSentence = ({ join, conditions }: Sentence, named: readonly Named[]): string =>
  conditions.map((condition) => writeCondition(condition, named.find(({ name }) => name === condition.name)?.kind)).join(join === 'all' ? ' and ' : ' or ');
