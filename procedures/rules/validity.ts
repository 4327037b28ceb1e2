import type { LoadedProcedure } from '../loaded.ts';
import { dayBefore, heldIn, lawName, type Held } from '../held.ts';
import { writtenDay, type Validity } from '../in-force.ts';
import { error, note, warning, type Rule, type Said } from './rule.ts';

const file = 'procedure.json';

/** What follows one another in time: on each day one of them holds. */
interface Row { readonly element: string; readonly vi: string; readonly en: string; readonly of: readonly (Validity & { readonly said: string })[]; readonly mayMiss?: boolean }

/**
 * Days are days, and end after they begin. Limits and codes follow one another without two at a time; a day without a limit is refused,
 * one without a code told (the law may not have told it). What ends with nothing after it is warned of, and law without days is noted.
 * Days that are over concern dossiers that were filed then, and those are in hand whatever is published: they are warned of.
 */
export const validity: Rule = {
  name: 'validity',
  *check(loaded, today = '') {
    const { procedure } = loaded;
    const held = heldIn(procedure, loaded.decisions);
    for (const one of held) if (one.by === undefined) yield* ofDays(one);
    for (const row of rowsOf(loaded)) yield* ofRow(row, today);
    const last = lastTo(procedure.timeLimit);
    if (last !== undefined && last < today) yield error('timeLimit', { en: `expected a time limit for what is filed today, but the last one ended on ${writtenDay(last)}: add the one that holds now`, vi: `hồ sơ nộp hôm nay không có thời hạn nào, vì thời hạn sau cùng đã hết ngày ${writtenDay(last)}: hãy thêm thời hạn đang áp dụng ở trang Thông tin` }, file);
    else if (last !== undefined) yield warning('timeLimit', { en: `expected a time limit after ${writtenDay(last)}, when the last one ends, but there is none: add the one that follows once it is known`, vi: `thời hạn chỉ có đến ${writtenDay(last)} và chưa có thời hạn tiếp theo: khi biết quy định mới, hãy thêm ở trang Thông tin` }, file);
    for (const one of held) if (one.by?.to !== undefined && one.kind !== 'table') yield warning(one.element, standingOn(one, one.by.to), one.file);
    const undated = procedure.legalBasis.filter(({ from, to }) => from === undefined && to === undefined);
    if (undated.length > 0) yield note('legalBasis', {
      en: `expected every law to say from when it is in force, but ${undated.map((one) => lawName(one).en).join('; ')} ${undated.length === 1 ? 'does' : 'do'} not: look it up and write it on the page About`,
      vi: `chưa rõ ngày có hiệu lực của ${undated.map((one) => lawName(one).vi).join('; ')}: hãy tra và ghi ở trang Thông tin`,
    }, file);
  },
};

const standingOn = ({ name, by }: Held, to: string): Said => ({
  en: `"${name.en}" stands on ${lawName(by!).en}, which ends on ${writtenDay(to)}: say until when it holds, and what follows`,
  vi: `“${name.vi}” dựa vào ${lawName(by!).vi}, hết hiệu lực sau ngày ${writtenDay(to)}: hãy ghi ngày hết hiệu lực và điều thay thế`,
});

const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().slice(0, 10) === day;

function* ofDays({ element, name, from, to, file: at }: Held) {
  for (const day of [from, to]) if (day !== undefined && !isDay(day)) yield error(element, { en: `expected a day for "${name.en}", but ${writtenDay(day)} is none`, vi: `ngày ${writtenDay(day)} của “${name.vi}” không có trong lịch` }, at);
  if (from !== undefined && to !== undefined && to < from) yield error(element, { en: `expected "${name.en}" to end after it begins, but it begins on ${writtenDay(from)} and ends on ${writtenDay(to)}`, vi: `“${name.vi}” bắt đầu ${writtenDay(from)} mà hết hiệu lực ${writtenDay(to)}: ngày cuối phải sau ngày đầu` }, at);
}

const rowsOf = ({ procedure: { timeLimit, codes, components } }: LoadedProcedure): readonly Row[] => [
  { element: 'timeLimit', vi: 'thời hạn', en: 'time limit', of: timeLimit.map((one) => ({ ...one, said: one.limit })) },
  { element: 'codes', vi: 'mã thủ tục', en: 'number of the national list', of: codes.map((one) => ({ ...one, said: one.code })), mayMiss: true },
  ...[...Map.groupBy(components, ({ code }) => code)].map(([code, of]) => ({ element: code, vi: `giấy tờ ${code}`, en: `paper ${code}`, of: of.map((one) => ({ ...one, said: one.name.vi })), mayMiss: true })),
];

/** Two at a time are refused; so are days between two on which none holds, unless it may be so. */
function* ofRow({ element, vi, en, of, mayMiss = false }: Row, today: string) {
  const row = of.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1));
  for (const [index, next] of row.entries()) {
    const one = row[index - 1];
    if (one === undefined) continue;
    const begins = next.from ?? '';
    if (one.to === undefined || one.to >= begins) {
      const until = one.to !== undefined && next.to !== undefined && next.to < one.to ? next.to : (one.to ?? next.to);
      const since = begins === '' ? '' : writtenDay(begins);
      yield (until !== undefined && until < today ? warning : error)(element, {
        en: `expected one ${en} on each day, but "${one.said}" and "${next.said}" both hold${since && ` from ${since}`}${until === undefined ? '' : ` to ${writtenDay(until)}`}: end the former on the day before the latter begins`,
        vi: `mỗi ngày chỉ một ${vi}, mà “${one.said}” và “${next.said}” cùng áp dụng${since && ` từ ${since}`}${until === undefined ? '' : ` đến ${writtenDay(until)}`}: hãy cho cái trước hết hiệu lực vào hôm trước ngày cái sau bắt đầu`,
      }, file);
    } else if (one.to < dayBefore(begins)) {
      const said: Said = {
        en: `expected a ${en} on each day, but none holds between ${writtenDay(one.to)} and ${writtenDay(begins)}`,
        vi: `từ sau ${writtenDay(one.to)} đến trước ${writtenDay(begins)} không có ${vi} nào`,
      };
      yield (mayMiss ? note : begins <= today ? warning : error)(element, said, file);
    }
  }
}

const lastTo = (row: readonly Validity[]): string | undefined => (row.some(({ to }) => to === undefined) ? undefined : row.map(({ to }) => to!).toSorted().at(-1));
