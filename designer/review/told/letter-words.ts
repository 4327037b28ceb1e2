import { readLetter } from '../../letters/read-letter.ts';
import { saying } from '../../letters/saying.ts';
import type { Called } from './called.ts';
import { letterShape } from './letter-shape.ts';
import { tell } from './shape.ts';

/** Changes of a letter as sentences, part by part; what is put in stands by its name. */
export function letterSentences(before: string, after: string, called: Called): readonly string[] {
  const { text } = called;
  const [old, next] = [readLetter(before), readLetter(after)];
  if (!('template' in old) || !('template' in next)) return [text('fileChanged')];
  const told = tell(old.template, next.template, letterShape(called, called.shown, called.feelOfLetter, (block) => called.shown(saying(block))), called);
  return told.length === 0 ? [text('onlyWriting')] : told.map((one) => one.text);
}
