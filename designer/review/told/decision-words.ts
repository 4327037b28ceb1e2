import type { Called } from './called.ts';
import { aligned } from './decision-align.ts';
import { plainFile } from './decision-plain.ts';
import { decisionShape } from './decision-shape.ts';
import { tell } from './shape.ts';

/** Changes of a decision file as sentences: its tables column by column and row by row, its other logic part by part, and what each decision needs. `file` is its name in the package. */
export function decisionSentences(file: string, before: string, after: string, called: Called): readonly string[] {
  const { text } = called;
  let states: ReturnType<typeof aligned>;
  try {
    states = aligned(plainFile(before), plainFile(after));
  } catch {
    return [text('fileChanged')];
  }
  const told = tell(...states, decisionShape(called, file), called);
  if (told.length > 0) return told.map((one) => one.text);
  return [text(withoutDrawing(before) === withoutDrawing(after) ? 'onlyDrawing' : 'onlyWriting')];
}

const withoutDrawing = (xml: string): string => xml.replaceAll(/<(\w+:)?DMNDI\b[\s\S]*<\/\1DMNDI>/g, '').replaceAll(/>\s+</g, '><');
