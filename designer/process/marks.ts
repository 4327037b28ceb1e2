import type { Finding } from '../../server/api/designer.ts';

export interface Graveness {
  readonly severity: Finding['severity'];
  /** How many findings of that severity. */
  readonly count: number;
}

/** By element, how grave its worst findings are; only of the process. */
export function gravenessOf(findings: readonly Finding[], file: string): ReadonlyMap<string, Graveness> {
  const found = new Map<string, Graveness>();
  for (const { element, severity, file: of } of findings) {
    if (of !== undefined && of !== file) continue;
    const before = found.get(element);
    if (!before || (before.severity === 'warning' && severity === 'error')) found.set(element, { severity, count: 1 });
    else if (before.severity === severity) found.set(element, { severity, count: before.count + 1 });
  }
  return found;
}
