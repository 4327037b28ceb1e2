import { lazy, Suspense, useCallback } from 'react';
import { useLanguage } from '../../ui/use-text.ts';
import { leadLabel } from '../chart/chart-lines.ts';
import { useChart } from '../chart/use-chart.ts';
import type { Texts } from '../proof/read-package.ts';
import { useText } from '../words.ts';
import type { Heat } from './heat.ts';

const ChartPicture = lazy(async () => ({ default: (await import('../chart/picture/chart-picture.tsx')).ChartPicture }));

/** A statechart to look at, its states coloured and their figures in them. Whoever cannot see it has a table with the same figures. */
export const ChartHeat = ({ packageKey, json, texts, heat, label }: { packageKey: string; json: string; texts: Texts | undefined; heat: ReadonlyMap<string, Heat>; label: string }) => {
  const text = useText();
  const language = useLanguage();
  const chart = useChart(packageKey, json, json, texts);
  const captionOf = useCallback((id: string) => ({ name: chart?.nameOf(id) ?? id, facts: heat.has(id) ? [heat.get(id)!.word] : [] }), [chart, heat]);
  const labelOf = useCallback((flow: string) => (chart ? leadLabel(text, language, chart, flow) : ''), [chart, text, language]);
  if (!chart) return null;
  return <Suspense fallback={<p className="muted">{text('opening')}</p>}><div className="heat-chart"><ChartPicture chart={chart} captionOf={captionOf} labelOf={labelOf} label={label} heat={heat} /></div></Suspense>;
};
