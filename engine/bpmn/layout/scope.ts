import type { ModdleElement } from 'bpmn-moddle';
import { many, one } from '../moddle.ts';
import { gridOf, type Cell } from './grid.ts';

/** In pixels from the upper left corner of what it stands in. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Shape extends Point {
  readonly element: ModdleElement;
  readonly width: number;
  readonly height: number;
}
export interface Edge {
  readonly element: ModdleElement;
  readonly points: readonly Point[];
}
export interface Part {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
  /** Where each band begins, and where the last ends. */
  readonly bands: readonly number[];
}

const columnGap = 80;
const rowGap = 60;
const margin = 30;
const event = 36;
/** Between events that hang on one edge. */
const eventStep = 44;
const trackStep = 20;
const title = 20;

export const moved = <T extends { readonly shapes: readonly Shape[]; readonly edges: readonly Edge[] }>(part: T, by: Point): T => ({
  ...part,
  shapes: part.shapes.map((shape) => ({ ...shape, x: shape.x + by.x, y: shape.y + by.y })),
  edges: part.edges.map(({ element, points }) => ({ element, points: points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) })),
});

const flowNodesOf = (scope: ModdleElement): readonly ModdleElement[] => many(scope, 'flowElements').filter((element) => element.$instanceOf('bpmn:FlowNode'));

/** What stands beside the steps: data and remarks. */
const besideOf = (scope: ModdleElement): readonly ModdleElement[] => [
  ...many(scope, 'flowElements').filter(({ $type }) => $type === 'bpmn:DataObjectReference' || $type === 'bpmn:DataStoreReference'),
  ...many(scope, 'artifacts').filter(({ $type }) => $type === 'bpmn:TextAnnotation'),
];

