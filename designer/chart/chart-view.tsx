import { FileCode, Play, Table2, Workflow } from 'lucide-react';
import { lazy, Suspense, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Machine } from '../../engine/statechart/machine.ts';
import { statechartFile } from '../../procedures/process-path.ts';
import type { Finding } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { ReplaceProcess } from '../elsewhere/replace-process.tsx';
import { FindingActs } from '../findings/acts.ts';
import { FindingsView } from '../findings/findings-view.tsx';
import { countOf } from '../findings/sorted.ts';
import { FixOffers } from '../fixes/fix-offers.tsx';
import { benchNow, edit, useBench } from '../package/bench.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import { silentBoard, type Board } from '../play/board.ts';
import { StoryPlayer } from '../play/story-player.tsx';
import { gravenessOf } from '../process/marks.ts';
import { factsOf } from '../process/outline-lines.ts';
import { NextSteps } from '../process/next-steps.tsx';
import { OutlineView } from '../process/outline-view.tsx';
import type { ProcessViewProps } from '../process/process-view.tsx';
import { SidePanel, useEntry } from '../process/panel/side-panel.tsx';
import { stockIn } from '../process/procedure-steps.ts';
import { StepTable } from '../process/step-table.tsx';
import { TrailLegend } from '../process/trail-legend.tsx';
import { useTrail } from '../process/trail.ts';
import type { Texts } from '../proof/read-package.ts';
import { pane } from '../shell/panes.ts';
import { useKeptScroll } from '../shell/use-kept-scroll.ts';
import { useText } from '../words.ts';
import { chartLines, chartSteps, leadLabel } from './chart-lines.ts';
import { askDecision, giveDecision } from './each-action.ts';
import { chartFixers } from './fixes/chart-fixers.ts';
import { chartWorkpiece } from './fixes/chart-workpiece.ts';
import { LeadPanel } from './lead-panel.tsx';
import { textsOf } from './meaning.ts';
import { readChart, writeChart } from './read-chart.ts';
import { StatePanel } from './state-panel.tsx';
import { leadAt, useChart } from './use-chart.ts';
import '../process/process.css';
import './chart.css';

const ChartPicture = lazy(async () => ({ default: (await import('./picture/chart-picture.tsx')).ChartPicture }));

const views = [['picture', 'asPicture', Workflow], ['table', 'asTable', Table2], ['text', 'asText', FileCode]] as const;
type View = (typeof views)[number][0];

