import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useMemo, useRef, useState } from 'react';
import { exchangePackages } from '../../engine/bpmn/exchange.ts';
import { useLanguage } from '../../ui/use-text.ts';
import './picture.css';
import { tool, type Drawing, type Element } from '../process/drawing-tools.ts';
import { DrawingChoice } from '../process/drawing-choice.tsx';
import { drawingsOf, turnTo } from '../process/drawings.ts';
import { drawnLanguageOnly } from '../process/drawn-language.ts';
import { everyDrawing, withoutBreadcrumbs } from '../process/every-drawing.ts';
import { faithful } from '../process/faithful.ts';
import { useText } from '../words.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

/** How an element is marked: a class of its own, and a word. */
export interface Mark {
  readonly look: string;
  readonly word: string;
}

/** A process to look at, its elements marked; `near` shows what is marked large enough to read. Whoever cannot see it is told the same beside it. */
export const Picture = ({ xml, marks, label, near = false }: { xml: string; marks: ReadonlyMap<string, Mark>; label: string; near?: boolean }) => {
  const language = useLanguage();
  const text = useText();
  const box = useRef<HTMLElement>(null);
  const choice = useRef<HTMLSelectElement>(null);
  const [shown, setShown] = useState<string>();
  const [opened, setOpened] = useState<{ readonly drawing: Drawing; readonly life: { readonly over: boolean } }>();
  useEffect(() => {
    if (!box.current) return undefined;
    const viewer = new NavigatedViewer({
      container: box.current, moddleExtensions: exchangePackages, additionalModules: [drawnLanguageOnly, everyDrawing, withoutBreadcrumbs, faithful],
      bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--diagram-line)', defaultLabelColor: 'var(--ink)' },
      textRenderer: { defaultStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 12, lineHeight: 1.2 }, externalStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 11.5, lineHeight: 1.2 } },
    } as ConstructorParameters<typeof NavigatedViewer>[0]) as unknown as Drawing;
    const life = { over: false };
    const open = async () => {
      await viewer.importXML(xml).catch(() => undefined);
      if (life.over) return;
      const seen = new Set<string>();
      const turned = () => {
        const { id } = tool(viewer, 'canvas').getRootElement();
        setShown(id);
        // as a whole at first; then as it was left
        if (!seen.has(id)) tool(viewer, 'canvas').zoom('fit-viewport', 'auto');
        seen.add(id);
      };
      tool(viewer, 'eventBus').on('root.set', turned);
      turned();
      setOpened({ drawing: viewer, life });
    };
    void open();
    return () => {
      life.over = true;
      setOpened(undefined);
      viewer.destroy();
    };
    // another language draws other names
  }, [xml, language]);
  useEffect(() => {
    if (!opened || opened.life.over) return undefined;
    const { drawing, life } = opened;
    const canvas = tool(drawing, 'canvas');
    const overlays = tool(drawing, 'overlays');
    const marked = [...marks].filter(([id]) => tool(drawing, 'elementRegistry').get(id) !== undefined);
    for (const [id, { look, word }] of marked) {
      canvas.addMarker(id, look);
      const html = document.createElement('div');
      html.className = 'picture-word';
      html.textContent = word;
      overlays.add(id, 'mark', { position: { bottom: 4, left: 0 }, html, ...(!near && { show: { minZoom: 0.5 } }) });
    }
    return () => {
      // The drawing may have been taken down before.
      if (life.over) return;
      overlays.remove({ type: 'mark' });
      for (const [id, { look }] of marked) canvas.removeMarker(id, look);
    };
  }, [opened, marks, near]);
  useEffect(() => {
    if (!opened || opened.life.over) return;
    const [first] = markedIn(opened.drawing, marks);
    // a drawing without marks does not stand for one that has them
    if (first && markedIn(opened.drawing, marks, tool(opened.drawing, 'canvas').getRootElement()).length === 0) turnTo(opened.drawing, first);
  }, [opened, marks]);
  useEffect(() => {
    if (opened && !opened.life.over && near && shown !== undefined) comeNear(opened.drawing, markedIn(opened.drawing, marks, tool(opened.drawing, 'canvas').getRootElement()));
  }, [opened, marks, near, shown]);
  // oxlint-disable-next-line react/exhaustive-deps -- the drawing turns in place; what is shown says when
  const drawings = useMemo(() => (opened && !opened.life.over ? drawingsOf(opened.drawing, language, text) : []), [opened, shown, language, text]);
  const show = (id: string) => {
    const root = drawings.find((one) => one.root.id === id)?.root;
    if (opened && root) turnTo(opened.drawing, root);
  };
  const canvas = opened && !opened.life.over ? tool(opened.drawing, 'canvas') : undefined;
  return (
    <>
      <ZoomButtons onZoom={(factor) => canvas?.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * factor)), 'auto')} onWhole={() => canvas?.zoom('fit-viewport', 'auto')} />
      <DrawingChoice
        drawings={drawings} shown={shown} onShow={show} choice={choice}
        about={({ root }) => {
          const count = opened ? markedIn(opened.drawing, marks, root).length : 0;
          return count === 0 ? '' : ` · ${text('marksHere', { count })}`;
        }}
      />
      <section className="picture" ref={box} aria-label={label} />
    </>
  );
};

/** What is marked, in all drawings of the file or in one. */
const markedIn = (drawing: Drawing, marks: ReadonlyMap<string, Mark>, root?: Element): readonly Element[] =>
  [...marks.keys()].flatMap((id) => tool(drawing, 'elementRegistry').get(id) ?? []).filter((element) => root === undefined || tool(drawing, 'canvas').findRoot(element) === root);

const around = 60;

/** Brings elements into sight, as large as they fit, not larger than they are drawn. */
function comeNear(drawing: Drawing, elements: readonly Element[]): void {
  const canvas = tool(drawing, 'canvas');
  const points = elements.flatMap((element) => element.waypoints ?? [{ x: element.x, y: element.y }, { x: element.x + element.width, y: element.y + element.height }]);
  if (points.length === 0) return;
  const [left, top] = [Math.min(...points.map(({ x }) => x)) - around, Math.min(...points.map(({ y }) => y)) - around];
  const [width, height] = [Math.max(...points.map(({ x }) => x)) + around - left, Math.max(...points.map(({ y }) => y)) + around - top];
  const { outer } = canvas.viewbox();
  const scale = Math.min(1, outer.width / width, outer.height / height);
  if (!(scale > 0)) return;
  const [wide, high] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: left - (wide - width) / 2, y: top - (high - height) / 2, width: wide, height: high });
}
