import { useState } from 'react';
import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import { CalendarError } from '../../engine/calendar/failure.ts';
import { DateField } from '../../ui/date-field.tsx';
import { isMoment } from '../../ui/day.ts';
import { date, longDate, time } from '../../ui/format.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { LimitField } from '../process/panel/limit-field.tsx';
import { useText } from '../words.ts';

/** The wall clock of the office, which is seven hours ahead of UTC all year, as an instant. */
const instantOf = (local: string): string => new Date(`${local}:00+07:00`).toISOString();

const day = 86_400_000;
const friday = 5;

/** The coming Friday, late in the afternoon: where working time surprises people. */
const fridayAfternoon = (): string => {
  const local = Date.now() + 7 * 3_600_000;
  return `${new Date(local + ((friday - new Date(local).getUTCDay() + 7) % 7) * day).toISOString().slice(0, 10)}T16:30`;
};

/** When something handed in at a time would be due, by the calendar as it is being changed. */
export const TryCalendar = ({ compiled }: { compiled: CompiledCalendar | string }) => {
  const text = useText();
  const language = useLanguage();
  const [from, setFrom] = useState(fridayAfternoon);
  const [limit, setLimit] = useState('5 working days');
  const answer = (() => {
    if (typeof compiled === 'string') return text('tryCalendarFaulty');
    if (!isMoment(from) || limit === '') return text('tryCalendarBlank');
    try {
      const { dueAt, unconfirmed } = deadline(compiled, instantOf(from), limit);
      const due = text('tryCalendarDue', { day: longDate(dueAt, language), time: time(dueAt) });
      return unconfirmed.length === 0 ? due : `${due} ${text('tryCalendarUnsure', { days: unconfirmed.map((one) => (one.length === 4 ? one : date(one))).join(', ') })}`;
    } catch (error) {
      if (error instanceof CalendarError) return text('tryCalendarBlank');
      throw error;
    }
  })();
  return (
    <section aria-labelledby="calendar-try">
      <h2 id="calendar-try">{text('tryCalendar')}</h2>
      <DateField id="try-from" withTime label={text('tryCalendarFrom')} value={from} onChange={setFrom} />
      <LimitField id="try-limit" label={text('tryCalendarLimit')} value={limit} onCommit={setLimit} />
      <p className="calendar-due" aria-live="polite">{answer}</p>
    </section>
  );
};
