import type { Column, Content, ContentText, TableCell } from 'pdfmake/interfaces.js';
import type { FilledBlock } from '../../procedures/letters/fill.ts';
import { legendOf, mapExtract, type MapOnPaper } from './map-extract.ts';
import { ruleUnder, type Setting } from './setting.ts';
import { sketch } from './sketch.ts';
import { svgOf, type Drawing } from './svg.ts';

type Of<B extends FilledBlock['block']> = Extract<FilledBlock, { block: B }>;
type Margin = [number, number, number, number];

/** One block of a filled letter as pdfmake sets it; `map` is what a block for a map shows. */
export function block(part: FilledBlock, setting: Setting, before?: FilledBlock, map?: MapOnPaper): Content {
  switch (part.block) {
    case 'title': return title(part, setting);
    case 'paragraph': return paragraph(part, setting, before);
    case 'fields': return { stack: part.lines.map((line) => running(`${line.label}: ${line.value}`, setting)) };
    case 'table': return table(part, setting);
    case 'list': return { stack: part.items.map((text, index) => running(`${part.numbered ? `${index + 1}.` : '-'} ${text}`, setting)) };
    case 'signatures': return signatures(part, setting);
    case 'sketch': return drawn(part, setting, part.points.length === 0 ? undefined : sketch(part.points));
    case 'map': return drawn(part, setting, map && mapExtract(map.map), map && [legendOf(map.map), ...map.sources]);
    default: return part satisfies never;
  }
}

/** Words in brackets under a title say of what kind the form is: no summary of a letter, and no line under it. */
const isSummary = (text: string): boolean => !text.startsWith('(');

const title = (part: Of<'title'>, { style, rules, gap }: Setting): Content => ({
  margin: [0, gap, 0, gap * 1.5],
  stack: [
    { text: part.text, alignment: 'center', ...style('title') },
    ...(part.under === undefined ? [] : [{ text: part.under, alignment: 'center' as const, ...style('summary') }]),
    ...(part.under === undefined || !isSummary(part.under) ? [] : [ruleUnder(part.under, style('summary').fontSize, rules.lines.summary.used)]),
  ],
});

/** Longer ones may be broken: they might not fit into a line. */
const longestWhole = 40;

/**
 * Words such as “Ông/Bà” and “118/2025/NĐ-CP” each as one: a line may be broken after a stroke or a hyphen, and where a line is drawn
 * to both margins, the room that is left over would stand there too.
 */
function inWholeWords(text: string): Content[] {
  const parts: Content[] = [];
  for (const [word] of text.matchAll(/\s+|\S+ */g)) {
    const last = parts.at(-1);
    if (word.length <= longestWhole && /[/‐-–-]\S/.test(word)) parts.push({ text: word, noWrap: true });
    else if (typeof last === 'string') parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return parts;
}

/** Running text: set to both margins, the first line set in. */
const running = (text: string, { indent, gap }: Setting): ContentText => ({ text: inWholeWords(text), alignment: 'justify', leadingIndent: indent, margin: [0, 0, 0, gap] as Margin });

const paragraph = (part: Of<'paragraph'>, setting: Setting, before?: FilledBlock): Content => ({
  ...running(part.text, setting),
  alignment: part.align,
  bold: part.style === 'bold' || part.style === 'heading',
  italics: part.style === 'italic',
  leadingIndent: part.indent ? setting.indent : 0,
  margin: [0, part.style === 'heading' && before ? setting.gap : 0, 0, setting.gap],
});

/** No rule sets the type of tables: a point under the text, so that columns have room. */
function table(part: Of<'table'>, { style, gap }: Setting): Content {
  const fontSize = style('body').fontSize - 1;
  const headRow: TableCell[] = part.columns.map((column) => ({ text: column.head, bold: true, alignment: 'center', fontSize }));
  const rows: TableCell[][] = part.rows.map((row) => row.map((text, index) => ({ text, alignment: part.columns[index]?.align ?? 'left', fontSize })));
  const blanks = Array.from({ length: Math.max(0, part.columns.length - 2) }, (): TableCell => ({}));
  const last = part.columns.length - 1;
  const total: TableCell[][] = part.total === undefined || last < 1 ? [] : [[{ text: part.total.label, bold: true, colSpan: last, fontSize }, ...blanks, { text: part.total.value, bold: true, alignment: part.columns[last]?.align ?? 'left', fontSize }]];
  return {
    margin: [0, 2, 0, gap * 1.5],
    table: { headerRows: 1, dontBreakRows: true, widths: part.columns.map((column) => column.width), body: [headRow, ...rows, ...total] },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 2, paddingBottom: () => 2 },
  };
}

function signatures(part: Of<'signatures'>, { style, gap, pictures }: Setting): Content {
  const note = style('recipients').fontSize;
  const box = (one: Of<'signatures'>['boxes'][number]): Column => ({
    width: '*',
    stack: one.recipients.length > 0
      ? [{ text: 'Nơi nhận:', ...style('recipientsHead') }, ...one.recipients.map((line) => ({ text: `- ${line}`, ...style('recipients') }))]
      : [
          { text: one.title, alignment: 'center', ...style('capacity') },
          { text: one.note, italics: true, alignment: 'center', fontSize: note },
          // Where the picture of a signature would stand, in the blue of one.
          one.picture !== undefined && pictures?.has(one.picture) ? { image: one.picture, fit: [150, 54], alignment: 'center', margin: [0, gap, 0, gap] } : { text: one.mark, alignment: 'center', fontSize: note, color: '#0b3d91', margin: [0, gap * 2, 0, gap * 2] },
          { text: one.name, alignment: 'center', ...style('signer') },
        ],
  });
  return { margin: [0, gap, 0, gap * 2], unbreakable: true, columns: part.boxes.map(box), columnGap: 12 };
}

/** A drawing in the middle, with its caption, what it means and what it is taken from; they stay on one page. */
function drawn({ caption, without }: Of<'sketch'> | Of<'map'>, setting: Setting, drawing: Drawing | undefined, under: readonly string[] = []): Content {
  if (drawing === undefined) return without === '' ? { text: '' } : running(without, setting);
  const small = { alignment: 'center' as const, fontSize: setting.style('recipients').fontSize };
  return {
    margin: [0, setting.gap, 0, setting.gap * 1.5],
    unbreakable: true,
    stack: [
      { svg: svgOf(drawing), width: drawing.width, height: drawing.height, font: 'Tinos', alignment: 'center' },
      ...(caption === '' ? [] : [{ text: caption, ...small, bold: true, margin: [0, 3, 0, 0] as Margin }]),
      ...under.map((text) => ({ text, ...small, italics: true })),
    ],
  };
}
