import { readFileSync } from 'node:fs';
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
globalThis.names = () => drawing.get('elementRegistry').filter((element) => element.businessObject).flatMap((element) => {
  const { name, text, categoryValueRef, dataState } = element.businessObject;
  const label = drawing.get('elementRegistry').getGraphics(element).querySelector(':scope > .djs-visual > .djs-label');
  const called = name ?? text ?? categoryValueRef?.value ?? '';
  const state = dataState?.name ? '[' + dataState.name + ']' : '';
  if (!label || (element.type !== 'label' && element.labels?.length > 0) || called.trim() === '') return [];
  const lines = [...label.querySelectorAll('tspan')].map((line) => line.textContent);
  return [{ id: element.id, lines, name: called.includes(state) ? called : called + ' ' + state, kind: element.type, left: Number(label.querySelector('tspan').getAttribute('x')), isOpen: element.collapsed === false }];
});
globalThis.turn = (at) => {
  const canvas = drawing.get('canvas');
  const root = canvas.getRootElements().filter(({ children }) => children.length > 0)[at];
  if (!root) return false;
  canvas.setRootElement(root);
  canvas.zoom('fit-viewport', 'auto');
  return true;
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

export interface Written {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly string[];
  /** Where its first line begins, and whether one looks into what it names. */
  readonly left: number;
  readonly isOpen: boolean;
}

/** The drawing tool as a person has it. */
export interface Desk {
  readonly page: Page;
  /** Shows a diagram; answers the elements that do not stand where it says. */
  open(xml: string): Promise<readonly string[]>;
  /** A picture of each drawing of the file. */
  pictures(): Promise<readonly Uint8Array[]>;
  /** The names that are drawn, line by line, and what the file calls the element. */
  names(): Promise<readonly Written[]>;
  /** Gives the first step that has a name another one, and saves. */
  rename(name: string): Promise<{ readonly was: string; readonly xml: string }>;
}

declare const open: (xml: string) => Promise<readonly string[]>;
declare const turn: (at: number) => boolean;
declare const names: () => readonly Written[];
declare const rename: (name: string) => Promise<{ readonly was: string; readonly xml: string }>;

const face = (subset: string, range: string): string =>
  `@font-face{font-family:'Be Vietnam Pro';src:url(data:font/woff2;base64,${readFileSync(`node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-400-normal.woff2`).toString('base64')});unicode-range:${range}}`;
/** The face in which the designer writes, as far as these diagrams need it: names are as wide as there. */
const faces = face('latin', 'U+0000-00FF,U+2000-206F') + face('latin-ext', 'U+0100-02BA') + face('vietnamese', 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB');
const ground = `<!doctype html><style>${faces}body{margin:0;--surface:#fff;--diagram-line:#333;--ink:#111}body>div{width:1400px;height:900px}</style>`;

export const openDesk = async (browser: Browser): Promise<Desk> => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.setContent(ground);
  await page.evaluate(() => document.fonts.load("12px 'Be Vietnam Pro'", 'aệ'));
  await page.addScriptTag({ content: await bundled(script + handling) });
  const pictures = async (): Promise<readonly Uint8Array[]> => {
    const taken: Uint8Array[] = [];
    while (await page.evaluate((at) => turn(at), taken.length)) taken.push(await page.screenshot());
    await page.evaluate(() => turn(0));
    return taken;
  };
  return { page, pictures, open: (xml) => page.evaluate((text) => open(text), xml), names: () => page.evaluate(() => names()), rename: (name) => page.evaluate((text) => rename(text), name) };
};

/** Opens the drawing tool in a browser; `around` names an element around which a sub-process is drawn before writing. */
export const openDrawing = async (browser: Browser): Promise<(xml: string, around?: string) => Promise<string>> => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundled(script) });
  return (xml, around) => page.evaluate(([text, id]) => exchange(text!, id), [xml, around]);
};
