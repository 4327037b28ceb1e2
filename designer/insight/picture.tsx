import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import { exchangePackages } from '../../engine/bpmn/exchange.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { tool, type Drawing } from '../process/drawing-tools.ts';
import { drawnLanguageOnly } from '../process/drawn-language.ts';

export interface Heat {
  /** 1 to 5. */
  readonly level: number;
  readonly word: string;
}

/** A process to look at, its elements coloured. Whoever cannot see it has a table with the same figures. */
export const Picture = ({ xml, heat, label }: { xml: string; heat: ReadonlyMap<string, Heat>; label: string }) => {
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
    const shown = [...heat].filter(([id]) => tool(drawing, 'elementRegistry').get(id) !== undefined);
    for (const [id, { level, word }] of shown) {
      canvas.addMarker(id, `heat-${level}`);
      const html = document.createElement('div');
      html.className = 'heat-word';
      html.textContent = word;
      overlays.add(id, 'heat', { position: { bottom: 4, left: 0 }, html, show: { minZoom: 0.5 } });
    }
    return () => {
      // The drawing may have been taken down before.
      if (life.over) return;
      overlays.remove({ type: 'heat' });
      for (const [id, { level }] of shown) canvas.removeMarker(id, `heat-${level}`);
    };
  }, [opened, heat]);
  return <section className="heat-picture" ref={box} aria-label={label} />;
};
