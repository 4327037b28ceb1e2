import type { Data, Json } from '../engine/state.ts';
import { formatDate, optionsOf } from './display.ts';
import type { ExpandedForm, Field } from './expand.ts';
import { fold } from './fold.ts';
import type { Catalogues, FieldId, Widget } from './form.ts';
import { parseNumber } from './number.ts';
import type { Lang, LocalText } from './text.ts';

/** A cell as a spreadsheet program keeps it. */
export type Cell = string | number | boolean | Date | null | undefined;

/** A column of a repeating group that one cell can answer. */
export interface Column {
  readonly key: string;
  readonly field: Field;
}

/** What could not be read, by the number of the row in the sheet, the first being 1. */
export interface CellFault {
  readonly row: number;
  readonly column: string;
  readonly message: LocalText;
}

export interface TableReading {
  /** The rows in order, with what was typed where it could not be read, for the form to complain of. */
  readonly rows: readonly Data[];
  readonly faults: readonly CellFault[];
  /** Headings that are none of the columns; they are left out. */
  readonly unknown: readonly string[];
}

/** Why a sheet holds no such table. */
export interface TableRefusal {
  readonly refused: LocalText;
}

const askedInOneCell: ReadonlySet<Widget> = new Set<Widget>(['text', 'textarea', 'number', 'money', 'date', 'radios', 'select', 'yes-no']);
/** Titles and notes may stand above the headings. */
const headingsWithin = 20;

/** The columns of a repeating group that a spreadsheet can hold, in the order of the schema. */
export const columnsOf = ({ fields }: ExpandedForm, rows: FieldId): readonly Column[] =>
  [...fields.values()].filter(({ parent, kind, widget }) => parent === rows && kind === 'leaf' && askedInOneCell.has(widget)).map((field) => ({ key: field.id.slice(field.id.lastIndexOf('.') + 1), field }));

/** The headings of an empty sheet, and below each what may stand there. */
export const headingsOf = (columns: readonly Column[], lang: Lang, catalogues: Catalogues): readonly { readonly title: string; readonly hint: string }[] =>
  columns.map(({ field }) => ({ title: field.ui.label[lang], hint: mayStand(field, lang, catalogues) }));

/** Reads the rows below the headings; a heading is a column's label in either language or its key, marks and case aside. */
export const readTable = (columns: readonly Column[], cells: readonly (readonly Cell[])[], catalogues: Catalogues, most: number): TableReading | TableRefusal => {
  const found = headingRow(columns, cells);
  if (!found) return { refused: { vi: `không thấy dòng tiêu đề cột (như “${columns[0]?.field.ui.label.vi ?? ''}”); hãy dùng tệp mẫu`, en: `there is no row of column headings (such as “${columns[0]?.field.ui.label.en ?? ''}”); use the sample file` } };
  const missing = columns.filter((column) => column.field.required && !found.at.some((here) => here === column));
  if (missing.length > 0) return { refused: { vi: `thiếu cột ${missing.map(({ field }) => `“${field.ui.label.vi}”`).join(', ')}`, en: `the column ${missing.map(({ field }) => `“${field.ui.label.en}”`).join(', ')} is missing` } };
  const rows: Data[] = [];
  const faults: CellFault[] = [];
  for (const [index, line] of cells.entries()) {
    if (index <= found.index || line.every(isEmpty) || isHints(found.at, line, catalogues)) continue;
    if (rows.length === most) return { refused: { vi: `tệp có nhiều hơn ${most} dòng, mức nhiều nhất của một hồ sơ`, en: `there are more than ${most} rows, the most that one dossier takes` } };
    const row: Record<string, Json> = {};
    for (const [at, column] of found.at.entries()) {
      const cell = line[at];
      if (!column || isEmpty(cell)) continue;
      const read = valueOf(column.field, cell!, catalogues);
      row[column.key] = read.value;
      if (read.expected) faults.push({ row: index + 1, column: column.key, message: read.expected });
    }
    rows.push(row);
  }
  return { rows, faults, unknown: found.unknown };
};

const isEmpty = (cell: Cell): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

interface Headings {
  readonly index: number;
  /** The column at each place of the line, if it is one. */
  readonly at: readonly (Column | undefined)[];
  readonly unknown: readonly string[];
}

const headingRow = (columns: readonly Column[], cells: readonly (readonly Cell[])[]): Headings | undefined => {
  const names = new Map(columns.flatMap((column) => [column.key, column.field.ui.label.vi, column.field.ui.label.en].map((name) => [fold(name), column] as const)));
  const enough = Math.min(2, columns.length);
  for (const [index, line] of cells.slice(0, headingsWithin).entries()) {
    const at = line.map((cell) => (typeof cell === 'string' ? names.get(fold(cell)) : undefined));
    if (new Set(at.filter((column) => column !== undefined)).size < enough) continue;
    const unknown = line.flatMap((cell, place) => (typeof cell === 'string' && cell.trim() !== '' && !at[place] ? [cell.trim()] : []));
    return { index, at: at.map((column, place) => (at.indexOf(column) === place ? column : undefined)), unknown };
  }
  return undefined;
};

