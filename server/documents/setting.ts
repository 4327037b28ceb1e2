import type { FilledLetter } from '../../procedures/letters/fill.ts';
import { rulesAt, type Element, type PaperRules } from './paper-rules.ts';

const point = 2.83465;
/** The rules know A4 only. A small slip keeps their proportions, but for its foot, which takes the QR code. */
const small = { type: 10.5 / 13, left: 18, top: 15, right: 12, bottom: 22 };

/** How a paper is set; all in points. */
export interface Setting {
  readonly rules: PaperRules;
  /** Left, top, right, bottom, as pdfmake wants them. */
  readonly margins: readonly [number, number, number, number];
  readonly style: (part: Element) => { readonly fontSize: number; readonly bold: boolean; readonly italics: boolean };
  readonly indent: number;
  readonly gap: number;
  /** Files of signatures that are at hand; none where a letter is only tried. */
  readonly pictures?: ReadonlySet<string>;
}

export function settingOf({ paper, at }: Pick<FilledLetter, 'paper' | 'at'>): Setting {
  const rules = rulesAt(at);
  const scale = paper === 'A4' ? 1 : small.type;
  const margin = (side: keyof PaperRules['margins']): number => (paper === 'A4' ? rules.margins[side].used : small[side]) * point;
  return {
    rules,
    margins: [margin('left'), margin('top'), margin('right'), margin('bottom')],
    style: (part) => ({ fontSize: rules.type[part].used * scale, bold: rules.type[part].bold === true, italics: rules.type[part].italics === true }),
    indent: rules.indent.used * point * scale,
    gap: rules.paragraphGap.used * scale,
  };
}

/** About how wide a text is in the face of papers, per point of its size: enough to break a line in its middle and to draw a rule of a share of it. */
function ems(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFC')) width += letter === ' ' ? 0.25 : /\p{Lu}/u.test(letter) ? 0.7 : /\p{Ll}/u.test(letter) ? 0.47 : /\d/.test(letter) ? 0.5 : 0.3;
  return width;
}
export const widthOf = (text: string, fontSize: number): number => ems(text) * fontSize;

/** The text in lines of about the same length, as few as fit into the width; breaks that stand in it stay. */
export function balanced(text: string, fontSize: number, width: number): string[] {
  return text.split('\n').flatMap((part) => {
    const count = Math.ceil(widthOf(part, fontSize) / width);
    if (count < 2) return [part];
    const share = ems(part) / count;
    const lines: string[] = [];
    let line = '';
    for (const word of part.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      // A word goes where more of it lies: before the middle to this line, behind it to the next.
      if (line !== '' && lines.length < count - 1 && (ems(line) + ems(longer)) / 2 > share) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

/** A rule under a text, of a share of its length. */
export const ruleUnder = (line: string, fontSize: number, share: number) =>
  ({ canvas: [{ type: 'line' as const, x1: 0, y1: 0, x2: widthOf(line, fontSize) * share, y2: 0, lineWidth: 0.7 }], alignment: 'center' as const, margin: [0, 2, 0, 0] as [number, number, number, number] });
