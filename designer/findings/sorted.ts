import type { Finding } from '../../server/api/designer.ts';

/** Errors before warnings; within each as the checker told them. */
export const sorted = (findings: readonly Finding[]): Finding[] => [...findings.filter(({ severity }) => severity === 'error'), ...findings.filter(({ severity }) => severity === 'warning')];

export const countOf = (findings: readonly Finding[], severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
