import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { bpmnFile } from '../../procedures/process-path.ts';
import { bringsLater, edit } from '../package/bench.ts';
import { inSight, tool, type Drawing, type Element } from './drawing-tools.ts';
import { turnTo, turnToChanged } from './drawings.ts';
import { DrawnTexts, type Move } from './drawn-texts.ts';
import { createDrawing } from './modeler.ts';

/** A change is written as soon as it is painted; in a quick row of changes, when they rest. */
const paintMilliseconds = 20;
const restMilliseconds = 120;

export interface Held {
  readonly drawing: Drawing | undefined;
  /** Rises with every change of the drawing. */
  readonly beat: number;
  readonly selected: string | undefined;
  /** Of an element that stands in another drawing of the file, that one is opened. */
  readonly select: (id: string | undefined) => void;
  /** The root of the drawing that is open. */
  readonly shown: string | undefined;
  readonly show: (root: string) => void;
  /** The file cannot be drawn: the reader's own words. */
  readonly fault: string | undefined;
}

/** The drawing of a package's process, kept in step with the text on the bench: what is drawn is written there, and what comes to stand there otherwise is drawn. */
export function useDrawing(container: RefObject<HTMLElement | null>, key: string, text: string, saved: string): Held {
  const [state, setState] = useState<{ drawing?: Drawing | undefined; fault?: string | undefined; beat: number; selected?: string | undefined; shown?: string | undefined }>({ beat: 0 });
  const latest = useRef({ text, saved });
  const drawn = useRef<Drawing>(undefined);
  const texts = useRef<DrawnTexts>(undefined);
  // What drawing and bench last agreed on: another text on the bench came from elsewhere.
  const agreed = useRef<string>(undefined);
  const isOpening = useRef(false);

  const write = useCallback(async () => {
    const [drawing, told] = [drawn.current, texts.current];
    if (!drawing || !told || (told.here !== undefined && told.here === agreed.current)) return;
    const said = told.here ?? told.write((await drawing.saveXML({ format: true })).xml ?? '');
    if (drawn.current === drawing) agreed.current = said;
    edit(key, bpmnFile, said, latest.current.saved);
  }, [key]);

  const follow = useCallback(async () => {
    const drawing = drawn.current;
    if (!drawing || isOpening.current) return;
    const way = texts.current?.wayTo(latest.current.text);
    if (way !== undefined && latest.current.text !== agreed.current) {
      agreed.current = latest.current.text;
      const stack = tool(drawing, 'commandStack');
      for (let turn = 0; turn < Math.abs(way); turn += 1) if (way < 0) stack.undo(); else stack.redo();
      return;
    }
    isOpening.current = true;
    while (drawn.current === drawing && latest.current.text !== agreed.current) {
      agreed.current = latest.current.text;
      const [kept] = tool(drawing, 'selection').get();
      const open = texts.current && { root: tool(drawing, 'canvas').getRootElement().id, view: tool(drawing, 'canvas').viewbox() };
      texts.current = undefined;
      const fault = await opened(drawing, agreed.current, (written) => {
        texts.current = new DrawnTexts(agreed.current ?? '', written);
      });
      if (drawn.current !== drawing) return;
      const again = open && fault === undefined ? tool(drawing, 'elementRegistry').get(open.root) : undefined;
      if (open && again) {
        turnTo(drawing, again);
        // while another page is shown the drawing has no size, and no view
        if (open.view.width > 0 && open.view.height > 0) tool(drawing, 'canvas').viewbox(open.view);
      }
      tool(drawing, 'selection').select((kept && tool(drawing, 'elementRegistry').get(kept.id)) ?? null);
      setState((before) => ({ ...before, drawing: fault === undefined ? drawing : undefined, fault, beat: before.beat + 1 }));
    }
    isOpening.current = false;
  }, []);

  useEffect(() => {
    latest.current = { text, saved };
    void follow();
  }, [text, saved, follow]);

  useEffect(() => bringsLater(key, () => (texts.current === undefined || (texts.current.here !== undefined && texts.current.here === agreed.current) ? undefined : write())), [key, write]);

  useEffect(() => {
    if (!container.current) return;
    const drawing = createDrawing(container.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let changed = -Infinity;
    const events = tool(drawing, 'eventBus');
    let touched: readonly Element[] = [];
    events.on('elements.changed', ({ elements = [] }) => {
      touched = elements;
    });
    events.on('root.set', () => setState((before) => ({ ...before, shown: tool(drawing, 'canvas').getRootElement().id })));
    events.on('commandStack.changed', ({ trigger }) => {
      if (trigger === 'clear') return;
      texts.current?.moved(trigger as Move);
      turnToChanged(drawing, touched);
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
    drawn.current = drawing;
    void follow();
    return () => {
      void write();
      size.disconnect();
      clearTimeout(timer);
      drawn.current = undefined;
      texts.current = undefined;
      agreed.current = undefined;
      isOpening.current = false;
      setState({ beat: 0 });
      // what is shown with it in this very moment still asks it
      setTimeout(() => drawing.destroy());
    };
  }, [container, key, write, follow]);

  const select = useCallback((id: string | undefined) => {
    const drawing = drawn.current;
    if (!drawing) return;
    const element = id === undefined ? undefined : tool(drawing, 'elementRegistry').get(id);
    if (element) turnTo(drawing, element);
    tool(drawing, 'selection').select(element ?? null);
    if (element) tool(drawing, 'canvas').scrollToElement(element, inSight);
  }, []);
  const show = useCallback((root: string) => {
    const drawing = drawn.current;
    const element = drawing && tool(drawing, 'elementRegistry').get(root);
    if (element) turnTo(drawing, element);
  }, []);
  return { drawing: state.drawing, beat: state.beat, selected: state.selected, select, shown: state.shown, show, fault: state.fault };
}

/** Draws a text; hands on how the drawing writes it itself, or answers why it cannot be drawn. */
async function opened(drawing: Drawing, text: string, onDrawn: (written: string) => void): Promise<string | undefined> {
  try {
    await drawing.importXML(text);
    onDrawn((await drawing.saveXML({ format: true })).xml ?? '');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
