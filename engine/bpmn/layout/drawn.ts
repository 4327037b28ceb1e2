import type { ModdleElement } from 'bpmn-moddle';
import { parse } from '../document.ts';
import { everything } from '../everything.ts';
import { many, one } from '../moddle.ts';
import { Problems } from '../problem.ts';
import { moved, placed, type Edge, type Part, type Shape } from './scope.ts';

const label = 30;
const poolGap = 40;
const emptyPool = 60;

/** What one plane shows: a process alone, or the pools of a collaboration. */
interface Plane {
  readonly element: ModdleElement;
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
}

/**
 * The text of a diagram with a drawing (BPMN 2.0.2, clause 12) where it had none; otherwise not a letter is changed. From left to
 * right, sub-processes opened, pools and lanes as bands, each step behind those that lead to it. What has no id cannot be drawn.
 */
export async function drawn(xml: string): Promise<string> {
  const root = await parse(xml, new Problems());
  const end = [...xml.matchAll(/<\/(?:[\w.-]+:)?definitions\s*>/g)].at(-1)?.index;
  if (root === undefined || end === undefined) return xml;
  const planes = planesOf(root).map(written).join('');
  return `${xml.slice(0, end).replaceAll(/<((?:[\w.-]+:)?BPMNDiagram)\b(?:[^>"']|"[^"]*"|'[^']*')*(?:\/>|>[^]*?<\/\1\s*>)\s*/g, '')}${planes}${xml.slice(end)}`;
}

function planesOf(root: ModdleElement): Plane[] {
  const roots = many(root, 'rootElements');
  const pools = roots.filter(({ $type }) => $type === 'bpmn:Collaboration').map(collaboration);
  const shown = new Set(pools.flatMap(({ shapes }) => shapes.map(({ element }) => one(element, 'processRef'))));
  const alone = roots.filter((element) => element.$type === 'bpmn:Process' && !shown.has(element)).toSorted((some, other) => Number(other.get('isExecutable') === true) - Number(some.get('isExecutable') === true));
  return [...pools, ...alone.map((element) => ({ element, ...moved(placed(element), { x: 100, y: 60 }) }))].map(({ element, shapes, edges }) => ({ element, shapes, edges: [...edges, ...linksAmong(root, shapes)] })).filter(({ shapes }) => shapes.length > 0);
}

interface Lane { readonly element: ModdleElement; readonly depth: number; readonly from: number; readonly to: number }

/** Lanes of a process with the bands that each spans. */
function lanesOf(process: ModdleElement): { readonly lanes: readonly Lane[]; readonly bands: number; readonly depth: number; readonly bandOf: (node: ModdleElement) => number } {
  const [lanes, band]: [Lane[], Map<ModdleElement, number>] = [[], new Map()];
  let bands = 0;
  const take = (element: ModdleElement, depth: number): void => {
    const from = bands;
    const inner = one(element, 'childLaneSet');
    for (const child of inner ? many(inner, 'lanes') : []) take(child, depth + 1);
    if (bands === from) bands += 1;
    for (const node of many(element, 'flowNodeRef')) if (!band.has(node)) band.set(node, from);
    lanes.push({ element, depth, from, to: bands });
  };
  for (const set of many(process, 'laneSets')) for (const lane of many(set, 'lanes')) take(lane, 1);
  return { lanes: lanes.toReversed(), bands: Math.max(1, bands), depth: Math.max(0, ...lanes.map(({ depth }) => depth)), bandOf: (node) => band.get(node) ?? 0 };
}

