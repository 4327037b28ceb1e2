import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { endOf, firstMoment, officeDate } from '../../engine/calendar/office-day.ts';
import type { LevelDelegations } from '../../server/api/delegation.ts';
import { alphabetical } from '../../ui/alphabetical.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { faultAt } from '../../ui/fault-at.ts';

interface DelegateLevelProps {
  of: LevelDelegations;
  levelName: (kind: string) => string;
  onDone: () => Promise<void>;
}

/** Delegates what the rule of competence gives to one level to another, from a day on, by a document. */
export const DelegateLevel = ({ of: { at, procedures, kinds }, levelName, onDone }: DelegateLevelProps) => {
  const text = useText();
  const language = useLanguage();
  const [key, setKey] = useState(procedures[0]?.key ?? '');
  const [wantedFrom, setFromKind] = useState('');
  const [wantedTo, setToKind] = useState('');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState(officeDate(at));
  const [to, setTo] = useState('');
  const [given, setGiven] = useState<string>();
  const own = procedures.find((one) => one.key === key)?.kinds ?? [];
  const fromKind = own.includes(wantedFrom) ? wantedFrom : (own.find((kind) => kind !== 'commune') ?? own[0] ?? '');
  const levels = ['commune', ...kinds.map(({ kind }) => kind).filter((kind) => kind !== 'commune')].filter((kind) => kind !== fromKind);
  const toKind = levels.includes(wantedTo) ? wantedTo : (levels[0] ?? '');
  const giving = useAct(async (idempotency) => {
    await call('POST /api/level-delegations', { body: { procedure: key, fromKind, toKind, document: document.trim(), from: firstMoment(from), to: to === '' ? null : endOf(to) }, key: idempotency });
    setGiven(text('levelDelegated', { to: levelName(toKind) }));
    setDocument('');
    setTo('');
    await onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setGiven(undefined);
    if (isDay(from) && (to === '' || isDay(to))) giving.run();
  };
  const fault = (path: string) => faultAt(giving.problem, path);
  const placed = ['/procedure', '/fromKind', '/toKind', '/document', '/from', '/to'];
  return (
    <details className="panel-more">
      <summary>{text('delegateLevel')}</summary>
      <form onSubmit={submit} noValidate>
        <div className="both">
          <Select id="level-procedure" label={text('levelProcedure')} error={fault('/procedure')} value={key} options={alphabetical(procedures, (one) => pick(one.name, language), language).map((one) => ({ value: one.key, label: pick(one.name, language) }))} onChange={setKey} />
          <Select id="level-from-kind" label={text('levelFrom')} error={fault('/fromKind')} value={fromKind} options={own.map((kind) => ({ value: kind, label: levelName(kind) }))} onChange={setFromKind} />
          <Select id="level-to-kind" label={text('levelTo')} error={fault('/toKind')} value={toKind} options={levels.map((kind) => ({ value: kind, label: levelName(kind) }))} onChange={setToKind} />
          <TextField id="level-document" label={text('roleDocument')} hint={text('roleDocumentHint')} error={fault('/document')} value={document} onChange={(event) => setDocument(event.target.value.normalize('NFC'))} />
          <DateField id="level-from" label={text('roleFrom')} error={fault('/from')} min={officeDate(at)} value={from} onChange={setFrom} />
          <DateField id="level-to" label={text('roleTo')} hint={text('levelToHint')} optional error={fault('/to')} min={from} value={to} onChange={setTo} />
        </div>
        {giving.problem && !placed.some((path) => fault(path)) && <ProblemView error={giving.problem} />}
        <Button type="submit" busy={giving.busy}><Icon of={Plus} />{text('delegateLevelNow')}</Button>
      </form>
      <div aria-live="polite">{given !== undefined && <Notice kind="done" title={given} />}</div>
    </details>
  );
};
