import type { Examined, Finding } from '../../server/api/designer.ts';

/** What whoever takes a diagram in does with a finding: give what it lacks, mend it, look at it, or nothing. */
export type Sort = 'add' | 'mend' | 'look' | 'nothing';
export const sorts: readonly Sort[] = ['mend', 'add', 'look', 'nothing'];

/** What a diagram of another tool cannot have said: people, forms, names in both languages, decisions, connectors of this house. */
const lacking: ReadonlySet<string> = new Set([
  'step-form', 'step-role', 'unit-named', 'forms-exist', 'letter-exists', 'notice-exists', 'register-exists', 'connector-known', 'connector-inputs', 'decision-exists', 'missing-decision', 'called-elsewhere', 'field-known',
  'translated', 'missing-translation', 'missing-condition', 'missing-message', 'missing-signal', 'missing-error', 'missing-escalation', 'time-sum', 'role-unstaffed',
]);
/** What changes nothing here. */
const meaningless: ReadonlySet<string> = new Set(['foreign-decoration', 'foreign-extension', 'foreign-form', 'implementation', 'not-immediate', 'resource-unused', 'encoding', 'drawing', 'message-flow-unheard']);

export const sortOf = ({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): Sort =>
  lacking.has(rule) ? 'add' : severity === 'error' ? 'mend' : meaningless.has(rule) ? 'nothing' : 'look';

/** Findings of one rule together, in the order in which rules come. */
export interface Heap {
  readonly rule: string;
  readonly findings: readonly Finding[];
}

export const sortedOut = ({ findings, left }: Pick<Examined, 'findings' | 'left'>): ReadonlyMap<Sort, readonly Heap[]> => {
  const all = [...findings, ...left.map((finding) => ({ ...finding, severity: 'warning' as const }))].filter(({ severity }) => severity !== 'note');
  return new Map(sorts.map((sort) => [sort, [...Map.groupBy(all.filter((finding) => sortOf(finding) === sort), ({ rule }) => rule)].map(([rule, heap]) => ({ rule, findings: heap }))]));
};
