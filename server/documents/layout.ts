import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { FilledBlock, FilledLetter } from '../../procedures/letters/fill.ts';
import { block } from './blocks.ts';
import { head } from './head.ts';
import type { MapOnPaper } from './map-extract.ts';
import { settingOf, type Setting } from './setting.ts';

/** What the issuer prints around the letter's own text. */
export interface Seal {
  /** Address that answers whether the paper is genuine; becomes the QR code. */
  readonly verifyUrl: string;
  readonly verifyCode: string;
  /** Printed across the foot, e.g. that this is a test without legal value. */
  readonly notice?: string;
}

/** Signatures by the id of their file, as PNG. */
export type Pictures = Readonly<Record<string, Uint8Array>>;
/** Maps by the place of their block in the letter. */
export type Maps = Readonly<Record<number, MapOnPaper>>;

/** Width and height in points. */
const pages = { A4: [595.28, 841.89], A5: [419.53, 595.28] } as const;

/** Sets a filled letter by the rules for administrative papers that were in force when it was issued (paper-rules.json). */
export function layout(letter: FilledLetter, seal: Seal, pictures: Pictures = {}, maps: Maps = {}): TDocumentDefinitions {
  const setting = settingOf(letter);
  const [left, , right] = setting.margins;
  const width = pages[letter.paper][letter.orientation === 'portrait' ? 0 : 1] - left - right;
  return {
    pageSize: letter.paper,
    pageOrientation: letter.orientation,
    pageMargins: [...setting.margins],
    defaultStyle: { font: 'Tinos', ...setting.style('body'), lineHeight: setting.rules.lineSpacing.used },
    info: { title: titleOf(letter), creator: 'motcua', producer: 'motcua' },
    content: [head(letter, setting, width), ...body(letter.blocks, { ...setting, pictures: new Set(Object.keys(pictures)) }, maps)],
    images: Object.fromEntries(Object.entries(pictures).map(([file, bytes]) => [file, `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`])),
    header: (page) => overText(letter, setting, page),
    footer: () => foot(seal, setting),
  };
}

/** The blocks one after the other; a heading stays with what it heads, so that it never stands alone at the foot of a page. */
function body(blocks: readonly FilledBlock[], setting: Setting, maps: Maps): Content[] {
  const set = blocks.map((part, index) => block(part, setting, blocks[index - 1], maps[index]));
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

const titleOf = (letter: FilledLetter) => letter.blocks.find((part): part is Extract<FilledBlock, { block: 'title' }> => part.block === 'title')?.text ?? letter.head.subject ?? letter.head.issuer;

/** In the margin above the text: the number of the page in its middle from the second on; on the first the number of the official form, so that nothing stands above the national title. */
function overText({ form }: FilledLetter, { margins: [left, top, right], style }: Setting, page: number): Content {
  const number = style('pageNumber');
  const place = { margin: [left, top - number.fontSize * 2, right, 0] as [number, number, number, number] };
  if (page > 1) return { text: String(page), alignment: 'center', ...number, ...place };
  return form === undefined ? '' : { text: form, alignment: 'right', ...style('recipients'), italics: true, ...place };
}

function foot(seal: Seal, { margins: [left, , right] }: Setting): Content {
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
    ],
  };
}
