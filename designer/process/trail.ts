import { useEffect, useSyncExternalStore } from 'react';
import { elementOf } from './editing.ts';
import { tool, type Drawing } from './drawing-tools.ts';

/** A way through a process to be shown on its drawing. */
export interface Trail {
  /** What it is, as a heading. */
  readonly name: string;
  /** Elements and flows; `others` are all that are not missed. */
  readonly passed: readonly string[] | 'others';
  readonly open?: readonly string[];
  /** What no way comes to. */
  readonly missed?: readonly string[];
  /** Where it left the way that was expected. */
  readonly left?: string;
}

const shown = new Map<string, Trail>();
const listeners = new Set<() => void>();

/** Shows a way on the drawing of a package until another is shown or it is hidden. */
export const showTrail = (key: string, trail: Trail | undefined) => {
  if (trail) shown.set(key, trail);
  else shown.delete(key);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The way that is to be shown on the picture of a package. */
export const useTrail = (key: string): Trail | undefined => useSyncExternalStore(subscribe, () => shown.get(key));

/** How a way shows an element, if it does. */
export const trailMark = ({ passed, open = [], missed = [], left }: Trail, id: string): 'trail-left' | 'trail-open' | 'trail-passed' | 'trail-missed' | undefined => {
  if (id === left) return 'trail-left';
  if (open.includes(id)) return 'trail-open';
  if (missed.includes(id)) return 'trail-missed';
  return passed === 'others' || passed.includes(id) ? 'trail-passed' : undefined;
};

/** Marks a way on a drawing; with every `beat` anew, as what was deleted and drawn again lost its mark. */
export const useDrawnTrail = (trail: Trail | undefined, drawing: Drawing | undefined, beat: number): void => {
  useEffect(() => {
    if (!drawing || !trail) return;
    const canvas = tool(drawing, 'canvas');
    const marked = tool(drawing, 'elementRegistry').filter(({ type }) => type.startsWith('bpmn:')).flatMap(({ id }) => {
      const marker = trailMark(trail, id);
      return marker === undefined ? [] : [[id, marker] as const];
    });
    for (const [id, marker] of marked) canvas.addMarker(id, marker);
    return () => {
      for (const [id, marker] of marked) if (elementOf(drawing, id)) canvas.removeMarker(id, marker);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the drawing changes in place; the beat says when
  }, [drawing, trail, beat]);
};
