import type { Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';
import { drawnWords } from './drawn-words.ts';
import { elementOf, modelOf } from './editing.ts';
import { many, one, textIn, type Model } from './model.ts';

/** One of the drawings of a file: of a process, of pools, or of what stands within a sub-process that is drawn closed. */
export interface OneDrawing {
  /** Its root, which holds all that is drawn there. */
  readonly root: Element;
  readonly name: string;
  /** Through which sub-processes it is opened: the outermost drawing first. */
  readonly path: readonly OneDrawing[];
}

const diagramOf = (root: Element): Model | undefined => (root as { readonly di?: Model }).di?.$parent;
const nameIn = (model: Model, language: Language): string => (language === 'en' && textIn(model, 'motcua:nameEn')) || textIn(model, 'name').trim();

/** The closed sub-process whose inside a drawing shows. */
const shapeOf = (drawing: Drawing, root: Element): Element | undefined => {
  const shape = elementOf(drawing, modelOf(root).id ?? '');
  return shape === root ? undefined : shape;
};

/** What the file calls a whole drawing, or else whose processes stand there. */
const ownName = (root: Element, language: Language): string => {
  const model = modelOf(root);
  const shown = model.$type === 'bpmn:Collaboration' ? many(model, 'participants') : [model];
  const names = shown.map((each) => nameIn(each, language) || nameIn(one(each, 'processRef') ?? each, language)).filter((name) => name !== '').join(', ');
  return language === 'en' && textIn(model, 'motcua:nameEn') !== '' ? names : textIn(diagramOf(root), 'name').trim() || names;
};

/** All drawings in the order of the file, each before those that are opened from it; of sub-processes those that hold something, and the one that is open. */
export function drawingsOf(drawing: Drawing, language: Language, text: Text): readonly OneDrawing[] {
  const canvas = tool(drawing, 'canvas');
  const open = canvas.getRootElement();
  const roots = canvas.getRootElements().filter(({ businessObject }) => businessObject !== undefined);
  const above = new Map(roots.map((root) => [root, shapeOf(drawing, root)]));
  const within = (root: Element, path: readonly OneDrawing[]): readonly OneDrawing[] =>
    roots.filter((inner) => {
      const shape = above.get(inner);
      return shape !== undefined && canvas.findRoot(shape) === root && (inner === open || (inner.children ?? []).length > 0);
    }).flatMap((inner) => {
      const one = { root: inner, name: drawnWords(modelOf(inner), language, (goal) => goal), path };
      return [one, ...within(inner, [...path, one])];
    });
  return roots.filter((root) => above.get(root) === undefined).flatMap((root, index) => {
    const whole = { root, name: ownName(root, language) || text('drawingNumber', { number: index + 1 }), path: [] };
    return [whole, ...within(root, [whole])];
  });
}

/** Turns to the drawing where an element stands. */
export function turnTo(drawing: Drawing, element: Element): void {
  const canvas = tool(drawing, 'canvas');
  const root = canvas.findRoot(element);
  if (root && root !== canvas.getRootElement()) canvas.setRootElement(root);
}

/** Whatever has changed is seen: where none of it stands in the drawing that is open, another one is opened. */
export function turnToChanged(drawing: Drawing, changed: readonly Element[]): void {
  const canvas = tool(drawing, 'canvas');
  const roots = changed.flatMap((element) => canvas.findRoot(element) ?? []);
  const [first] = roots;
  if (first && !roots.includes(canvas.getRootElement())) canvas.setRootElement(first);
}
