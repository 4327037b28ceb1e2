import type { Coverage } from '../../procedures/coverage.ts';

/** "nodes: 3 of 4 covered, without x", and the same of flows. */
export const shownCoverage = ({ nodes, flows }: { readonly nodes: Coverage; readonly flows: Coverage }): string => `${shown('nodes', nodes)}\n${shown('flows', flows)}`;

const shown = (what: string, { covered, total, missing }: Coverage): string => `${what}: ${covered} of ${total} covered${missing.length === 0 ? '' : `, without ${missing.join(', ')}`}`;
