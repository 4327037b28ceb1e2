import { evaluate } from '../../engine/expression/feel.ts';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import { write, type LabelOf, type Writer } from './placeholder.ts';
import type { Block, LetterTemplate } from './template.ts';

/** A letter ready to be set: only texts, no expressions. */
export interface FilledLetter {
  readonly form?: string;
  readonly paper: 'A4' | 'A5';
  readonly orientation: 'portrait' | 'landscape';
  readonly head: { readonly above?: string; readonly issuer: string; readonly number?: string; readonly subject?: string; readonly place?: string };
  /** UTC instant of issue: by the rules of that day it is set. */
  readonly at: string;
  readonly blocks: readonly FilledBlock[];
  /** Expressions that had no value and stand as dots. */
  readonly missing: readonly string[];
}

export type FilledBlock =
  | { readonly block: 'title'; readonly text: string; readonly under?: string }
  | { readonly block: 'paragraph'; readonly text: string; readonly align: 'left' | 'center' | 'right' | 'justify'; readonly style: 'plain' | 'bold' | 'italic' | 'heading'; readonly indent: boolean }
  | { readonly block: 'fields'; readonly lines: readonly { readonly label: string; readonly value: string }[] }
  | { readonly block: 'table'; readonly columns: readonly { readonly head: string; readonly width: '*' | number; readonly align: 'left' | 'center' | 'right' }[]; readonly rows: readonly (readonly string[])[]; readonly total?: { readonly label: string; readonly value: string } }
  | { readonly block: 'list'; readonly items: readonly string[]; readonly numbered: boolean }
  | { readonly block: 'signatures'; readonly boxes: readonly { readonly title: string; readonly note: string; readonly mark: string; /** Id of the file of a signature. */ readonly picture?: string; readonly name: string; readonly recipients: readonly string[] }[] }
  | { readonly block: 'sketch'; /** Metres to the east and to the north, at least three; or none. */ readonly points: readonly (readonly [east: number, north: number])[]; readonly caption: string; readonly without: string }
  | { readonly block: 'map'; readonly about: MapSubject | undefined; readonly caption: string; readonly without: string };

/** What a map is of: a parcel by its numbers, or a point. */
export type MapSubject = { readonly sheet: string; readonly parcel: string } | { readonly latitude: number; readonly longitude: number };

type Of<B extends Block['block']> = Extract<Block, { block: B }>;

/**
 * Fills a template. `context` is the dossier's data plus what the issuer adds: `unit`, `letter` (number, issuedAt, code),
 * `actor`, `procedure`. `at` is the UTC instant of issue. Pure: the same arguments give the same letter.
 */
export function fillLetter(template: LetterTemplate, context: Data, at: string, labelOf: LabelOf = () => undefined): FilledLetter {
  const writer: Writer = { context, at, labelOf, missing: new Set() };
  const { above, issuer, number, subject, place } = template.head;
  const head = {
    ...(above === undefined ? {} : { above: write(above, writer) }),
    issuer: write(issuer, writer),
    ...(number === undefined ? {} : { number: write(number, writer) }),
    ...(subject === undefined ? {} : { subject: write(subject, writer) }),
    ...(place === undefined ? {} : { place: write(place, writer) }),
  };
  const blocks = template.blocks.filter((block) => stands(block.when, writer)).map((block) => fillBlock(block, writer));
  return { ...(template.form === undefined ? {} : { form: template.form }), paper: template.paper, orientation: template.orientation ?? 'portrait', at, head, blocks, missing: [...writer.missing] };
}

function stands(when: string | undefined, writer: Writer): boolean {
  if (when === undefined) return true;
  const result = evaluate(when, writer.context, writer.at);
  return !('failed' in result) && result.value === true;
}

function items(feel: string, writer: Writer): readonly Json[] {
  const result = evaluate(feel, writer.context, writer.at);
  const value = 'failed' in result ? null : result.value;
  return Array.isArray(value) ? value : value === null ? [] : [value];
}

const withItem = (writer: Writer, item: Json, index: number): Writer => ({ ...writer, context: { ...writer.context, item, number: index + 1 } });
const optional = (text: string | undefined, writer: Writer) => (text === undefined ? '' : write(text, writer));