/** The line of hints below the headings of the sample file, when it was left there. */
const isHints = (at: Headings['at'], line: readonly Cell[], catalogues: Catalogues): boolean =>
  at.some((column, place) => column !== undefined && !isEmpty(line[place])) && at.every((column, place) => {
    const cell = line[place];
    return !column || isEmpty(cell) || (typeof cell === 'string' && (['vi', 'en'] as const).some((lang) => cell === mayStand(column.field, lang, catalogues)));
  });

const mayStand = ({ widget, ui, schema, ...field }: Field, lang: Lang, catalogues: Catalogues): string => {
  const options = optionsOf({ widget, ui, schema, ...field }, catalogues);
  if (options.length > 0) return options.slice(0, 12).map(({ label }) => label[lang]).join(' / ');
  if (widget === 'yes-no') return lang === 'vi' ? 'Có / Không' : 'Yes / No';
  if (widget === 'date') return lang === 'vi' ? 'ngày/tháng/năm' : 'day/month/year';
  if (widget === 'number' || widget === 'money') return lang === 'vi' ? 'số' : 'a number';
  return ui.hint?.[lang] ?? (lang === 'vi' ? 'chữ' : 'text');
};

interface Read {
  readonly value: Json;
  /** What was expected instead, when it is not that. */
  readonly expected?: LocalText;
}

const valueOf = (field: Field, cell: Exclude<Cell, null | undefined>, catalogues: Catalogues): Read => {
  const options = optionsOf(field, catalogues);
  if (options.length > 0) return choiceOf(options, textOf(cell));
  switch (field.widget) {
    case 'yes-no': return yesOrNo(cell);
    case 'date': return dateOf(cell);
    case 'number':
    case 'money': return numberOf(cell);
    default: return { value: typeof cell === 'number' ? withZeros(field, String(cell)) : textOf(cell) };
  }
};

const textOf = (cell: Exclude<Cell, null | undefined>): string => (cell instanceof Date ? formatDate(cell.toISOString().slice(0, 10)) : String(cell).trim());

const choiceOf = (options: ReturnType<typeof optionsOf>, text: string): Read => {
  const folded = fold(text);
  const option = options.find(({ value, label }) => [String(value), label.vi, label.en].some((name) => fold(name) === folded));
  if (option) return { value: option.value };
  const list = (lang: Lang): string => options.slice(0, 8).map(({ label }) => `“${label[lang]}”`).join(', ');
  return { value: text, expected: { vi: `cần một trong ${list('vi')}, nhưng tệp ghi “${text}”`, en: `one of ${list('en')} is expected, but it says “${text}”` } };
};

const yes = new Set(['co', 'yes', 'x', 'true', '1', 'dung']);
const no = new Set(['khong', 'no', 'false', '0', 'sai']);

const yesOrNo = (cell: Exclude<Cell, null | undefined>): Read => {
  const text = fold(String(cell));
  if (yes.has(text) || no.has(text)) return { value: yes.has(text) };
  return { value: null, expected: { vi: `cần “Có” hoặc “Không”, nhưng tệp ghi “${String(cell)}”`, en: `“Yes” or “No” is expected, but it says “${String(cell)}”` } };
};

/** Days since 30 December 1899, as spreadsheet programs count them. */
const dayZero = Date.UTC(1899, 11, 30);

const dateOf = (cell: Exclude<Cell, null | undefined>): Read => {
  if (cell instanceof Date) return { value: cell.toISOString().slice(0, 10) };
  if (typeof cell === 'number' && cell >= 1 && cell < 110_000) return { value: new Date(dayZero + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10) };
  const text = textOf(cell);
  if (/^\d{1,2}[/. -]\d{1,2}[/. -]\d{4}$|^\d{4}-\d{2}-\d{2}$/.test(text)) return { value: text };
  return { value: text, expected: { vi: `cần ngày như 27/03/1990, nhưng tệp ghi “${text}”`, en: `a date such as 27/03/1990 is expected, but it says “${text}”` } };
};

const numberOf = (cell: Exclude<Cell, null | undefined>): Read => {
  if (typeof cell === 'number') return { value: cell };
  const text = textOf(cell);
  const value = parseNumber(text);
  return value === undefined ? { value: text, expected: { vi: `cần một số, nhưng tệp ghi “${text}”`, en: `a number is expected, but it says “${text}”` } } : { value };
};

/** Spreadsheet programs take 079085000001 for a number and drop its zeros: they are put back where the field's pattern asks for them. */
const withZeros = ({ schema: { pattern } }: Field, digits: string): string => {
  if (typeof pattern !== 'string' || !/^\d{1,15}$/.test(digits)) return digits;
  const fits = new RegExp(pattern, 'u');
  return ['', '0', '00', '000'].map((zeros) => zeros + digits).find((text) => fits.test(text)) ?? digits;
};
