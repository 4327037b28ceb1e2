import { useId, useState } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import type { Replayed } from '../../server/api/history.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { benchNow, changedTexts } from '../package/bench.ts';
import { Exact } from '../findings/exact.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { ChooseVersions, versionTitle } from './choose-versions.tsx';
import { sentence, sums } from './replay-words.ts';
import { asEdited } from './use-side.ts';

interface Done { readonly replayed: Replayed; readonly first: string; readonly other: string }

/** What real dossiers would have done on what is edited or on a version, against their own version or any other. */
export const ReplayView = ({ opened: { key, versions } }: { opened: DesignerPackage }) => {
  const text = useText();
  const id = useId();
  const [last, setLast] = useState(20);
  const [{ first, other }, choose] = useState({ first: asEdited, other: '' });
  const [done, setDone] = useState<Done>();
  const act = useAct(async () => {
    const body = { files: changedTexts(benchNow(key)), last, ...(first !== asEdited && { version: first }), ...(other !== '' && { against: other }) };
    setDone({ replayed: await call('POST /api/designer/procedures/:key/replay', { params: { key }, body }), first, other });
  });
  const title = (choice: string) => (choice === '' ? text('replayOwn') : versionTitle(versions, choice, text));
  return (
    <>
      <p className="insight-lead">{text('replayLead')}</p>
      <div className="row insight-filters">
        <ChooseVersions versions={versions} first={first} other={other} nothing={text('replayOwn')} onChoose={(one, another) => choose({ first: one, other: another })} />
        <span className="insight-filter">
          <label htmlFor={id}>{text('replayLast')}</label>
          <select id={id} className="control" value={last} onChange={({ currentTarget: { value } }) => setLast(Number(value))}>
            {[20, 50, 100].map((count) => <option key={count} value={count}>{count}</option>)}
          </select>
        </span>
        <Button kind="main" busy={act.busy} onClick={() => act.run()}>{text('replayGo')}</Button>
      </div>
      {act.problem && <ProblemView error={act.problem} />}
      <div aria-live="polite">{done && <Outcome replayed={done.replayed} title={text('replayOf', { version: title(done.first), other: title(done.other) })} />}</div>
    </>
  );
};

const Outcome = ({ replayed: { usable, same, changed, skipped, names }, title }: { replayed: Replayed; title: string }) => {
  const text = useText();
  const language = useLanguage();
  if (!usable) return <Notice kind="danger" title={text('replayUnusable')} />;
  if (same + changed.length + skipped.length === 0) return <p>{text('replayNone')}</p>;
  const nameOf = (id: string): string => (names[id] ? pick(names[id], language) : id);
  const rows = changed.flatMap(({ code, stopped, stops, differences }) => [
    ...[['stops', stops] as const, ['stopped', stopped] as const].flatMap(([what, stop]) => (stop ? [{ code, what, told: <Exact of={stop} nameOf={nameOf} /> }] : [])),
    ...differences.map((difference) => ({ code, what: difference.what, told: sentence(difference, text, language) })),
  ]);
  return (
    <>
      <h2>{title}</h2>
      <p>{text('replaySame', { count: same })}</p>
      {rows.length > 0 && (
        <>
          <Table
            caption={text('replaySums')} rows={sums(changed, text, language)} rowKey={({ what }) => what}
            columns={[
              { key: 'what', title: text('replayWhat'), heading: true, cell: ({ what }) => text(`replay_${what}`) },
              { key: 'count', title: text('replayCount'), number: true, cell: ({ count }) => count },
              { key: 'told', title: text('replayTold'), cell: ({ told }) => told },
            ]}
          />
          <Table
            caption={text('replayChanged', { count: changed.length })} rows={rows} rowKey={({ code, what }) => `${code} ${what}`}
            columns={[
              { key: 'code', title: text('dossierCode'), heading: true, cell: ({ code }) => code },
              { key: 'what', title: text('replayWhat'), cell: ({ what }) => text(`replay_${what}`) },
              { key: 'told', title: text('replayTold'), cell: ({ told }) => told },
            ]}
          />
        </>
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
