import { segmentsOf } from '../../procedures/letters/placeholder.ts';
import type { LetterName } from '../../procedures/letters/names.ts';

type Language = 'vi' | 'en';
/** The word for a way of writing: `money` → "số tiền". */
export type WritingWord = (writing: string) => string;

/** Names by which a letter's placeholders are shown and typed: `{{ application.owner.name }}` is «Tên chủ nhà». */
export interface Lexicon {
  readonly names: readonly LetterName[];
  /** Signatures that the application or a step asks for. */
  readonly pictures: readonly LetterName[];
  readonly labelOf: (name: LetterName) => string;
  /** The text as people read it. What has no name stays as it is written. */
  readonly shown: (stored: string) => string;
  /** The text as the template keeps it; a name that nobody knows stays in its quotes. */
  readonly stored: (shown: string) => string;
  /** Names in a shown text that mean nothing. */
  readonly unknown: (shown: string) => readonly string[];
}

const quoted = /«([^«»]*)»/g;
const apart = ' · ';

/** `within`: the list whose rows the text stands in, if it does. */
export function lexiconOf(all: readonly LetterName[], language: Language, wordOf: WritingWord, writings: readonly string[], within?: string): Lexicon {
  const pictures = all.filter(({ picture, within: rows }) => picture === true && rows === undefined);
  const names = all.filter((name) => name.picture !== true).filter((name) => name.within === undefined || (within !== undefined && (name.within === '' || name.within === within)));
  const labelOf = ({ label }: LetterName): string => label[language];
  const byFeel = new Map(names.map((name) => [name.feel, name]));
  const byLabel = new Map(names.map((name) => [labelOf(name), name]));
  const keep = ({ feel, of }: LetterName, writing: string): string => `{{ ${feel}${writing === 'plain' ? '' : ` | ${writing}${writing === 'label' && of !== undefined && of !== feel ? `:${of}` : ''}`} }}`;
  const placeholderOf = (inside: string): string | undefined => {
    const whole = byLabel.get(inside);
    if (whole) return keep(whole, whole.writing);
    const at = inside.lastIndexOf(apart);
    const name = byLabel.get(inside.slice(0, Math.max(at, 0)));
    const writing = writings.find((one) => wordOf(one) === inside.slice(at + apart.length));
    return name && writing !== undefined ? keep(name, writing) : undefined;
  };
  return {
    names, pictures, labelOf,
    shown: (stored) => segmentsOf(stored).map((segment) => {
      if (typeof segment === 'string') return segment;
      const name = byFeel.get(segment.feel);
      // a label that is looked up elsewhere than usual has no short name
      if (name === undefined || (segment.writing === 'label' && segment.of !== (name.of ?? name.feel))) return segment.whole;
      return `«${labelOf(name)}${segment.writing === name.writing ? '' : apart + wordOf(segment.writing)}»`;
    }).join(''),
    stored: (shown) => shown.replace(quoted, (whole, inside: string) => placeholderOf(inside) ?? whole),
    unknown: (shown) => [...shown.matchAll(quoted)].flatMap(([, inside = '']) => (placeholderOf(inside) === undefined ? [inside] : [])),
  };
}