/** Where all that a process or sub-process holds stands, sub-processes opened; `bandOf`: the lane of a step, from the top. */
export function placed(scope: ModdleElement, bands = 1, bandOf: (node: ModdleElement) => number = () => 0): Part {
  const all = flowNodesOf(scope);
  const hung = Map.groupBy(all.filter(({ $type }) => $type === 'bpmn:BoundaryEvent'), (node) => one(node, 'attachedToRef'));
  const nodes = all.filter(({ $type }) => $type !== 'bpmn:BoundaryEvent');
  const inside = new Map(nodes.filter((node) => flowNodesOf(node).length > 0).map((node) => [node, placed(node)]));
  const sizeOf = (node: ModdleElement): Pick<Shape, 'width' | 'height'> => {
    const part = inside.get(node);
    if (part) return { width: Math.max(part.width, widthFor(node)), height: part.height + title };
    if (node.$type.endsWith('Gateway')) return { width: 50, height: 50 };
    return node.$type.endsWith('Event') ? { width: event, height: event } : { width: widthFor(node), height: 80 };
  };
  const widthFor = (node: ModdleElement): number => Math.max(100, (hung.get(node)?.length ?? 0) * eventStep + 12);

  const number = new Map(nodes.map((node, index) => [node, String(index)]));
  const hostOf = (node: ModdleElement): ModdleElement => (node.$type === 'bpmn:BoundaryEvent' ? (one(node, 'attachedToRef') ?? node) : node);
  const flows = many(scope, 'flowElements').filter(({ $type }) => $type === 'bpmn:SequenceFlow').flatMap((element, index) => {
    const [source, target] = [one(element, 'sourceRef'), one(element, 'targetRef')];
    const [from, to] = [source && number.get(hostOf(source)), target && number.get(target)];
    return source === undefined || from === undefined || to === undefined ? [] : [{ id: String(index), element, source, from, to, isHung: source.$type === 'bpmn:BoundaryEvent' }];
  });
  // the ways of a step before those of the events on its edge
  const grid = gridOf(nodes.map((node) => ({ id: number.get(node)!, band: bandOf(node) })), flows.toSorted((some, other) => Number(some.isHung) - Number(other.isHung)), bands);
  const sizes = nodes.map(sizeOf);
  const widths = Array.from({ length: grid.columns }, () => event);
  const heights = grid.rows.map((rows) => Array.from({ length: rows }, () => event));
  for (const [index, { width, height }] of sizes.entries()) {
    const { column, band, row } = grid.cells.get(String(index))!;
    widths[column] = Math.max(widths[column]!, width);
    heights[band]![row] = Math.max(heights[band]![row]!, height);
  }
  const lefts = running(widths, columnGap, margin);
  const bandTops: number[] = [];
  let bottom = 0;
  const tops = heights.map((each) => {
    bandTops.push(bottom);
    const found = running(each, rowGap, bottom + margin);
    bottom = found.at(-1)! + each.at(-1)! + margin + title;
    return found;
  });
  const middle = ({ band, row }: Cell): number => tops[band]![row]! + heights[band]![row]! / 2;
  /** Where ways turn behind a column; those of other rows a little beside one another. */
  const turn = (column: number, { row }: Cell): number => (column < 0 ? margin / 2 : lefts[column]! + widths[column]! + columnGap / 2) + ((row % 5) - 2) * 7;

  const shapes = new Map<ModdleElement, Shape>();
  for (const [index, element] of nodes.entries()) {
    const cell = grid.cells.get(String(index))!;
    const { width, height } = sizes[index]!;
    shapes.set(element, { element, width, height, x: lefts[cell.column]! + (widths[cell.column]! - width) / 2, y: middle(cell) - height / 2 });
  }
  for (const [host, events] of hung) {
    const at = host && shapes.get(host);
    if (at) for (const [index, element] of events.entries()) shapes.set(element, { element, width: event, height: event, x: at.x + at.width - event - 6 - index * eventStep, y: at.y + at.height - event / 2 });
  }
  let tracks = 0;
  const edges = flows.map(({ id, element, source, from, to, isHung }): Edge => {
    const [begin, cell, end] = [shapes.get(source)!, grid.cells.get(from)!, grid.cells.get(to)!];
    const target = shapes.get(nodes[Number(to)]!)!;
    const points: Point[] = isHung
      ? [{ x: begin.x + event / 2, y: begin.y + event }, { x: begin.x + event / 2, y: begin.y + event + 14 }]
      : [{ x: begin.x + begin.width, y: begin.y + begin.height / 2 }];
    const go = (x: number, y: number) => {
      if (points.at(-1)!.y !== y) points.push({ x, y: points.at(-1)!.y }, { x, y });
    };
    const passed = grid.passes.get(id);
    if (passed) for (const pass of passed) go(turn(pass.column - 1, cell), middle(pass));
    else {
      go(turn(cell.column, cell), bottom + (tracks += 1) * trackStep - title);
      go(turn(end.column - 1, end), middle(end));
    }
    return { element, points: [...points, { x: target.x, y: target.y + target.height / 2 }] };
  });
  bottom += tracks * trackStep;
  const beside = besideOf(scope).map((element, index): Shape => (element.$type === 'bpmn:TextAnnotation' ? { element, x: margin + index * 130, y: bottom, width: 110, height: 50 } : { element, x: margin + index * 130, y: bottom, width: 36, height: 50 }));
  if (beside.length > 0) bottom += 50 + margin + title;
  const within = [...inside].map(([node, part]) => moved(part, { x: shapes.get(node)!.x, y: shapes.get(node)!.y + title }));
  return {
    width: Math.max(lefts.at(-1)! + widths.at(-1)! + margin, ...beside.map(({ x, width }) => x + width + margin)), height: bottom,
    shapes: [...shapes.values(), ...beside, ...within.flatMap((part) => part.shapes)], edges: [...edges, ...within.flatMap((part) => part.edges)], bands: [...bandTops, bottom],
  };
}

/** Where each of several begins, one after the other with a gap between. */
const running = (sizes: readonly number[], gap: number, begin: number): number[] => {
  const starts: number[] = [];
  let at = begin;
  for (const size of sizes) {
    starts.push(at);
    at += size + gap;
  }
  return starts;
};
