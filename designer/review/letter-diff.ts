import type { Block, LetterTemplate } from '../../procedures/letters/template.ts';
import { differences } from './json-diff.ts';

/** One thing that a new version of a letter says differently; `number` counts its parts from 1, in the new version where the part is there. */
export type LetterChange =
  | { readonly change: 'letter-head'; readonly place: string; readonly from: string; readonly to: string }
  | { readonly change: 'part-added' | 'part-removed'; readonly number: number; readonly kind: Block['block']; readonly block: Block }
  | { readonly change: 'part-changed'; readonly number: number; readonly kind: Block['block']; readonly place: string; readonly from: string; readonly to: string };

/** What is different between two texts of a letter: its head, then part by part in the order of the new one. */
export function letterChanges({ blocks: before, ...old }: LetterTemplate, { blocks: after, ...next }: LetterTemplate): readonly LetterChange[] {
  const head = differences(old, next).map(({ place, from, to }): LetterChange => ({ change: 'letter-head', place, from, to }));
  const changes: LetterChange[] = [];
  let [from, to] = [0, 0];
  for (const [was, is] of [...together(before, after), [before.length, after.length] as const]) {
    changes.push(...between(before.slice(from, was), after.slice(to, is), from, to));
    [from, to] = [was + 1, is + 1];
  }
  return [...head, ...changes];
}

/** Between parts that stayed: what stands in the place of another of its kind was changed, the rest came or went. */
function between(gone: readonly Block[], come: readonly Block[], from: number, to: number): readonly LetterChange[] {
  const left = gone.map((block, index) => ({ block, number: from + index + 1 }));
  const changes = come.flatMap((block, index): LetterChange[] => {
    const at = left.findIndex((one) => one.block.block === block.block);
    const number = to + index + 1;
    if (at < 0) return [{ change: 'part-added', number, kind: block.block, block }];
    const [was] = left.splice(at, 1);
    return differences(was!.block, block).map((one): LetterChange => ({ change: 'part-changed', number, kind: block.block, ...one }));
  });
  return [...changes, ...left.map(({ block, number }): LetterChange => ({ change: 'part-removed', number, kind: block.block, block }))];
}

/** The longest row of parts that both have in this order, by their places in each. */
function together(before: readonly Block[], after: readonly Block[]): readonly (readonly [number, number])[] {
  const [one, other] = [before, after].map((blocks) => blocks.map((block) => JSON.stringify(block))) as [string[], string[]];
  const longest: number[][] = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) longest[i]![j] = one[i] === other[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
