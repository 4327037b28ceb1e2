import type { AnswerKind } from '../../forms/answer-kind.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { FeelName } from '../conditions/feel/feel-field.tsx';
import { leadsTo } from './formula.ts';
import { tableAnswers } from './table-answers.ts';
import type { DecisionView } from './table-file.ts';

interface Spoken {
  readonly decisions: readonly DecisionView[];
  readonly asks: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
}

const kinds: Readonly<Record<string, AnswerKind>> = { number: 'number', boolean: 'yesNo', date: 'date', string: 'text' };
const noGroup = { vi: '', en: '' };

/** Of what a formula of a file may speak: what the file asks, and the answers of its other decisions, but of none that takes its own. */
export function formulaNames(formula: string, { decisions, asks, types }: Spoken, language: Language): readonly FeelName[] {
  const takes = (id: string) => decisions.find((one) => one.id === id)?.takes ?? [];
  const inputs = [...asks].map(([name, label]): FeelName => ({ name, kind: kinds[types.get(name) ?? ''] ?? 'other', label: label || name }));
  const answers = decisions.filter(({ id }) => !leadsTo(takes, id, formula)).flatMap((decision): readonly FeelName[] => {
    const { variable, title } = decision;
    const parts = decision.kind === 'table' ? tableAnswers(decision, variable, noGroup) : [];
    const [only] = parts;
    if (only?.name === variable) return [{ name: variable, kind: only.kind, label: title }];
    return [...parts.map(({ name, kind, label }): FeelName => ({ name, kind, label: `${title}: ${pick(label, language)}` })), { name: variable, kind: 'other', label: title }];
  });
  return [...inputs, ...answers];
}
