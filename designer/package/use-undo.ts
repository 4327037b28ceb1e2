import { useCallback, useEffect, useState } from 'react';
import { allBrought, benchNow, redoEdit, undoEdit, useBench } from './bench.ts';
import type { Entry, History } from './history.ts';

/** Marks a part of a page whose fields are of the draft: what is typed there is taken back with everything else, not letter by letter. `<div {...ofTheDraft}>` */
export const ofTheDraft = { 'data-draft': '' } as const;

export type Way = 'undone' | 'redone';
const ways = { undone: undoEdit, redone: redoEdit } as const;

/** What was just taken back or done again. */
export interface Taken {
  readonly way: Way;
  readonly entry: Entry;
}

/** A field whose letters the browser itself takes back: what is written right into the drawing, or in a field that is not of the draft. */
const hasOwnWayBack = (field: Element): boolean => field.matches('[contenteditable]') || (field.matches('textarea, input:not([type=checkbox], [type=radio])') && !field.closest('[data-draft]'));

/** The way back and forth through a draft, by buttons and by Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y wherever the focus is. */
export const useUndo = (key: string) => {
  const { history } = useBench(key);
  const [last, setLast] = useState<Taken & { readonly after: History }>();
  const go = useCallback(async (way: Way) => setLast(await taken(key, way)), [key]);
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const pressed = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (pressed !== 'z' && pressed !== 'y')) return;
      const { activeElement } = document;
      if (document.querySelector('dialog:modal') || (activeElement && hasOwnWayBack(activeElement))) return;
      // before the drawing tool, which has a way back of its own
      event.stopPropagation();
      event.preventDefault();
      void go(pressed === 'y' || event.shiftKey ? 'redone' : 'undone');
    };
    addEventListener('keydown', keys, true);
    return () => removeEventListener('keydown', keys, true);
  }, [go]);
  // what was taken back is told until something else is done
  return { canUndo: history.past.length > 0, canRedo: history.future.length > 0, last: last?.after === history ? last : undefined, go };
};

/** Goes one act back or forth, after all that was typed has become one. */
async function taken(key: string, way: Way): Promise<(Taken & { readonly after: History }) | undefined> {
  const field = document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea') ? document.activeElement : undefined;
  field?.blur();
  await allBrought(key);
  const entry = ways[way](key);
  if (field?.isConnected) field.focus();
  return entry && { way, entry, after: benchNow(key).history };
}
