import { readLetter } from '../letters/read-letter.ts';
import { firstWords, saying } from '../letters/saying.ts';
import type { Text } from '../words.ts';
import { letterChanges, type LetterChange } from './letter-diff.ts';

/** Changes of a letter as sentences, part by part; placeholders as they are written. */
export function letterSentences(before: string, after: string, text: Text): string[] {
  const [old, next] = [readLetter(before), readLetter(after)];
  if (!('template' in old) || !('template' in next)) return [text('fileChanged')];
  const changes = letterChanges(old.template, next.template);
  return changes.length === 0 ? [text('onlyWriting')] : changes.map((change) => sentence(change, text));
}

const places = new Set(['text', 'under', 'when', 'align', 'style', 'items', 'rows']);

function sentence(change: LetterChange, text: Text): string {
  if (change.change === 'letter-head') return text('letterHeadChanged', { place: change.place, from: change.from || text('nothing'), to: change.to || text('nothing') });
  const { number, kind } = change;
  const what = { number, kind: text(`letterBlock_${kind}`) };
  if (change.change !== 'part-changed') return text(change.change === 'part-added' ? 'letterPartAdded' : 'letterPartRemoved', { ...what, says: firstWords(saying(change.block)) });
  const { place, from, to } = change;
  return text('letterPartChanged', { ...what, place: places.has(place) ? text(`letterPlace_${place}` as 'letterPlace_text') : place, from: from || text('nothing'), to: to || text('nothing') });
}
