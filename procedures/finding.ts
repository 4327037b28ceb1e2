/** What a check found: `element` is a BPMN id, a field id, a decision or a letter; `file` the file of the package. */
export interface Finding {
  readonly rule: string;
  /** A note says what is so and nobody needs to mend. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly element: string;
  readonly message: string;
  /** The same in Vietnamese, where the rule says it in both languages. */
  readonly messageVi?: string;
  readonly file?: string;
  /** Elements in order that lead into the fault, where the rule can tell a story. */
  readonly counterexample?: readonly string[];
}

/** Whether it is only to be known, and nothing to be mended. */
export const isNote = ({ severity }: Finding): boolean => severity === 'note';

export const hasErrors = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'error');
