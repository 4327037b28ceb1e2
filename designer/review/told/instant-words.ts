import { dateTime, timeLimit } from '../../../ui/format.ts';
import { quoted, type Telling } from './shape.ts';

/** When a timer is due, as people say it: a limit in working time, an instant, or ISO 8601 durations and repetitions. */
export function instantWords(written: string, { text, language }: Telling): string {
  const said = timeLimit(written, language);
  if (said !== written || /\s/.test(written)) return said;
  if (/^\d{4}-\d{2}-\d{2}T/.test(written)) return dateTime(written);
  const [, repeated, years, months, weeks, days, hours, minutes, seconds] = /^(R\d*\/)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(written) ?? [];
  const amounts = ([[years, 'years'], [months, 'months'], [weeks, 'weeks'], [days, 'days'], [hours, 'hours'], [minutes, 'minutes'], [seconds, 'seconds']] as const).flatMap(([count, unit]) => (count === undefined ? [] : [text(`toldSpan_${unit}`, { count: Number(count) })]));
  if (amounts.length === 0) return quoted(written);
  return repeated === undefined ? amounts.join(' ') : text('toldEvery', { time: amounts.join(' ') });
}
