import type { LocalText } from '../../engine/definition.ts';
import { refusals } from './refusals.ts';

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];

const declaration = /^(\s*<\?xml\b[^>]*?\sencoding\s*=\s*)(["'])([\w.:-]+)\2/;

/**
 * The text of a file, read in the encoding that its first bytes or its XML declaration say (XML 1.0, 4.3.3 and appendix F). The text
 * then says UTF-8 itself, as it is kept.
 */
export function decoded(name: string, bytes: Uint8Array): { readonly text: string } | { readonly refused: LocalText } {
  const mark = marks.find(([, begin]) => begin.every((byte, index) => bytes[index] === byte));
  const label = mark?.[0] ?? declaration.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[3] ?? 'utf-8';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (text.includes('\u0000')) return { refused: refusals.unknown(name) };
    return { text: text.replace(declaration, (_all, before: string, quote: string) => `${before}${quote}UTF-8${quote}`) };
  } catch {
    return { refused: /^utf-?8$/i.test(label) ? refusals.unknown(name) : refusals.encoding(name, label) };
  }
}