function fillBlock(block: Block, writer: Writer): FilledBlock {
  switch (block.block) {
    case 'title': return { block: 'title', text: write(block.text, writer), ...(block.under === undefined ? {} : { under: write(block.under, writer) }) };
    case 'paragraph': return { block: 'paragraph', text: write(block.text, writer), align: block.align ?? 'justify', style: block.style ?? 'plain', indent: block.indent ?? isRunning(block) };
    case 'fields': return fillFields(block, writer);
    case 'table': return fillTable(block, writer);
    case 'list': return { block: 'list', numbered: block.numbered ?? false, items: items(block.items, writer).map((item, index) => write(block.text, withItem(writer, item, index))) };
    case 'signatures': return fillSignatures(block, writer);
    case 'sketch': return { block: 'sketch', points: pointsOf(block.points, writer), ...around(block, writer) };
    case 'map': return { block: 'map', about: subjectOf(block.about, writer), ...around(block, writer) };
    default: return block satisfies never;
  }
}

/** Running text of an administrative paper has its first line set in. */
const isRunning = ({ align, style }: Of<'paragraph'>): boolean => (align ?? 'justify') === 'justify' && style !== 'heading';

function fillFields(block: Of<'fields'>, writer: Writer): FilledBlock {
  const standing = block.fields.filter((field) => stands(field.when, writer));
  return { block: 'fields', lines: standing.map((field, index) => ({ label: `${block.numbered ? `${index + 1}. ` : ''}${write(field.label, writer)}`, value: write(field.value, writer) })) };
}

function fillTable(block: Of<'table'>, writer: Writer): FilledBlock {
  const rows = items(block.rows, writer).map((item, index) => block.columns.map((column) => write(column.value, withItem(writer, item, index))));
  const empty = rows.length === 0 && block.empty !== undefined ? [block.columns.map((_column, index) => (index === 0 ? (block.empty ?? '') : ''))] : rows;
  return {
    block: 'table',
    columns: block.columns.map((column) => ({ head: write(column.head, writer), width: column.width ?? '*', align: column.align ?? 'left' })),
    rows: empty,
    ...(block.total === undefined ? {} : { total: { label: write(block.total.label, writer), value: write(block.total.value, writer) } }),
  };
}

function fillSignatures(block: Of<'signatures'>, writer: Writer): FilledBlock {
  const boxes = block.boxes.filter((box) => stands(box.when, writer));
  return {
    block: 'signatures',
    boxes: boxes.map((box) => ({ ...pictureOf(box.picture, writer), title: optional(box.title, writer), note: optional(box.note, writer), mark: optional(box.mark, writer), name: optional(box.name, writer), recipients: (box.recipients ?? []).map((line) => write(line, writer)) })),
  };
}

/** The one file that the question for a signature was answered with. */
function pictureOf(feel: string | undefined, writer: Writer): { readonly picture?: string } {
  const [signed] = feel === undefined ? [] : items(feel, writer);
  return isObject(signed) && typeof signed['file'] === 'string' ? { picture: signed['file'] } : {};
}

const around = ({ caption, without }: Of<'sketch'> | Of<'map'>, writer: Writer) => ({ caption: optional(caption, writer), without: optional(without, writer) });

const mostPoints = 200;

/** Fewer than three corners enclose nothing. */
function pointsOf(feel: string, writer: Writer): (readonly [number, number])[] {
  const points = items(feel, writer).slice(0, mostPoints).flatMap((point): (readonly [number, number])[] => {
    const [x, y] = isObject(point) ? [point['x'], point['y']] : [];
    return typeof x === 'number' && typeof y === 'number' ? [[y, x]] : [];
  });
  if (points.length >= 3) return points;
  writer.missing.add(feel);
  return [];
}

function subjectOf(feel: string, writer: Writer): MapSubject | undefined {
  const [about] = items(feel, writer);
  if (isObject(about)) {
    const { sheet, parcel, latitude, longitude } = about;
    if (typeof sheet === 'string' && typeof parcel === 'string') return { sheet, parcel };
    if (typeof latitude === 'number' && typeof longitude === 'number') return { latitude, longitude };
  }
  writer.missing.add(feel);
  return undefined;
}
