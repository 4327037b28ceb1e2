import type { Finding } from '../../server/api/designer.ts';

/** Errors before warnings, notes last; within each as the checker told them. */
export const sorted = (findings: readonly Finding[]): Finding[] => (['error', 'warning', 'note'] as const).flatMap((grave) => findings.filter(({ severity }) => severity === grave));

export const countOf = (findings: readonly Finding[], severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
