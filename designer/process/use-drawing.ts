import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { bpmnFile } from '../../procedures/process-path.ts';
import { drop, edit, useBench } from '../package/bench.ts';
import { inSight, tool, type Drawing } from './drawing-tools.ts';
import { createDrawing } from './modeler.ts';

/** A change is written as soon as it is painted; in a quick row of changes, when they rest. */
const paintMilliseconds = 20;
const restMilliseconds = 120;

export interface Held {
  readonly drawing: Drawing | undefined;
  /** Rises with every change of the drawing. */
  readonly beat: number;
  readonly selected: string | undefined;
  readonly select: (id: string | undefined) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The file cannot be drawn: the reader's own words. */
  readonly fault: string | undefined;
  /** Brings the last changes to the bench; await it before saving. */
  readonly flush: () => Promise<void>;
}

/** The drawing of a package's process, kept in step with the text on the bench. */
export function useDrawing(container: RefObject<HTMLElement | null>, key: string, text: string, saved: string): Held {
  const { edits } = useBench(key);
  const [generation, setGeneration] = useState(0);
  const [state, setState] = useState<{ drawing?: Drawing; fault?: string; beat: number; selected?: string | undefined }>({ beat: 0 });
  const latest = useRef({ text, saved });
  // What the drawing wrote when nothing was changed: coming back to it by undo leaves nothing to save.
  const untouched = useRef<string>(undefined);
  const lastWritten = useRef<string>(undefined);
  const imported = useRef<string>(undefined);
  const drawn = useRef<Drawing>(undefined);

  const write = useCallback(async () => {
    const drawing = drawn.current;
    if (!drawing || lastWritten.current === undefined) return;
    const { xml = '' } = await drawing.saveXML({ format: true });
    if (xml === lastWritten.current) return;
    lastWritten.current = xml;
    if (xml === untouched.current) drop(key, bpmnFile);
    else edit(key, bpmnFile, xml, latest.current.saved, 'drawing');
  }, [key]);

  const isEdited = edits.has(bpmnFile);
  useEffect(() => {
    latest.current = { text, saved };
    const drawnText = lastWritten.current;
    if (isEdited || drawnText === undefined) return;
    // Just saved, or gone back to the start: the drawing stands. Anything else came from elsewhere and is drawn anew.
    if (saved === drawnText) untouched.current = drawnText;
    else if (drawnText !== untouched.current || saved !== imported.current) setGeneration((before) => before + 1);
  }, [text, saved, isEdited]);

  useEffect(() => {
    if (!container.current) return;
    const drawing = createDrawing(container.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let changed = -Infinity;
    let gone = false;
    const open = async () => {
      const { text: opening, saved: original } = latest.current;
      try {
        await drawing.importXML(opening);
      } catch (error) {
        if (!gone) setState({ beat: 0, fault: error instanceof Error ? error.message : String(error) });
        return;
      }
      if (gone) return;
      drawn.current = drawing;
      lastWritten.current = (await drawing.saveXML({ format: true })).xml ?? '';
      imported.current = opening;
      untouched.current = opening === original ? lastWritten.current : undefined;
      setState({ drawing, beat: 1 });
    };
    const events = tool(drawing, 'eventBus');
    events.on('commandStack.changed', () => {
      setState((before) => ({ ...before, beat: before.beat + 1 }));
      clearTimeout(timer);
      const now = performance.now();
      timer = setTimeout(() => void write(), now - changed > restMilliseconds ? paintMilliseconds : restMilliseconds);
      changed = now;
    });
    events.on('selection.changed', ({ newSelection = [] }) => {
      const [only] = newSelection;
      const id = newSelection.length === 1 && only ? (only as { labelTarget?: { id: string } }).labelTarget?.id ?? only.id : undefined;
      setState((before) => ({ ...before, selected: id }));
    });
    let hidden = false;
    const size = new ResizeObserver(([box]) => {
      const canvas = tool(drawing, 'canvas');
      const wasHidden = hidden;
      hidden = box?.contentRect.width === 0;
      canvas.resized();
      const [only] = tool(drawing, 'selection').get();
      if (!wasHidden || hidden || !only) return;
      // what stands beside the selected element was placed while nothing had a place
      canvas.scrollToElement(only, inSight);
      tool(drawing, 'selection').select(null);
      tool(drawing, 'selection').select(only);
    });
    size.observe(container.current);
    void open();
    return () => {
      gone = true;
      size.disconnect();
      clearTimeout(timer);
      drawn.current = undefined;
      lastWritten.current = undefined;
      setState({ beat: 0 });
      // what is shown with it in this very moment still asks it
      setTimeout(() => drawing.destroy());
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new generation is drawn from the start
  }, [container, key, generation, write]);

  const select = useCallback((id: string | undefined) => {
    const drawing = drawn.current;
    if (!drawing) return;
    const element = id === undefined ? undefined : tool(drawing, 'elementRegistry').get(id);
    tool(drawing, 'selection').select(element ?? null);
    if (element) tool(drawing, 'canvas').scrollToElement(element, inSight);
  }, []);
  const stack = state.drawing && tool(state.drawing, 'commandStack');
  return { drawing: state.drawing, beat: state.beat, selected: state.selected, select, fault: state.fault, flush: write, canUndo: stack?.canUndo() ?? false, canRedo: stack?.canRedo() ?? false };
}
