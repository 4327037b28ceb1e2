import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import type { DesignerPackage, VersionView } from '../../server/api/designer.ts';
import type { TransferExamined } from '../../server/api/transfer.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Select } from '../process/panel/select.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { DryRun } from './dry-run.tsx';
import { Transfers, transfersOf } from './transfers.tsx';
import '../../ui/choices.css';
import './in-flight.css';

const titleOf = ({ number, running }: VersionView, text: ReturnType<typeof useText>): string => text('versionRunning', { number, count: running });

interface Arrived { readonly moveTo: string; readonly mapping: Readonly<Record<string, string>> }

/** What the page that published a version has handed on, while that version is the live one. */
function useArrived(versions: readonly VersionView[]): Arrived | undefined {
  const state = useHistoryState<Partial<Arrived> | null>();
  return state?.moveTo !== undefined && versions.some(({ current, hash }) => current && hash === state.moveTo) ? { moveTo: state.moveTo, mapping: state.mapping ?? {} } : undefined;
}

/** Dossiers that run on an older version: a dry run says what would become of them, then they are taken over, all together. */
export const InFlight = ({ opened: { key, versions } }: { opened: DesignerPackage }) => {
  const text = useText();
  const client = useQueryClient();
  const id = useId();
  const latest = versions.find(({ current }) => current);
  // what is to come may still be called off
  const targets = versions.filter(({ from: comes }) => comes === null);
  const olds = versions.filter(({ running }) => running > 0);
  const [chosen, setFrom] = useState<string>();
  // whoever left the chosen version left it behind
  const from = (olds.find(({ hash }) => hash === chosen) ?? olds.find(({ hash }) => hash !== latest?.hash) ?? olds[0])?.hash;
  const [to, setTo] = useState(latest?.hash);
  const arrived = useArrived(versions);
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(arrived?.mapping ?? {});
  const [tested, setTested] = useState<{ readonly from: string; readonly found: TransferExamined }>();
  const found = tested?.from === from ? tested?.found : undefined;
  const [typed, setTyped] = useState({ reason: '', confirmed: false });
  const [tried, setTried] = useState(false);
  const [started, setStarted] = useState<string>();
  const examine = useAct(async (_key, next: Readonly<Record<string, string>>) => {
    if (from === undefined || to === undefined) return;
    setMapping(next);
    setTested({ from, found: await call('POST /api/designer/procedures/:key/transfers/examine', { params: { key }, body: { from, to, mapping: next } }) });
  });
  const start = useAct(async (sent) => {
    if (from === undefined || to === undefined) return;
    const { id: begun } = await call('POST /api/designer/procedures/:key/transfers', { params: { key }, body: { from, to, mapping, ...typed }, key: sent });
    setTested(undefined);
    setTyped({ reason: '', confirmed: false });
    setTried(false);
    await client.invalidateQueries({ queryKey: transfersOf(key).queryKey });
    setStarted(begun);
  });
  // Whoever comes from publishing goes on where they were.
  const section = useRef<HTMLElement>(null);
  const began = useRef(false);
  useEffect(() => {
    if (arrived === undefined || began.current) return;
    began.current = true;
    section.current?.scrollIntoView();
    if (from !== to) examine.run(mapping);
  });
  const choose = (set: (hash: string) => void) => (hash: string) => {
    set(hash);
    setTested(undefined);
    setMapping({});
  };
  if (latest === undefined) return undefined;
  const going = found === undefined ? 0 : found.safe + (typed.confirmed ? found.dossiers.filter(({ verdict, able }) => verdict !== 'cannot' && able).length : 0);
  const send = () => {
    setTried(true);
    if (typed.reason.trim() !== '') start.run();
  };
  return (
    <section className="in-flight" ref={section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{text('inFlight')}</h2>
      <p className="muted">{text('inFlightHint')}</p>
      {from === undefined || targets.length < 2 ? <p>{text('noneInFlight')}</p> : (
        <div className="in-flight-choice">
          <Select id={`${id}-from`} label={text('transferFrom')} value={from} options={olds.map((version) => ({ value: version.hash, label: titleOf(version, text) }))} onChange={choose(setFrom)} />
          <Select id={`${id}-to`} label={text('transferTo')} value={to ?? ''} options={targets.map((version) => ({ value: version.hash, label: text('versionNumber', { number: version.number }) }))} onChange={choose(setTo)} />
          <Button busy={examine.busy} disabled={from === to} onClick={() => examine.run({})}>{text('dryRun')}</Button>
        </div>
      )}
      {from === to && targets.length > 1 && <p className="muted">{text('transferSame')}</p>}
      {examine.problem && <ProblemView error={examine.problem} />}
      {found && (
        <>
          <DryRun found={found} mapping={mapping} onMapping={(next) => examine.run(next)} />
          {found.dossiers.some(({ verdict, able }) => verdict !== 'cannot' && able) && (
            <label className="choice">
              <input type="checkbox" checked={typed.confirmed} onChange={({ target }) => setTyped({ ...typed, confirmed: target.checked })} />
              <span>{text('transferConfirmed')}</span>
            </label>
          )}
          <TextArea id={`${id}-reason`} rows={2} label={text('transferReason')} hint={text('transferReasonHint')} maxLength={1000} error={tried && typed.reason.trim() === '' ? text('transferReasonMissing') : undefined} value={typed.reason} onChange={({ target }) => setTyped({ ...typed, reason: target.value })} />
          {start.problem && <ProblemView error={start.problem} />}
          <Button kind="main" busy={start.busy} disabled={going === 0} onClick={send}>{text('transferStart', { count: going })}</Button>
        </>
      )}
      <Transfers packageKey={key} began={started} />
    </section>
  );
};
