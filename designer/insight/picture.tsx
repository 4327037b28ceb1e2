import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import { exchangePackages } from '../../engine/bpmn/exchange.ts';
import { useLanguage } from '../../ui/use-text.ts';
import './picture.css';
import { tool, type Drawing } from '../process/drawing-tools.ts';
import { drawnLanguageOnly } from '../process/drawn-language.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

/** How an element is marked: a class of its own, and a word. */
export interface Mark {
  readonly look: string;
  readonly word: string;
}

/** A process to look at, its elements marked; `near` shows what is marked large enough to read. Whoever cannot see it is told the same beside it. */
export const Picture = ({ xml, marks, label, near = false }: { xml: string; marks: ReadonlyMap<string, Mark>; label: string; near?: boolean }) => {
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<{ readonly drawing: Drawing; readonly life: { readonly over: boolean } }>();
  useEffect(() => {
    if (!box.current) return undefined;
    const viewer = new NavigatedViewer({
      container: box.current, moddleExtensions: exchangePackages, additionalModules: [drawnLanguageOnly],
      bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--diagram-line)', defaultLabelColor: 'var(--ink)' },
      textRenderer: { defaultStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 12, lineHeight: 1.2 }, externalStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 11.5, lineHeight: 1.2 } },
    } as ConstructorParameters<typeof NavigatedViewer>[0]) as unknown as Drawing;
    const life = { over: false };
    const open = async () => {
      await viewer.importXML(xml).catch(() => undefined);
      if (life.over) return;
      tool(viewer, 'canvas').zoom('fit-viewport', 'auto');
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
    const shown = [...marks].filter(([id]) => tool(drawing, 'elementRegistry').get(id) !== undefined);
    for (const [id, { look, word }] of shown) {
      canvas.addMarker(id, look);
      const html = document.createElement('div');
      html.className = 'picture-word';
      html.textContent = word;
      overlays.add(id, 'mark', { position: { bottom: 4, left: 0 }, html, ...(!near && { show: { minZoom: 0.5 } }) });
    }
    if (near) comeNear(drawing, shown.map(([id]) => id));
    return () => {
      // The drawing may have been taken down before.
      if (life.over) return;
      overlays.remove({ type: 'mark' });
      for (const [id, { look }] of shown) canvas.removeMarker(id, look);
    };
  }, [opened, marks, near]);
  const canvas = opened && !opened.life.over ? tool(opened.drawing, 'canvas') : undefined;
  return (
    <>
      <ZoomButtons onZoom={(factor) => canvas?.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * factor)), 'auto')} onWhole={() => canvas?.zoom('fit-viewport', 'auto')} />
      <section className="picture" ref={box} aria-label={label} />
    </>
  );
};

const around = 60;

/** Brings elements into sight, as large as they fit, not larger than they are drawn. */
function comeNear(drawing: Drawing, ids: readonly string[]): void {
  const canvas = tool(drawing, 'canvas');
  const points = ids.flatMap((id) => {
    const element = tool(drawing, 'elementRegistry').get(id);
    if (element === undefined) return [];
    return element.waypoints ?? [{ x: element.x, y: element.y }, { x: element.x + element.width, y: element.y + element.height }];
  });
  if (points.length === 0) return;
  const [left, top] = [Math.min(...points.map(({ x }) => x)) - around, Math.min(...points.map(({ y }) => y)) - around];
  const [width, height] = [Math.max(...points.map(({ x }) => x)) + around - left, Math.max(...points.map(({ y }) => y)) + around - top];
  const { outer } = canvas.viewbox();
  const scale = Math.min(1, outer.width / width, outer.height / height);
  if (!(scale > 0)) return;
  const [wide, high] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: left - (wide - width) / 2, y: top - (high - height) / 2, width: wide, height: high });
}
