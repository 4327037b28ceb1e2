import type { Finding } from '../../server/api/designer.ts';

export interface Graveness {
  readonly severity: 'error' | 'warning';
  /** How many findings of that severity. */
  readonly count: number;
  /** The rule that the first of them broke. */
  readonly rule: string;
}

/** By element, how grave its worst findings are; only of the process. What is only to be known is not grave. */
export function gravenessOf(findings: readonly Finding[], file: string): ReadonlyMap<string, Graveness> {
  const found = new Map<string, Graveness>();
  for (const { rule, element, severity, file: of } of findings) {
    if (severity === 'note' || (of !== undefined && of !== file)) continue;
    const before = found.get(element);
    if (!before || (before.severity === 'warning' && severity === 'error')) found.set(element, { rule, severity, count: 1 });
    else if (before.severity === severity) found.set(element, { ...before, count: before.count + 1 });
  }
  return found;
}
