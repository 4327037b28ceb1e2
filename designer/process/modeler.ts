import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import Modeler from 'bpmn-js/lib/Modeler';
import { exchangePackages } from '../../engine/bpmn/exchange.ts';
import { faithful } from './faithful.ts';
import type { Model } from './model.ts';
import { procedurePalette } from './palette.ts';
import { togetherModule } from './together.ts';
import { translation } from './translate.ts';

/** A shape or a connection of the drawing; a connection has no place and size of its own. */
export interface Element {
  readonly id: string;
  readonly type: string;
  readonly businessObject: unknown;
  readonly parent?: Element;
  readonly outgoing: readonly Element[];
  /** Events on its edge. */
  readonly attachers: readonly Element[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The services of the drawing tool that the designer asks for, by their names in it. */
export interface Tools {
  readonly modeling: {
    updateProperties(element: Element, properties: object): void;
    updateModdleProperties(element: Element, model: object, properties: object): void;
    connect(source: Element, target: Element, attributes: object): Element;
    reconnectStart(connection: Element, source: Element, docking: Point, hints: object): void;
    removeElements(elements: readonly Element[]): void;
  };
  readonly elementRegistry: { get(id: string): Element | undefined; filter(keep: (element: Element) => boolean): Element[] };
  readonly selection: { get(): Element[]; select(element: Element | null): void };
  readonly commandStack: { execute(command: string, context: object): void; undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };
  readonly canvas: { getRootElement(): Element; scrollToElement(element: Element, padding?: number): void; zoom(scale?: number | 'fit-viewport', center?: 'auto'): number; resized(): void; viewbox(box?: Box): Box };
  readonly overlays: { add(id: string, type: string, overlay: { position: Record<string, number>; html: HTMLElement; show?: object; scale?: boolean }): string; remove(filter: { type: string }): void };
  readonly eventBus: { on(events: string | readonly string[], listener: (event: { newSelection?: Element[] }) => void): void };
  readonly moddle: { create(type: string, properties?: object): Model };
  readonly elementFactory: { createShape(attributes: object): Element };
  readonly autoPlace: { append(source: Element, shape: Element): Element };
}

export type Drawing = Modeler;
export const tool = <N extends keyof Tools & string>(drawing: Drawing, name: N): Tools[N] => drawing.get<Tools[N]>(name);

/** The drawing tool in our own quiet colours and the reader's language. It carries bpmn.io's mark, which stays visible. */
export const createDrawing = (container: HTMLElement): Drawing =>
  new Modeler({
    container,
    moddleExtensions: exchangePackages,
    additionalModules: [faithful, togetherModule, translation, procedurePalette],
    bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--diagram-line)', defaultLabelColor: 'var(--ink)' },
    textRenderer: { defaultStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 12, lineHeight: 1.2 }, externalStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 11.5, lineHeight: 1.2 } },
  } as ConstructorParameters<typeof Modeler>[0]);
