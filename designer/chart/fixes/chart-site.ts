import type { Fixer, Site } from '../../fixes/fix.ts';
import type { Chart } from '../use-chart.ts';

/** What a fix of a statechart may look at and change besides. */
export interface ChartSite extends Site {
  readonly chart: Pick<Chart, 'machine' | 'places' | 'change'>;
}

export type ChartFixer = Fixer<ChartSite>;
