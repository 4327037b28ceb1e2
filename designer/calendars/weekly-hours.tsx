import type { Calendar } from '../../engine/calendar/calendar.ts';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import { hoursText, readHoursText, weekdays } from './calendar-edit.ts';

/** Office hours day by day of the week, and until when a same-day procedure is done the same day. */
export const WeeklyHours = ({ calendar, onChange }: { calendar: Calendar; onChange: (calendar: Calendar) => void }) => {
  const text = useText();
  return (
    <section aria-labelledby="calendar-week">
      <h2 id="calendar-week">{text('calendarWeek')}</h2>
      <p className="muted">{text('calendarWeekHint')}</p>
      <div className="calendar-week">
        {weekdays.map((day) => (
          <Committed
            key={day} id={`week-${day}`} label={text(`weekday_${day}`)} value={hoursText(calendar.weekly[day])}
            fault={(typed) => (readHoursText(typed) ? undefined : text('hoursFault'))}
            onCommit={(typed) => {
              const hours = readHoursText(typed);
              if (hours) onChange({ ...calendar, weekly: { ...calendar.weekly, [day]: hours } });
            }}
          />
        ))}
        <Committed id="cutoff" label={text('sameDayCutoff')} value={calendar.sameDayCutoff} fault={(typed) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? undefined : text('timeFault'))} onCommit={(typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) && onChange({ ...calendar, sameDayCutoff: typed })} />
      </div>
    </section>
  );
};
