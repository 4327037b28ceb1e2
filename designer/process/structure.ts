import { tool, type Drawing, type Element } from './drawing-tools.ts';
import { modelOf, together } from './editing.ts';
import type { Box } from './first-view.ts';
import { many, textIn } from './model.ts';
import { makeRoomAt } from './room.ts';

/** What may be drawn around or beside a step, or a pool: with keys as with a pointer. */
export const besideKinds = ['textAnnotation', 'dataObjectReference', 'dataStoreReference', 'lane', 'participant'] as const;
export type BesideKind = (typeof besideKinds)[number];

/** Room around what a pool is drawn around, its name at the left, and between pools. */
const padding = 40;
const nameWidth = 30;
const between = 60;

/** The box around all of them, ways too. */
function boundsOf(elements: readonly Element[]): Box {
  const corners = elements.flatMap(({ x, y, width, height, waypoints }) => waypoints ?? [{ x, y }, { x: x + width, y: y + height }]);
  const [left, right, top, bottom] = [corners.map(({ x }) => x), corners.map(({ y }) => y)].flatMap((along) => [Math.min(...along), Math.max(...along)]) as [number, number, number, number];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const poolOf = (element: Element): Element | undefined => (element.type === 'bpmn:Participant' ? element : element.parent && poolOf(element.parent));

/** The pool around an element; where there is none it is drawn around the whole process, under its name. */
function poolAround(drawing: Drawing, element: Element): Element {
  const pool = poolOf(element);
  if (pool) return pool;
  const root = tool(drawing, 'canvas').findRoot(element)!;
  const { x, y, width, height } = boundsOf(root.children ?? []);
  const process = modelOf(root);
  const shape = tool(drawing, 'elementFactory').createShape({ type: 'bpmn:Participant', isExpanded: true });
  const made = tool(drawing, 'modeling').createShape(shape, { x: x - padding - nameWidth, y: y - padding, width: width + 2 * padding + nameWidth, height: height + 2 * padding }, root);
  tool(drawing, 'modeling').updateProperties(made, { name: textIn(process, 'name') || undefined, 'motcua:nameEn': textIn(process, 'motcua:nameEn') || undefined });
  return made;
}

const lanesIn = (pool: Element): readonly Element[] => (pool.children ?? []).filter(({ type }) => type === 'bpmn:Lane').flatMap((lane) => [lane, ...lanesIn(lane)]);

/** The lanes a step may be put into: those of its pool that hold no others. */
export function lanesFor(element: Element): readonly Element[] {
  const pool = poolOf(element);
  return pool ? lanesIn(pool).filter((lane) => lanesIn(lane).length === 0) : [];
}

/** The lane that a step stands in. */
export const laneOf = (element: Element): Element | undefined => lanesFor(element).find((lane) => many(modelOf(lane), 'flowNodeRef').includes(modelOf(element)));

/** A lane below the one where something stands; the first divides its pool in two. */
function addLane(drawing: Drawing, element: Element): Element {
  const pool = poolAround(drawing, element);
  return tool(drawing, 'modeling').addLane(element.type === 'bpmn:Lane' ? element : laneOf(element) ?? lanesIn(pool).at(-1) ?? pool, 'bottom');
}

/** Another pool, which says nothing of what happens within it, below all that is drawn. */
function addPool(drawing: Drawing, element: Element): Element {
  const pool = poolAround(drawing, element);
  const root = pool.parent!;
  const drawn = boundsOf(root.children ?? []);
  const shape = tool(drawing, 'elementFactory').createShape({ type: 'bpmn:Participant', isExpanded: false });
  return tool(drawing, 'modeling').createShape(shape, { x: pool.x, y: drawn.y + drawn.height + between, width: pool.width, height: shape.height }, root);
}

const overlap = (one: Box, other: Box): boolean => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
const air = 15;
/** Room for a name below. */
const nameHeight = 30;
const withAir = ({ x, y, width, height }: Box): Box => ({ x: x - air, y: y - air, width: width + 2 * air, height: height + 2 * air });

/** All that has a place of its own where an element stands. */
const beside = (element: Element): readonly Element[] =>
  (element.parent?.children ?? []).filter((other) => other !== element && other.waypoints === undefined && other.type !== 'bpmn:Lane' && other.host !== element && (other as { labelTarget?: Element }).labelTarget !== element);

/** Beside an element and connected with it, where nothing else stands. */
function append(drawing: Drawing, element: Element, type: string): Element {
  const made = tool(drawing, 'autoPlace').append(element, tool(drawing, 'elementFactory').createShape({ type }));
  const others = beside(made);
  const stands = (x: number, y: number): boolean => others.some((other) => overlap(withAir({ x: made.x + x, y: made.y + y, width: made.width, height: made.height + nameHeight }), other));
  const steps = Array.from({ length: 21 }, (_, step) => 20 * (step - 10));
  const free = steps.flatMap((x) => steps.map((y) => ({ x, y }))).filter(({ x, y }) => !stands(x, y)).toSorted((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y))[0];
  if (free && (free.x !== 0 || free.y !== 0)) tool(drawing, 'modeling').moveElements([made], free);
  return made;
}

/** Draws something around or beside an element, without a name. Answers its id. */
export function addBeside(drawing: Drawing, element: Element, kind: BesideKind): string {
  let id = '';
  together(drawing, () => {
    const made = kind === 'lane' ? addLane(drawing, element) : kind === 'participant' ? addPool(drawing, element) : append(drawing, element, `bpmn:${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`);
    ({ id } = made);
  });
  return id;
}

/** Writes a remark; it grows with its text, away from what it is said of. */
export function writeRemark(drawing: Drawing, remark: Element, text: string): void {
  const words = text.normalize('NFC').trim();
  const { x, y, width, height } = remark;
  const grown = tool(drawing, 'textRenderer').getTextAnnotationBounds({ x, y, width, height }, words);
  const isAbove = linksOf(remark).some(({ source, target }) => ((source === remark ? target : source)?.y ?? y) > y);
  tool(drawing, 'modeling').updateLabel(remark, words, isAbove ? { ...grown, y: y + height - grown.height } : grown);
}

/** How far down a step may stand in a lane where nothing else does: as near to its middle as can be. */
function freePlace(element: Element, lane: Element): number | undefined {
  const others = beside(element);
  const middle = lane.y + (lane.height - element.height) / 2;
  const reach = Math.max(0, (lane.height - element.height) / 2 - air);
  const steps = Array.from({ length: Math.floor(reach / 10) + 1 }, (_, step) => [middle - 10 * step, middle + 10 * step]).flat();
  return steps.find((y) => y >= lane.y && !others.some((other) => overlap(withAir({ x: element.x, y, width: element.width, height: element.height }), other)));
}

/** Puts a step into another lane of its pool, straight up or down; where it has no place the lane grows. */
export function putIntoLane(drawing: Drawing, element: Element, lane: Element): void {
  together(drawing, () => {
    if (freePlace(element, lane) === undefined) makeRoomAt(drawing, lane, lane.y + lane.height - 1, element.height + 4 * air, 'y');
    const y = freePlace(element, lane) ?? lane.y + lane.height - element.height - air;
    tool(drawing, 'modeling').moveElements([element], { x: 0, y: y - element.y });
  });
}

/** What is drawn between an element and others, apart from the ways of the process: messages, and lines to data and remarks. */
export const linksOf = (element: Element): readonly Element[] => [...element.incoming, ...element.outgoing].filter(({ type }) => type !== 'bpmn:SequenceFlow');

