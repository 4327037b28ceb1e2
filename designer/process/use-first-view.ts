import { useEffect, useRef } from 'react';
import { elementOf, modelOf } from './editing.ts';
import { firstView } from './first-view.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';
import type { Section } from './drawn-outline.ts';
import { outlineOf } from './outline.ts';
import { poolOf } from './structure.ts';

/** Of several processes in one drawing the procedure's. */
const isExecuted = (element: Element | undefined): boolean => element !== undefined && modelOf(element).$parent?.get('isExecutable') === true;

/** Shows each drawing of a file from where it begins when it is opened for the first time; after that it stays as it was left. */
export function useFirstView(drawing: Drawing | undefined, sections: readonly Section[], root: string | undefined, isSeen: boolean): void {
  const placed = useRef<{ readonly drawing: Drawing; readonly roots: Set<string> }>(undefined);
  useEffect(() => {
    if (!drawing || !isSeen || root === undefined) return;
    if (placed.current?.drawing !== drawing) placed.current = { drawing, roots: new Set() };
    const { roots } = placed.current;
    const open = elementOf(drawing, root);
    if (!open || roots.has(root)) return;
    roots.add(root);
    const rows = (sections.find(({ of }) => of.root.id === root)?.rows ?? outlineOf(modelOf(open))).filter(({ kind }) => kind !== 'participant');
    showStart(drawing, (rows.find(({ id }) => isExecuted(elementOf(drawing, id))) ?? rows[0])?.id);
  }, [drawing, sections, root, isSeen]);
}

function showStart(drawing: Drawing, first: string | undefined): void {
  const canvas = tool(drawing, 'canvas');
  const element = first === undefined ? undefined : elementOf(drawing, first);
  if (!element) return;
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (outer.width > 0 && outer.height > 0) canvas.viewbox(firstView(element, poolOf(element), inner, outer));
}
