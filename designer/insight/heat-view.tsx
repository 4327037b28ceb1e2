import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import type { History } from '../../server/api/history.ts';
import { date, decimal, workingTime } from '../../ui/format.ts';
import { pick, type Language } from '../../ui/language.ts';
import { queryOf } from '../../ui/query.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { isStatechart } from '../../procedures/process-path.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import type { ProcessText } from './insight-page.tsx';
import { MarkedChart } from './marked-chart.tsx';
import type { Heat } from './heat.ts';
import { Picture } from './picture.tsx';

const whats = ['count', 'time', 'late'] as const;
type What = (typeof whats)[number];
const periods = ['30', '90', '365'] as const;

/** Working minutes as people say them: days from a day on, else hours and minutes. */
export const spoken = (minutes: number, language: Language): string =>
  minutes >= 480 ? workingTime({ amount: Math.round((minutes / 480) * 10) / 10, unit: 'day' }, language) : workingTime({ amount: Math.round(minutes), unit: 'minute' }, language);

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Real counts, times and lateness of each step, on the drawing and as a table. */
export const HeatView = ({ packageKey, process, nameOf }: { packageKey: string; process: ProcessText; nameOf: (id: string) => string }) => {
  const text = useText();
  const id = useId();
  const [days, setDays] = useState<(typeof periods)[number]>('90');
  const [unit, setUnit] = useState('');
  const [what, setWhat] = useState<What>('time');
  // what was chosen keeps the focus while its figures come
  const found = useQuery({ ...queryOf('GET /api/designer/procedures/:key/history', { params: { key: packageKey }, query: { days, ...(unit !== '' && { unit }) } }), placeholderData: keepPreviousData });
  return (
    <Load of={found}>
      {(history) => (
        <>
          <div className="row insight-filters">
            <span className="insight-filter"><label htmlFor={`${id}-days`}>{text('heatPeriod')}</label>
            <select id={`${id}-days`} className="control" value={days} onChange={({ currentTarget: { value } }) => setDays(value as typeof days)}>
              {periods.map((count) => <option key={count} value={count}>{text('heatDays', { count })}</option>)}
            </select></span>
            <span className="insight-filter"><label htmlFor={`${id}-unit`}>{text('heatUnit')}</label>
            <select id={`${id}-unit`} className="control" value={unit} onChange={({ currentTarget: { value } }) => setUnit(value)}>
              <option value="">{text('heatAllUnits')}</option>
              {history.units.map((each) => <option key={each.id} value={each.id}>{pick(each.name)}</option>)}
            </select></span>
            <span className="insight-filter"><label htmlFor={`${id}-what`}>{text('heatWhat')}</label>
            <select id={`${id}-what`} className="control" value={what} onChange={({ currentTarget: { value } }) => setWhat(value as What)}>
              {whats.map((each) => <option key={each} value={each}>{text(`heat_${each}`)}</option>)}
            </select></span>
          </div>
          {history.dossiers === 0 ? <p>{text('heatNone')}</p> : <Shown packageKey={packageKey} history={history} what={what} process={process} nameOf={nameOf} />}
        </>
      )}
    </Load>
  );
};

const valueOf = ({ count, late, time }: History['steps'][number], what: What): number => (what === 'count' ? count : what === 'late' ? late / Math.max(1, count) : time.median);

const Shown = ({ packageKey, history, what, process: { path, text: process, texts }, nameOf }: { packageKey: string; history: History; what: What; process: ProcessText; nameOf: (id: string) => string }) => {
  const text = useText();
  const language = useLanguage();
  const { steps, dossiers, seen, from, perDay, inTime } = history;
  const heat = useMemo(() => {
    const most = Math.max(...steps.map((step) => valueOf(step, what)), 0);
    return new Map(steps.filter((step) => what !== 'time' || step.time.p90 > 0).map((step): [string, Heat] => {
      const value = valueOf(step, what);
      return [step.node, { level: most === 0 ? 1 : Math.max(1, Math.ceil((value / most) * 5)), word: what === 'count' ? String(value) : what === 'late' ? percent(value) : spoken(value, language) }];
    }));
  }, [steps, what, language]);
  const marks = useMemo(() => new Map([...heat].toSorted(([, one], [, other]) => other.level - one.level).map(([id, { level, word }]) => [id, { look: `heat-${level}`, word }])), [heat]);
  return (
    <>
      <p>
        {text('heatLead', { count: dossiers, from: date(from) })} {seen < dossiers && text('heatSeen', { count: seen })} {text('heatPerDay', { count: decimal(Math.round(perDay * 10) / 10, language) })}.
        {inTime !== null && ` ${text('heatInTime', { share: percent(inTime) })}.`} {text(`heatDarker_${what}`)}
      </p>
      {process !== undefined && (isStatechart(path) ? <MarkedChart packageKey={packageKey} json={process} texts={texts} marks={marks} label={text('heatPicture')} /> : <Picture xml={process} marks={marks} label={text('heatPicture')} />)}
      <Table
        caption={text('heatTable')} rows={steps.toSorted((one, other) => valueOf(other, what) - valueOf(one, what))} rowKey={({ node }) => node}
        columns={[
          { key: 'step', title: text('heatStep'), heading: true, cell: ({ node }) => nameOf(node) },
          { key: 'count', title: text('heat_count'), number: true, cell: ({ count }) => count },
          { key: 'open', title: text('heatOpen'), number: true, cell: ({ open }) => open },
          { key: 'late', title: text('heat_late'), number: true, cell: ({ late, count }) => (late === 0 ? '0' : `${late} (${percent(late / count)})`) },
          { key: 'median', title: text('heatMedian'), number: true, cell: ({ time: { median, p90 } }) => (p90 === 0 ? '—' : spoken(median, language)) },
          { key: 'p90', title: text('heatP90'), number: true, cell: ({ time: { p90 } }) => (p90 === 0 ? '—' : spoken(p90, language)) },
        ]}
      />
    </>
  );
};
