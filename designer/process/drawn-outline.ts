import type { Text } from '../words.ts';
import type { Drawing } from './drawing-tools.ts';
import type { OneDrawing } from './drawings.ts';
import { elementOf, modelOf } from './editing.ts';
import type { Model } from './model.ts';
import { linesOf, type Reading } from './outline-lines.ts';
import type { OutlineLine } from './outline-view.tsx';
import { outlineOf, outlineOfDrawing, type OutlineRow } from './outline.ts';

/** The steps of one drawing of a file, with those of the sub-processes that are opened from it. */
export interface Section {
  readonly of: OneDrawing;
  readonly rows: readonly OutlineRow[];
}

/** What is drawn inside a call activity stands under it: the steps of the process that it calls. */
const withCalled = (drawing: Drawing, rows: readonly OutlineRow[]): readonly OutlineRow[] =>
  rows.flatMap((row) => {
    const [first] = row.kind === 'callActivity' ? (elementOf(drawing, row.id)?.children ?? []) : [];
    const called = first && modelOf(first).$parent;
    return called ? [row, ...outlineOf(called, row.depth + 1)] : [row];
  });

/** Every step once, under the first drawing where it stands. */
export function sectionsOf(drawing: Drawing, drawings: readonly OneDrawing[]): readonly Section[] {
  const met = new Set<string>();
  return drawings.filter(({ path }) => path.length === 0).map((of) => {
    const rows = withCalled(drawing, outlineOfDrawing(of.root.businessObject as Model)).filter(({ id }) => !met.has(id));
    for (const { id } of rows) met.add(id);
    return { of, rows };
  });
}

/** The outline as it is read; of several drawings each under its name. */
export const linesBySection = (drawing: Drawing, sections: readonly Section[], reading: Reading, text: Text): readonly OutlineLine[] =>
  sections.length < 2 ? sections.flatMap(({ rows }) => linesOf(drawing, rows, reading)) : sections.flatMap(({ of: { root, name }, rows }) => [
    { id: root.id, depth: 0, kind: text('drawingWord'), name, facts: [] },
    ...linesOf(drawing, rows, reading).map((line) => ({ ...line, depth: line.depth + 1 })),
  ]);
