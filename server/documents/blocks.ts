import type { Column, Content, TableCell } from 'pdfmake/interfaces.js';
import type { FilledBlock } from '../../procedures/letters/fill.ts';

type Of<B extends FilledBlock['block']> = Extract<FilledBlock, { block: B }>;

/** One block of a filled letter as pdfmake sets it; `size` is the body's size in points. */
export function block(part: FilledBlock, size: number, before?: FilledBlock): Content {
  switch (part.block) {
    case 'title': return title(part, size);
    case 'paragraph': return paragraph(part, size, before);
    case 'fields': return fields(part, size);
    case 'table': return table(part, size);
    case 'list': return list(part, size);
    case 'signatures': return signatures(part, size);
    default: return part satisfies never;
  }
}

const title = (part: Of<'title'>, size: number): Content => ({
  margin: [0, size * 0.5, 0, size * 0.6],
  stack: [
    { text: part.text, alignment: 'center', bold: true, fontSize: size + 1.5 },
    ...(part.under === undefined ? [] : [{ text: part.under, alignment: 'center' as const, bold: true, fontSize: size }]),
  ],
});

const paragraph = (part: Of<'paragraph'>, size: number, before?: FilledBlock): Content => ({
  text: part.text,
  alignment: part.align,
  bold: part.style === 'bold' || part.style === 'heading',
  italics: part.style === 'italic',
  leadingIndent: part.indent ? size * 2 : 0,
  margin: [0, part.style === 'heading' && before ? size * 0.35 : 0, 0, size * 0.3],
});

const fields = (part: Of<'fields'>, size: number): Content => ({
  stack: part.lines.map((line) => ({ text: [`${line.label}: `, { text: line.value, bold: false }], margin: [0, 0, 0, size * 0.1] as [number, number, number, number] })),
});

function table(part: Of<'table'>, size: number): Content {
  const small = size - 1.5;
  const headRow: TableCell[] = part.columns.map((column) => ({ text: column.head, bold: true, alignment: 'center', fontSize: small }));
  const rows: TableCell[][] = part.rows.map((row) => row.map((text, index) => ({ text, alignment: part.columns[index]?.align ?? 'left', fontSize: small })));
  const blanks = Array.from({ length: Math.max(0, part.columns.length - 2) }, (): TableCell => ({}));
  const last = part.columns.length - 1;
  const total: TableCell[][] = part.total === undefined || last < 1 ? [] : [[{ text: part.total.label, bold: true, colSpan: last, fontSize: small }, ...blanks, { text: part.total.value, bold: true, alignment: part.columns[last]?.align ?? 'left', fontSize: small }]];
  return {
    margin: [0, size * 0.2, 0, size * 0.5],
    table: { headerRows: 1, dontBreakRows: true, widths: part.columns.map((column) => column.width), body: [headRow, ...rows, ...total] },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 2, paddingBottom: () => 2 },
  };
}

const list = (part: Of<'list'>, size: number): Content => ({
  margin: [0, 0, 0, size * 0.3],
  stack: part.items.map((text, index) => ({ columns: [{ width: size * 1.6, text: part.numbered ? `${index + 1}.` : '-', alignment: 'right' }, { width: '*', text }], columnGap: 5, margin: [0, 0, 0, size * 0.15] as [number, number, number, number] })),
});

function signatures(part: Of<'signatures'>, size: number): Content {
  const box = (one: Of<'signatures'>['boxes'][number]): Column => ({
    width: '*',
    stack: one.recipients.length > 0
      ? [{ text: 'Nơi nhận:', bold: true, italics: true, fontSize: size - 2 }, ...one.recipients.map((line) => ({ text: `- ${line}`, fontSize: size - 3 }))]
      : [
          { text: one.title, bold: true, alignment: 'center' },
          { text: one.note, italics: true, alignment: 'center', fontSize: size - 2 },
          { text: one.mark, alignment: 'center', fontSize: size - 2.5, color: '#0b5c61', margin: [0, size * 0.6, 0, size * 0.6] },
          { text: one.name, bold: true, alignment: 'center' },
        ],
  });
  return { margin: [0, size * 0.5, 0, 0], unbreakable: true, columns: part.boxes.map(box), columnGap: 12 };
}
