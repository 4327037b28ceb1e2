import { useQuery } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck, ShieldEllipsis } from 'lucide-react';
import type { DeskDossier } from '../../server/api/desk.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { useText } from '../words.ts';

/** Whether the record of this dossier is the one that was written: checked entry by entry each time it is opened. */
export const RecordPanel = ({ dossier: { id, record } }: { dossier: DeskDossier }) => {
  const text = useText();
  const check = useQuery({ ...queryOf('GET /api/dossiers/:id/record', { params: { id } }), staleTime: 0 });
  const proof = check.data;
  const [icon, word] = !proof ? ([ShieldEllipsis, 'recordChecking'] as const) : proof.intact ? ([ShieldCheck, 'recordIntact'] as const) : ([ShieldAlert, 'recordBroken'] as const);
  return (
    <section className={proof && !proof.intact ? 'record record-broken' : 'record'} aria-labelledby="record-title">
      <h2 id="record-title"><Icon of={icon} /> <output>{text(word)}</output></h2>
      {check.error && <ProblemView error={check.error} />}
      {proof?.faults.map(({ check: name, message, seq }) => <p key={`${name}${seq ?? ''}`} className="small">{seq !== null && `#${seq} `}{message}</p>)}
      {proof && !proof.intact && <p><strong>{text('recordTell')}</strong></p>}
      <p className="small">
        {proof?.intact && text('recordChecked', { count: proof.entries.length })} {text('recordHint', { count: record.entries })} <code title={record.head}>{record.head.slice(0, 16)}…</code>{' '}
        {proof?.checkpoint && text('recordCheckpoint', { at: dateTime(proof.checkpoint.at) })}
      </p>
      <Button small busy={check.isFetching} onClick={() => void check.refetch()}>{text('recordCheck')}</Button>
    </section>
  );
};
