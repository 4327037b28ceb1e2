import type { StepCounts } from '../../server/api/designer.ts';
import type { Text } from '../words.ts';

/** "3 hồ sơ · 1 quá hạn": the dossiers that stand at a step now. */
export const countWords = (text: Text, { open, late, incidents }: StepCounts['counts'][number]): string =>
  [text('dossiersHere', { count: open }), late > 0 && text('dossiersLate', { count: late }), incidents > 0 && text('incidentsHere', { count: incidents })].filter(Boolean).join(' · ');
