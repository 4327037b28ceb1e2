import type { AnswerFigures, PublicClock, UnitFigures } from '../api/figures.ts';

type Cell = string | number | null;

const head = ['level', 'procedure', 'procedure_name_vi', 'procedure_name_en', 'id', 'name_vi', 'name_en', 'whose', 'limit', 'counted', 'filed', 'ended', 'open', 'late', 'median_minutes', 'p90_minutes', 'on_time_share', 'rated', 'stars', 'from', 'at', 'minimum_sample', 'fictional'];

/** The public clock as a table (RFC 4180, UTF-8 with a mark for spreadsheets): a row for each procedure, each step, each answer given with the stars (`rated`: how often; of a unit with its id before it), each unit. */
export function clockCsv({ procedures, units, from, at, minimum, fictional }: PublicClock): string {
  const period: Cell[] = [from, at, minimum, fictional ? 'yes' : 'no'];
  const rows: Cell[][] = procedures.flatMap(({ key, name, ...figures }) => {
    const own = [key, name.vi, name.en];
    return [
      ['procedure', ...own, key, name.vi, name.en, null, figures.limit, figures.counted, figures.filed, figures.ended, figures.open, figures.late, figures.time?.median ?? null, figures.time?.p90 ?? null, figures.onTime, figures.rated, figures.stars, ...period],
      ...figures.steps.map((step): Cell[] => ['step', ...own, step.node, step.name.vi, step.name.en, step.whose, null, 'working', null, step.done, step.waiting, null, step.time?.median ?? null, step.time?.p90 ?? null, null, null, null, ...period]),
      ...answersOf(figures.asked, '', own, period),
      ...figures.units.flatMap((unit) => ofUnit(unit, own, period)),
    ];
  });
  const all = units.flatMap((unit) => ofUnit(unit, [null, null, null], period));
  return `\uFEFF${[head, ...rows, ...all].map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;
}

const ofUnit = ({ unit: { id, name }, ended, onTime, rated, stars, asked }: UnitFigures, own: readonly Cell[], period: readonly Cell[]): Cell[][] => [
  ['unit', ...own, id, name.vi, name.en, null, null, null, null, ended, null, null, null, null, onTime, rated, stars, ...period],
  ...answersOf(asked, `${id}:`, own, period),
];

const answersOf = (asked: readonly AnswerFigures[], whose: string, own: readonly Cell[], period: readonly Cell[]): Cell[][] =>
  asked.flatMap(({ id, text, answers }) => answers.map(({ value, word, count }): Cell[] => ['answer', ...own, `${whose}${id}=${value}`, `${text.vi} ${word.vi}`, `${text.en} ${word.en}`, 'applicant', null, null, null, null, null, null, null, null, null, count, null, ...period]));

/** Quoted where need be; a text that a spreadsheet would take for a formula begins with an apostrophe. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
