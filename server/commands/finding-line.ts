import { isNote, type Finding } from '../../procedures/finding.ts';

/** A finding as a line, each name once; below it how one comes there. */
export const lineOf = ({ severity, rule, element, file, message, counterexample = [] }: Finding): string => {
  const where = [...new Set([file ?? '', element])].filter((name) => name !== '').join(' ');
  return `${severity.padEnd('warning'.length)} ${where}${where === '' ? '' : ' '}(${rule}): ${message}${counterexample.length > 0 ? `\n        after ${counterexample.join(' -> ')}` : ''}`;
};

/** "1 error, 2 warnings" */
export const tallyOf = (findings: readonly Finding[]): string => {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`;
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Findings as other programs read them: what is wrong and not what is merely noted, each sentence in one language. */
export const shapesOf = (findings: readonly Finding[]): readonly Omit<Finding, 'messageVi'>[] => findings.filter((finding) => !isNote(finding)).map((finding) => {
  const { messageVi: _, ...shape } = finding;
  return shape;
});
