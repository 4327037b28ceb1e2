import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Findings } from '../findings/findings.tsx';
import { sorted } from '../findings/sorted.ts';
import { asOneAct, editLater } from '../package/bench.ts';
import { useFileText, useFileTexts } from '../package/file-text.ts';
import type { Checking } from '../package/use-check.ts';
import { Committed } from '../process/panel/committed.tsx';
import { feelFault } from '../process/panel/feel-fault.ts';
import { Select } from '../process/panel/select.tsx';
import { ofTheDraft } from '../package/use-undo.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { DecisionTable } from './decision-table.tsx';
import './decisions.css';
import { MissingRules } from './missing-rules.tsx';
import { changeTables, fileName, readTables, type Change } from './table-file.ts';
import { Tester } from './tester.tsx';
import { useSenses } from './use-senses.ts';

/** Has the steps that ask a file's decisions hand them an input. */
export type Giving = (file: string, name: string, feel: string) => void;

/** What an administrator most often comes for. */
const first = 'fee';

/** The decision tables of a package, one file open at a time. */
export const DecisionsPage = ({ opened, file, checking, onGive }: { opened: DesignerPackage; file: string; checking: Checking; onGive: Giving }) => {
  const text = useText();
  const [, go] = useLocation();
  const names = opened.draft.files.flatMap(({ path }) => (/^decisions\/[^/]+\.dmn$/.test(path) ? [path.slice('decisions/'.length, -'.dmn'.length)] : []));
  const name = file || (names.includes(first) ? first : (names[0] ?? ''));
  const texts = useFileTexts(opened.key, names.map((one) => `decisions/${one}.dmn`));
  const language = useLanguage();
  const called = (one: string) => fileName(texts.get(`decisions/${one}.dmn`) ?? '', language);
  const findings = (checking.findings ?? []).filter((one) => one.file === `decisions/${name}.dmn`);
  if (names.length === 0) return <p>{text('noTables')}</p>;
  return (
    <>
      <Select id="which-table" label={text('whichTable')} value={name} options={names.map((one) => ({ value: one, label: called(one) ?? one }))} onChange={(next) => go(`/packages/${opened.key}/decisions/${next}`)} />
      {names.includes(name) && <DecisionFile key={name} onGive={onGive} opened={opened} file={name} path={`decisions/${name}.dmn`} findings={sorted(findings)} />}
    </>
  );
};

const DecisionFile = ({ opened, file, path, findings, onGive }: { opened: DesignerPackage; onGive: Giving; file: string; path: string; findings: readonly Finding[] }) => {
  const text = useText();
  const packageKey = opened.key;
  const language = useLanguage();
  const senses = useSenses(opened, file);
  const { query, text: source, saved } = useFileText(packageKey, path);
  const reading = useQuery({ queryKey: ['decision tables', source, language], queryFn: () => readTables(source ?? '', language), enabled: source !== undefined, placeholderData: (before) => before });
  const [matched, setMatched] = useState<readonly string[]>([]);
  if (query.error && source === undefined) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  if (source === undefined || saved === undefined || reading.data === undefined) return <Skeleton />;
  if ('fault' in reading.data) return <Notice kind="danger" title={text('tablesUnreadable')}><p lang="en">{reading.data.fault}</p></Notice>;
  const { decisions, asks } = reading.data;
  const change = (what: Change) => void editLater(packageKey, path, saved, (now) => changeTables(now, what));
  const inTables = new Set(decisions.flatMap((decision) => (decision.kind === 'table' ? decision.rules.map(({ id }) => id) : [])));
  return (
    <>
      <div className="decisions" {...ofTheDraft}>
      <MissingRules source={source} decisions={decisions} onChange={change}>
        <Findings of={findings.filter(({ element }) => !inTables.has(element))} />
      </MissingRules>
      {decisions.map((decision) => (
        <section key={decision.id} aria-labelledby={`decision-${decision.id}`}>
          <h2 id={`decision-${decision.id}`}>{decision.title} <code className="muted">{decision.id}</code></h2>
          {decision.kind === 'table' && <DecisionTable table={decision} senses={senses} findings={findings} matched={matched} onChange={change} onAsk={(input, feel) => void asOneAct(packageKey, () => { change({ change: 'ask', decision: decision.id, input }); onGive(file, input.name, feel); })} />}
          {decision.kind === 'expression' && <Committed id={`expression-${decision.id}`} label={text('expression')} value={decision.text} long code fault={feelFault(text)} onCommit={(next) => change({ change: 'expression', decision: decision.id, text: next })} />}
          {decision.kind === 'other' && <p className="muted">{text('otherLogic')}</p>}
        </section>
      ))}
      </div>
      <Tester source={source} decisions={decisions} asks={asks} senses={senses} onMatched={setMatched} />
    </>
  );
};
