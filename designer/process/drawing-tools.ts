import type Modeler from 'bpmn-js/lib/Modeler';
import type { Point } from '../play/line.ts';
import type { Box } from './first-view.ts';
import type { Model } from './model.ts';
import type { Stock } from './procedure-steps.ts';

/** A shape or a connection of the drawing; a connection has no place and size of its own. */
export interface Element {
  readonly id: string;
  readonly type: string;
  readonly businessObject: unknown;
  readonly parent?: Element;
  readonly incoming: readonly Element[];
  readonly outgoing: readonly Element[];
  /** Where a connection begins and ends. */
  readonly source?: Element;
  readonly target?: Element;
  /** What an event is attached to. */
  readonly host?: Element;
  /** What stands in it; of a whole drawing all of it. */
  readonly children?: readonly Element[];
  /** Events on its edge. */
  readonly attachers: readonly Element[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The corners of a connection. */
  readonly waypoints?: readonly Point[];
}

export type Axis = 'x' | 'y';

/** The services of the drawing tool that the designer asks for, by their names in it. */
export interface Tools {
  readonly modeling: {
    updateProperties(element: Element, properties: object): void;
    updateModdleProperties(element: Element, model: object, properties: object): void;
    connect(source: Element, target: Element, attributes: object): Element;
    createShape(shape: Element, position: Point | Box, parent: Element, hints?: object): Element;
    createElements(elements: readonly Element[], position: Point, parent: Element): void;
    moveElements(elements: readonly Element[], by: Point): void;
    reconnectEnd(connection: Element, target: Element, docking: Point, hints?: object): void;
    reconnectStart(connection: Element, source: Element, docking: Point, hints: object): void;
    addLane(beside: Element, side: 'bottom'): Element;
    updateLabel(element: Element, text: string, bounds: Box): void;
    removeElements(elements: readonly Element[]): void;
  };
  readonly elementRegistry: { get(id: string): Element | undefined; getGraphics(element: Element): SVGElement; filter(keep: (element: Element) => boolean): Element[] };
  readonly selection: { get(): Element[]; select(element: Element | null): void };
  readonly commandStack: { execute(command: string, context: object): void; undo(): void; redo(): void };
  readonly canvas: { getRootElement(): Element; getRootElements(): readonly Element[]; findRoot(element: Element): Element | undefined; setRootElement(root: Element): void; scrollToElement(element: Element, padding: typeof inSight): void; zoom(scale?: number | 'fit-viewport', center?: 'auto'): number; resized(): void; viewbox(box?: Box): Box & { readonly inner: Box; readonly outer: Omit<Box, keyof Point> }; getLayer(name: string, index: number): globalThis.Element; addMarker(element: string, marker: string): void; removeMarker(element: string, marker: string): void };
  readonly overlays: { add(id: string, type: string, overlay: { position: Record<string, number>; html: HTMLElement; show?: object; scale?: boolean }): string; remove(filter: { type: string }): void };
  readonly eventBus: { fire(event: string, payload?: object): void; on(events: string | readonly string[], listener: (event: { newSelection?: Element[]; trigger?: string; elements?: readonly Element[] }) => void): void };
  readonly moddle: { create(type: string, properties?: object): Model };
  readonly elementFactory: { createShape(attributes: object): Element; createConnection(attributes: object): Element };
  /** What the package has that ready steps name. */
  readonly motcuaStock: Stock;
  readonly bpmnReplace: { replaceElement(element: Element, target: object): Element };
  readonly spaceTool: {
    calculateAdjustments(elements: readonly Element[], axis: Axis, delta: number, start: number): { readonly movingShapes: readonly Element[]; readonly resizingShapes: readonly Element[] };
    makeSpace(moving: readonly Element[], resizing: readonly Element[], delta: Point, direction: string, start: number): void;
  };
  readonly bpmnRules: { canConnect(source: Element, target: Element): { readonly type: string } | false | null };
  readonly textRenderer: { getTextAnnotationBounds(bounds: Box, text: string): Box };
  readonly autoPlace: { append(source: Element, shape: Element): Element };
}

/** By what id the drawing tool knows the drawing of what stands within a closed sub-process. */
export const insideOf = (subProcess: string): string => `${subProcess}_plane`;

/** Pixels left free around what is brought into sight: the palette stands at the left. */
export const inSight = { top: 120, right: 120, bottom: 120, left: 190 };

export type Drawing = Modeler;
export const tool = <N extends keyof Tools & string>(drawing: Drawing, name: N): Tools[N] => drawing.get<Tools[N]>(name);
