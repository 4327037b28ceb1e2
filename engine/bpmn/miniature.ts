import type { ModdleElement } from 'bpmn-moddle';
import { parse } from './document.ts';
import { many, one } from './moddle.ts';
import { Problems } from './problem.ts';

/** A drawing without words, small enough to stand beside a name: what is drawn where, in the drawing's own measure from its upper left corner. */
export interface Miniature {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly { readonly kind: 'step' | 'machine' | 'choice' | 'event' | 'frame'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  /** Ways between them: `x y` pairs. */
  readonly ways: readonly (readonly number[])[];
}

const kindOf = ({ $type }: ModdleElement): Miniature['shapes'][number]['kind'] | undefined => {
  if ($type.endsWith('Gateway')) return 'choice';
  if ($type.endsWith('Event')) return 'event';
  if (/:(UserTask|ManualTask|Task)$/.test($type)) return 'step';
  if (/(Task|CallActivity)$/.test($type)) return 'machine';
  return /(SubProcess|Transaction|Participant)$/.test($type) ? 'frame' : undefined;
};

const number = (element: ModdleElement, property: string): number => Math.round(Number(element.get(property) ?? 0));

/** The first drawing of a diagram in small; nothing where it draws nothing or cannot be read. */
export const miniature = async (xml: string): Promise<Miniature | undefined> => {
  const root = await parse(xml, new Problems());
  const [diagram] = root ? many(root, 'diagrams') : [];
  const plane = diagram && one(diagram, 'plane');
  const parts = plane ? many(plane, 'planeElement') : [];
  const shapes = parts.flatMap((part) => {
    const [element, bounds] = [one(part, 'bpmnElement'), part.$type === 'bpmndi:BPMNShape' ? one(part, 'bounds') : undefined];
    const kind = element && kindOf(element);
    return kind === undefined || !bounds ? [] : [{ kind, x: number(bounds, 'x'), y: number(bounds, 'y'), width: number(bounds, 'width'), height: number(bounds, 'height') }];
  });
  if (shapes.length === 0) return undefined;
  const ways = parts.filter((part) => one(part, 'bpmnElement')?.$type === 'bpmn:SequenceFlow').map((edge) => many(edge, 'waypoint').flatMap((point) => [number(point, 'x'), number(point, 'y')]));
  const all = (at: 0 | 1): readonly number[] => [...shapes.flatMap(({ x, y, width, height }) => (at === 0 ? [x, x + width] : [y, y + height])), ...ways.flatMap((way) => way.filter((_value, index) => index % 2 === at))];
  const [left, top] = [Math.min(...all(0)), Math.min(...all(1))];
  return {
    width: Math.max(...all(0)) - left, height: Math.max(...all(1)) - top,
    shapes: shapes.map((shape) => ({ ...shape, x: shape.x - left, y: shape.y - top })),
    ways: ways.map((way) => way.map((value, index) => value - (index % 2 === 0 ? left : top))),
  };
};
