import type { Block, LetterTemplate } from '../../../procedures/letters/template.ts';
import { firstWords } from '../../letters/saying.ts';
import { quoted, type Parts, type Shape, type Telling } from './shape.ts';
import { valuesFor } from './values.ts';

type Written = (value: string) => string;
type PartsOf<B> = { readonly [K in keyof Required<Omit<B, 'block'>>]: readonly [string, Shape] };
type BlockOf<K extends Block['block']> = Extract<Block, { readonly block: K }>;

const group = (parts: Parts): Shape => ({ is: 'group', parts });
const listOf = (of: Shape, item: (value: never, number: number) => string): Shape => ({ is: 'list', of, item });

/** How each kind of block is told: `shown` says a text with the names of what is put in, `feel` a condition or a formula. */
function blockParts({ text, language }: Telling, shown: Written, feel: Written) {
  const { value, yesNo } = valuesFor({ text, language });
  const written = value((one: string) => quoted(shown(one)));
  const formula = value(feel);
  const align = value((one: string) => text(`letterAlign_${one}` as 'letterAlign_left').toLowerCase());
  const when = { when: [text('letterPlace_when'), formula] } as const;
  const numbered = { numbered: [text('letterNumbered').toLowerCase(), yesNo()] } as const;
  const drawing = { caption: [text('toldCaption'), written], without: [text('toldWithout'), written] } as const;
  const line = group({ label: [text('letterLineLabel').toLowerCase(), written], value: [text('letterLineValue').toLowerCase(), written], ...when });
  const column = group({ head: [text('letterColumnHead').toLowerCase(), written], value: [text('letterColumnValue').toLowerCase(), written], width: [text('letterColumnWidth').toLowerCase(), value((one: number | string) => (one === '*' ? text('toldWidthRest') : String(one)))], align: [text('letterAlign').toLowerCase(), align] });
  const box = group({
    title: [text('letterBox_title').toLowerCase(), written], note: [text('letterBox_note').toLowerCase(), written], mark: [text('letterBox_mark').toLowerCase(), written], picture: [text('letterBox_picture').toLowerCase(), formula],
    name: [text('letterBox_name').toLowerCase(), written], recipients: [text('letterRecipients').toLowerCase(), listOf(written, (one: string) => quoted(shown(one)))], ...when,
  });
  return {
    title: { text: ['', written], under: [text('toldUnder'), written], ...when } satisfies PartsOf<BlockOf<'title'>>,
    paragraph: { text: ['', written], align: [text('letterPlace_align'), align], style: [text('letterPlace_style'), value((one: string) => text(`letterStyle_${one}` as 'letterStyle_plain').toLowerCase())], indent: [text('letterIndent').toLowerCase(), yesNo()], ...when } satisfies PartsOf<BlockOf<'paragraph'>>,
    fields: { fields: ['', listOf(line, ({ label }: { label: string }) => text('toldLine', { name: quoted(shown(label)) }))], ...numbered, ...when } satisfies PartsOf<BlockOf<'fields'>>,
    table: {
      rows: [text('toldRowsOf'), formula], columns: ['', listOf(column, ({ head }: { head: string }) => text('toldColumn', { name: quoted(shown(head)) }))],
      total: [text('toldTotal'), group({ label: [text('letterLineLabel').toLowerCase(), written], value: [text('letterLineValue').toLowerCase(), written] })], empty: [text('letterEmpty').toLowerCase(), written], ...when,
    } satisfies PartsOf<BlockOf<'table'>>,
    sketch: { points: [text('toldDrawnFrom'), formula], ...drawing, ...when } satisfies PartsOf<BlockOf<'sketch'>>,
    map: { about: [text('toldDrawnFrom'), formula], ...drawing, ...when } satisfies PartsOf<BlockOf<'map'>>,
    list: { items: [text('toldRowsOf'), formula], text: ['', written], ...numbered, ...when } satisfies PartsOf<BlockOf<'list'>>,
    signatures: { boxes: ['', listOf(box, ({ title, name, recipients }: { title?: string; name?: string; recipients?: readonly string[] }, nth) => text('toldBox', { name: title ?? name ?? (recipients ? text('letterRecipients') : ''), nth }))], ...when } satisfies PartsOf<BlockOf<'signatures'>>,
  };
}

/** A letter: its head, then its parts in their order. `shownIn` says a text that may stand within rows of a list. */
export function letterShape(telling: Telling, shown: Written, feel: Written, says: (block: Block) => string): Shape {
  const { text } = telling;
  const { value, both, code } = valuesFor(telling);
  const written = value((one: string) => quoted(shown(one)));
  const parts = blockParts(telling, shown, feel);
  const block: Shape = { is: 'either', say: (one: Block) => quoted(firstWords(says(one))), of: (one) => group({ block: ['', code], ...parts[(one as Block).block] }) };
  const head = {
    above: [text('letterHead_above'), written], issuer: [text('letterHead_issuer'), written], number: [text('letterHead_number'), written], subject: [text('toldSubject'), written], place: [text('letterHead_place'), written],
  } as const satisfies { readonly [K in keyof Required<LetterTemplate['head']>]: readonly [string, Shape] };
  return group({
    format: [text('toldFormat'), code], name: [text('letterName'), both], form: [text('letterFormNumber'), written], paper: [text('letterPaper'), value(String)],
    orientation: [text('letterOrientation'), value((one: string) => text(`letterOrientation_${one}` as 'letterOrientation_portrait').toLowerCase(), text('letterOrientation_portrait').toLowerCase())],
    head: ['', group(head)],
    blocks: ['', { is: 'list', isAlike: (one: Block, other: Block) => one.block === other.block, of: block, item: (one: Block, number) => text('toldPart', { number, kind: text(`letterBlock_${one.block}`).toLowerCase(), says: quoted(firstWords(says(one))) }) }],
  } satisfies { readonly [K in keyof Required<LetterTemplate>]: readonly [string, Shape] });
}