/** A process that is a statechart: its states as an outline, as a picture, as a table and as text, one text with one undo. */
export const ChartView = ({ handle, opened, text: json, saved, checking, texts, counts, decisions, shown, onFile }: ProcessViewProps) => {
  const text = useText();
  const language = useLanguage();
  const { key } = opened;
  const chart = useChart(key, json, saved, texts);
  const last = useBench(key).history.past.at(-1)?.get(statechartFile);
  const [side, setSide] = useState('outline');
  const [view, setView] = useState<View>('picture');
  const [selected, select] = useState<string>();
  const findings = useMemo(() => checking.findings ?? [], [checking.findings]);
  const grave = useMemo(() => gravenessOf(findings, statechartFile), [findings]);
  const lines = useMemo(() => (chart ? chartLines(chart, { text, language, counts, roles: opened.roles }) : []), [chart, text, language, counts, opened.roles]);
  const captionOf = useCallback((id: string) => ({ name: chart?.nameOf(id) ?? id, facts: factsOf(id, chart?.places.get(id)?.state.meta?.task && textsOf(chart.places.get(id)!.state), { text, language, counts, roles: opened.roles }) }), [chart, text, language, counts, opened.roles]);
  const labelOf = useCallback((flow: string) => (chart ? leadLabel(text, language, chart, flow) : ''), [chart, text, language]);
  const nameOf = (id: string) => (chart && (chart.places.has(id) || leadAt(chart.places, id)) ? chart.nameOf(id) : undefined);
  /** What other pages change stands on what the text says by then: one act of theirs may change it several times. */
  const changeNow = (change: (machine: Machine) => Machine) => {
    const machine = readChart(benchNow(key).edits.get(statechartFile)?.now ?? json);
    if (machine) edit(key, statechartFile, writeChart(change(machine)), saved);
  };
  useImperativeHandle(handle, () => ({
    nameOf, select,
    give: (file, name, feel) => changeNow((machine) => giveDecision(machine, file, name, feel)),
    ask: (id, reference, inputs) => changeNow((machine) => askDecision(machine, id, reference, inputs)),
  }));
  const entering = useEntry(select);
  const [board, setBoard] = useState<Board>();
  const [played, setPlayed] = useState<{ readonly finding: Finding; readonly files: Texts; readonly json: string }>();
  const story = played?.json === json ? played : undefined;
  const trail = useTrail(key);
  const checked = useRef<HTMLOutputElement>(null);
  const [done, setDone] = useState<{ readonly what: string; readonly json: string }>();
  const mended = (what: string) => {
    setDone({ what, json });
    checked.current?.focus();
  };
  const acts = (finding: Finding) => chart && texts && (
    <>
      {finding.counterexample && <p><Button small onClick={() => { setView('picture'); setPlayed({ finding, files: texts, json }); }}><Icon of={Play} />{text('showHow')}</Button></p>}
      <FixOffers about={`${finding.rule} ${finding.element} ${json}`} fixes={chartFixers[finding.rule]?.(finding, { chart, piece: chartWorkpiece(chart), opened, decisions, texts, language, text, nameOf: chart.nameOf }) ?? []} onDone={mended} />
    </>
  );
  const asTable = chart !== undefined && view === 'table';
  const left = useKeptScroll(side, shown && !asTable);
  const open = (id: string) => {
    setView('picture');
    select(id);
  };
  const errors = countOf(findings, 'error');
  const stock = stockIn(texts?.['procedure.json'] ?? '');
  const lead = chart && selected !== undefined ? leadAt(chart.places, selected) : undefined;
  const about = findings.filter(({ element, file }) => (element === selected || (lead && (element === lead.lead.flow || element.startsWith(`${lead.lead.flow}.`)))) && (file === undefined || file === statechartFile));
  const panel = { opened, findings: about, stock, onOpen: select, onFile };
  return (
    <FindingActs.Provider value={acts}>
      <div className={asTable ? 'process process-as-table' : 'process'} hidden={!shown} onKeyDown={entering.keys} {...ofTheDraft} role="presentation">
        <div className="process-side" role="group" aria-label={text('sideViews')} {...pane} {...left} hidden={asTable}>
          <Tabs
            label={text('sideViews')} selected={side} onSelect={setSide}
            items={[
              { key: 'outline', title: text('steps'), panel: chart ? <OutlineView lines={lines} selected={selected} onSelect={entering.choose} grave={grave} /> : <p className="muted">{text('chartUnreadTitle')}</p> },
              { key: 'findings', title: `${text('findings')} (${findings.length}${checking.busy ? '…' : ''})`, panel: <FindingsView checking={checking} texts={texts} nameOf={nameOf} onElement={select} onFile={onFile} /> },
            ]}
          />
        </div>
        <div className="process-middle">
          <div className="process-tools" role="group" {...pane} aria-label={text('chartTools')}>
            <span className="process-views" role="group" aria-label={text('processViews')}>
              {views.map(([value, word, icon]) => <Button key={value} small aria-pressed={view === value} onClick={() => setView(value)}><Icon of={icon} />{text(word)}</Button>)}
            </span>
            <output className="process-checked" ref={checked} tabIndex={-1}>{done && last?.before === done.json && `${text('fixed', { what: done.what })} `}{checking.busy ? text('checking') : checking.failed ? text('checkFailed') : errors > 0 ? text('errorsBlock', { count: errors }) : text('noErrors')}</output>
          </div>
          {trail && <TrailLegend packageKey={key} trail={trail} nameOf={nameOf} />}
          {!chart && <Notice kind="danger" title={text('chartUnreadTitle')}><p>{text('chartUnreadHint')}</p></Notice>}
          {chart && view === 'picture' && <Suspense fallback={<p className="muted">{text('opening')}</p>}><ChartPicture chart={chart} captionOf={captionOf} labelOf={labelOf} selected={selected} onSelect={select} grave={grave} trail={trail} onBoard={setBoard} /></Suspense>}
          {asTable && <StepTable lines={chartSteps(chart, { text })} opened={opened} grave={grave} onOpen={open} />}
          {(view === 'text' || !chart) && <TextArea id="chart-text" className="chart-text" label={text('chartText')} hint={text('chartHint')} rows={24} spellCheck={false} value={json} onChange={({ target }) => edit(key, statechartFile, target.value, saved, 'text')} />}
        </div>
        <SidePanel entry={entering.entry} about={selected === undefined ? undefined : nameOf(selected)} hidden={asTable}>
          {story ? <StoryPlayer key={`${story.finding.rule} ${story.finding.element}`} board={board ?? silentBoard} finding={story.finding} files={story.files} nameOf={nameOf} onStop={() => setPlayed(undefined)} />
            : chart && lead && selected !== undefined ? <LeadPanel key={selected} chart={chart} {...lead} {...panel} />
            : chart && selected !== undefined && chart.places.has(selected) ? <StatePanel key={selected} chart={chart} id={selected} {...panel} />
              : <><h2>{text('chartSelect')}</h2><p className="muted">{text('chartSelectHint')}</p><ReplaceProcess opened={opened} text={json} />{opened.versions.length === 0 && <NextSteps packageKey={key} />}</>}
        </SidePanel>
      </div>
    </FindingActs.Provider>
  );
};
