import { build } from 'esbuild';
import type { Browser } from 'playwright-core';

// Runs on the page: the designer's drawing tool, which reads a diagram, may draw something into it, and writes it again.
const script = `
import { createDrawing, tool } from './designer/process/modeler.ts';
globalThis.exchange = async (xml, around) => {
  const drawing = createDrawing(document.body.appendChild(document.createElement('div')));
  try {
    await drawing.importXML(xml);
    if (around) {
      const registry = drawing.get('elementRegistry');
      const scope = drawing.get('elementFactory').createShape({ type: 'bpmn:SubProcess', isExpanded: true });
      const inside = registry.get(around);
      drawing.get('modeling').createShape(scope, { x: inside.x + 50, y: inside.y + 40 }, drawing.get('canvas').getRootElement());
      drawing.get('modeling').moveElements([inside], { x: 0, y: 0 }, scope);
    }
    return (await drawing.saveXML({ format: true })).xml;
  } finally {
    drawing.destroy();
  }
};`;

declare const exchange: (xml: string, around?: string) => Promise<string>;

/** Opens the drawing tool in a browser; `around` names an element around which a sub-process is drawn before writing. */
export const openDrawing = async (browser: Browser): Promise<(xml: string, around?: string) => Promise<string>> => {
  const { outputFiles } = await build({ stdin: { contents: script, resolveDir: '.', loader: 'ts' }, bundle: true, write: false, format: 'iife', loader: { '.css': 'empty' } });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]!.text });
  return (xml, around) => page.evaluate(([text, id]) => exchange(text!, id), [xml, around]);
};
