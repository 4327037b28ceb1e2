import type { DesignerProcedure, Finding } from '../../server/api/designer.ts';
import { countOf } from '../findings/sorted.ts';

/** What must be in both languages, and is not. */
const untranslated = new Set(['missing-translation', 'translated']);

/** One word about a procedure: whether its checks pass, or what would be in the way. */
export interface Badge {
  readonly word: 'errors' | 'healthSound' | 'healthUnstaffed' | 'healthUnitsLack' | 'healthWords' | 'healthConflicts' | 'healthIncidents' | 'healthUnbegun';
  readonly tone: 'late' | 'soon' | 'done';
  readonly count: number;
}

/** Whether a procedure could be published as it stands: proof, people, languages, sources that disagree, and dossiers that stopped with a fault or could not be begun. */
export function healthOf({ conflicts, incidents, unbegun }: Pick<DesignerProcedure, 'conflicts' | 'incidents' | 'unbegun'>, findings: readonly Finding[]): readonly Badge[] {
  const errors = countOf(findings, 'error');
  const counted: readonly Badge[] = [
    { word: 'errors', tone: 'late', count: errors },
    // A step that nobody does is an error; that some units lack somebody is one warning, of all of them.
    { word: 'healthUnstaffed', tone: 'late', count: findings.filter(({ rule, severity }) => rule === 'role-unstaffed' && severity === 'error').length },
    { word: 'healthUnitsLack', tone: 'soon', count: findings.filter(({ rule, severity }) => rule === 'role-unstaffed' && severity === 'warning').length },
    { word: 'healthWords', tone: 'soon', count: findings.filter(({ rule }) => untranslated.has(rule)).length },
    { word: 'healthConflicts', tone: 'soon', count: conflicts },
    { word: 'healthIncidents', tone: 'late', count: incidents },
    { word: 'healthUnbegun', tone: 'late', count: unbegun },
  ];
  return [...(errors > 0 ? [] : [{ word: 'healthSound', tone: 'done', count: 0 } as const]), ...counted.filter(({ count }) => count > 0)];
}
