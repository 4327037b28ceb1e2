import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { FilledBlock, FilledLetter } from '../../procedures/letters/fill.ts';
import { block } from './blocks.ts';

/** What the issuer prints around the letter's own text. */
export interface Seal {
  /** Address that answers whether the paper is genuine; becomes the QR code. */
  readonly verifyUrl: string;
  readonly verifyCode: string;
  /** Printed across the foot, e.g. that this is a test without legal value. */
  readonly notice?: string;
}

const millimetres = (value: number) => value * 2.83465;
const sizes = { A4: 13, A5: 10.5 };

/**
 * Sets a filled letter by the rules for administrative papers (Decree 30/2020/ND-CP, appendix I): margins 20, 15, 20 and
 * 30 mm, national title at the right of the head, agency at the left, 13 pt text.
 */
export function layout(letter: FilledLetter, seal: Seal): TDocumentDefinitions {
  const size = sizes[letter.paper];
  const margin = letter.paper === 'A4' ? [30, 18, 17, 24] : [18, 12, 12, 22];
  const [left = 0, top = 0, right = 0, bottom = 0] = margin.map(millimetres);
  return {
    pageSize: letter.paper,
    pageOrientation: letter.orientation,
    pageMargins: [left, top, right, bottom],
    defaultStyle: { font: 'Tinos', fontSize: size, lineHeight: 1.15 },
    info: { title: titleOf(letter), creator: 'motcua', producer: 'motcua' },
    content: [...head(letter, size), ...body(letter.blocks, size)],
    footer: (page, pages) => foot(seal, page, pages, left, right),
  };
}

/** The blocks one after the other; a heading stays with what it heads, so that it never stands alone at the foot of a page. */
function body(blocks: readonly FilledBlock[], size: number): Content[] {
  const set = blocks.map((part, index) => block(part, size, blocks[index - 1]));
  return set.flatMap((content, index) => {
    if (headsNext(blocks, index - 1)) return [];
    const next = set[index + 1];
    return headsNext(blocks, index) && next !== undefined ? [{ stack: [content, next], unbreakable: true }] : [content];
  });
}

/** A table may be longer than a page and repeats its head there; all else is short. */
function headsNext(blocks: readonly FilledBlock[], index: number): boolean {
  const part = blocks[index];
  const next = blocks[index + 1];
  return part?.block === 'paragraph' && part.style === 'heading' && next !== undefined && next.block !== 'table' && !(next.block === 'paragraph' && next.style === 'heading');
}

const titleOf = (letter: FilledLetter) => letter.blocks.find((part): part is Extract<FilledBlock, { block: 'title' }> => part.block === 'title')?.text ?? letter.head.issuer;

const rule = (width: number): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 }], alignment: 'center', margin: [0, 1, 0, 4] });

function head(letter: FilledLetter, size: number): Content[] {
  const small = size - 1;
  const leftColumn: Content[] = [
    ...(letter.head.above === undefined ? [] : [{ text: letter.head.above, alignment: 'center' as const, fontSize: small }]),
    { text: letter.head.issuer, alignment: 'center', bold: true, fontSize: small },
    rule(size * 5),
    ...(letter.head.number === undefined ? [] : [{ text: letter.head.number, alignment: 'center' as const }]),
  ];
  const rightColumn: Content[] = [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', alignment: 'center', bold: true, fontSize: small },
    { text: 'Độc lập - Tự do - Hạnh phúc', alignment: 'center', bold: true },
    rule(size * 12),
    ...(letter.head.place === undefined ? [] : [{ text: letter.head.place, alignment: 'center' as const, italics: true }]),
  ];
  return [
    ...(letter.form === undefined ? [] : [{ text: letter.form, alignment: 'right' as const, italics: true, fontSize: small - 1, margin: [0, 0, 0, 4] as [number, number, number, number] }]),
    { columns: [{ width: '42%', stack: leftColumn }, { width: '58%', stack: rightColumn }], columnGap: 6, margin: [0, 0, 0, size * 0.6] },
  ];
}

function foot(seal: Seal, page: number, pages: number, left: number, right: number): Content {
  return {
    margin: [left, 6, right, 0],
    columns: [
      { qr: seal.verifyUrl, fit: 46, width: 54, eccLevel: 'M' },
      {
        width: '*',
        margin: [0, 4, 0, 0],
        fontSize: 8,
        lineHeight: 1.2,
        stack: [
          { text: `Kiểm tra giấy này: quét mã QR hoặc nhập mã ${seal.verifyCode}` },
          ...(seal.notice === undefined ? [] : [{ text: seal.notice, italics: true }]),
        ],
      },
      { width: 50, margin: [0, 4, 0, 0], text: pages > 1 ? `${page}/${pages}` : '', alignment: 'right', fontSize: 9 },
    ],
  };
}