function collaboration(element: ModdleElement): Plane {
  const pools = many(element, 'participants').map((pool) => {
    const process = one(pool, 'processRef');
    const isOpen = process !== undefined && many(process, 'flowElements').length > 0;
    if (!isOpen) return { pool, lanes: [], left: label, part: undefined };
    const { lanes, bands, depth, bandOf } = lanesOf(process);
    return { pool, lanes, left: label * (depth + 1), part: placed(process, bands, bandOf) };
  });
  const width = Math.max(600, ...pools.map(({ part, left }) => (part ? part.width + left : 0)));
  const [shapes, edges]: [Shape[], Edge[]] = [[], []];
  let y = 80;
  for (const { pool, lanes, left, part } of pools) {
    const height = part?.height ?? emptyPool;
    shapes.push({ element: pool, x: 140, y, width, height });
    for (const { element: lane, depth, from, to } of part ? lanes : []) {
      const [top, bottom] = [part!.bands[from]!, part!.bands[to]!];
      shapes.push({ element: lane, x: 140 + label * depth, y: y + top, width: width - label * depth, height: bottom - top });
    }
    const inside: Pick<Part, 'shapes' | 'edges'> = part ? moved(part, { x: 140 + left, y }) : { shapes: [], edges: [] };
    shapes.push(...inside.shapes);
    edges.push(...inside.edges);
    y += height + poolGap;
  }
  return { element, shapes, edges };
}

/** Messages between pools, what data go in and out, what remarks are about: straight, or with two bends. */
function linksAmong(root: ModdleElement, shapes: readonly Shape[]): Edge[] {
  const at = new Map(shapes.map((shape) => [shape.element, shape]));
  const ends = (element: ModdleElement): readonly [ModdleElement | undefined, ModdleElement | undefined] => {
    if (element.$type === 'bpmn:DataInputAssociation') return [many(element, 'sourceRef')[0], element.$parent];
    if (element.$type === 'bpmn:DataOutputAssociation') return [element.$parent, one(element, 'targetRef')];
    return element.$type === 'bpmn:MessageFlow' || element.$type === 'bpmn:Association' ? [one(element, 'sourceRef'), one(element, 'targetRef')] : [undefined, undefined];
  };
  return [...everything(root)].flatMap(({ element }): Edge[] => {
    const [from, to] = ends(element).map((some) => some && at.get(some));
    if (!from || !to) return [];
    const isDown = from.y + from.height <= to.y;
    const [begin, end] = [isDown ? from.y + from.height : from.y, isDown ? to.y : to.y + to.height];
    const x = (shape: Shape, other: Shape): number => (shape.width > 300 ? Math.min(Math.max(other.x + other.width / 2, shape.x), shape.x + shape.width) : shape.x + shape.width / 2);
    const [first, last] = [{ x: x(from, to), y: begin }, { x: x(to, from), y: end }];
    const half = (begin + end) / 2;
    return [{ element, points: element.$type === 'bpmn:MessageFlow' && first.x !== last.x ? [first, { x: first.x, y: half }, { x: last.x, y: half }, last] : [first, last] }];
  });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const written = ({ element, shapes, edges }: Plane): string => {
  const reference = ({ id = '' }: ModdleElement): string => `bpmnElement="${escaped(id)}"`;
  const said = (of: ModdleElement): string => (of.$type === 'bpmn:Participant' || of.$type === 'bpmn:Lane' ? ' isHorizontal="true"' : of.$instanceOf('bpmn:SubProcess') ? ' isExpanded="true"' : of.$type === 'bpmn:ExclusiveGateway' ? ' isMarkerVisible="true"' : '');
  const px = (value: number): string => String(Math.round(value));
  return [
    `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"><bpmndi:BPMNPlane ${reference(element)}>`,
    ...shapes.filter((shape) => shape.element.id !== undefined).map((shape) => `<bpmndi:BPMNShape ${reference(shape.element)}${said(shape.element)}><dc:Bounds x="${px(shape.x)}" y="${px(shape.y)}" width="${px(shape.width)}" height="${px(shape.height)}"/></bpmndi:BPMNShape>`),
    ...edges.filter((edge) => edge.element.id !== undefined).map((edge) => `<bpmndi:BPMNEdge ${reference(edge.element)}>${edge.points.map(({ x, y }) => `<di:waypoint x="${px(x)}" y="${px(y)}"/>`).join('')}</bpmndi:BPMNEdge>`),
    '</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n',
  ].join('\n');
};
