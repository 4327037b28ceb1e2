import { Maximize2, Play, Shapes, Table2, Workflow, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type MouseEvent, type Ref } from 'react';
import type { DesignerPackage, Finding, StepCounts } from '../../server/api/designer.ts';
import { bpmnFile } from '../../procedures/process-path.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { language as languageNow } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { FindingActs } from '../findings/acts.ts';
import { FindingsView } from '../findings/findings-view.tsx';
import { ReplaceProcess } from '../elsewhere/replace-process.tsx';
import { countOf } from '../findings/sorted.ts';
import { FixOffers } from '../fixes/fix-offers.tsx';
import { drawnFixers } from '../fixes/fixers.ts';
import { drawnWorkpiece } from '../fixes/drawn-workpiece.ts';
import { drawingBoard } from '../play/board.ts';
import { StoryPlayer } from '../play/story-player.tsx';
import type { Texts } from '../proof/read-package.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import type { Checking } from '../package/use-check.ts';
import { pane } from '../shell/panes.ts';
import { useKeptScroll } from '../shell/use-kept-scroll.ts';
import { useText } from '../words.ts';
import { calledWords } from './beside.ts';
import { drawNamesAnew } from './drawn-language.ts';
import { askDecision, elementOf, giveDecision, modelOf } from './editing.ts';
import { gravenessOf } from './marks.ts';
import { drawingsOf, turnTo } from './drawings.ts';
import { DrawingChoice } from './drawing-choice.tsx';
import { linesBySection, sectionsOf } from './drawn-outline.ts';
import { wholeView } from './first-view.ts';
import { tool, type Drawing } from './drawing-tools.ts';
import { NextSteps } from './next-steps.tsx';
import { stepLines } from './outline-lines.ts';
import { OutlineView } from './outline-view.tsx';
import { choosePalette, paletteIsFull } from './palette-choice.ts';
import { stockIn } from './procedure-steps.ts';
import { SidePanel, useEntry } from './panel/side-panel.tsx';
import { StepPanel } from './panel/step-panel.tsx';
import type { NamedExpression } from './step.ts';
import { StepTable } from './step-table.tsx';
import { TrailLegend } from './trail-legend.tsx';
import { useDrawnTrail, useTrail } from './trail.ts';
import { useDrawing } from './use-drawing.ts';
import { useFirstView } from './use-first-view.ts';
import { useMarks } from './use-marks.tsx';
import './process.css';

export interface ProcessHandle {
  /** What an element is called, if it is drawn. */
  readonly nameOf: (id: string) => string | undefined;
  readonly select: (id: string) => void;
  /** Has every step that asks a decision of a file hand it an input; without `feel` no more. */
  readonly give: (file: string, name: string, feel: string | undefined) => void;
  /** Has a step ask a decision. */
  readonly ask: (step: string, reference: string, inputs: readonly NamedExpression[]) => void;
}

/** What a procedure's process is shown with, drawn or as a statechart. */
export interface ProcessViewProps {
  handle: Ref<ProcessHandle>;
  opened: DesignerPackage;
  text: string;
  saved: string;
  checking: Checking;
  /** The whole package as it is edited, for questions about it. */
  texts: Texts | undefined;
  counts: StepCounts | undefined;
  decisions: readonly string[];
  shown: boolean;
  /** Leads to a file; of some to what a finding there is about. */
  onFile: (path: string, element?: string) => void;
}

