import BpmnRenderer from 'bpmn-js/lib/draw/BpmnRenderer';
import { getFillColor } from 'bpmn-js/lib/draw/BpmnRenderUtil';
import { getLabel } from 'bpmn-js/lib/util/LabelUtil';
import LabelEditingProvider from 'bpmn-js/lib/features/label-editing/LabelEditingProvider';
import { language } from '../../ui/language.ts';
import { isDark } from './dark-fill.ts';
import { calledLine, depicted } from './depicted.ts';
import { modelOf, setText } from './editing.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';
import { labelWidth } from './label-width.ts';
import { one, textIn } from './model.ts';
import { wholeWords } from './whole-words.ts';

interface ToolClass<T> {
  new (...services: readonly unknown[]): T;
  readonly $inject: readonly string[];
}
interface Draws {
  drawShape(parent: SVGElement, element: Element, attributes?: object): SVGElement;
  drawConnection(parent: SVGElement, element: Element, attributes?: object): SVGElement;
}
interface Texts {
  getExternalLabelBounds(bounds: Element, text: string): { readonly width: number };
  getExternalStyle(): { readonly fontSize: number; readonly lineHeight: number };
  getDimensions(text: string, layout: { readonly box: { readonly width: number }; readonly style: object }): { readonly width: number; readonly height: number };
}
interface Edits {
  activate(element: Element): { readonly text: string } | undefined;
  update(element: Element, text: string, before: string, bounds: object): void;
}
interface Bus {
  on(event: 'element.changed', listener: (event: { readonly element: Element & { readonly labels?: readonly Element[] } }) => void): void;
  fire(event: 'element.changed', payload: { readonly element: Element }): void;
}

const englishOf = (element: Element): string | undefined => (language() === 'en' && textIn(modelOf(element), 'motcua:nameEn')) || undefined;

const fileName = (element: Element): string => (getLabel(element as unknown as Parameters<typeof getLabel>[0]) as string | undefined) ?? '';

/** What a piece of data is called in the reader's language, and below it the state that the file has it in: `Advertisement [approved]`. */
const calledWithState = (element: Element): string | undefined => {
  const state = textIn(one(modelOf(element), 'dataState'), 'name');
  const name = englishOf(element) ?? fileName(element);
  return state === '' || name.includes(`[${state}]`) ? englishOf(element) : `${name}\n[${state}]`;
};

/** The element as it is called in the reader's language; the drawing keeps both names. */
const inLanguage = (element: Element): Element => {
  const value = calledWithState(element);
  return value === undefined ? element : (Object.create(element, { businessObject: { value: Object.create(modelOf(element), { name: { value } }) as unknown } }) as Element);
};

/** The icon of an event in a colour that a diagram brought stands out from it. */
const showIcon = (event: SVGElement, fill: string | undefined): void => {
  if (fill === undefined || !isDark(fill)) return;
  for (const part of event.querySelectorAll('path')) part.style.stroke = '#ffffff';
};

/** How high the file has the name beside an element. */
const roomOf = (label: Element): number => (label as { readonly di?: { readonly label?: { readonly bounds?: { readonly height: number } } } }).di?.label?.bounds?.height ?? Number.POSITIVE_INFINITY;

/** A name stands before the sign of a task that it reaches into. */
const showName = (task: SVGElement): void => {
  const name = task.querySelector(':scope > .djs-label');
  if (name) task.append(name);
};

class Renderer extends (BpmnRenderer as unknown as ToolClass<Draws>) {
  static override readonly $inject = [...(BpmnRenderer as unknown as ToolClass<Draws>).$inject, 'textRenderer'];
  readonly #texts: Texts;

  constructor(...services: readonly unknown[]) {
    // the drawing tool takes a priority after its own services
    super(...services.slice(0, -1));
    this.#texts = services.at(-1) as Texts;
  }

  override drawShape(parent: SVGElement, element: Element, attributes?: object): SVGElement {
    if (element.type === 'label') return this.#drawLabel(parent, element, attributes);
    const drawn = super.drawShape(parent, depicted(inLanguage(element)), attributes);
    if (element.type === 'bpmn:CallActivity') drawn.style.strokeWidth = calledLine;
    if (/Task$|Activity$/.test(element.type)) showName(parent);
    if (element.type.endsWith('Event')) showIcon(parent, getFillColor(element as Parameters<typeof getFillColor>[0]));
    return drawn;
  }

  /** A name beside an element stays centred where the file has it; a name in the other language is laid out anew. */
  #drawLabel(parent: SVGElement, element: Element, attributes?: object): SVGElement {
    const english = englishOf(element);
    const name = calledWithState(element) ?? fileName(element);
    const style = this.#texts.getExternalStyle();
    const line = style.fontSize * style.lineHeight;
    const room = Math.max(1, Math.round(roomOf(element) / line));
    const width = labelWidth(
      name, english === undefined ? element.width : this.#texts.getExternalLabelBounds(element, name).width,
      (word) => this.#texts.getDimensions(word, { box: { width: 10_000 }, style }).width,
      (wide) => (english === undefined ? Math.round(this.#texts.getDimensions(name, { box: { width: wide }, style }).height / line) : 1), room,
    );
    const drawn = super.drawShape(parent, Object.create(inLanguage(element), { width: { value: width } }) as Element, attributes);
    if (width !== element.width) drawn.setAttribute('transform', `translate(${(element.width - width) / 2} 0)`);
    return drawn;
  }

  override drawConnection(parent: SVGElement, element: Element, attributes?: object): SVGElement {
    return super.drawConnection(parent, depicted(inLanguage(element)), attributes);
  }
}

/** What is written right into the drawing is the name that stands there. */
class Editing extends (LabelEditingProvider as unknown as ToolClass<Edits>) {
  static override readonly $inject = [...(LabelEditingProvider as unknown as ToolClass<Edits>).$inject, 'bpmnjs'];
  readonly #drawing: Drawing;

  constructor(...services: readonly unknown[]) {
    super(...services);
    this.#drawing = services.at(-1) as Drawing;
  }

  override activate(element: Element): { readonly text: string } | undefined {
    const context = super.activate(element);
    const text = englishOf(element);
    return context && text !== undefined ? { ...context, text } : context;
  }

  override update(element: Element, text: string, before: string, bounds: object): void {
    if (englishOf(element) === undefined) super.update(element, text, before, bounds);
    else setText(this.#drawing, element, 'nameEn', text);
  }
}

/** The drawing tool draws a name beside an element anew only when the Vietnamese one changes. */
class LabelsFollow {
  static readonly $inject = ['eventBus'];
  constructor(eventBus: Bus) {
    eventBus.on('element.changed', ({ element: { labels = [] } }) => {
      for (const element of labels) eventBus.fire('element.changed', { element });
    });
  }
}

/** Of a drawing that is only looked at. */
export const drawnLanguageOnly = { bpmnRenderer: ['type', Renderer], ...wholeWords };

/** The names of the drawing in the reader's language, where the file tells them. */
export const drawnLanguage = { __init__: ['motcuaLabelsFollow'], motcuaLabelsFollow: ['type', LabelsFollow], bpmnRenderer: ['type', Renderer], ...wholeWords, labelEditingProvider: ['type', Editing] };

/** After a change of the language. */
export const drawNamesAnew = (drawing: Drawing): void => {
  for (const element of tool(drawing, 'elementRegistry').filter(({ parent }) => parent !== undefined)) tool(drawing, 'eventBus').fire('element.changed', { element });
};
