import type { Json } from '../../engine/state.ts';
import type { Description } from './description.ts';
import { shapeFault } from './judge.ts';
import { NoValue, valueOf } from './mapping.ts';

/** What an answer comes to in words, of a description that says it; undefined where the answer has another shape, as after a step that a person did instead. */
export function saidOf({ said, answer: shape }: Pick<Description, 'said' | 'answer'>, answer: Json, at: string): { readonly vi: string; readonly en: string } | undefined {
  if (said === undefined || shapeFault(shape, answer) !== undefined) return undefined;
  try {
    const [vi, en] = (['vi', 'en'] as const).map((language) => valueOf(said[language], { data: { answer }, at }, `said/${language}`));
    return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : undefined;
  } catch (error) {
    if (error instanceof NoValue) return undefined;
    throw error;
  }
}
