import { Maximize2, Redo2, Table2, Undo2, Workflow, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { DesignerPackage, StepCounts } from '../../server/api/designer.ts';
import { bpmnFile } from '../../procedures/process-path.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { FindingsView } from '../findings/findings-view.tsx';
import { countOf } from '../findings/sorted.ts';
import type { Checking } from '../package/use-check.ts';
import { useText } from '../words.ts';
import { elementOf, modelOf } from './editing.ts';
import { gravenessOf } from './marks.ts';
import { textIn, type Model } from './model.ts';
import { tool, type Drawing } from './modeler.ts';
import { outlineOf } from './outline.ts';
import { OutlineView } from './outline-view.tsx';
import { StepPanel } from './panel/step-panel.tsx';
import { StepTable } from './step-table.tsx';
import { useDrawing } from './use-drawing.ts';
import { useMarks } from './use-marks.tsx';
import './process.css';

export interface ProcessHandle {
  readonly flush: () => Promise<void>;
  /** What an element is called, if it is drawn. */
  readonly nameOf: (id: string) => string | undefined;
  readonly select: (id: string) => void;
}

interface ProcessViewProps {
  handle: Ref<ProcessHandle>;
  opened: DesignerPackage;
  text: string;
  saved: string;
  checking: Checking;
  counts: StepCounts | undefined;
  decisions: readonly string[];
  shown: boolean;
  onFile: (path: string) => void;
}

const isTyping = (target: EventTarget) => target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** The process of a package: outline left, drawing in the middle, the selected step right. */
export const ProcessView = ({ handle, opened, text: xml, saved, checking, counts, decisions, shown, onFile }: ProcessViewProps) => {
  const text = useText();
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  const held = useDrawing(box, opened.key, xml, saved);
  const { drawing, beat, selected, select, flush } = held;
  const [view, setView] = useState('outline');
  const [asTable, setAsTable] = useState(false);
  const findings = useMemo(() => checking.findings ?? [], [checking.findings]);
  const grave = useMemo(() => gravenessOf(findings, bpmnFile), [findings]);
  // oxlint-disable-next-line react/exhaustive-deps -- the drawing changes in place; the beat says when
  const rows = useMemo(() => (drawing ? outlineOf(tool(drawing, 'canvas').getRootElement().businessObject as Model) : []), [drawing, beat]);
  const marks = useMarks(drawing, beat, grave, counts, opened.roles);
  const placed = useRef<Drawing>(undefined);
  const first = rows[0]?.id;
  useEffect(() => {
    if (!drawing || !shown || placed.current === drawing) return;
    placed.current = drawing;
    showStart(drawing, first);
  }, [drawing, shown, first]);

  const stack = drawing && tool(drawing, 'commandStack');
  const keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.target) || box.current?.contains(event.target as Node)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) stack?.undo();
    else if (key === 'y' || key === 'z') stack?.redo();
    else return;
    event.preventDefault();
  };
  const zoom = (by: number) => {
    if (!drawing) return;
    const canvas = tool(drawing, 'canvas');
    canvas.zoom(by === 0 ? 'fit-viewport' : Math.min(4, Math.max(0.2, canvas.zoom() * by)), 'auto');
  };
  const nameOf = (id: string) => {
    const element = drawing && elementOf(drawing, id);
    if (!element) return undefined;
    const model = modelOf(element);
    return (language === 'en' && textIn(model, 'motcua:nameEn')) || textIn(model, 'name') || id;
  };
  useImperativeHandle(handle, () => ({ flush, nameOf, select }));
  const open = (id: string) => select(id);
  const errors = countOf(findings, 'error');
  return (
    <div className={asTable ? 'process process-as-table' : 'process'} hidden={!shown} onKeyDown={keys} role="presentation">
      <div className="process-side" hidden={asTable}>
        <Tabs
          label={text('sideViews')} selected={view} onSelect={setView}
          items={[
            { key: 'outline', title: text('steps'), panel: drawing ? <OutlineView drawing={drawing} rows={rows} selected={selected} onSelect={select} grave={grave} counts={counts} roles={opened.roles} /> : <p className="muted">{text('opening')}</p> },
            { key: 'findings', title: `${text('findings')} (${findings.length}${checking.busy ? '…' : ''})`, panel: <FindingsView checking={checking} nameOf={nameOf} onElement={open} onFile={onFile} /> },
          ]}
        />
      </div>
      <div className="process-middle">
        <div className="process-tools" role="toolbar" aria-label={text('drawingTools')}>
          <span className="process-views" role="group" aria-label={text('processViews')}>
            <Button small aria-pressed={!asTable} onClick={() => setAsTable(false)}><Icon of={Workflow} />{text('asDrawing')}</Button>
            <Button small aria-pressed={asTable} onClick={() => setAsTable(true)}><Icon of={Table2} />{text('asTable')}</Button>
          </span>
          <Button small aria-disabled={!held.canUndo} onClick={() => stack?.undo()}><Icon of={Undo2} />{text('undo')}</Button>
          <Button small aria-disabled={!held.canRedo} onClick={() => stack?.redo()}><Icon of={Redo2} />{text('redo')}</Button>
          {!asTable && (
            <>
              <Button small aria-label={text('zoomOut')} onClick={() => zoom(0.8)}><Icon of={ZoomOut} /></Button>
              <Button small aria-label={text('zoomIn')} onClick={() => zoom(1.25)}><Icon of={ZoomIn} /></Button>
              <Button small onClick={() => zoom(0)}><Icon of={Maximize2} />{text('wholeDrawing')}</Button>
            </>
          )}
          <output className="process-checked">{checking.busy ? text('checking') : checking.failed ? text('checkFailed') : errors > 0 ? text('errorsBlock', { count: errors }) : text('noErrors')}</output>
        </div>
        {held.fault && <Notice kind="danger" title={text('cannotDraw')}><p>{text('cannotDrawHint')}</p><p className="finding-exact" lang="en">{held.fault}</p></Notice>}
        <section className="process-canvas" ref={box} aria-label={text('canvas')} hidden={asTable} />
        {asTable && drawing && <StepTable drawing={drawing} rows={rows} opened={opened} grave={grave} onOpen={(id) => { setAsTable(false); open(id); }} />}
        {marks}
      </div>
      <aside className="process-panel" hidden={asTable} aria-label={text('panel')}>
        {drawing && selected !== undefined && elementOf(drawing, selected)?.parent
          ? <StepPanel drawing={drawing} id={selected} opened={opened} rows={rows} decisions={decisions} findings={findings.filter(({ element, file }) => element === selected && (file === undefined || file === bpmnFile))} onOpen={open} onForm={(form) => onFile(`forms/${form}.json`)} />
          : <><h2>{text('nothingSelected')}</h2><p className="muted">{text('nothingSelectedHint')}</p></>}
      </aside>
    </div>
  );
};

/** Opens at 100 % where the process begins: the whole of a long one would be too small to read. */
function showStart(drawing: Drawing, first: string | undefined): void {
  const canvas = tool(drawing, 'canvas');
  const element = first === undefined ? undefined : elementOf(drawing, first);
  if (!element) return;
  const { y, x, height } = element;
  canvas.resized();
  const { width: wide, height: high } = canvas.viewbox();
  if (!(wide > 0 && high > 0)) return;
  canvas.viewbox({ x: x - 110, y: y + height / 2 - high / 2, width: wide, height: high });
}