/** The process of a package: outline left, drawing in the middle, the selected step right. */
export const ProcessView = ({ handle, opened, text: xml, saved, checking, texts, counts, decisions, shown, onFile }: ProcessViewProps) => {
  const text = useText();
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  const held = useDrawing(box, opened.key, xml, saved);
  const { drawing, beat, selected, select, show } = held;
  const [view, setView] = useState('outline');
  const [asTable, setAsTable] = useState(false);
  const left = useKeptScroll(view, shown && !asTable);
  const [said, setSaid] = useState('');
  const findings = useMemo(() => checking.findings ?? [], [checking.findings]);
  const grave = useMemo(() => gravenessOf(findings, bpmnFile), [findings]);
  // oxlint-disable-next-line react/exhaustive-deps -- the drawing changes in place; the beat and what is open say when
  const drawings = useMemo(() => (drawing ? drawingsOf(drawing, language, text) : []), [drawing, beat, held.shown, language, text]);
  const sections = useMemo(() => (drawing ? sectionsOf(drawing, drawings) : []), [drawing, drawings]);
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections]);
  const choice = useRef<HTMLSelectElement>(null);
  const trail = useTrail(opened.key);
  useDrawnTrail(trail, drawing, beat);
  const marks = useMarks(drawing, beat, grave, counts, opened.roles);
  useFirstView(drawing, sections, held.shown, shown);
  useEffect(() => {
    const at = trail && drawing && [trail.left ?? [], trail.open ?? [], trail.missed ?? [], trail.passed === 'others' ? [] : trail.passed].flat().flatMap((id) => elementOf(drawing, id) ?? []);
    if (at?.[0]) turnTo(drawing!, at[0]);
  }, [drawing, trail]);

  const entering = useEntry(select);
  const [full, setFull] = useState(paletteIsFull);
  const choose = () => {
    choosePalette(!full);
    setFull(!full);
    if (drawing) tool(drawing, 'eventBus').fire('i18n.changed');
  };
  const drawnIn = useRef(language);
  useEffect(() => {
    if (!drawing || drawnIn.current === language) return;
    drawnIn.current = language;
    drawNamesAnew(drawing);
    tool(drawing, 'eventBus').fire('i18n.changed');
  }, [drawing, language]);
  const procedure = texts?.['procedure.json'];
  useEffect(() => {
    if (drawing && procedure !== undefined) Object.assign(tool(drawing, 'motcuaStock'), stockIn(procedure));
  }, [drawing, procedure]);
  const zoom = (by: number) => {
    if (!drawing) return;
    const canvas = tool(drawing, 'canvas');
    if (by === 0) showWhole(drawing);
    else canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * by)), 'auto');
  };
  // who opens a sub-process by key goes on from where its drawing is named
  const followIn = ({ detail, target }: MouseEvent) => {
    if (detail === 0 && target instanceof Element && target.closest('.bjs-drilldown')) setTimeout(() => choice.current?.focus());
  };
  const nameOf = (id: string) => {
    const element = drawing && elementOf(drawing, id);
    if (!element) return undefined;
    // pages that ask are drawn in another language before this one is
    return calledWords(modelOf(element), languageNow(), text, (step) => text('wayTo', { step }));
  };
  const [played, setPlayed] = useState<{ readonly finding: Finding; readonly files: Texts; readonly beat: number }>();
  const story = played?.beat === beat ? played : undefined;
  const board = useMemo(() => drawing && drawingBoard(drawing), [drawing]);
  const checked = useRef<HTMLOutputElement>(null);
  const [done, setDone] = useState<{ readonly what: string; readonly beat: number }>();
  const mended = (what: string) => {
    setDone({ what, beat: beat + 1 });
    checked.current?.focus();
  };
  const acts = (finding: Finding) => drawing && texts && (
    <>
      {finding.counterexample && <p><Button small onClick={() => { setAsTable(false); setPlayed({ finding, files: texts, beat }); }}><Icon of={Play} />{text('showHow')}</Button></p>}
      <FixOffers about={`${finding.rule} ${finding.element} ${beat}`} fixes={drawnFixers[finding.rule]?.(finding, { drawing, piece: drawnWorkpiece(drawing), opened, decisions, texts, language, text, nameOf: (id) => nameOf(id) ?? id }) ?? []} onDone={mended} />
    </>
  );
  useImperativeHandle(handle, () => ({ nameOf, select, give: (file, name, feel) => drawing && giveDecision(drawing, file, name, feel),
    ask: (step, reference, inputs) => {
      const element = drawing && elementOf(drawing, step);
      if (element) askDecision(drawing, element, reference, inputs);
    } }));
  const open = (id: string) => select(id);
  // a way has no row: it belongs to the step that it leads out of
  const row = selected === undefined || !drawing || rows.some(({ id }) => id === selected) ? selected : (elementOf(drawing, selected)?.source?.id ?? selected);
  const errors = countOf(findings, 'error');
  return (
    <FindingActs.Provider value={acts}>
      <div className={asTable ? 'process process-as-table' : 'process'} hidden={!shown} onKeyDown={entering.keys} {...ofTheDraft} role="presentation">
        <div className="process-side" role="group" aria-label={text('sideViews')} {...pane} {...left} hidden={asTable}>
          <Tabs
            label={text('sideViews')} selected={view} onSelect={setView}
            items={[
              { key: 'outline', title: text('steps'), panel: drawing ? <OutlineView lines={linesBySection(drawing, sections, { text, language, counts, roles: opened.roles }, text)} selected={row} onSelect={(id, byKey) => (sections.some(({ of }) => of.root.id === id) ? show(id) : entering.choose(id, byKey))} grave={grave} /> : <p className="muted">{text('opening')}</p> },
              { key: 'findings', title: `${text('findings')} (${findings.length}${checking.busy ? '…' : ''})`, panel: <FindingsView checking={checking} texts={texts} nameOf={nameOf} onElement={open} onFile={onFile} /> },
            ]}
          />
        </div>
        <div className="process-middle">
          <output className="visually-hidden">{said}</output>
          <div className="process-tools" role="group" {...pane} aria-label={text('drawingTools')}>
            <span className="process-views" role="group" aria-label={text('processViews')}>
              <Button small aria-pressed={!asTable} onClick={() => setAsTable(false)}><Icon of={Workflow} />{text('asDrawing')}</Button>
              <Button small aria-pressed={asTable} onClick={() => setAsTable(true)}><Icon of={Table2} />{text('asTable')}</Button>
            </span>
            {!asTable && (
              <>
                <Button small title={text('zoomOut')} aria-label={text('zoomOut')} onClick={() => zoom(0.8)}><Icon of={ZoomOut} /></Button>
                <Button small title={text('zoomIn')} aria-label={text('zoomIn')} onClick={() => zoom(1.25)}><Icon of={ZoomIn} /></Button>
                <Button small title={text('wholeDrawing')} onClick={() => zoom(0)}><Icon of={Maximize2} /><span className="tool-word">{text('wholeDrawing')}</span></Button>
                <span className="drawing-only"><Button small aria-pressed={full} onClick={choose}><Icon of={Shapes} />{text('fullPalette')}</Button></span>
              </>
            )}
            <output className="process-checked" ref={checked} tabIndex={-1}>{done && done.beat >= beat && `${text('fixed', { what: done.what })} `}{checking.busy ? text('checking') : checking.failed ? text('checkFailed') : errors > 0 ? text('errorsBlock', { count: errors }) : text('noErrors')}</output>
          </div>
          {trail && <TrailLegend packageKey={opened.key} trail={trail} nameOf={nameOf} />}
          {held.fault && <Notice kind="danger" title={text('cannotDraw')}><p>{text('cannotDrawHint')}</p><p className="finding-exact" lang="en">{held.fault}</p></Notice>}
          {!asTable && <DrawingChoice drawings={drawings} shown={held.shown} onShow={show} choice={choice} />}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a press of a key on a button within is a click, too */}
          <section className="process-canvas" ref={box} {...pane} aria-label={text('canvas')} hidden={asTable} onClick={followIn} />
          {asTable && drawing && <StepTable lines={stepLines(drawing, rows, text, language)} opened={opened} grave={grave} onOpen={(id) => { setAsTable(false); open(id); }} />}
          {marks}
        </div>
        <SidePanel entry={entering.entry} about={selected === undefined ? undefined : nameOf(selected)} hidden={asTable}>
          {board && story ? <StoryPlayer key={`${story.finding.rule} ${story.finding.element}`} board={board} finding={story.finding} files={story.files} nameOf={nameOf} onStop={() => setPlayed(undefined)} /> : drawing && selected !== undefined && elementOf(drawing, selected)?.parent
            ? <StepPanel drawing={drawing} id={selected} opened={opened} rows={rows} findings={findings.filter(({ element, file }) => element === selected && (file === undefined || file === bpmnFile))} onOpen={open} onEnter={entering.choose} onSaid={setSaid} onForm={(form) => onFile(`forms/${form}.json`)} onLetter={(letter) => onFile(`letters/${letter}.json`)} onFile={onFile} />
            : <><h2>{text('nothingSelected')}</h2><p className="muted">{text('nothingSelectedHint')}</p><ReplaceProcess opened={opened} text={xml} />{opened.versions.length === 0 && <NextSteps packageKey={opened.key} />}</>}
        </SidePanel>
      </div>
    </FindingActs.Provider>
  );
};

/** All of it, beside the tools at the edge. */
function showWhole(drawing: Drawing): void {
  const canvas = tool(drawing, 'canvas');
  const { inner, outer } = canvas.viewbox();
  canvas.viewbox(wholeView(inner, outer));
}
