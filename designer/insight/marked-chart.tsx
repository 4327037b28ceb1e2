import { lazy, Suspense, useCallback } from 'react';
import { useLanguage } from '../../ui/use-text.ts';
import { leadLabel } from '../chart/chart-lines.ts';
import { useChart } from '../chart/use-chart.ts';
import type { Texts } from '../proof/read-package.ts';
import { useText } from '../words.ts';
import type { Mark } from './picture.tsx';

const ChartPicture = lazy(async () => ({ default: (await import('../chart/picture/chart-picture.tsx')).ChartPicture }));

/** A statechart to look at, its elements marked, with the word of each mark in its box. Whoever cannot see it is told the same beside it. */
export const MarkedChart = ({ packageKey, json, texts, marks, label }: { packageKey: string; json: string; texts: Texts | undefined; marks: ReadonlyMap<string, Mark>; label: string }) => {
  const text = useText();
  const language = useLanguage();
  const chart = useChart(packageKey, json, json, texts);
  const captionOf = useCallback((id: string) => ({ name: chart?.nameOf(id) ?? id, facts: marks.has(id) ? [marks.get(id)!.word] : [] }), [chart, marks]);
  const labelOf = useCallback((flow: string) => (chart ? leadLabel(text, language, chart, flow) : ''), [chart, text, language]);
  if (!chart) return null;
  return <Suspense fallback={<p className="muted">{text('opening')}</p>}><div className="marked-chart"><ChartPicture chart={chart} captionOf={captionOf} labelOf={labelOf} label={label} marks={marks} /></div></Suspense>;
};
