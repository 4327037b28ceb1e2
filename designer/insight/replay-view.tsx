import { useId, useState } from 'react';
import type { Replayed } from '../../server/api/history.ts';
import type { Sentence } from '../../server/api/shape.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { benchNow, changedTexts } from '../package/bench.ts';
import { Exact } from '../findings/exact.tsx';
import { useFileTexts } from '../package/file-text.ts';
import { factWords } from '../scenarios/fact-words.ts';
import { useAct } from '../shell/use-act.ts';
import { useText } from '../words.ts';

type Difference = Replayed['changed'][number]['differences'][number];
/** One difference of a dossier; without `what` it stops, and `after` says why. */
interface Row { readonly code: string; readonly what: Difference['what'] | undefined; readonly before: string; readonly after: string | Sentence }

/** What real dossiers would have done on what is edited. */
export const ReplayView = ({ packageKey, letterPaths, nameOf }: { packageKey: string; letterPaths: readonly string[]; nameOf: (id: string) => string }) => {
  const text = useText();
  const id = useId();
  const letters = useFileTexts(packageKey, letterPaths);
  const [last, setLast] = useState(20);
  const [replayed, setReplayed] = useState<Replayed>();
  const act = useAct(async () => setReplayed(await call('POST /api/designer/procedures/:key/replay', { params: { key: packageKey }, body: { files: changedTexts(benchNow(packageKey)), last } })));
  return (
    <>
      <p className="insight-lead">{text('replayLead')}</p>
      <div className="row insight-filters">
        <label htmlFor={id}>{text('replayLast')}</label>
        <select id={id} className="control" value={last} onChange={({ currentTarget: { value } }) => setLast(Number(value))}>
          {[20, 50, 100].map((count) => <option key={count} value={count}>{count}</option>)}
        </select>
        <Button kind="main" busy={act.busy} onClick={() => act.run()}>{text('replayGo')}</Button>
      </div>
      {act.problem && <ProblemView error={act.problem} />}
      <div aria-live="polite">{replayed && <Outcome replayed={replayed} nameOf={nameOf} letters={letters} />}</div>
    </>
  );
};

const Outcome = ({ replayed: { usable, same, changed, skipped }, nameOf, letters }: { replayed: Replayed; nameOf: (id: string) => string; letters: ReadonlyMap<string, string> }) => {
  const text = useText();
  const language = useLanguage();
  if (!usable) return <Notice kind="danger" title={text('replayUnusable')} />;
  if (same + changed.length + skipped.length === 0) return <p>{text('replayNone')}</p>;
  /** A value as people read it; the server joins lists by arrows. */
  const said = (what: Difference['what'] | undefined, value: string): string => {
    const names = { text, language, nameOf, letters };
    if (what === undefined || value === '—' || value === '') return value;
    return factWords(what, what === 'fee' ? Number(value) : ['path', 'letters', 'states'].includes(what) ? value.split(' → ') : value, names);
  };
  const rows = changed.flatMap(({ code, stops, differences }): Row[] => (stops === null ? differences.map((difference) => ({ code, ...difference })) : [{ code, what: undefined, before: '', after: stops }]));
  return (
    <>
      <p>{text('replaySame', { count: same })}</p>
      {rows.length > 0 && (
        <Table
          caption={text('replayChanged', { count: changed.length })} rows={rows} rowKey={({ code, what = '' }) => `${code} ${what}`}
          columns={[
            { key: 'code', title: text('dossierCode'), heading: true, cell: ({ code }) => code },
            { key: 'what', title: text('replayWhat'), cell: ({ what }) => (what === undefined ? text('replayStops') : text(`replay_${what}`)) },
            { key: 'before', title: text('replayBefore'), cell: ({ what, before }) => said(what, before) },
            { key: 'after', title: text('replayAfter'), cell: ({ what, after }) => (typeof after === 'string' ? said(what, after) : exactly(after, nameOf)) },
          ]}
        />
      )}
      {skipped.length > 0 && (
        <details className="sim-details">
          <summary>{text('replaySkipped', { count: skipped.length })}</summary>
          <ul>{skipped.map(({ code, reason }) => <li key={code}><span className="number">{code}</span>: <Exact of={reason} nameOf={nameOf} /></li>)}</ul>
        </details>
      )}
    </>
  );
};

const exactly = (sentence: Sentence, nameOf: (id: string) => string) => <Exact of={sentence} nameOf={nameOf} />;
