import { useEffect, useMemo, useState } from 'react';
import { compileCalendar, type Calendar } from '../../engine/calendar/calendar.ts';
import { CalendarError } from '../../engine/calendar/failure.ts';
import type { CalendarView } from '../../server/api/calendar.ts';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { SaveCalendar } from './save-calendar.tsx';
import { TryCalendar } from './try-calendar.tsx';
import { WeeklyHours } from './weekly-hours.tsx';
import { YearDays } from './year-days.tsx';

/** One calendar as it is being changed; nothing moves before it is saved. */
export const CalendarEditor = ({ kept, data, onSaved }: { kept: CalendarView; data: Calendar; onSaved: (moved: number) => void }) => {
  const text = useText();
  const language = useLanguage();
  const [calendar, setCalendar] = useState(data);
  const isDirty = useMemo(() => JSON.stringify(calendar) !== JSON.stringify(data), [calendar, data]);
  const compiled = useMemo(() => {
    try {
      return compileCalendar(calendar);
    } catch (error) {
      if (error instanceof CalendarError) return error.message;
      throw error;
    }
  }, [calendar]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isDirty]);
  const unsure = kept.reached.filter((year) => year.unsure);
  return (
    <>
      <p className="muted">{text('calendarUsedBy', { count: kept.units.length })} · {kept.updatedBy ? text('calendarSavedBy', { at: dateTime(kept.updatedAt), name: kept.updatedBy.name }) : text('calendarSaved', { at: dateTime(kept.updatedAt) })}</p>
      {unsure.map(({ year, dossiers }) => <Notice key={year} kind="soon" title={text('yearUnsureReached', { year, count: dossiers })}><p>{text('yearUnsureReachedHint')}</p></Notice>)}
      <div className="calendar-editor">
        <div>
          <YearDays calendar={calendar} first={unsure[0]?.year ?? kept.reached[0]?.year} onChange={setCalendar} />
          <WeeklyHours calendar={calendar} onChange={setCalendar} />
        </div>
        <div>
          <TryCalendar compiled={compiled} />
          <SaveCalendar kept={kept} calendar={calendar} isDirty={isDirty} fault={typeof compiled === 'string' ? compiled : undefined} onDrop={() => setCalendar(data)} onSaved={onSaved} />
          <section aria-labelledby="calendar-changes">
            <h2 id="calendar-changes">{text('houseChanges')}</h2>
            {kept.changes.length === 0 && <p className="muted">{text('noHouseChanges')}</p>}
            <ul>{kept.changes.map(({ at, by, note }) => <li key={at}>{dateTime(at)} · {by?.name ?? text('somebody')}: {note}</li>)}</ul>
          </section>
          <details className="panel-more"><summary>{text('calendarUnits', { count: kept.units.length })}</summary><ul>{kept.units.map(({ id, name }) => <li key={id}>{pick(name, language)}</li>)}</ul></details>
        </div>
      </div>
    </>
  );
};
