import type { Calendar } from '../../../engine/calendar/calendar.ts';
import { date } from '../../../ui/format.ts';
import { pick } from '../../../ui/language.ts';
import { hoursText, weekdays, type CalendarDay } from '../../calendars/calendar-edit.ts';
import { quoted, tell, type Parts, type Shape, type Telling } from './shape.ts';
import { valuesFor } from './values.ts';

/** What a working calendar says otherwise, in sentences. */
export function calendarSentences(before: Calendar, after: Calendar, telling: Telling): readonly string[] {
  const { text, language } = telling;
  const { value, both, prose, code, yesNo, oneOf, quoted: written, list } = valuesFor(telling);
  const group = (parts: Parts): Shape => ({ is: 'group', parts });
  const hours = value((one: Calendar['weekly'][1]) => (one.length === 0 ? text('hoursClosed') : quoted(hoursText(one))));
  const day = {
    date: ['', code], kind: [text('dayKind'), oneOf((kind) => text(`dayKind_${kind}` as 'dayKind_off'))], hours: [text('dayHours'), hours], name: [text('dayName'), both], confirmed: [text('dayConfirmed'), yesNo()], source: [text('daySource'), prose],
  } as const satisfies { readonly [K in keyof Required<CalendarDay>]: readonly [string, Shape] };
  const weekly = Object.fromEntries(weekdays.map((one) => [one, [text(`weekday_${one}`), hours] as const]));
  const parts = {
    id: ['', code], name: [text('toldName'), both], zone: [text('calendarZone'), written], weekly: ['', group(weekly)], sameDayCutoff: [text('calendarCutoff'), written],
    days: ['', { is: 'list', id: (one: CalendarDay) => one.date, item: (one: CalendarDay) => date(one.date), whole: (one: CalendarDay) => `${date(one.date)} (${text(`dayKind_${one.kind}`).toLowerCase()}: ${quoted(pick(one.name, language))})`, of: group(day), isSet: true }],
    years: [text('calendarYears'), list(String)],
  } as const satisfies { readonly [K in keyof Required<Calendar>]: readonly [string, Shape] };
  return tell(before, after, group(parts), telling).map((one) => one.text);
}
