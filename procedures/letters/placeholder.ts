import { faultVi } from '../../engine/expression/fault-vi.ts';
import { check, evaluate } from '../../engine/expression/feel.ts';
import type { Data, Json } from '../../engine/state.ts';
import { isWriting, writings } from './writing.ts';

/**
 * Names a coded value as its form or catalogue does: `("application.owner.kind", "individual")` is "Cá nhân",
 * `("communes", "26740")` is the ward's name; undefined when nobody knows it.
 */
export type LabelOf = (path: string, value: Json) => string | undefined;

export interface Writer {
  readonly context: Data;
  readonly at: string;
  readonly labelOf: LabelOf;
  /** Placeholders that had nothing to say, for the clerk who previews the letter. */
  readonly missing: Set<string>;
}

const placeholder = /\{\{\s*([\s\S]+?)\s*\}\}/g;
const writingAtEnd = /^([\s\S]+?)\s*\|\s*([A-Za-z]+)(?::([\w.]+))?$/;
export const ownWritings = ['label', 'address'] as const;
const dots = '……………';

/** A placeholder's parts; `of` is what names the value where it is written as a label. */
const split = (inside: string): { feel: string; writing: string; of: string } => {
  const match = writingAtEnd.exec(inside);
  return match ? { feel: match[1] ?? '', writing: match[2] ?? '', of: match[3] ?? match[1] ?? '' } : { feel: inside, writing: 'plain', of: inside };
};

/** Fills the placeholders of a text. What has no value is written with dots and noted in `missing`. */
export function write(text: string, writer: Writer): string {
  return text.replace(placeholder, (_whole, inside: string) => {
    const { feel, writing, of } = split(inside);
    const result = evaluate(feel, writer.context, writer.at);
    const value = 'failed' in result ? null : result.value;
    const written = writing === 'label' ? label(of, value, writer) : writing === 'address' ? address(value, writer) : isWriting(writing) ? writings[writing](value) : '';
    if (written !== '') return written.normalize('NFC');
    writer.missing.add(feel);
    return dots;
  });
}

function label(path: string, value: Json, { labelOf }: Writer): string {
  if (Array.isArray(value)) return value.map((item: Json) => labelOf(path, item) ?? writings.plain(item)).join(', ');
  return labelOf(path, value) ?? (typeof value === 'boolean' ? (value ? 'Có' : 'Không') : writings.plain(value));
}

/** "12 đường Hoa Mai, khu phố 3, Phường Mẫu, Thành phố Hồ Chí Minh", from the address block of the forms. */
function address(value: Json, { labelOf }: Writer): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '';
  const at = value as Data;
  const part = (key: string) => writings.plain(at[key] ?? null);
  const named = (catalogue: string, key: string) => labelOf(catalogue, at[key] ?? null) ?? '';
  return [[part('houseNo'), part('street')].filter(Boolean).join(' '), part('neighbourhood'), named('communes', 'commune'), named('provinces', 'province')].filter(Boolean).join(', ');
}

/** A piece of a text: words as they stand, or a placeholder with its parts. */
export type Segment = string | { readonly whole: string; readonly feel: string; readonly writing: string; readonly of: string };

/** The pieces of a text, in order; put together they are the text. */
export function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    segments.push(text.slice(end, match.index), { whole: match[0], ...split(match[1] ?? '') });
    end = match.index + match[0].length;
  }
  return [...segments, text.slice(end)].filter((segment) => segment !== '');
}

/** What is wrong with the placeholders of a text, also in Vietnamese; empty when nothing is. */
export function placeholderProblems(text: string): { readonly message: string; readonly messageVi: string }[] {
  return [...text.matchAll(placeholder)].flatMap((match) => {
    const { feel, writing } = split(match[1] ?? '');
    const wrong = check(feel);
    const known = [...ownWritings, ...Object.keys(writings)];
    return [
      ...(wrong === undefined ? [] : [{ message: `{{ ${match[1]} }}: ${wrong}`, messageVi: faultVi(wrong) }]),
      ...((ownWritings as readonly string[]).includes(writing) || isWriting(writing) ? [] : [{ message: `{{ ${match[1]} }}: expected a way of writing (${known.join(', ')}), but "${writing}" came`, messageVi: `không có cách viết “${writing}”, chỉ có ${known.join(', ')}` }]),
    ];
  });
}
