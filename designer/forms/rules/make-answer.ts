import type { Data, Json } from '../../../engine/state.ts';
import { setAt, valueAt, type Draft } from '../../../forms/field-path.ts';
import type { Named } from '../../conditions/named.ts';
import type { Condition, Operand, Sentence } from '../../conditions/sentence.ts';

const some = ({ kind, options }: Named): Json | undefined => {
  const first = options?.[0]?.value;
  const samples = { yesNo: true, choice: first, choices: first === undefined ? undefined : [first], number: 1, date: '2000-01-01', text: 'Thử', other: undefined };
  return samples[kind];
};

/** A value that makes the comparison hold, or fail; undefined leaves the question unanswered. */
function answerFor({ compare, with: other }: Condition, one: Named, holds: boolean, data: Data, today: string): Json | undefined {
  const { kind } = one;
  const value = valueOf(other, data, today);
  const [first] = Array.isArray(value) ? value : [value];
  const different = (one.options ?? []).map((option) => option.value).find((each) => !(Array.isArray(value) ? value : [value]).includes(each));
  const shifted = (by: number): Json | undefined => (typeof value === 'number' ? value + by : typeof value === 'string' && kind === 'date' ? new Date(Date.parse(value) + by * 86_400_000).toISOString().slice(0, 10) : undefined);
  const otherwise = kind === 'yesNo' ? first !== true : kind === 'number' || kind === 'date' ? shifted(1) : different;
  switch (compare) {
    case 'is': case 'isOneOf': return holds ? first : otherwise;
    case 'isNot': case 'isNoneOf': return holds ? otherwise : first;
    case 'more': return holds ? shifted(1) : value;
    case 'atMost': return holds ? value : shifted(1);
    case 'less': return holds ? shifted(-1) : value;
    case 'atLeast': return holds ? value : shifted(-1);
    case 'contains': return holds ? first : undefined;
    case 'includes': return holds && first !== undefined ? [first] : undefined;
    case 'excludes': return holds ? (different === undefined ? [] : [different]) : first === undefined ? undefined : [first];
    case 'answered': return holds ? some(one) : undefined;
    case 'unanswered': return holds ? undefined : some(one);
  }
}

function valueOf(other: Operand | undefined, data: Data, today: string): Json | undefined {
  if (other === undefined) return undefined;
  return 'literal' in other ? other.literal : 'list' in other ? [...other.list] : 'today' in other ? today : valueAt(data, other.name);
}

/** Answers with which a sentence holds, or does not: what was answered stays but for the questions it needs. Rows are left alone. */
export function answersFor({ join, conditions }: Sentence, named: readonly Named[], holds: boolean, before: Data, today: string): Data {
  const data = structuredClone(before) as Draft;
  const needed = holds === (join === 'all') ? conditions : conditions.slice(0, 1);
  for (const condition of needed) {
    const one = named.find(({ name }) => name === condition.name);
    if (one && !condition.name.startsWith('row.')) setAt(data, condition.name, answerFor(condition, one, holds, data, today));
  }
  return data;
}
