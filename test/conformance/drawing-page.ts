import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';

// Runs on the page: the designer's drawing tool, which reads a diagram, may draw something into it, and writes it again.
const script = `
import { createDrawing } from './designer/process/modeler.ts';
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

/** Runs on the page: what a person does with a diagram of others: opens it, looks, gives a step another name, saves. */
const handling = `
globalThis.open = async (xml) => {
  document.body.replaceChildren();
  globalThis.drawing = createDrawing(document.body.appendChild(document.createElement('div')));
  await drawing.importXML(xml);
  drawing.get('canvas').zoom('fit-viewport', 'auto');
  return drawing.get('elementRegistry').filter((element) => element.di && element.di.bounds && element.x !== undefined && element.type !== 'label' && element.parent && !element.di.$parent.$type.endsWith('Label'))
    .filter(({ x, y, width, height, di: { bounds } }) => Math.abs(bounds.x - x) > 1 || Math.abs(bounds.y - y) > 1 || Math.abs(bounds.width - width) > 1 || Math.abs(bounds.height - height) > 1).map(({ id }) => id);
};
globalThis.rename = async (name) => {
  const element = drawing.get('elementRegistry').find(({ type, businessObject }) => /Task$|SubProcess$|CallActivity$/.test(type) && businessObject.name);
  const was = element.businessObject.name;
  drawing.get('modeling').updateProperties(element, { name });
  return { was, xml: (await drawing.saveXML({ format: true })).xml };
};`;

declare const exchange: (xml: string, around?: string) => Promise<string>;

const bundled = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({ stdin: { contents, resolveDir: '.', loader: 'ts' }, bundle: true, write: false, format: 'iife', loader: { '.css': 'empty' } });
  return outputFiles[0]!.text;
};

/** The drawing tool as a person has it. */
export interface Desk {
  readonly page: Page;
  /** Shows a diagram; answers the elements that do not stand where it says. */
  open(xml: string): Promise<readonly string[]>;
  /** Gives the first step that has a name another one, and saves. */
  rename(name: string): Promise<{ readonly was: string; readonly xml: string }>;
}

declare const open: (xml: string) => Promise<readonly string[]>;
declare const rename: (name: string) => Promise<{ readonly was: string; readonly xml: string }>;

const ground = '<!doctype html><style>body{margin:0;--surface:#fff;--diagram-line:#333;--ink:#111}body>div{width:1400px;height:900px}</style>';

export const openDesk = async (browser: Browser): Promise<Desk> => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.setContent(ground);
  await page.addScriptTag({ content: await bundled(script + handling) });
  return { page, open: (xml) => page.evaluate((text) => open(text), xml), rename: (name) => page.evaluate((text) => rename(text), name) };
};

/** Opens the drawing tool in a browser; `around` names an element around which a sub-process is drawn before writing. */
export const openDrawing = async (browser: Browser): Promise<(xml: string, around?: string) => Promise<string>> => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundled(script) });
  return (xml, around) => page.evaluate(([text, id]) => exchange(text!, id), [xml, around]);
};
