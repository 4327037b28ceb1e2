/** What a check found: `element` is a BPMN id, a field id, a decision or a letter; `file` the file of the package. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly element: string;
  readonly message: string;
  /** The same in Vietnamese, where the rule says it in both languages. */
  readonly messageVi?: string;
  readonly file?: string;
  /** Elements in order that lead into the fault, where the rule can tell a story. */
  readonly counterexample?: readonly string[];
}

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'error');
